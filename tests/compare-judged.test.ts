import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

interface Round {
  round: string
  corpus: string
  seed: number
  judged: { kind: string; right_told: boolean }[]
}
const { rounds }: { rounds: Round[] } = JSON.parse(
  readFileSync(new URL('gold/differences-judged.json', import.meta.url), 'utf8'),
)
const KINDS = ['quantity', 'modality', 'actor', 'scope', 'missing', 'wording']

// Judgements were made by reading, at the time of each round; this only sums them up, one fact a line.
it('differences judged by reading', async () => {
  const lines = rounds.flatMap(({ round, corpus, seed, judged }) => [
    `${round} (${corpus}, seed ${seed})`,
    ...KINDS.filter(kind => judged.some(each => each.kind === kind)).map(kind =>
      figure(
        kind,
        judged.filter(each => each.kind === kind),
      ),
    ),
    figure('all', judged),
    '',
  ])
  await expect(lines.join('\n')).toMatchFileSnapshot('golden/compare-judged.txt')
})

function figure(name: string, judged: Round['judged']): string {
  const right = judged.filter(each => each.right_told).length
  return `${name}\t${right} of ${judged.length}\t${(right / judged.length).toFixed(2)}`
}
