import { align } from '../src/alignment/align.ts'
import { readRegulation } from '../src/analyse.ts'
import type { Regulation } from '../src/types.ts'
import { loadCorpus } from './corpus.ts'
import { cut } from './cut.ts'

/**
 * Time and memory of families for 5, 42 and more documents, as ratios: `npx tsx scripts/bench-alignment.ts [corpus]`.
 * Beyond the corpus's own documents, seeded variations of them: sentences left out and exchanged between documents.
 */
const folder = process.argv[2] ?? '../shared/corpora/civility'
const sizes = (process.argv[3] ?? '5,42,420').split(',').map(Number)
const { sources } = await loadCorpus(folder, { codebook: false })
const real = sources.map(readRegulation)

const measured = sizes.map(size => {
  const documents = varied(real, size)
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  const start = performance.now()
  const { families } = align(documents, { cut, ...(size > 5 && { pairs: [] }) })
  const seconds = (performance.now() - start) / 1000
  const megabytes = (process.memoryUsage().heapUsed - before) / 1e6
  return {
    size,
    articles: documents.reduce((sum, { articles }) => sum + articles.length, 0),
    families: families.length,
    seconds,
    megabytes,
  }
})
const base = measured[1] ?? measured[0]!
for (const { size, articles, families, seconds, megabytes } of measured)
  console.log(
    `${size} documents, ${articles} articles: ${families} families, ${seconds.toFixed(1)} s (${(seconds / base.seconds).toFixed(2)} of ${base.size}'s), ${megabytes.toFixed(0)} MB (${(megabytes / base.megabytes).toFixed(2)})`,
  )

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

/** Numbers between 0 and 1 that are the same for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
