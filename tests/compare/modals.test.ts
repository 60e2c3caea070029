import { describe, expect, it } from 'vitest'
import { bindAlike, withoutModals } from '../../src/compare/modals.ts'

describe('how strict two texts are', () => {
  it.each([
    ['应当报告', '必须报告', true],
    ['应当报告', '可以报告', false],
    ['不得报告', '禁止报告', true],
    ['报告', '应当报告', true],
    ['原则上应当报告', '应当报告', false],
    ['不以市政府名义', '不得以市政府名义', true],
    ['不得以市政府名义', '不以市政府名义', true],
    ['不再报告', '可以报告', true],
    ['应当报告', '不再报告', true],
  ])('%s and %s', (before, after, alike) => {
    expect(bindAlike(before, after)).toBe(alike)
  })

  it('is taken out of a text, and only as a word', () => {
    expect(withoutModals('会议一般应当由市长主持，相应的供应商不得参加。')).toBe(
      '会议由市长主持，相应的供应商参加。',
    )
  })
})
