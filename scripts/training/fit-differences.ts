import { readFileSync, writeFileSync } from 'node:fs'
import { SURE_PLACE } from '../../src/compare/thresholds.ts'
import type { DifferenceCode } from '../../src/types.ts'
import type { JudgedRow } from '../quality/replay.ts'

/** A difference as it was judged; `sureness` is what `placeSureness` said of it. */
interface Judged {
  code: DifferenceCode
  sureness: number
  right_told: boolean
}

interface Round {
  round: string
  judge: 'writer' | 'blind'
  judged: (JudgedRow & Partial<Judged>)[]
}

/** Counts src/compare/rates.json anew from what was judged by who did not write the rules. `npx tsx scripts/training/fit-differences.ts` */
function main(): void {
  const { judged: listed } = read<{ judged: Judged[] }>('quality/gold/differences-listed.json')
  const { rounds } = read<{ rounds: Round[] }>('quality/gold/differences-judged.json')
  const blind = rounds.filter(({ judge, round }) => judge === 'blind' && !round.endsWith('as they were'))
  const judged = [...listed, ...blind.flatMap(round => round.judged.flatMap(row => asJudged(row) ?? []))]
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
}

/** Rows judged before statements were compared count only for numbers and modal words, which are read today as they were then. */
function asJudged(row: Round['judged'][number]): Judged | null {
  const { kind, code, sureness, right_told, left_text, right_text, withdrawn } = row
  if (code) return sureness === undefined ? null : { code, sureness, right_told }
  if (withdrawn !== undefined) return null
  if (kind === 'modality') return { code: 'other-modal', sureness: 1, right_told }
  if (kind !== 'quantity') return null
  return { code: left_text && right_text ? 'other-number' : 'number-alone', sureness: 1, right_told }
}

function read<Shape>(path: string): Shape {
  return JSON.parse(readFileSync(path, 'utf8'))
}

main()
