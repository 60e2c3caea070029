import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Override } from '../../src/alignment/overrides.ts'
import type { DocumentRead } from '../../src/analyse.ts'
import { ReadError } from '../../src/read/error.ts'
import type { Codebook, ManifestEntry, Problem, Source } from '../../src/types.ts'
import { readBytesOf } from './bytes.ts'
import { codebookFindings, doubledKeys, knownOf, overrideFindings } from './decisions.ts'
import { Failure, reasonOf } from './failure.ts'
import type { Finding } from './finding.ts'
import { type JsonFile, parseJson, utf8 } from './json.ts'
import { checkManifest, doubledFiles } from './manifest.ts'
import { fileInside } from './paths.ts'
import { readWithinLimits } from './reading/read.ts'
import { codebookIn, overridesIn } from './schema.ts'

/** A corpus folder as read: everything the pipeline needs, and a hash over every byte that went in. */
export interface Corpus {
  title: string
  documents: DocumentRead[]
  /** The texts of `documents`. */
  sources: Source[]
  codebook: Codebook | undefined
  overrides: Override[]
  /** SHA-256 over manifest, raw files, codebook and overrides, in the manifest's order. */
  hash: string
  /** What can be said of the three files by the documents that are there. */
  findings: Finding[]
}

/**
 * Reads a corpus folder (formats.md, "In"). Whatever is missing or malformed, or lies outside the folder, is a `Failure` that
 * names the file, the place in it and the remedy. `sha256` of each source is that of the file as it is; a manifest that says
 * otherwise is reported as a problem of the source.
 */
export async function loadCorpus(folder: string, options: { codebook: boolean }): Promise<Corpus> {
  const hash = createHash('sha256')
  const read = (name: string, remedy: string) => {
    const bytes = readBytes(folder, name, remedy)
    hash.update(`${name}\0${bytes.length}\0`).update(bytes)
    return bytes
  }
  const readJson = (name: string, remedy: string) => {
    const file = join(folder, name)
    return parseJson(utf8(read(name, remedy), file), file)
  }
  const readOptional = (name: string) =>
    existsSync(join(folder, name)) ? readJson(name, 'put a file of your own in its place') : undefined
  const manifest = readJson('corpus.json', MANIFEST)
  const { title, regulations } = checkManifest(manifest)
  const documents: DocumentRead[] = []
  for (const entry of regulations) {
    const bytes = read(entry.file, 'put the file there or correct `file` in corpus.json')
    documents.push(await readEntry(bytes, entry, folder))
  }
  const codebook = options.codebook ? readOptional('codebook.json') : undefined
  const decided = codebook && codebookIn(codebook)
  const overrides = readOptional('overrides.json')
  const { decisions, faults } = overrides ? overridesIn(overrides) : { decisions: [], faults: [] }
  return {
    title,
    documents,
    sources: documents.map(({ source }) => source),
    codebook: decided,
    overrides: decisions,
    hash: hash.digest('hex'),
    findings: [
      ...doubledKeys(manifest),
      ...doubledFiles(regulations, manifest),
      ...changedFiles(documents, manifest),
      ...(codebook && decided
        ? codebookFindings(decided, codebook, knownOf(documents.map(({ regulation }) => regulation)))
        : []),
      ...(overrides ? doubledKeys(overrides) : []),
      ...faults.map(({ path, wanted }) => overrides!.finding('override-form', path, wanted)),
      ...(overrides ? overrideFindings(decisions, overrides) : []),
    ],
  }
}

/** Ids of the documents that a corpus folder's manifest names, in its order; no document is read. */
export function documentIds(folder: string): string[] {
  const manifest = join(folder, 'corpus.json')
  const bytes = readBytes(folder, 'corpus.json', MANIFEST)
  return checkManifest(parseJson(utf8(bytes, manifest), manifest)).regulations.map(({ id }) => id)
}

const MANIFEST = 'name a corpus folder with --corpus, or write its manifest'

function readBytes(folder: string, name: string, remedy: string): Uint8Array {
  const file = fileInside(folder, name, remedy)
  try {
    return readBytesOf(file)
  } catch (error) {
    throw new Failure(`${file}: ${reasonOf(error)}; ${remedy}`)
  }
}

async function readEntry(bytes: Uint8Array, entry: ManifestEntry, folder: string): Promise<DocumentRead> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const document = await readWithinLimits(bytes, entry).catch(error => {
    throw error instanceof ReadError ? new Failure(`${folder}: ${error.message}`) : error
  })
  const changed = changedFile(entry, sha256)
  const { source, regulation } = document
  return {
    ...document,
    source: { ...source, sha256, problems: [...changed, ...(source.problems ?? [])] },
    regulation: { ...regulation, problems: [...changed, ...regulation.problems] },
  }
}

function changedFile(entry: ManifestEntry, sha256: string): Problem[] {
  if (!entry.sha256 || entry.sha256.toLowerCase() === sha256) return []
  const message = `sha256 of ${entry.file} is ${sha256}, the manifest says ${entry.sha256}`
  return [{ rule: 'file-changed', severity: 'warning', message, span: { start: 0, end: 0 } }]
}

function changedFiles(documents: DocumentRead[], file: JsonFile): Finding[] {
  return documents.flatMap(({ source, regulation }, at) => {
    if (!regulation.problems.some(({ rule }) => rule === 'file-changed')) return []
    const message = `is not that of ${source.file}; read the file again, then write ${source.sha256}`
    return [file.finding('file-changed', ['regulations', at, 'sha256'], message)]
  })
}
