import { align } from '../../src/alignment/align.ts'
import { readRegulation } from '../../src/analyse.ts'
import { articleAddressOf } from '../../src/structure/address.ts'
import { loadCorpus } from '../io/corpus.ts'
import { cut } from '../io/cut.ts'

/**
 * How alike the model's families and the codebook's topics are: extended B-cubed (units stand in several rows) at the
 * grain of articles and of paragraphs, and the ten worst topics. `npx tsx scripts/quality/score-families.ts [corpus]`
 */
const folder = process.argv[2] ?? 'corpus'
const { sources, codebook } = await loadCorpus(folder, { codebook: true })
const regulations = sources.map(readRegulation)
const { families } = align(regulations, { cut })
const paragraphs = new Map(
  regulations.flatMap(({ articles }) =>
    articles.map(a => [a.address, a.paragraphs.map(p => p.address)] as const),
  ),
)
const toParagraphs = (unit: string) => paragraphs.get(unit) ?? [unit]
const found = families.map(family => family.members.map(({ address }) => address))
const gold = codebook!.topics.map(({ zh, members }) => ({
  zh,
  units: Object.entries(members).flatMap(([id, units]) =>
    units.map(unit => `${id}/${unit.replace('.', '/')}`),
  ),
}))

for (const [name, grain] of [
  ['articles', (unit: string) => [articleAddressOf(unit)]],
  ['paragraphs', toParagraphs],
] as const) {
  const { precision, recall, f1 } = bCubed(
    found.map(grained(grain)),
    gold.map(({ units }) => grained(grain)(units)),
  )
  console.log(
    `B-cubed, ${name}: precision ${precision.toFixed(3)} recall ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`,
  )
}
console.log('worst topics: best family by Jaccard of articles')
for (const { zh, best, units, family } of worst().slice(0, 10))
  console.log(`${best.toFixed(2)} ${zh}: ${units.join(' ')}\n     best family: ${family.join(' ')}`)

function grained(grain: (unit: string) => string[]): (units: readonly string[]) => Set<string> {
  return units => new Set(units.flatMap(grain))
}

/**
 * Extended B-cubed (Amigó 2009): for each two units of one row, how many of the rows they share there they share here
 * too; precision over pairs that the families put together, recall over those that the topics do; mean over units.
 */
function bCubed(
  families: Set<string>[],
  topics: Set<string>[],
): { precision: number; recall: number; f1: number } {
  const precision = oneWay(families, topics)
  const recall = oneWay(topics, families)
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

function oneWay(from: Set<string>[], to: Set<string>[]): number {
  const [inFrom, inTo] = [rowsByUnit(from), rowsByUnit(to)]
  const units = [...inFrom.keys()].filter(unit => inTo.has(unit))
  const shares = units.map(unit => {
    const mates = new Set(
      inFrom
        .get(unit)!
        .flatMap(row => [...from[row]!])
        .filter(mate => inTo.has(mate)),
    )
    const each = [...mates].map(mate => {
      const here = shared(inFrom, unit, mate)
      return Math.min(here, shared(inTo, unit, mate)) / here
    })
    return each.reduce((sum, share) => sum + share, 0) / each.length
  })
  return shares.reduce((sum, share) => sum + share, 0) / shares.length
}

function rowsByUnit(rows: Set<string>[]): Map<string, number[]> {
  const byUnit = new Map<string, number[]>()
  for (const [at, row] of rows.entries())
    for (const unit of row) byUnit.set(unit, [...(byUnit.get(unit) ?? []), at])
  return byUnit
}

function shared(rows: Map<string, number[]>, a: string, b: string): number {
  const others = new Set(rows.get(b))
  return rows.get(a)!.filter(row => others.has(row)).length
}

function worst() {
  const byArticle = grained(unit => [articleAddressOf(unit)])
  const sets = found.map(byArticle)
  return gold
    .map(({ zh, units }) => {
      const topic = byArticle(units)
      const scored = sets.map((family, at) => ({ at, likeness: jaccard(topic, family) }))
      const best = scored.reduce((max, next) => (next.likeness > max.likeness ? next : max))
      return { zh, units, best: best.likeness, family: found[best.at]! }
    })
    .sort((x, y) => x.best - y.best)
}

function jaccard(a: Set<string>, b: Set<string>): number {
  const common = [...a].filter(unit => b.has(unit)).length
  return common / (a.size + b.size - common)
}
