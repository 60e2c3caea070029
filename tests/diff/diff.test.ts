import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readRegulation } from '../../src/analyse.ts'
import { applyDiff, changesOf, diff } from '../../src/diff/diff.ts'
import { type Names, NO_NAMES, namesOf } from '../../src/diff/names.ts'
import { joinedTexts, plainUnitText, quotable, sourceSpans, unitTextOf } from '../../src/diff/unit-text.ts'
import { fold } from '../../src/text/fold.ts'
import { cut, notation, placed } from '../support/compare-cases.ts'
import { regulationOf } from '../support/documents.ts'

interface Case {
  title: string
  a: string
  b: string
  names: { a: Names; b: Names }
  foldNames: boolean
  expected: string
}

const CASES = readFileSync(new URL('../cases/compare.txt', import.meta.url), 'utf8')
  .split(/\n\n(?=# )/)
  .slice(1)
  .map(readCase)

function readCase(page: string): Case {
  const [head, expected] = page.split('\n==> ') as [string, string]
  const [title, ...lines] = head.split('\n')
  const places = lines.filter(line => line.startsWith('@')).map(line => line.slice(1).split(' '))
  const [a, ...b] = lines.filter(line => !line.startsWith('@')).map(fold) as [string, ...string[]]
  const texts = [a, b.join('\n')] as const
  const names = texts.map((text, index) => {
    const [place, province] = places[index] ?? []
    return place && province ? namesOf(placed(place, province, [text])) : NO_NAMES
  })
  return {
    title: title!.slice(2),
    a: texts[0],
    b: texts[1],
    names: { a: names[0]!, b: names[1]! },
    foldNames: places[0]?.[2] !== 'off',
    expected: expected.trim(),
  }
}

describe('a difference as a reader sees it', () => {
  it.each(CASES)('$title', ({ a, b, names, foldNames, expected }) => {
    const [left, right] = [plainUnitText(a), plainUnitText(b)]
    const segments = diff(left, right, { cut, names, foldNames })
    expect(notation(left, right, segments)).toBe(expected)
    expect(applyDiff(a, segments, b)).toBe(b)
  })

  it('has nothing to show for a text and itself', () => {
    const unit = plainUnitText('市政府全体会议一般每半年召开1次。')
    expect(changesOf(diff(unit, unit, { cut }))).toEqual([])
  })

  it('leads back to the source, one span for paragraphs that follow each other', () => {
    const { regulation: a } = regulationOf('a', '甲山市', [['会议由市长主持。']])
    const { regulation: b, source } = regulationOf('b', '乙海市', [
      ['会议由市长主持。', '议题由市长确定。', '纪要由市长签发。'],
    ])
    const [left, right] = [unitTextOf(a, 'a/1'), unitTextOf(b, 'b/1')]
    const [change] = changesOf(diff(left, right, { cut }))
    const spans = sourceSpans(right, quotable(right, change!.b))
    expect(spans.map(({ start, end }) => source.slice(start, end))).toEqual([
      '议题由市长确定。\n纪要由市长签发。',
    ])
  })

  it('has a span for each stretch where units stand apart', () => {
    const { regulation, source } = regulationOf('b', '乙海市', [
      ['会议由市长主持。', '议题由市长确定。', '纪要由市长签发。'],
    ])
    const apart = joinedTexts([unitTextOf(regulation, 'b/1/1'), unitTextOf(regulation, 'b/1/3')], 'b')
    const spans = sourceSpans(apart, quotable(apart, { from: 3, to: apart.text.length }))
    expect(spans.map(({ start, end }) => source.slice(start, end))).toEqual([
      '市长主持。',
      '纪要由市长签发。',
    ])
  })

  it.each([
    ['from inside a label: the whole label', '一）讨论草案；\n', '（一）讨论草案；'],
    ['over a label that nothing follows: without it', '研究：\n（一）', '研究：'],
    ['over several items: their labels too', '草案；\n（二）研究', '草案；\n（二）研究'],
    ['nothing of a label alone', '\n（二）', ''],
  ])('quotes %s', (_, found, quote) => {
    const text = '第一条 会议研究：\n(一) 讨论草案；\n(二) 研究事项。\n第二条 纪要由市长签发。'
    const unit = unitTextOf(readRegulation({ id: 'a', place: '甲山市', file: 'a.txt', text }), 'a/1')
    const from = unit.text.indexOf(found)
    const range = quotable(unit, { from, to: from + found.length })
    expect(unit.text.slice(range.from, range.to)).toBe(quote)
    const stretches = sourceSpans(unit, range).map(({ start, end }) => fold(text.slice(start, end)))
    expect(stretches.join().replaceAll(' ', '')).toBe(quote)
  })
})
