import { align } from '../../src/alignment/align.ts'
import { readRegulation } from '../../src/analyse.ts'
import type { Regulation } from '../../src/types.ts'
import { generator } from '../io/chance.ts'
import { loadCorpus } from '../io/corpus.ts'
import { cut } from '../io/cut.ts'

/**
 * Time and memory of families as a corpus grows, as ratios to the second size: a corpus's own documents, beyond them
 * seeded variations with sentences left out and exchanged between documents. One line for each size.
 */
export async function benchAlignment(folder: string, sizes: number[]): Promise<string[]> {
  const { sources } = await loadCorpus(folder, { codebook: false })
  const real = sources.map(readRegulation)
  const measured = sizes.map(size => measure(varied(real, size)))
  const base = measured[1] ?? measured[0]!
  return measured.map(
    ({ documents, articles, families, seconds, megabytes }) =>
      `${documents} documents, ${articles} articles: ${families} families, ${seconds.toFixed(1)} s (${(seconds / base.seconds).toFixed(2)} of ${base.documents}'s), ${megabytes.toFixed(0)} MB (${(megabytes / base.megabytes).toFixed(2)})`,
  )
}

function measure(documents: Regulation[]) {
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  const start = performance.now()
  const { families } = align(documents, { cut, ...(documents.length > 5 && { pairs: [] }) })
  const seconds = (performance.now() - start) / 1000
  const megabytes = (process.memoryUsage().heapUsed - before) / 1e6
  const articles = documents.reduce((sum, { articles }) => sum + articles.length, 0)
  return { documents: documents.length, articles, families: families.length, seconds, megabytes }
}

/** The first documents as they are; further ones with one sentence in six left out or taken from another document. */
function varied(documents: Regulation[], size: number): Regulation[] {
  const chance = generator(20261122)
  return Array.from({ length: size }, (_, at) => {
    const model = documents[at % documents.length]!
    return at < documents.length ? model : variation(model, documents, `v${at}`, chance)
  })
}

function variation(model: Regulation, documents: Regulation[], id: string, chance: () => number): Regulation {
  const copy: Regulation = JSON.parse(JSON.stringify(model).replaceAll(`"${model.id}`, `"${id}`))
  const donor = documents[Math.floor(chance() * documents.length)]!
  const sentences = donor.articles.flatMap(({ paragraphs }) => paragraphs.map(({ passage }) => passage.text))
  for (const paragraph of copy.articles.flatMap(({ paragraphs }) => paragraphs)) {
    const parts = paragraph.passage.text.match(/[^。；]+[。；]?/g) ?? []
    const text = parts
      .map(part =>
        chance() < 1 / 6 ? (chance() < 0.5 ? '' : sentences[Math.floor(chance() * sentences.length)]!) : part,
      )
      .join('')
    paragraph.passage = { text: text || paragraph.passage.text, runs: [] }
  }
  return copy
}
