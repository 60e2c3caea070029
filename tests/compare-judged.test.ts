import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { type JudgedRounds, talliedRound } from '../scripts/judged.ts'

const { rounds }: JudgedRounds = JSON.parse(
  readFileSync(new URL('gold/differences-judged.json', import.meta.url), 'utf8'),
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
  await expect(lines.join('\n')).toMatchFileSnapshot('golden/compare-judged.txt')
})

function figure(name: string, right: number, of: number): string {
  return `${name}\t${right} of ${of}\t${(right / of).toFixed(2)}`
}

function sum(counts: number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}
