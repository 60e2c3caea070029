import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ReadError } from '../../src/read/error.ts'
import { readSource } from '../../src/read/read.ts'
import type { Codebook, ManifestEntry, Problem, Source } from '../../src/types.ts'
import { readBytesOf } from './bytes.ts'
import { Failure, reasonOf } from './failure.ts'
import { parseJson, utf8 } from './json.ts'
import { checkCodebook, checkManifest } from './manifest.ts'
import { pdfAssets } from './pdf-assets.ts'

/** A corpus folder as read: everything the pipeline needs, and a hash over every byte that went in. */
export interface Corpus {
  title: string
  sources: Source[]
  codebook: Codebook | undefined
  overrides: unknown
  /** SHA-256 over manifest, raw files, codebook and overrides, in the manifest's order. */
  hash: string
}

/**
 * Reads a corpus folder (formats.md, "In"). Whatever is missing or malformed is a `Failure` that names the file, the
 * place in it and the remedy. `sha256` of each source is that of the file as it is; a manifest that says otherwise is
 * reported as a problem of the source.
 */
export async function loadCorpus(folder: string, options: { codebook: boolean }): Promise<Corpus> {
  const hash = createHash('sha256')
  const read = (name: string) => {
    const bytes = readBytes(join(folder, name))
    hash.update(`${name}\0${bytes.length}\0`).update(bytes)
    return bytes
  }
  const readJson = (name: string) => parseJson(utf8(read(name), join(folder, name)), join(folder, name))
  const readOptional = (name: string) => (existsSync(join(folder, name)) ? readJson(name) : undefined)
  const { title, regulations } = checkManifest(readJson('corpus.json'))
  const sources: Source[] = []
  for (const entry of regulations) sources.push(await readEntry(read(entry.file), entry, folder))
  const codebook = options.codebook ? readOptional('codebook.json') : undefined
  const overrides = readOptional('overrides.json')
  return {
    title,
    sources,
    codebook: codebook && checkCodebook(codebook),
    overrides: overrides?.value,
    hash: hash.digest('hex'),
  }
}

function readBytes(file: string): Uint8Array {
  try {
    return readBytesOf(file)
  } catch (error) {
    const remedy = file.endsWith('corpus.json')
      ? 'name a corpus folder with --corpus, or write its manifest'
      : 'put the file there or correct `file` in corpus.json'
    throw new Failure(`${file}: ${reasonOf(error)}; ${remedy}`)
  }
}

async function readEntry(bytes: Uint8Array, entry: ManifestEntry, folder: string): Promise<Source> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const source = await readSource(bytes, entry, { pdf: pdfAssets }).catch(error => {
    throw error instanceof ReadError ? new Failure(`${folder}: ${error.message}`) : error
  })
  const problems = [...changedFile(entry, sha256), ...(source.problems ?? [])]
  return { ...source, sha256, problems }
}

function changedFile(entry: ManifestEntry, sha256: string): Problem[] {
  if (!entry.sha256 || entry.sha256.toLowerCase() === sha256) return []
  const message = `sha256 of ${entry.file} is ${sha256}, the manifest says ${entry.sha256}`
  return [{ rule: 'file-changed', severity: 'warning', message, span: { start: 0, end: 0 } }]
}
