import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KILLED, killsOf, type Trial } from '../../scripts/bench/kills/trial.ts'

// A few of the kills that `npm run kills` tries at length.
const corpus = mkdtempSync(join(tmpdir(), 'guijian-small-'))
const TEXT =
  '甲市人民政府工作规则\n第一条 为规范工作，制定本规则。\n第二条 市人民政府全体会议每半年召开一次，由市长主持。\n第三条 本规则自公布之日起施行。\n'

beforeAll(() => {
  mkdirSync(join(corpus, 'raw'))
  const ids = ['jia', 'yi']
  for (const id of ids) writeFileSync(join(corpus, `raw/${id}.txt`), TEXT.replace('甲', id))
  const regulations = ids.map(id => ({ id, place: `${id}市`, file: `raw/${id}.txt` }))
  writeFileSync(join(corpus, 'corpus.json'), JSON.stringify({ title: '规则', regulations }))
})
afterAll(() => rmSync(corpus, { recursive: true, force: true }))

describe('a command that is killed', { timeout: 600_000 }, () => {
  it.each(KILLED)(
    'leaves what %s writes as it was or whole as it will be, and the next run mends the rest',
    async command => {
      const trials: Trial[] = []
      for await (const trial of killsOf(command, { corpus, seed: 7, count: 5 })) trials.push(trial)
      expect(trials).toHaveLength(5)
      for (const trial of trials) {
        expect(trial.found, trial.moment).not.toContain('half')
        expect(trial.mended, trial.moment).toBe(true)
      }
    },
  )
})
