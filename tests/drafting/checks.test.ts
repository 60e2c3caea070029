import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CHECKS } from '../../src/drafting/checks/checks.ts'
import { documentOfCase, draftCasesOn, reportedIn } from '../support/drafting-cases.ts'

const cases = draftCasesOn(readFileSync(new URL('../cases/drafting.txt', import.meta.url), 'utf8'))

describe('what the checks of drafts report', () => {
  it.each(cases.flatMap(each => each.genres.map(genre => ({ ...each, genre }))))(
    '$rule, $genre: $text',
    ({ genre, ...each }) => {
      const { text, quote, replacement } = documentOfCase(each, genre)
      const faults = reportedIn(text, each.rule)
      if (!each.reported) return expect(faults).toEqual([])
      const fault = faults.find(found => found.quote === quote?.replace(/\s/g, ''))
      expect(faults.map(found => found.quote)).toContain(quote?.replace(/\s/g, ''))
      expect(text.slice(fault!.start, fault!.end)).toBe(quote)
      if (replacement !== null) expect(fault!.replacement).toBe(replacement)
      expect(fault!.message).not.toBe('')
      expect(fault!.message_en).toMatch(/[a-z]/)
    },
  )

  it('has a text that is reported and one that is not for every check', () => {
    const named = (reported: boolean) =>
      new Set(cases.filter(each => each.reported === reported).map(({ rule }) => rule))
    const names = CHECKS.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBeGreaterThanOrEqual(45)
    expect(names.filter(name => !named(true).has(name) && !WHOLE_TEXTS.includes(name))).toEqual([])
    expect(names.filter(name => !named(false).has(name) && !WHOLE_TEXTS.includes(name))).toEqual([])
    expect([...named(true)].filter(name => !names.includes(name))).toEqual([])
  })
})

// They report nothing in a text of a few sentences; below.
const WHOLE_TEXTS = ['purpose-missing', 'entry-into-force-missing', 'text-outside-articles']
