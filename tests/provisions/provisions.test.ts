import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { scoreProvisions } from '../../scripts/quality/score-provisions.ts'
import { daysOf } from '../../src/provisions/days.ts'
import { provisionsOf } from '../../src/provisions/extract.ts'
import { laddersOf } from '../../src/provisions/ladders.ts'
import { RULES } from '../../src/provisions/rules.ts'
import { statesOf } from '../../src/provisions/states.ts'
import { structureOf } from '../../src/structure/structure.ts'
import type { Family, FamilyProvision, Provision } from '../../src/types.ts'
import { memberOf } from '../support/members.ts'
import { linesOf, regulationOf } from '../support/provisions-cases.ts'

interface Case {
  title: string
  rule: string
  sentence: string
  expected: string[]
  /** The sentence that looks alike, and what is read in it. */
  alike: { sentence: string; expected: string[] } | null
}

const CASES = ['provisions', 'provisions-kinds'].flatMap(page =>
  read(`tests/cases/${page}.txt`)
    .split(/\n\n(?=# )/)
    .slice(1)
    .map(readCase),
)

function read(path: string): string {
  return readFileSync(path, 'utf8')
}

function readCase(page: string): Case {
  const [title, ...lines] = page.trim().split('\n') as [string, ...string[]]
  const not = lines.findIndex(line => line.startsWith('not: '))
  const [own, other] = not < 0 ? [lines, []] : [lines.slice(0, not), lines.slice(not)]
  return {
    title: title.slice(2),
    rule: /^# ([a-z-]+):/.exec(title)?.[1] ?? '',
    sentence: own[0]!,
    expected: answers(own.slice(1)),
    alike: other[0] ? { sentence: other[0].slice(5), expected: answers(other.slice(1)) } : null,
  }
}

function answers(lines: string[]): string[] {
  return lines.map(line => line.replace(/^==> /, '')).filter(line => line !== 'nothing')
}

const ruleOf = (line: string) => line.split(' | ').at(-1)!

describe('a sentence and its provisions', () => {
  it.each(CASES)('$title', ({ rule, sentence, expected, alike }) => {
    expect(linesOf(sentence)).toEqual(expected)
    expect(expected.map(ruleOf)).toContain(rule)
    if (!alike) return
    expect(linesOf(alike.sentence)).toEqual(alike.expected)
  })

  it('has a case for every rule, and a look-alike that another rule or none reads', () => {
    const covered = CASES.filter(({ rule, alike }) => alike && !alike.expected.map(ruleOf).includes(rule))
    expect(RULES.map(rule => rule.name).filter(name => !covered.some(each => each.rule === name))).toEqual([])
  })
})

const SEEDS = ['zhongwei', 'shizuishan', 'pingliang', 'shuozhou', 'qinzhou']
const texts = Object.fromEntries(SEEDS.map(id => [id, read(`corpus/raw/${id}.txt`)]))
const seeds = SEEDS.map(id => structureOf({ id, place: id, file: '', text: texts[id]! }))
const provisions = seeds.flatMap(provisionsOf)
const sourceQuote = ({ address, span }: Provision) =>
  texts[address.split('/')[0]!]!.slice(span.start, span.end).replace(/\s+/g, '')

describe('the five regulations against what careful readers found', () => {
  const gold = JSON.parse(read('quality/gold/provisions.json')).records
  const score = scoreProvisions(provisions, sourceQuote, gold)

  it('reads at least 97 in 100 rightly, and predicts no more than that beside', () => {
    expect(score.precision, score.misses.join('\n')).toBeGreaterThanOrEqual(0.97)
    expect(score.recall, score.misses.join('\n')).toBeGreaterThanOrEqual(0.97)
  })

  it('reads every sum of money and every bound', () => {
    const missed = score.misses.filter(miss => /^(?:wrong|missed)/.test(miss))
    expect(missed.filter(miss => /元|超过|以上|以下|以内|不少于|内/.test(miss))).toEqual([])
  })

  it('names the head noun of the subject in at least nine of ten', () => {
    expect(score.subjectRight / score.found).toBeGreaterThanOrEqual(0.9)
  })

  it('takes every quote from its passage and its source', () => {
    for (const { quote, range, span } of provisions) {
      expect(quote.length).toBe(range.to - range.from)
      expect(span.end - span.start).toBeGreaterThanOrEqual(quote.length)
    }
  })
})

describe('sentences of regulations that were unread when the rules were frozen', () => {
  const { groups } = JSON.parse(read('quality/gold/unread-sentences.json')) as {
    groups: { sentences: Sentence[] }[]
  }

  it.each(groups.flatMap(group => group.sentences))('$text', each => {
    const found = provisionsOf(regulationOf(each.text))
    expect(found.map(one => Object.fromEntries(FIELDS.map(field => [field, one[field]])))).toEqual(
      each.expected,
    )
  })
})
interface Sentence {
  text: string
  expected: Record<string, unknown>[]
}

const FIELDS = ['quote', 'measure', 'comparator', 'value', 'max', 'unit', 'per'] as const

describe('decision ladders', () => {
  const ladders = laddersOf(provisions)
  const steps = (subject: string) =>
    ladders
      .find(ladder => ladder.subject === subject)!
      .steps.map(step => [
        step.lowIncluded,
        step.low,
        step.high,
        step.highIncluded,
        step.actor,
        step.preliminary,
      ])

  it('puts the sums of one subject in order, half open, with who decides', () => {
    expect(steps('预算外追加资金')).toEqual([
      [true, 0, 500000, false, '分管财政副市长', false],
      [true, 500000, 1000000, false, '分管财政副市长专题会议', false],
      [true, 500000, null, false, '分管副市长专题会议', true],
      [true, 1000000, null, false, '市人民政府常务会议', false],
      [true, 1000000, null, false, '市人民政府常务会议', false],
    ])
  })

  it.each<[string, string[]]>([
    ['10万元以上50万元以下的资金由副市长审定', ['[100000, 500000]']],
    ['10万元至50万元的资金由副市长审定', ['[100000, 500000]']],
    ['10万元以上不足50万元的资金由副市长审定', ['[100000, 500000)']],
    ['超过10万元50万元以下的资金由副市长审定', ['(100000, 500000]']],
    ['超过10万元不足50万元的资金由副市长审定', ['(100000, 500000)']],
    ['10万元以下的资金由副市长审定', ['[0, 100000]']],
    ['不足10万元的资金由副市长审定', ['[0, 100000)']],
    ['超过10万元的资金由副市长审定', ['(100000, null]']],
    ['10万元以上的资金由副市长审定', ['[100000, null]']],
  ])('reads which ends belong to a step: %s', (text, expected) => {
    const read = laddersOf(provisionsOf(regulationOf(`${text}。`))).flatMap(ladder => ladder.steps)
    expect(
      read.map(
        step =>
          `${step.lowIncluded ? '[' : '('}${step.low}, ${step.high}${step.highIncluded || step.high === null ? ']' : ')'}`,
      ),
    ).toEqual(expected)
  })

  it('finds gaps, overlaps and contradictions', () => {
    expect(faults('100万元以下的资金由分管副市长审定；200万元以上的资金由市长审定。')).toEqual([
      'gap 1000000 2000000',
    ])
    expect(faults('100万元以下的资金由分管副市长审定；50万元以上的资金由市长审定。')).toEqual([
      'overlap 500000 1000000',
    ])
    expect(faults('100万元以下的资金由分管副市长审定；100万元以上的资金由市长审定。')).toEqual([
      'overlap 1000000 1000000',
    ])
    expect(faults('不足100万元的资金由分管副市长审定；超过100万元的资金由市长审定。')).toEqual([
      'gap 1000000 1000000',
    ])
    expect(faults('100万元（不含）以下的资金由分管副市长审定；100万元以上的资金由市长审定。')).toEqual([])
    expect(faults('资金超过100万元以上的由分管副市长审定。')).toEqual(['contradiction 1000000 null'])
  })

  it('takes steps that count on another occasion, or for others, as no neighbours', () => {
    expect(faults('不足100万元的资金由分管副市长审定；50万元以上的资金由市长审定。')).toHaveLength(1)
    expect(faults('不足100万元的资金由分管副市长审定；情况紧急的，50万元以上的资金由市长审定。')).toEqual([])
    expect(faults('不足100万元的资金由分管副市长审定；情况紧急的，200万元以上的资金由市长审定。')).toEqual([
      'gap 1000000 2000000',
    ])
    expect(
      faults('情况紧急的，不足100万元的资金由分管副市长审定；跨年度安排的，200万元以上的资金由市长审定。'),
    ).toEqual([])
  })

  it('counts single things in steps of one: after twenty comes twenty-one', () => {
    expect(faults('砍伐二十株以下的，由区主管部门审批；砍伐二十一株以上的，由市主管部门审批。')).toEqual([])
  })
})

function faults(text: string): string[] {
  const ladders = laddersOf(provisionsOf(regulationOf(text)))
  return ladders.flatMap(ladder => ladder.faults.map(({ kind, from, to }) => `${kind} ${from} ${to}`))
}

describe('lengths of time in days', () => {
  const days = (text: string) => provisionsOf(regulationOf(text)).map(daysOf)

  it('keeps working days apart and counts limits from nothing', () => {
    expect(days('应在7个工作日内办结。')).toEqual([{ low: 0, high: 7, scale: 'working-days' }])
    expect(days('应在二十四小时内报告。')).toEqual([{ low: 0, high: 1, scale: 'days' }])
    expect(days('临时占用期限不得超过一年。')).toEqual([{ low: 0, high: 365, scale: 'days' }])
    expect(days('须提前3天请假。')).toEqual([{ low: 3, high: null, scale: 'days' }])
    expect(days('任期为三年至五年。')).toEqual([{ low: 1095, high: 1825, scale: 'days' }])
  })

  it('gives none for money, dates of the month and counts', () => {
    expect(days('每月5日前报送；处五十元罚款；涉及两个以上部门。')).toEqual([null, null, null])
  })
})

describe('the three states of a measure', () => {
  it('tells a value from a rule without a number, from no rule, and from a text that is cut off', () => {
    const member = (address: string) => memberOf(address, 'A')
    const family: Family = {
      id: 'f',
      topic: { id: 'f', zh: '', en: '' },
      label: 'model',
      members: [member('a/1'), member('b/2'), member('c/3')],
    }
    const inFamily = (address: string, value: number | null) =>
      ({ address, value, measure: 'meeting-frequency', family: 'f' }) as FamilyProvision
    const documents = ['a', 'b', 'c', 'd', 'e'].map(id => ({ id, complete: id !== 'e' }))
    const rows = statesOf([inFamily('a/1/1', 2), inFamily('b/2/1', null)], [family], documents)
    expect(rows.map(({ cells }) => Object.values(cells).map(cell => cell.state))).toEqual([
      ['value', 'unnumbered', 'unnumbered', 'absent', 'unknown'],
    ])
  })
})
