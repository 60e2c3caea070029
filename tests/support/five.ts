import { type Corpus, loadCorpus } from '../../scripts/io/corpus.ts'
import { cut } from '../../scripts/io/cut.ts'
import { analyse } from '../../src/analyse.ts'
import type { Analysis } from '../../src/types.ts'

/**
 * The five regulations, analysed here and now as `npm run data` does: what is in build/ may come of other code. It takes
 * some seconds, so what asks for the whole of it stands in one test file.
 */
export async function five(): Promise<{ corpus: Corpus; analysis: Analysis }> {
  const corpus = await loadCorpus('corpus', { codebook: true })
  const { title, documents, codebook, overrides } = corpus
  return { corpus, analysis: analyse(title, documents, { cut, overrides, codebook: codebook! }) }
}
