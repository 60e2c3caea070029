import { readFileSync, writeFileSync } from 'node:fs'
import { LOOKED_AT, lookedAt } from '../../src/compare/probability.ts'
import { probabilityOf } from '../../src/index/logistic.ts'
import type { DifferenceCode } from '../../src/types.ts'
import type { JudgedRow } from '../quality/replay.ts'
import { type Example, fitLogistic } from './learn.ts'

/** A difference as it was judged; `sureness` is what `placeSureness` said of it. */
interface Judged {
  code: DifferenceCode
  sureness: number
  right_told: boolean
  verdict?: 'right' | 'wrong' | 'doubtful'
  left_text: string
  right_text: string
}

interface Round {
  round: string
  judge: 'writer' | 'blind'
  judged: (JudgedRow & Partial<Judged>)[]
}

// Held small: few of a code were judged, and what is known of all codes counts for each.
const RIDGE = 1

/**
 * Fits src/compare/weights.json anew on what was judged by who did not write the rules, and prints how often those told as sure are
 * right in each round of judging when it is left out. `npx tsx scripts/training/fit-differences.ts`; with `--print` nothing is written.
 */
function main(): void {
  const { judged: listed } = read<{ judged: Judged[] }>('quality/gold/differences-listed.json')
  const { rounds } = read<{ rounds: Round[] }>('quality/gold/differences-judged.json')
  const blind = rounds.filter(({ judge, round }) => judge === 'blind' && !round.endsWith('as they were'))
  const groups = [
    { name: 'listed by a reader', examples: listed.map(row => example(row, 'a reader listed all')) },
    ...blind.map(({ round, judged }) => ({
      name: round,
      examples: judged.flatMap(row => ofRound(row) ?? []),
    })),
  ]
  for (const { name, examples } of groups) {
    const model = fitLogistic(
      LOOKED_AT,
      groups.flatMap(group => (group.name === name ? [] : group.examples)),
      RIDGE,
    )
    const told = [0.9, 0.85, 0.8, 0.7].map(least => {
      const sure = examples.filter(({ values }) => probabilityOf(model, values) >= least)
      return `${least}: ${sure.reduce((sum, { answer }) => sum + answer, 0)} of ${sure.length}`
    })
    console.log(name.padEnd(40), told.join('  '))
  }
  if (process.argv.includes('--print')) return
  const model = fitLogistic(
    LOOKED_AT,
    groups.flatMap(({ examples }) => examples),
    RIDGE,
  )
  const rounded = JSON.parse(
    JSON.stringify(model, (_, each) => (typeof each === 'number' ? Number(each.toPrecision(6)) : each)),
  )
  writeFileSync('src/compare/weights.json', `${JSON.stringify(rounded, null, 1)}\n`)
}

/** A row as an example; what it is besides moves its answer, and is not so of a difference that is told. */
function example(row: Judged, besides?: string): Example {
  const { code, sureness, right_told, verdict, left_text, right_text } = row
  const values = lookedAt(code, sureness, left_text + right_text)
  if (besides) values[LOOKED_AT.indexOf(besides)] = 1
  // What may be argued either way is half right.
  return { values, answer: verdict === 'doubtful' ? 0.5 : right_told ? 1 : 0, weight: 1 }
}

/** Rows judged before statements were compared count only for numbers and modal words, which are read today as they were then. */
function ofRound(row: Round['judged'][number]): Example | null {
  const { kind, code, sureness, left_text, right_text, withdrawn } = row
  if (code) return sureness === undefined ? null : example({ ...row, code, sureness })
  if (withdrawn !== undefined || (kind !== 'modality' && kind !== 'quantity')) return null
  const known =
    kind === 'modality' ? 'other-modal' : left_text && right_text ? 'other-number' : 'number-alone'
  return example({ ...row, code: known, sureness: 0.8 })
}

function read<Shape>(path: string): Shape {
  return JSON.parse(readFileSync(path, 'utf8'))
}

main()
