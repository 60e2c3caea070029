import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { OutputFile } from '../../src/tables/site.ts'
import { packedDictionary } from './cut.ts'

/**
 * What the page's desk needs beside the corpus, the same for any: the whole dictionary, since a draft has words that the corpus has
 * not, and the tables of Chinese character codes that a pdf may lean on.
 */
export function deskFiles(): OutputFile[] {
  return [
    { path: 'desk/words.json', content: JSON.stringify(packedDictionary()) },
    { path: 'desk/character-tables.json', content: JSON.stringify(characterTables()) },
  ]
}

const TABLES = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps')

/** Tables of the mainland's codes, by file name, in base64. */
function characterTables(): Record<string, string> {
  const names = readdirSync(TABLES).filter(name => /^(?:Adobe-GB1|GB|UniGB)/.test(name))
  return Object.fromEntries(names.sort().map(name => [name, readFileSync(join(TABLES, name), 'base64')]))
}
