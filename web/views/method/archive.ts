import { strToU8, Zip, ZipDeflate } from 'fflate'
import { archiveReadme, type PackedFile } from '../../i18n/archive.ts'
import { m } from '../../i18n/method.ts'
import { say } from '../../parts/copy.ts'
import { dataFile, optional, type Site, site } from '../../parts/data.ts'
import { save } from '../../parts/download.ts'
import { painted } from '../../parts/painted.ts'
import { citationsOf } from './citation.ts'

const NAME = 'guijian.zip'

/**
 * Saves everything as one zip: tables, workbook, JSON, Akoma Ntoso and source texts, with a README on what is in it. Files
 * that are not there (the site as one file carries fewer) are left out. `progress` hears how many of all have been looked at.
 */
export async function archive(
  tables: string[],
  progress: (done: number, all: number) => void,
): Promise<void> {
  const data = await site()
  const chunks: Uint8Array<ArrayBuffer>[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk as Uint8Array<ArrayBuffer>)
  })
  const packed: PackedFile[] = []
  const files = filesOf(data, tables)
  for (const [done, file] of files.entries()) {
    progress(done, files.length)
    await painted()
    const bytes = await bytesOf(file.name)
    if (!bytes) continue
    put(zip, file.name, bytes)
    packed.push(file)
  }
  put(zip, 'README.txt', strToU8(readme(data, packed)))
  zip.end()
  save(NAME, new Blob(chunks, { type: 'application/zip' }))
  say(m('packed', { file: NAME, n: packed.length + 1 }))
}

function filesOf({ regulations }: Site, tables: string[]): PackedFile[] {
  const whole = ['datapackage.json', ...tables, 'guijian.xlsx', 'guijian.json', 'guijian.schema.json']
  return [
    ...whole.map(name => ({ name, document: null })),
    ...regulations.map(({ id, title }) => ({ name: `akn/${id}.xml`, document: title })),
    ...regulations.map(({ id, title }) => ({ name: `sources/${id}.txt`, document: title })),
  ]
}

// Neither day nor hour of packing: the same data give the same zip. Zip knows no year before 1980.
const NO_DAY = new Date(1980, 0, 1)

function put(zip: Zip, name: string, bytes: Uint8Array): void {
  const entry = new ZipDeflate(name, { level: 6 })
  entry.mtime = NO_DAY
  zip.add(entry)
  entry.push(bytes, true)
}

async function bytesOf(name: string): Promise<Uint8Array | null> {
  const file = await optional(dataFile(name))
  return file && new Uint8Array(await file.arrayBuffer())
}

// With a byte order mark and Windows' line ends: it will be opened by a double click.
function readme(data: Site, files: PackedFile[]): string {
  const citations = citationsOf({ ...data, documents: data.regulations.length, url: null })
  return `\ufeff${archiveReadme(data, files, citations).join('\r\n')}\r\n`
}
