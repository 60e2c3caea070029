import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { provisionsOf, readUnit } from '../../src/provisions/extract.ts'
import { numeralAt } from '../../src/provisions/number.ts'
import { keyOf, quantitiesOf } from '../../src/provisions/quantity.ts'
import { structureOf } from '../../src/structure/structure.ts'
import { fold } from '../../src/text/fold.ts'
import { formatNumeral } from '../../src/text/numerals.ts'
import type { Provision, Regulation } from '../../src/types.ts'
import { regulationOf } from '../support/provisions-cases.ts'
import { laidOut, layouts, plainOf } from '../support/variants.ts'

const runs = (numRuns: number) => ({ seed: 4, numRuns })
const numberIn = (written: string) => numeralAt(fold(written), 0)?.value ?? null
const whole = fc.oneof(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 99_999_999 }))

describe('numerals, written in any way, come back', () => {
  it('Chinese numerals', () => {
    fc.assert(
      fc.property(whole, n => {
        expect(numberIn(`${formatNumeral(n)}元`)).toBe(n)
      }),
      runs(500),
    )
  })

  it('Arabic numerals: plain, full width, with thousands separators', () => {
    const full = (n: number) => String(n).replace(/\d/g, d => String.fromCharCode(d.charCodeAt(0) + 0xfee0))
    fc.assert(
      fc.property(whole, n => {
        expect(numberIn(`${n}元`)).toBe(n)
        expect(numberIn(`${full(n)}元`)).toBe(n)
        expect(numberIn(`${n.toLocaleString('en')}元`)).toBe(n)
      }),
      runs(300),
    )
  })

  it('decimals, shares and fractions', () => {
    const digit = fc.integer({ min: 1, max: 9 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), digit, digit, (n, tenth, more) => {
        const said = [tenth, more].map(d => formatNumeral(d)).join('')
        expect(numberIn(`${formatNumeral(n)}点${said}米`)).toBe(Number(`${n}.${tenth}${more}`))
        expect(numberIn(`百分之${formatNumeral(n)}`)).toBe(n)
        expect(numberIn(`${formatNumeral(tenth + more)}分之${formatNumeral(tenth)}`)).toBeCloseTo(
          tenth / (tenth + more),
          4,
        )
      }),
      runs(300),
    )
  })

  it('ranges and multipliers', () => {
    const small = fc.integer({ min: 1, max: 99 })
    fc.assert(
      fc.property(small, small, (a, b) => {
        fc.pre(a < b)
        const chinese = `${formatNumeral(a)}至${formatNumeral(b)}`
        for (const written of [`${a}—${b}`, `${a}至${b}`, `${a}－${b}`, chinese])
          expect(numeralAt(fold(`${written}次`), 0)).toMatchObject({ value: a, max: b })
        expect(numberIn(`${a}万元`)).toBe(a * 1e4)
        expect(numberIn(`${formatNumeral(a)}亿元`)).toBe(a * 1e8)
      }),
      runs(300),
    )
  })

  it('the way a quantity is written does not change its key', () => {
    const units = fc.constantFrom('次', '个工作日', '万元', '米', '人', '周岁', '平方米', '分钟')
    const bounds = fc.constantFrom<[string, string]>(
      ['', ''],
      ['', '以上'],
      ['不超过', ''],
      ['', '以内'],
      ['超过', ''],
    )
    const key = (text: string) => quantitiesOf(fold(text)).map(keyOf)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), units, bounds, (n, unit, [before, after]) => {
        const arabic = key(`${before}${n}${unit}${after}`)
        expect(arabic).toHaveLength(1)
        expect(key(`${before}${formatNumeral(n)}${unit}${after}`)).toEqual(arabic)
      }),
      runs(300),
    )
  })
})

const pieces = fc.constantFrom(
  ...'每年 每月 两个月 召开 一次 2—3次 至少 不超过 不少于 以上 以下 （含） （不含 50万元 100万元 二百元 罚款 处 的 ， 。 、 ； 五个工作日 内 前 后 提前 二十二时 次日 半 半数 过半数 百分之 三十 30% 分之 定期 不定期 会议 一 两 十 第三条 第 “三个代表” 《条例》 〔2020〕5号 人 名 个 一文一事 最 短 逾 满 \u0000 （ ） ( 《'.split(
    ' ',
  ),
)
const madeUp = fc.array(pieces, { maxLength: 60 }).map(parts => fold(parts.join('')))
const anyText = fc.oneof(
  madeUp,
  fc.string({ maxLength: 80 }).map(fold),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

describe('any text', () => {
  it('gives disjoint quantities in order, inside the text, with the core inside', () => {
    fc.assert(
      fc.property(anyText, text => {
        let last = 0
        for (const { from, to, core, value, max, kind } of quantitiesOf(text)) {
          expect(from).toBeLessThanOrEqual(core.from)
          expect(core.to).toBeLessThanOrEqual(to)
          expect(core.from).toBeGreaterThanOrEqual(last)
          expect(to).toBeLessThanOrEqual(text.length)
          if (max !== null && kind !== 'clock' && kind !== 'calendar') expect(value).toBeLessThanOrEqual(max)
          last = core.to
        }
      }),
      runs(400),
    )
  })

  it('is read without an exception, each word by one provision only', () => {
    fc.assert(
      fc.property(anyText, text => {
        const claimed = new Set<number>()
        for (const { claims, quote } of readUnit(text)) {
          expect(quote.from).toBeGreaterThanOrEqual(0)
          expect(quote.to).toBeLessThanOrEqual(text.length)
          for (const { from, to } of claims)
            for (let at = from; at < to; at++) {
              expect(claimed.has(at), text).toBe(false)
              claimed.add(at)
            }
        }
        provisionsOf(regulationOf(text))
      }),
      runs(400),
    )
  })
})

/** What a provision says, whatever the layout it was printed in. */
function saidBy({
  address,
  quote,
  measure,
  comparator,
  value,
  max,
  unit,
  per,
  subject,
  rule,
}: Provision): string {
  return [address, quote, measure, comparator, value, max, unit, per, subject, rule].join(' ')
}

const seeds = ['zhongwei', 'shizuishan', 'pingliang', 'shuozhou', 'qinzhou'].map(id => {
  const text = readFileSync(new URL(`../../corpus/raw/${id}.txt`, import.meta.url), 'utf8')
  return structureOf({ id, place: id, file: '', text })
})
const read = (text: string, { id }: Regulation) =>
  provisionsOf(structureOf({ id, place: id, file: '', text })).map(saidBy)

describe('layout does not matter', () => {
  it('the same provisions however the document is wrapped, paged, converted or widened', () => {
    fc.assert(
      fc.property(fc.constantFrom(...seeds), layouts, (regulation, layout) => {
        const text = laidOut(plainOf(regulation), layout)
        fc.pre(text !== null)
        expect(read(text, regulation)).toEqual(provisionsOf(regulation).map(saidBy))
      }),
      runs(25),
    )
  })
})
