import { join } from 'node:path'
import { analyse } from '../../src/analyse.ts'
import type { Analysis, Problem, Regulation, Source } from '../../src/types.ts'
import { type Corpus, loadCorpus } from './corpus.ts'
import { cut } from './cut.ts'
import { EXIT, Failure } from './failure.ts'
import { type Finding, tellWarnings } from './finding.ts'
import { progress } from './progress.ts'

/** What every command that analyses a corpus can be told. */
export interface CorpusOptions {
  /** Folder with corpus.json. */
  corpus: string
  /** False leaves the codebook out: the model alone decides. */
  codebook: boolean
  /** Warnings about manifest, codebook and overrides end the command. */
  strict?: boolean
  /** Only these pairs of documents are aligned and compared; all when left out. */
  pairs?: [string, string][]
}

/** Reads a corpus folder; a pair asked for that it does not have is a failure. */
export async function readCorpus(options: CorpusOptions): Promise<Corpus> {
  progress(`reading ${options.corpus}`)
  const corpus = await loadCorpus(options.corpus, options)
  if (options.pairs) refuseUnknown(options.pairs, corpus.sources)
  return corpus
}

/** The documents of a corpus as structure. */
export function regulationsOf({ documents }: Corpus): Regulation[] {
  return documents.map(({ regulation }) => regulation)
}

/** Analyses a corpus that was read, and tells what its keeper should know. */
export function analysisOf(corpus: Corpus, { corpus: folder, pairs, strict }: CorpusOptions): Analysis {
  const { title, documents, codebook, overrides } = corpus
  progress(`analysing ${documents.length} documents`)
  const analysis = analyse(title, documents, {
    cut,
    overrides,
    ...(codebook && { codebook }),
    ...(pairs && { pairs }),
  })
  tellWarnings(findingsOf(corpus, folder, analysis.problems), strict ?? false)
  return analysis
}

/** What there is to say of the corpus's manifest, codebook and overrides; `problems` are those of overrides. */
export function findingsOf(corpus: Corpus, folder: string, problems: Problem[]): Finding[] {
  const place = join(folder, 'overrides.json')
  const ofOverrides = problems.map(({ rule, severity, message }) => ({
    rule,
    severity: severity === 'note' ? ('note' as const) : ('warning' as const),
    place,
    message,
  }))
  return [...corpus.findings, ...ofOverrides]
}

/** Reads and analyses a corpus folder, telling its progress. */
export async function analyseCorpus(options: CorpusOptions): Promise<{ corpus: Corpus; analysis: Analysis }> {
  const corpus = await readCorpus(options)
  return { corpus, analysis: analysisOf(corpus, options) }
}

/** `--pairs a:b,c:d` as pairs; anything else is a failure of usage. */
export function parsePairs(list: string): [string, string][] {
  return list.split(',').map(pair => {
    const [a, b, ...more] = pair.split(':')
    if (!a || !b || a === b || more.length > 0)
      throw new Failure(
        `--pairs: "${pair}" is no pair; write two ids with a colon: zhongwei:shizuishan`,
        EXIT.usage,
      )
    return [a, b]
  })
}

function refuseUnknown(pairs: [string, string][], sources: Source[]): void {
  const known = new Set(sources.map(source => source.id))
  const unknown = pairs.flat().find(id => !known.has(id))
  if (unknown) throw new Failure(`no document "${unknown}" in the corpus; it has ${[...known].join(', ')}`)
}
