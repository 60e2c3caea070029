import { readFileSync } from 'node:fs'
import { benchAlignment } from './bench-alignment.ts'
import { benchClicks } from './bench-clicks.ts'
import { benchCompare } from './bench-compare.ts'
import { benchProvisions } from './bench-provisions.ts'
import { growthOf } from './bench-structure.ts'
import { padded } from './terminal.ts'

/**
 * Speed, as ratios within one run so that machines can be compared: `npm run bench`, or `npm run bench -- structure` for
 * one of them; `npm run bench -- alignment DIR 5,42,420` for another corpus and other sizes, `npm run bench -- clicks DATA
 * WORD` for the output of another corpus and the clicks whose name holds a word. Nothing here fails.
 */
const [wanted, folder, more] = process.argv.slice(2)

type Lines = Iterable<string> | AsyncIterable<string>

const BENCHES: Record<string, () => Lines | Promise<Lines>> = {
  structure: benchStructure,
  provisions: benchProvisions,
  compare: benchCompare,
  alignment: () => benchAlignment(folder ?? 'corpus', (more ?? '5,42').split(',').map(Number)),
  clicks: () => benchClicks(folder || undefined, more),
}

/** Reading any text takes time in proportion to its length: ten times the text, about ten times the time. */
function* benchStructure(): Generator<string> {
  const sample = readFileSync('corpus/raw/pingliang.txt', 'utf8')
  for (const { name, seconds, ratio } of growthOf(sample)) {
    const [small, large] = seconds
    yield `${padded(name, 28)} 1 MB ${small.toFixed(2)} s   10 MB ${large.toFixed(2)} s   ratio ${ratio.toFixed(1)}`
  }
}

for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted && wanted !== name) continue
  console.log(name)
  for await (const line of await bench()) console.log(`  ${line}`)
}
