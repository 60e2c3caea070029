import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import {
  type JudgedCells,
  type JudgedRounds,
  talliedCells,
  talliedRound,
} from '../../scripts/quality/judged.ts'
import { speakingShare } from '../../web/views/method/figures.ts'

const { rounds }: JudgedRounds = JSON.parse(
  readFileSync(new URL('../../quality/gold/differences-judged.json', import.meta.url), 'utf8'),
)

// Judgements were made by reading, at the time of each round; this only sums them up, one fact a line.
it('differences judged by reading', async () => {
  const lines = rounds
    .map(talliedRound)
    .flatMap(({ round, corpus, seed, kinds }) => [
      `${round} (${corpus}, seed ${seed})`,
      ...kinds.map(({ kind, right, of }) => figure(kind, right, of)),
      figure('all', sum(kinds.map(({ right }) => right)), sum(kinds.map(({ of }) => of))),
      '',
    ])
  await expect(lines.join('\n')).toMatchFileSnapshot('../golden/compare-judged.txt')
})

it('documents without a counterpart that are shown as mentioning the matter', async () => {
  const { rounds }: JudgedCells = JSON.parse(
    readFileSync(new URL('../../quality/gold/mentions-judged.json', import.meta.url), 'utf8'),
  )
  const lines = rounds
    .map(talliedCells)
    .flatMap(round => [
      `${round.corpus} (${round.round}): ${round.mentioned} of ${round.cells} mentioned`,
      figure('mentioned, the passage speaks of the matter', round.shown.right, round.shown.of),
      figure('absent, the document speaks of it all the same', round.silent.speaking, round.silent.of),
      `before, all shown as absent: share that speaks of it\t${speakingShare(round)!.toFixed(2)}`,
      '',
    ])
  await expect(lines.join('\n')).toMatchFileSnapshot('../golden/mentions-judged.txt')
})

function figure(name: string, right: number, of: number): string {
  return `${name}\t${right} of ${of}\t${(right / of).toFixed(2)}`
}

function sum(counts: number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}
