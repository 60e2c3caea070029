import { readFileSync, writeFileSync } from 'node:fs'
import { SURE_PLACE } from '../../src/compare/thresholds.ts'
import type { DifferenceCode } from '../../src/types.ts'
import type { JudgedRow } from '../quality/replay.ts'

/** A difference as it was judged; `sureness` is what placeSureness said of it. */
interface Judged {
  code: DifferenceCode
  sureness: number
  right_told: boolean
}

/** Counts src/compare/rates.json anew from what was judged. `npx tsx scripts/training/fit-differences.ts` */
const { judged: anew }: { judged: Judged[] } = JSON.parse(
  readFileSync('quality/gold/differences-judged-statements.json', 'utf8'),
)
// What was judged of numbers and modal words before statements were compared: how these are read has not changed since.
const { rounds }: { rounds: { judged: JudgedRow[] }[] } = JSON.parse(
  readFileSync('quality/gold/differences-judged.json', 'utf8'),
)
const before = rounds
  .flatMap(round => round.judged)
  .filter(({ kind, withdrawn }) => withdrawn === undefined && (kind === 'quantity' || kind === 'modality'))
  .map(({ kind, left_text, right_text, right_told }): Judged => {
    const isAlone = left_text === '' || right_text === ''
    const code = kind === 'modality' ? 'other-modal' : isAlone ? 'number-alone' : 'other-number'
    return { code, sureness: 1, right_told }
  })
const judged = [...anew, ...before]
const rates: Record<string, Record<string, { told: number; right: number }>> = {}
for (const { code, sureness, right_told } of judged.toSorted((a, b) => (a.code < b.code ? -1 : 1))) {
  const level = sureness >= SURE_PLACE ? 'sure' : 'unsure'
  rates[code] ??= {}
  rates[code][level] ??= { told: 0, right: 0 }
  rates[code][level].told++
  if (right_told) rates[code][level].right++
}
writeFileSync('src/compare/rates.json', `${JSON.stringify(rates, null, 1)}\n`)
for (const [code, levels] of Object.entries(rates)) console.log(code.padEnd(18), JSON.stringify(levels))
