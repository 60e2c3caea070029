import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { KILLED, killsOf, type Trial } from '../../scripts/bench/kills/trial.ts'
import { makeCorpus } from '../support/shell.ts'

// A few of the kills that `npm run kills` tries at length.
const corpus = makeCorpus(mkdtempSync(join(tmpdir(), 'guijian-small-')))
afterAll(() => rmSync(corpus, { recursive: true, force: true }))

describe('a command that is killed', { timeout: 600_000 }, () => {
  it.each(KILLED)(
    'leaves what %s writes old or new, whole, and the next run mends the rest',
    async command => {
      const trials: Trial[] = []
      for await (const trial of killsOf(command, { corpus, seed: 7, count: 5 })) trials.push(trial)
      expect(trials).toHaveLength(5)
      for (const { moment, found, mended } of trials) {
        expect(found, moment).not.toContain('half')
        expect(mended, moment).toBe(true)
      }
    },
  )
})
