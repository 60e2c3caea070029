import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { provisionsOf } from '../../src/provisions/extract.ts'
import { type Unit, unitsOf } from '../../src/structure/address.ts'
import { structureOf } from '../../src/structure/structure.ts'
import { fold } from '../../src/text/fold.ts'
import { formatNumeral, letters, parseNumeral } from '../../src/text/numerals.ts'
import { originOf } from '../../src/text/passage.ts'
import type { Regulation } from '../../src/types.ts'

/** Invariants 2 to 4 on any text at all. */

const sample = readFileSync(new URL('../../corpus/raw/pingliang.txt', import.meta.url), 'utf8')
const read = (text: string) => structureOf({ id: 'x', place: '', file: '', text })

/** Pieces that mean something to the reader, in any order: worse than random characters. */
const pieces = fc
  .array(
    fc.constantFrom(
      ...[
        '第一条',
        '第二条 ',
        '第三章',
        '第一节',
        '第十条之一',
        '第 24-1 條',
        '一、',
        '（一）',
        '(二)',
        '1.',
        '①',
        '第（三）项',
      ],
      ...[
        '\n',
        '\n\n',
        '\r\n',
        '\f',
        '　　',
        ' ',
        '- 2 -\n',
        '# ',
        '- ',
        '[4]',
        '目录\n',
        '<!-- x -->',
        '抄送：',
        '附件',
      ],
      ...[
        '。',
        '；',
        '：',
        '，',
        '“',
        '”',
        '《',
        '》',
        '（',
        '）',
        '\ud800',
        '\udc00',
        '\ufffd',
        '\u0000',
        '\ue000',
      ],
      ...[
        '市人民政府',
        '本规则第五条',
        '2023年9月12日',
        '同时废止',
        '通过',
        'and',
        '著',
        '１０',
        '条例',
        'é',
        '🀄',
      ],
    ),
    { maxLength: 120 },
  )
  .map(parts => parts.join(''))

/** Lists in articles that lost some of their labels, and numbers typed twice: what made one address of two units. */
const faultyLists = fc
  .array(
    fc.record({
      number: fc.integer({ min: 1, max: 9 }),
      label: fc.constantFrom('', '（$）', '$、', '（$）', '#.', '第$条 ', '第$章 总则'),
      words: fc.constantFrom('甲', '单位应当做到', '不得有下列行为', '会议由市长召集'),
      mark: fc.constantFrom('。', '；', '：', '', '.'),
    }),
    { maxLength: 40 },
  )
  .map(lines => lines.map(({ number, label, words, mark }) => [labelOf(label, number), words, mark].join('')))
  .map(lines => ['第一条 下列：', ...lines].join('\n'))

/** What stands after the articles of a text with annexes, line by line, in any order: labels, titles, rows, lists, rules, signatures. */
const annexes = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '附件',
        '附件1',
        '附件 2　处罚标准表',
        '附件：1.甲表',
        '2.乙表',
        '附表二：乙表',
        '附录',
        '附：说明',
        '附件一览表',
      ),
      fc.constantFrom(
        '甲市罚款标准',
        '单位',
        '序号\t行为\t罚款',
        '1\t倾倒垃圾\t五百元',
        '\t\t一万元',
        '甲\t',
        '1.\t甲。',
        '（一）\t乙',
      ),
      fc.constantFrom(
        '甲市人民政府',
        '2023年5月6日',
        '抄送：市委办公室。',
        '甲市办公室2023年5月8日印发',
        '- 2 -',
        '\f',
        '',
      ),
      fc.constantFrom(
        '应当在15日内缴纳，见附件1、附表二和本办法第二条。',
        '会议由市长召集',
        '依照前条、第三条和前款办理。',
        '第一章 总则',
      ),
      fc
        .tuple(fc.constantFrom('第$条 ', '$、', '（$）', '#.', '（#）'), fc.integer({ min: 1, max: 7 }))
        .map(([label, number]) => `${labelOf(label, number)}每年召开两次。`),
    ),
    { maxLength: 40 },
  )
  .map(lines =>
    ['甲市办法', '第一条 罚款按照附件1执行。', '第二条 本办法自公布之日起施行。', ...lines].join('\n'),
  )

function labelOf(label: string, number: number): string {
  return label.replace('$', formatNumeral(number)).replace('#', String(number))
}

