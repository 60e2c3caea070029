import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MARKER } from '../../scripts/io/output.ts'
import type { OutputFile } from '../../src/tables/site.ts'

/** The files that a run wrote into a folder, as it had them in hand. */
export function writtenIn(folder: string): OutputFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name !== MARKER)
    .map(entry => join(entry.parentPath, entry.name))
    .map(file => ({ path: file.slice(folder.length + 1), content: readFileSync(file) }))
}
