import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../src/analyse.ts'
import { checkDraft } from '../../src/drafting/check-draft.ts'
import { CHECKS } from '../../src/drafting/checks/checks.ts'
import { plantedDrafts } from '../support/planted.ts'

const page = readFileSync('tests/cases/drafting-planted.txt', 'utf8')
const drafts = plantedDrafts(page, id => readFileSync(`corpus/raw/${id}.txt`, 'utf8').replace(/\r\n?/g, '\n'))

/** Planted faults of which the rule tells the place and the remedy, and those of which it does not. */
const told = drafts.flatMap(({ id, text, faults }) => {
  const found = checkDraft(readDocument({ id, place: '', file: '', text }))
  return faults.map(fault => ({
    name: `${id} ${fault.rule} ${text.slice(fault.start, fault.end)}`,
    rule: fault.rule,
    isTold: found.some(
      each =>
        each.rule === fault.rule &&
        each.start < fault.end &&
        fault.start < each.end &&
        each.remedy !== '' &&
        `${each.remedy}${each.replacement ?? ''}${each.message}`.includes(fault.remedy),
    ),
  }))
})

describe('faults planted into two finished texts, all at once', () => {
  it('are at least sixty, of most checks', () => {
    expect(told.length).toBeGreaterThanOrEqual(60)
    expect(new Set(told.map(({ rule }) => rule)).size).toBeGreaterThanOrEqual(CHECKS.length * 0.75)
  })

  it('are told with their place and remedy but for a few', () => {
    const missed = told.filter(({ isTold }) => !isTold).map(({ name }) => name)
    expect(missed).toEqual([])
  })
})