function expectSound(text: string, regulation: Regulation): void {
  let end = 0
  for (const { start, end: next } of regulation.accounting) {
    expect(start).toBe(end)
    end = next
  }
  expect(end).toBe(text.length)
  let last = 0
  for (const article of regulation.articles) {
    expect(article.start).toBeGreaterThanOrEqual(last)
    last = article.end
  }
  for (const { start, end, address } of regulation.annexes) {
    expect(start).toBeGreaterThanOrEqual(last)
    last = end
    for (const stretch of regulation.accounting)
      if (stretch.start < end && stretch.end > start && !['layout', 'noise'].includes(stretch.class))
        expect(`${stretch.name}/`.startsWith(`${address}/`)).toBe(true)
  }
  const folded = fold(text)
  const addresses = new Set<string>()
  for (const unit of unitsOf(regulation)) {
    expect(addresses.has(unit.address)).toBe(false)
    addresses.add(unit.address)
    expect(unit.start).toBeLessThanOrEqual(unit.end)
    expect(comesFromItsSpan(unit, folded)).toBe(true)
  }
  for (const { to } of regulation.references)
    for (const address of to) expect(addresses.has(address)).toBe(true)
  for (const { span } of regulation.problems)
    expect(span.start <= span.end && span.end <= text.length).toBe(true)
}

/** Every clean character stands in the unit's span, and is a Chinese character where its origin is one. */
function comesFromItsSpan({ passage, start, end }: Unit, folded: string): boolean {
  const isChinese = (character: string | undefined) => /[\u4e00-\u9fff]/.test(character ?? '')
  for (let at = 0; passage && at < passage.text.length; at++) {
    const origin = originOf(passage, at)
    if (origin < start || origin >= end) return false
    if (isChinese(folded[origin]) && !isChinese(passage.text[at])) return false
  }
  return true
}

describe('any text is read without an exception, every character accounted for', () => {
  const runs = { seed: 20261122, numRuns: 400 }
  it('meaningful pieces in any order', () => {
    fc.assert(
      fc.property(pieces, text => expectSound(text, read(text))),
      runs,
    )
  })
  it('lists that lost labels, numbers typed twice', () => {
    fc.assert(
      fc.property(faultyLists, text => expectSound(text, read(text))),
      { ...runs, numRuns: 1000 },
    )
  })
  it('annexes, and what looks like them', () => {
    fc.assert(
      fc.property(annexes, text => {
        const regulation = read(text)
        expectSound(text, regulation)
        expect(regulation.articles.map(({ address }) => address).slice(0, 2)).toEqual(['x/1', 'x/2'])
        expect(regulation.annexes.map(({ address }) => address)).toEqual(
          regulation.annexes.map((_, index) => `x/a${index + 1}`),
        )
        for (const { address, span, quote } of provisionsOf(regulation)) {
          const unit = unitsOf(regulation).find(each => each.address === address)!
          expect(unit.start <= span.start && span.end <= unit.end).toBe(true)
          expect(fold(text.slice(span.start, span.end)).replace(/\s/g, '')).toContain(quote[0]!)
        }
      }),
      { ...runs, numRuns: 1000 },
    )
  })
  it('random characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => expectSound(text, read(text))),
      runs,
    )
  })
  it('a document cut anywhere', () => {
    fc.assert(
      fc.property(fc.nat(sample.length), fc.nat(4000), (start, length) => {
        const text = sample.slice(start, start + length)
        expectSound(text, read(text))
      }),
      { ...runs, numRuns: 120 },
    )
  })
  it('a document with its lines shuffled', () => {
    const lines = sample.split('\n').slice(0, 120)
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: 40 }), shuffled => {
        const text = shuffled.join('\n')
        expectSound(text, read(text))
      }),
      { ...runs, numRuns: 60 },
    )
  })
  it.each(['', '\n', '第', '第一条', '一、', '（一）', '\ud800', '\ufeff'])('%j', text =>
    expectSound(text, read(text)),
  )
  it.each([
    '第',
    '（',
    '《“‘',
    '第一条',
    '一、',
    '7\n',
    '附件1\n',
    '附件：',
    '第一条 甲。\n附件\n',
    '甲\t乙\n',
    '<!-- ',
    '\ud800',
    '第一条至第九条',
  ])('%j two hundred thousand times over', piece => {
    const text = piece.repeat(200_000 / piece.length)
    expect(read(text).accounting.at(-1)?.end).toBe(text.length)
  })
})

describe('folding', () => {
  it('keeps the length and is done once and for all', () => {
    fc.assert(
      fc.property(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 200 })), text => {
        const folded = fold(text)
        expect(folded.length).toBe(text.length)
        expect(fold(folded)).toBe(folded)
      }),
      { seed: 20261122, numRuns: 400 },
    )
  })
})

describe('numerals', () => {
  it('a written number is read as itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), n => {
        expect(parseNumeral(formatNumeral(n))).toBe(n)
      }),
      { seed: 20261122 },
    )
  })
  it('letters go A, B, … Z, AA, AB, … as the columns of a spreadsheet', () => {
    expect([1, 2, 26, 27, 28, 52, 53, 702, 703].map(letters)).toEqual('A B Z AA AB AZ BA ZZ AAA'.split(' '))
  })
})
