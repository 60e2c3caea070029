import { readFileSync } from 'node:fs'
import { EXIT, Failure, run } from '../io/failure.ts'
import { padded } from '../print/terminal.ts'
import { benchAlignment } from './alignment.ts'
import { benchBombs } from './bombs.ts'
import { benchClicks } from './clicks.ts'
import { benchCompare } from './compare.ts'
import { benchProvisions } from './provisions.ts'
import { growthOf } from './structure.ts'

/**
 * Speed, as ratios within one run so that machines can be compared: `npm run bench`, or `npm run bench -- structure` for
 * one of them; `npm run bench -- alignment DIR 5,42,420` for another corpus and other sizes; `npm run bench -- clicks
 * search DIR` for the deeds whose name holds a word, with the page's data for other documents; `npm run bench -- bombs docx` for files made to burst. Nothing here fails.
 */
const [wanted, ...rest] = process.argv.slice(2).filter(argument => argument !== '--debug')

type Lines = Iterable<string> | AsyncIterable<string>

const BENCHES: Record<string, () => Lines | Promise<Lines>> = {
  structure: benchStructure,
  provisions: benchProvisions,
  compare: benchCompare,
  alignment: () => {
    const [folder = 'corpus', sizes = '5,42'] = rest
    return benchAlignment(folder, sizes.split(',').map(Number))
  },
  bombs: () => benchBombs(rest[0], rest[1]),
  clicks: () => benchClicks({ wanted: rest[0], data: rest[1] }),
}

/** Reading any text takes time in proportion to its length: ten times the text, about ten times the time. */
function* benchStructure(): Generator<string> {
  const sample = readFileSync('corpus/raw/pingliang.txt', 'utf8')
  for (const { name, seconds, ratio } of growthOf(sample)) {
    const [small, large] = seconds
    yield `${padded(name, 28)} 1 MB ${small.toFixed(2)} s   10 MB ${large.toFixed(2)} s   ratio ${ratio.toFixed(1)}`
  }
}

await run(async () => {
  if (wanted && !BENCHES[wanted])
    throw new Failure(`no bench "${wanted}"; there are ${Object.keys(BENCHES).join(', ')}`, EXIT.usage)
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (wanted && wanted !== name) continue
    console.log(name)
    for await (const line of await bench()) console.log(`  ${line}`)
  }
})
