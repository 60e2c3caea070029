import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PdfAssets } from '../src/read/pdf.ts'

/** Where the pdf reader finds the tables of Chinese character codes in Node: inside the installed pdfjs-dist. */
export const pdfAssets: PdfAssets = {
  cMapUrl: `${join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps')}/`,
}
