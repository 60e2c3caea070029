import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { randomFrom } from '../../scripts/io/chance.ts'
import { readDocument } from '../../src/analyse.ts'
import { checkDraft } from '../../src/drafting/check-draft.ts'
import type { Fault } from '../../src/drafting/check-types.ts'
import { CHECKS } from '../../src/drafting/checks/checks.ts'
import { type Checked, checkAgain, checkArticle } from '../../src/drafting/rechecking.ts'
import { draftCasesOn } from '../support/drafting-cases.ts'

const CHANGES = 5
const IDS = ['zhongwei', 'shizuishan', 'pingliang', 'shuozhou', 'qinzhou']
const textOf = (id: string) => readFileSync(`corpus/raw/${id}.txt`, 'utf8').replace(/\r\n?/g, '\n')
const read = (text: string) => readDocument({ id: 'draft', place: '', file: 'draft.txt', text })
const alone = new Set(CHECKS.filter(each => each.alone).map(({ name }) => name))

// The marked words of the page of cases: faults of every kind, put into the middle of texts that have none.
const WORDS = draftCasesOn(readFileSync('tests/cases/drafting.txt', 'utf8'))
  .filter(({ reported, whole, text }) => reported && !whole && !text.includes('|'))
  .map(({ text }) => text.replace(/→.*$/, '').replace(/[⟦⟧]/g, ''))

/** Texts that grow by a faulty sentence each, at the end of some paragraph. */
function* written(id: string, times: number): Generator<string> {
  const random = randomFrom(id)
  let text = textOf(id)
  yield text
  for (let time = 0; time < times; time++) {
    const ends = [...text.matchAll(/。(?=\n)/g)].map(({ index }) => index + 1)
    const at = ends[Math.floor(random() * ends.length)]!
    text = text.slice(0, at) + WORDS[Math.floor(random() * WORDS.length)] + text.slice(at)
    yield text
  }
}

describe('a draft checked again', () => {
  it.each(IDS)('has the faults of a draft checked once, and at once those of the article: %s', id => {
    const own = (faults: Fault[]) => faults.filter(({ rule }) => alone.has(rule))
    let before: Checked | null = null
    let answered = 0
    for (const text of written(id, CHANGES)) {
      const whole = checkAgain(read(text), '', before)
      expect(whole.faults).toEqual(checkDraft(whole.draft))
      const quick = before && checkArticle(text, before)
      if (quick) {
        answered++
        expect(own(quick)).toEqual(own(whole.faults))
        for (const { start, end, quote } of quick)
          expect(text.slice(start, end).replace(/\s/g, '')).toBe(quote)
      }
      before = whole
    }
    expect(answered).toBeGreaterThanOrEqual(CHANGES - 1)
  })

  it('looks again only at the article that has changed', () => {
    const text = textOf('zhongwei')
    const first = checkAgain(read(text), '', null)
    const second = checkAgain(read(text.replace('第三条 ', '第三条 严禁吸烟。')), '', first)
    const fresh = [...second.known].filter(([key, faults]) => first.known.get(key) !== faults)
    expect(fresh).toHaveLength(1)
  })

  it('looks at all again where the draft is of another place', () => {
    const text = textOf('zhongwei')
    const first = checkAgain(read(text), '', null)
    const second = checkAgain(read(text), '兰州市', first)
    expect(second.faults).toEqual(checkDraft(read(text), '兰州市'))
    expect(second.faults.some(({ rule }) => rule === 'other-place')).toBe(true)
  })
})

describe('one article checked at once', () => {
  it('does not answer where a label or more than one article is changed', () => {
    const text = textOf('zhongwei')
    const before = checkAgain(read(text), '', null)
    expect(checkArticle(text.replace('第三条', '第四条'), before)).toBeNull()
    expect(checkArticle(text.replace(/。\n[\s\S]*?(?=第五条)/, '。\n'), before)).toBeNull()
    expect(checkArticle(text.replace(/(第三条[^\n]*\n)/, '$1第三条之一　另行规定。\n'), before)).toBeNull()
  })
})
