import { readFileSync } from 'node:fs'
import { benchCompare } from './bench-compare.ts'
import { benchProvisions } from './bench-provisions.ts'
import { growthOf } from './bench-structure.ts'
import { padded } from './terminal.ts'

/**
 * Speed, as ratios within one run so that machines can be compared: `npm run bench`, or `npm run bench -- structure` for
 * one of them. Nothing here fails; the figures are for reading.
 */
const BENCHES: Record<string, () => Iterable<string>> = {
  structure: benchStructure,
  provisions: benchProvisions,
  compare: benchCompare,
}

/** Reading any text takes time in proportion to its length: ten times the text, about ten times the time. */
function* benchStructure(): Generator<string> {
  const sample = readFileSync('corpus/raw/pingliang.txt', 'utf8')
  for (const { name, seconds, ratio } of growthOf(sample)) {
    const [small, large] = seconds
    yield `${padded(name, 28)} 1 MB ${small.toFixed(2)} s   10 MB ${large.toFixed(2)} s   ratio ${ratio.toFixed(1)}`
  }
}

const wanted = process.argv.slice(2)
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(name)
  for (const line of bench()) console.log(`  ${line}`)
}
