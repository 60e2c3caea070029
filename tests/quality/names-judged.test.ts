import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { type JudgedNameList, talliedNames } from '../../scripts/quality/judged.ts'

const kept: JudgedNameList = JSON.parse(
  readFileSync(new URL('../../quality/gold/names-judged.json', import.meta.url), 'utf8'),
)

// Judged once, blind, when the rules of names were changed; this only sums it up, one fact a line.
it('names of families judged by reading', async () => {
  const lines = talliedNames(kept).flatMap(({ corpus, of, before, now, better }) => [
    corpus,
    ...(['good', 'fair', 'bad'] as const).map(
      verdict => `${verdict}\t${before[verdict]} -> ${now[verdict]} of ${of}`,
    ),
    `better\tnew ${better.now}, old ${better.before}, same ${better.same}`,
    '',
  ])
  await expect(lines.join('\n')).toMatchFileSnapshot('../golden/names-judged.txt')
})

it('names that stayed as they were are better neither before nor now', () => {
  const name = { corpus: 'x', old: '养犬', old_is: 'good', new: '养犬登记', new_is: 'fair' } as const
  expect(
    talliedNames({
      judged: [
        { ...name, better: 'old' },
        { ...name, new: '养犬', new_is: 'good' },
      ],
    }),
  ).toEqual([
    {
      corpus: 'x',
      of: 2,
      before: { good: 2, fair: 0, bad: 0 },
      now: { good: 1, fair: 1, bad: 0 },
      better: { now: 0, before: 1, same: 0 },
    },
  ])
})
