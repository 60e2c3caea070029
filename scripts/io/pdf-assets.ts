import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PdfAssets } from '../../src/read/pdf.ts'

const folder = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps')

/** Tables of Chinese character codes for the pdf reader, out of the installed pdfjs-dist. */
export const pdfAssets: PdfAssets = { characterTable: file => readFile(join(folder, file)) }
