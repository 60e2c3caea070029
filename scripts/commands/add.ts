import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { ReadError } from '../../src/read/error.ts'
import { readSource } from '../../src/read/read.ts'
import { structureOf } from '../../src/structure/structure.ts'
import type { ManifestEntry, Source } from '../../src/types.ts'
import { readBytesOf } from '../io/bytes.ts'
import { EXIT, Failure, reasonOf } from '../io/failure.ts'
import { parseJson, utf8 } from '../io/json.ts'
import { checkManifest } from '../io/manifest.ts'
import { insertEntry } from '../io/manifest-text.ts'
import { pdfAssets } from '../io/pdf-assets.ts'
import { type ReadingReport, reportOf, reportText } from '../print/reading-report.ts'

export interface AddOptions {
  corpus: string
  place: string
  id?: string
  province?: string
  level?: string
  title?: string
  url?: string
  retrieved?: string
  encoding?: string
  /** Accept bytes that cannot be decoded; the manifest then says so. */
  lossy?: boolean
  dryRun?: boolean
  json?: boolean
}

/**
 * Puts a file into a corpus: reads it, copies it to raw/, adds its entry to the manifest, and prints what was read and what is
 * doubtful. A document or id that is there already, a file that cannot be read, is a `Failure` and changes nothing.
 */
export async function add(file: string, options: AddOptions): Promise<void> {
  const bytes = readBytes(file)
  const manifestFile = join(options.corpus, 'corpus.json')
  const manifest = readManifest(manifestFile)
  const wanted = entryOf(file, bytes, options)
  refuseDuplicates(wanted, file, manifest.entries, options.corpus)
  const source = await read(file, bytes, wanted, options.lossy ?? false)
  const entry = withEncoding(wanted, source, options.lossy ?? false)
  const text = insertEntry(manifest.text, entry)
  checkManifest(parseJson(text, manifestFile))
  if (!options.dryRun) write(bytes, text, join(options.corpus, entry.file), manifestFile)
  const report = reportOf(entry, source, structureOf(source))
  print(report, manifestFile, options)
}

function print(report: ReadingReport, manifestFile: string, { json, dryRun }: AddOptions): void {
  const outcome = dryRun ? 'dry run: nothing was written' : `added to ${manifestFile}`
  console.log(
    json ? JSON.stringify({ ...report, written: !dryRun }, null, 1) : `${reportText(report)}\n${outcome}`,
  )
}

function readBytes(file: string): Uint8Array {
  try {
    return readBytesOf(file)
  } catch (error) {
    throw new Failure(`${file}: ${reasonOf(error)}; name a file that is there`)
  }
}

const EMPTY = '{\n  "title": "",\n  "regulations": [\n  ]\n}\n'

/** The manifest's own text and its entries; a folder without one begins as an empty corpus. */
function readManifest(file: string): { text: string; entries: ManifestEntry[] } {
  if (!existsSync(file)) return { text: EMPTY, entries: [] }
  const text = utf8(readBytes(file), file)
  const json = parseJson(text, file)
  const { regulations } = (json.value ?? {}) as { regulations?: unknown }
  const isEmpty = Array.isArray(regulations) && regulations.length === 0
  return { text, entries: isEmpty ? [] : checkManifest(json).regulations }
}

function entryOf(file: string, bytes: Uint8Array, options: AddOptions): ManifestEntry {
  const { place, province, level, title, url, retrieved, encoding } = options
  const id = options.id ?? idFrom(file)
  if (id === '')
    throw new Failure(`${file}: no id can be made of the file's name; name one with --id`, EXIT.usage)
  const known = { province, level, title, url, retrieved, encoding }
  const given = Object.fromEntries(
    Object.entries(known).filter(([, value]) => value !== undefined && value !== ''),
  )
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { id, place, file: `raw/${id}${extname(file).toLowerCase()}`, ...given, sha256 }
}

/** Letters, digits, - and _ of the file's name. */
function idFrom(file: string): string {
  return basename(file, extname(file))
    .replace(/[^\p{L}\p{Nd}_-]+/gu, '-')
    .replace(/^-+|-+$/g, '')
}

function refuseDuplicates(
  entry: ManifestEntry,
  file: string,
  entries: ManifestEntry[],
  corpus: string,
): void {
  const same =
    entries.find(({ sha256 }) => sha256?.toLowerCase() === entry.sha256) ?? sameBytes(entry, entries, corpus)
  if (same)
    throw new Failure(
      `${file}: the corpus holds this very file as "${same.id}" (${same.file}); nothing to add`,
    )
  if (entries.some(({ id }) => id === entry.id))
    throw new Failure(`${file}: the corpus holds a document "${entry.id}"; choose another id with --id`)
  if (existsSync(join(corpus, entry.file)))
    throw new Failure(
      `${join(corpus, entry.file)}: exists, though the manifest does not name it; remove it or choose another id with --id`,
    )
}

/** For entries without a hash, the files themselves are compared. */
function sameBytes(
  entry: ManifestEntry,
  entries: ManifestEntry[],
  corpus: string,
): ManifestEntry | undefined {
  return entries.find(({ sha256, file }) => {
    const path = join(corpus, file)
    if (sha256 || !existsSync(path)) return false
    return createHash('sha256').update(readFileSync(path)).digest('hex') === entry.sha256
  })
}

async function read(file: string, bytes: Uint8Array, entry: ManifestEntry, lossy: boolean): Promise<Source> {
  try {
    return await readSource(bytes, { ...entry, file }, { lossy, pdf: pdfAssets })
  } catch (error) {
    if (error instanceof ReadError) throw new Failure(error.message)
    throw error
  }
}

/** The entry as the manifest will hold it, fields in the order of formats.md; docx and pdf have no encoding of their own. */
function withEncoding(entry: ManifestEntry, source: Source, lossy: boolean): ManifestEntry {
  const { sha256, encoding: _, ...rest } = entry
  const lost = lossy && source.problems?.some(problem => problem.rule === 'undecodable-bytes')
  const encoding = source.encoding && (lost ? `${source.encoding}-lossy` : source.encoding)
  return { ...rest, ...(encoding && { encoding }), ...(sha256 && { sha256 }) }
}

/** Both files are written beside their place and then renamed: whoever reads the corpus meanwhile sees the old or the new one. */
function write(bytes: Uint8Array, manifest: string, rawFile: string, manifestFile: string): void {
  try {
    mkdirSync(dirname(rawFile), { recursive: true })
    replace(rawFile, bytes)
  } catch (error) {
    throw new Failure(`${rawFile}: ${reasonOf(error)}; make the folder writable`, EXIT.outputNotWritable)
  }
  try {
    replace(manifestFile, manifest)
  } catch (error) {
    rmSync(rawFile, { force: true })
    throw new Failure(`${manifestFile}: ${reasonOf(error)}; make the file writable`, EXIT.outputNotWritable)
  }
}

function replace(file: string, content: Uint8Array | string): void {
  const beside = `${file}.new`
  try {
    writeFileSync(beside, content)
    renameSync(beside, file)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}
