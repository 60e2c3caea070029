import { analyse } from '../src/analyse.ts'
import type { Analysis, Source } from '../src/types.ts'
import { type Corpus, loadCorpus } from './corpus.ts'
import { cut } from './cut.ts'
import { EXIT, Failure } from './failure.ts'
import { progress } from './progress.ts'

/** What every command that analyses a corpus can be told. */
export interface CorpusOptions {
  /** Folder with corpus.json. */
  corpus: string
  /** False leaves the codebook out: the model alone decides. */
  codebook: boolean
  /** Only these pairs of documents are aligned; all (up to 40 documents) when left out. */
  pairs?: [string, string][]
}

/** Reads and analyses a corpus folder, telling its progress. */
export async function analyseCorpus(options: CorpusOptions): Promise<{ corpus: Corpus; analysis: Analysis }> {
  progress(`reading ${options.corpus}`)
  const corpus = await loadCorpus(options.corpus, options)
  const { title, sources, codebook, overrides } = corpus
  const { pairs } = options
  if (pairs) refuseUnknown(pairs, sources)
  progress(`analysing ${sources.length} documents`)
  const analysis = analyse(title, sources, {
    cut,
    ...(codebook && { codebook }),
    overrides,
    ...(pairs && { pairs }),
  })
  return { corpus, analysis }
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
  if (unknown)
    throw new Failure(`--pairs: no document "${unknown}" in the corpus; it has ${[...known].join(', ')}`)
}
