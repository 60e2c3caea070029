import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import type { DocumentRead } from '../../src/analyse.ts'
import { ReadError } from '../../src/read/error.ts'
import type { ManifestEntry, Source } from '../../src/types.ts'
import { readBytesOf } from '../io/bytes.ts'
import { sweep, writeWhole } from '../io/emit.ts'
import { EXIT, Failure, reasonOf } from '../io/failure.ts'
import { parseJson, utf8 } from '../io/json.ts'
import { alone } from '../io/lock.ts'
import { checkManifest, keyOf } from '../io/manifest.ts'
import { insertEntry } from '../io/manifest-text.ts'
import { isInside } from '../io/paths.ts'
import { placeDoubts } from '../io/place.ts'
import { readWithinLimits } from '../io/reading/read.ts'
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
 * doubtful. A document or id that is there already, a file that cannot be read, is a `Failure` and changes nothing. One run at
 * a time works on a corpus; the manifest is read when it is this one's turn.
 */
export async function add(file: string, options: AddOptions): Promise<void> {
  const bytes = readBytes(file)
  const entry = entryOf(file, bytes, options)
  const { source, regulation } = await read(file, bytes, entry, options.lossy ?? false)
  const complete = withEncoding(entry, source, options.lossy ?? false)
  if (options.dryRun) manifestWith(complete, file, options.corpus)
  else await alone(options.corpus, async () => write(complete, bytes, file, options.corpus))
  const problems = [...placeDoubts(regulation), ...regulation.problems]
  const report = reportOf(complete, source, { ...regulation, problems })
  print(report, manifestOf(options.corpus), options)
}

/** The raw file first: until the manifest names it, it is no part of the corpus, and a later run finds it there. */
function write(entry: ManifestEntry, bytes: Uint8Array, file: string, corpus: string): void {
  for (const folder of [corpus, join(corpus, 'raw')]) if (existsSync(folder)) sweep(folder)
  const manifest = manifestWith(entry, file, corpus)
  const rawFile = join(corpus, entry.file)
  if (existsSync(corpus) && !isInside(resolve(corpus), resolve(rawFile)))
    throw new Failure(`${rawFile}: lies outside the corpus folder, by a link; put a folder raw/ in its place`)
  const isNew = !existsSync(rawFile)
  if (isNew) writeRaw(rawFile, bytes)
  try {
    writeWhole(manifestOf(corpus), manifest, 'make the file writable')
  } catch (error) {
    if (isNew) rmSync(rawFile, { force: true })
    throw error
  }
}

function writeRaw(file: string, bytes: Uint8Array): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
  } catch (error) {
    throw new Failure(`${file}: ${reasonOf(error)}; make the folder writable`, EXIT.outputNotWritable, error)
  }
  writeWhole(file, bytes, 'make the folder writable')
}

/** The manifest's text with the entry in it, checked. */
function manifestWith(entry: ManifestEntry, file: string, corpus: string): string {
  const manifest = readManifest(manifestOf(corpus))
  refuseDuplicates(entry, file, manifest.entries, corpus)
  const text = insertEntry(manifest.text, entry)
  checkManifest(parseJson(text, manifestOf(corpus)))
  return text
}

function manifestOf(corpus: string): string {
  return join(corpus, 'corpus.json')
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
  const sha256 = hashOf(bytes)
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
  if (entries.some(({ id }) => keyOf(id) === keyOf(entry.id)))
    throw new Failure(`${file}: the corpus holds a document "${entry.id}"; choose another id with --id`)
  const rawFile = join(corpus, entry.file)
  // A run that was killed may have left this very file behind, not yet named.
  if (existsSync(rawFile) && hashOf(readBytes(rawFile)) !== entry.sha256)
    throw new Failure(
      `${rawFile}: exists, though the manifest does not name it; remove it or choose another id with --id`,
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
    return hashOf(readFileSync(path)) === entry.sha256
  })
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function read(
  file: string,
  bytes: Uint8Array,
  entry: ManifestEntry,
  lossy: boolean,
): Promise<DocumentRead> {
  try {
    return await readWithinLimits(bytes, { ...entry, file }, { lossy })
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
