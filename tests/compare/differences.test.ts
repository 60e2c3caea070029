import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { comparerOf, differencesOf } from '../../src/compare/differences.ts'
import { strikingFacts } from '../../src/insights/unusual-numbers.ts'
import { provisionsOf } from '../../src/provisions/extract.ts'
import { fold } from '../../src/text/fold.ts'
import type { Difference, Family, Range } from '../../src/types.ts'
import { corpusOf, cut } from '../support/compare-cases.ts'
import { regulationOf } from '../support/documents.ts'
import { judgedClauses } from '../support/judged-texts.ts'
import { memberOf } from '../support/members.ts'
import { answersInWords } from '../support/words.ts'

const CASES = readFileSync(new URL('../cases/compare-differences.txt', import.meta.url), 'utf8')
  .split(/\n\n(?=# )/)
  .slice(1)
  .map(page => {
    const [head, ...expected] = page.trim().split('\n==> ')
    const [title, a, b] = head!.split('\n') as [string, string, string]
    return { title: title.slice(2), a: fold(a), b: fold(b), expected }
  })

function familyOf(...addresses: string[]): Family {
  return {
    id: 'f',
    topic: { id: 'f', zh: '事项', en: 'matter' },
    label: 'curated',
    members: addresses.map(address => memberOf(address)),
  }
}

function differencesBetween(a: string, b: string): Difference[] {
  const left = regulationOf('a', '甲山市', [[a]]).regulation
  const right = regulationOf('b', '乙海市', [[b]]).regulation
  const regulations = [left, right]
  return comparerOf(corpusOf(regulations), cut).between(familyOf('a/1', 'b/1'), 'a', 'b')
}

describe('typed differences', () => {
  it.each(CASES)('$title', ({ a, b, expected }) => {
    const told = differencesBetween(a, b).map(
      ({ kind, direction, note }) => `${kind} ${direction ?? '-'} ${note}`,
    )
    expect(told.length === 0 ? ['none'] : told).toEqual(expected)
  })

  // Two articles each; the right document is cut off in its second.
  it.each<[why: string, left: string[], right: string[], article: number, whole: string[], cutOff: string[]]>(
    [
      [
        'a sentence that may have stood behind the cut',
        ['会议由市长主持。', '会议纪要由秘书长签发。会议材料由办公室归档保存。'],
        ['会议由市长主持。', '会议纪要由秘书长签发。会议议题由'],
        2,
        ['missing 右件全文未见此句'],
        [],
      ],
      [
        'a clause of the sentence that is cut',
        ['会议由市长主持。', '会议纪要由秘书长签发，并报市长审阅后归档保存。'],
        ['会议由市长主持。', '会议纪要由秘书长签发，'],
        2,
        ['scope 右件对应条文中未见此语：并报市长审阅后归档保存'],
        [],
      ],
      [
        'a number that only one of them sets',
        ['会议由市长主持。', '会议由秘书长筹备，时间不超过半天。'],
        ['会议由市长主持。', '会议由秘书长筹备，'],
        2,
        ['quantity 左规定“时间不超过半天”，右未规定'],
        [],
      ],
      [
        'a sentence that may stand in an article behind the cut',
        ['会议由市长主持。会议材料由办公室归档保存。', '会议纪要由秘书长签发。'],
        ['会议由市长主持。', '会议纪要由'],
        1,
        ['missing 右件全文未见此句'],
        [],
      ],
      [
        'an article before the last is whole, and can lack a clause',
        ['会议纪要由秘书长签发，并报市长审阅后归档保存。', '会议由市长主持。'],
        ['会议纪要由秘书长签发。', '会议由'],
        1,
        ['scope 右件对应条文中未见此语：并报市长审阅后归档保存'],
        ['scope 右件对应条文中未见此语：并报市长审阅后归档保存'],
      ],
      [
        'what the cut text has and the whole one lacks is missing there',
        ['会议由市长主持。', '会议纪要由秘书长签发。'],
        ['会议由市长主持。', '会议纪要由秘书长签发。会议材料由办公室归档保存。议题由'],
        2,
        ['missing 左件全文未见此句'],
        ['missing 左件全文未见此句'],
      ],
    ],
  )('%s', (_, left, right, article, whole, cutOff) => {
    const paragraphs = (texts: string[]) => texts.map(text => [text])
    const a = regulationOf('a', '甲山市', paragraphs(left)).regulation
    const b = regulationOf('b', '乙海市', paragraphs(right)).regulation
    const told = (complete: boolean) => {
      const regulations = [a, { ...b, complete }]
      const family = familyOf(`a/${article}`, `b/${article}`)
      const comparer = comparerOf(corpusOf(regulations, [family]), cut)
      return comparer.between(family, 'a', 'b').map(({ kind, note }) => `${kind} ${note}`)
    }
    expect([told(true), told(false)]).toEqual([whole, cutOff])
  })

  it('quote their texts where they stand', () => {
    const { regulation: a, source } = regulationOf('a', '甲山市', [
      ['会议由市长主持。'],
      ['常务会议每月召开2次。'],
    ])
    const { regulation: b } = regulationOf('b', '乙海市', [['常务会议每月召开3次。']])
    const regulations = [a, b]
    const [difference] = differencesOf(corpusOf(regulations, [familyOf('a/2', 'b/1')]), cut)
    expect(difference!.left).toBe('a/2/1')
    expect(source.slice(difference!.leftSpan!.start, difference!.leftSpan!.end)).toBe(difference!.leftText)
  })

  it.each([
    [
      '常务会议一般每月召开2次。',
      '常务会议一般每月召开1—2次。',
      [
        '常务会议一般每月召开[2次]',
        '常务会议一般每月召开[1—2次]',
        '24 → 12–24 times a year; less by 0–12 times a year',
      ],
    ],
    [
      '会议由市长主持。',
      '会议由常务副市长主持。',
      ['会议由[市长]主持', '会议由[常务副市长]主持', 'who convenes and chairs'],
    ],
    [
      '依法行政，接受监督。',
      '依法行政，接受人大监督。',
      ['接受监督', '接受[人大]监督', 'bodies or persons added'],
    ],
    ['各部门必须执行。', '各部门可以执行。', ['各部门[必须]执行', '各部门[可以]执行', 'weaker']],
  ])('mark what differs inside the clause and say in English what it comes to: %s', (a, b, expected) => {
    const [difference] = differencesBetween(a, b)
    const marked = (text: string, core: Range[]) =>
      core
        .toReversed()
        .reduce(
          (rest, { from, to }) => `${rest.slice(0, from)}[${rest.slice(from, to)}]${rest.slice(to)}`,
          text,
        )
    const { leftText, rightText, leftCore, rightCore, gist } = difference!
    expect([marked(leftText, leftCore), marked(rightText, rightCore), gist.en]).toEqual(expected)
  })

  it('compare wordings with the most common one where documents are many', () => {
    const texts = Array.from({ length: 30 }, (_, index) =>
      index % 4 === 3 ? '会议每月召开3次。' : '会议每月召开2次。',
    )
    const regulations = texts.map((text, index) => regulationOf(`d${index}`, '甲山市', [[text]]).regulation)
    const families = [familyOf(...regulations.map(each => `${each.id}/1`))]
    const told = differencesOf(corpusOf(regulations, families), cut)
    expect(told.map(each => `${each.left} ${each.right} ${each.kind}`)).toEqual(['d0/1/1 d3/1/1 quantity'])
  })
})

// Real clauses of other genres, as people judged them; alone, so that what is rare is not known.
it('clauses that people judged', async () => {
  const blocks = judgedClauses()
    .filter(([a, b]) => a !== '' && b !== '')
    .map(([a, b]) => {
      const told = differencesBetween(fold(a), fold(b)).map(
        ({ kind, direction, note, gist }) => `  ${kind} ${direction ?? '-'} ${note} / ${gist.en}`,
      )
      return [a, b, ...(told.length === 0 ? ['  none'] : told), ''].join('\n')
    })
  expect(blocks.length).toBeGreaterThan(100)
  await expect(blocks.join('\n')).toMatchFileSnapshot('../golden/differences-clauses.txt')
})

it('clauses in all words', async () => {
  const answer = (couple: string) => {
    const [a, b] = couple.split('｜') as [string, string]
    const told = differencesBetween(fold(a), fold(b)).map(
      ({ kind, direction, note, gist }) => `${kind} ${direction ?? '-'} ${note} / ${gist.en}`,
    )
    return told.join('  ') || 'none'
  }
  await expect(answersInWords('compare-words.txt', answer)).toMatchFileSnapshot('../golden/compare-words.txt')
})

describe('striking facts', () => {
  it('compare like with like', () => {
    const texts = ['全体会议每年召开1次。常务会议每月召开2次。', '全体会议每年召开2次。常务会议每月召开2次。']
    const provisions = texts.flatMap((text, index) =>
      provisionsOf(regulationOf(`d${index}`, '甲山市', [[text]]).regulation).map(each => ({
        ...each,
        family: 'f',
        statement: null,
      })),
    )
    const facts = strikingFacts(provisions)
    expect(facts.map(fact => [fact.subject, fact.ratio, fact.answers.length])).toEqual([['全体会议', 2, 2]])
  })
})
