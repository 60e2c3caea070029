import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { groupBy } from '../src/group.ts'

type Verdict = 'good' | 'fair' | 'bad'
interface Judged {
  corpus: string
  old_is: Verdict
  new_is: Verdict
  better?: 'old' | 'new' | 'same'
}
const { judged }: { judged: Judged[] } = JSON.parse(
  readFileSync(new URL('gold/names-judged.json', import.meta.url), 'utf8'),
)

// Judged once, blind, when the rules of names were changed; this only sums it up, one fact a line.
it('names of families judged by reading', async () => {
  const lines = [...groupBy(judged, each => each.corpus)].flatMap(([corpus, names]) => [
    corpus,
    ...(['good', 'fair', 'bad'] as const).map(verdict => {
      const [old, now] = (['old_is', 'new_is'] as const).map(
        which => names.filter(name => name[which] === verdict).length,
      )
      return `${verdict}\t${old} -> ${now} of ${names.length}`
    }),
    `better\t${['new', 'old', 'same'].map(which => `${which} ${names.filter(name => name.better === which).length}`).join(', ')}`,
    '',
  ])
  await expect(lines.join('\n')).toMatchFileSnapshot('golden/names-judged.txt')
})
