import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { Converter } from 'opencc-js/cn2t'
import { describe, expect, it } from 'vitest'
import { applyDiff, changesOf, diff, mirror } from '../../src/diff/diff.ts'
import { nameFolds, namesOf } from '../../src/diff/names.ts'
import { plainUnitText } from '../../src/diff/unit-text.ts'
import { fold, isLayout } from '../../src/text/fold.ts'
import type { Range } from '../../src/types.ts'
import { cut, placed } from '../support/compare-cases.ts'

/** Clean text of articles people have read, with the place each comes from. */
interface GoldDocument {
  metadata: { place: string; province: string }
  articles: { paragraphs: { text: string; items: { text: string }[] }[] }[]
}
const gold: Record<string, GoldDocument> = JSON.parse(
  readFileSync(new URL('../../quality/gold/structure.json', import.meta.url), 'utf8'),
)
const clean = (text: string) => [...fold(text)].filter(c => !isLayout(c) || c === '\n').join('')
const documents = Object.values(gold).map(({ metadata, articles }) => {
  const texts = articles.map(article =>
    clean(article.paragraphs.flatMap(each => [each.text, ...each.items.map(item => item.text)]).join('\n')),
  )
  return { texts, names: namesOf(placed(metadata.place, metadata.province, texts)) }
})
const realText = fc
  .constantFrom(...documents)
  .chain(({ texts, names }) => fc.record({ text: fc.constantFrom(...texts), names: fc.constant(names) }))

const fragment = fc.constantFrom(
  ...'市政府 市人民政府 省 自治区 每月 2—3次 两次 2次 不超过200人 的 和 常务会议 由市长 主持 《国务院工作规则》 （一） 副秘书长 ， 。 ； 、 \n 审定 必须 可以'.split(
    ' ',
  ),
)
const madeUp = fc.array(fragment, { maxLength: 40 }).map(parts => parts.join(''))
const anyText = fc.oneof(
  realText.map(each => each.text),
  madeUp,
  fc.string({ maxLength: 60 }).map(clean),
)
const options = { seed: 6, numRuns: 300 }

describe('laws of a difference', () => {
  it('applied to the first text gives the second, and tiles both', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.boolean(), (a, b, foldNames) => {
        const segments = diff(plainUnitText(a), plainUnitText(b), { cut, foldNames })
        expect(applyDiff(a, segments, b)).toBe(b)
        expect(tiles(segments.map(segment => segment.b))).toBe(b.length)
        expect(tiles(segments.map(segment => segment.a).sort((x, y) => x.from - y.from || x.to - y.to))).toBe(
          a.length,
        )
      }),
      options,
    )
  })

  it('seen from the other text is its mirror image', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const there = diff(plainUnitText(a), plainUnitText(b), { cut })
        const back = diff(plainUnitText(b), plainUnitText(a), { cut })
        expect(back).toEqual(mirror(there))
      }),
      options,
    )
  })

  it('shows nothing where only script, width, spaces or punctuation style differ', () => {
    fc.assert(
      fc.property(realText, fc.infiniteStream(fc.nat({ max: 999 })), ({ text, names }, dice) => {
        const other = clean(restyled(text, () => dice.next().value ?? 0))
        const segments = diff(plainUnitText(text), plainUnitText(other), {
          cut,
          names: { a: names, b: names },
        })
        expect(
          changesOf(segments).map(({ a, b }) => [text.slice(a.from, a.to), other.slice(b.from, b.to)]),
        ).toEqual([])
      }),
      options,
    )
  })

  it('shows nothing for the same text of a city by another name', () => {
    fc.assert(
      fc.property(fc.constantFrom(...documents), fc.nat(), ({ texts }, index) => {
        const text = texts[index % texts.length]!
        const a = namesOf(placed('甲山市', '乙江省', [`市长离甲期间${text}`]))
        const b = namesOf(placed('丙海市', '丁河省', [`市长离丙期间${text}`]))
        const left = `甲山市人民政府贯彻乙江省委部署，市长离甲期间。${text}`
        const right = `市政府贯彻省委部署，市长离丙期间。${text}`
        expect(changesOf(diff(plainUnitText(left), plainUnitText(right), { cut, names: { a, b } }))).toEqual(
          [],
        )
      }),
      { ...options, numRuns: 100 },
    )
  })

  it('keeps the words of a text that folds names where they are', () => {
    fc.assert(
      fc.property(realText, ({ text, names }) => {
        const folds = nameFolds(text, names)
        folds.forEach((each, index) => {
          expect(each.from).toBeGreaterThanOrEqual(folds[index - 1]?.to ?? 0)
          expect(each.to).toBeGreaterThan(each.from)
        })
      }),
      options,
    )
  })
})

/** Length that the ranges cover end to end, or where they first do not meet. */
function tiles(ranges: Range[]): number {
  let at = 0
  for (const { from, to } of ranges) {
    if (from !== at) return from - at
    at = to
  }
  return at
}

const toTraditional = Converter({ from: 'cn', to: 't' })

/** The text as another office would have typed it. */
function restyled(text: string, chance: () => number): string {
  const traditional = chance() % 2 ? toTraditional(text) : text
  const characters = [...(traditional.length === text.length ? traditional : text)]
  return characters.map((c, at) => restyledCharacter(c, characters, at, chance)).join('')
}

function restyledCharacter(c: string, all: string[], at: number, chance: () => number): string {
  const space = chance() % 9 === 0 ? ' ' : ''
  if (/[0-9]/.test(c)) return chance() % 2 ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c
  const betweenDigits = /[0-9]/.test(all[at - 1] ?? '') || /[0-9]/.test(all[at + 1] ?? '')
  if (betweenDigits) return c
  if (c === '（') return `${space}(`
  if (c === '）') return `)${space}`
  if (/[，；、。：]/.test(c) && chance() % 4 === 0) return '，；、,;'[chance() % 5]! + space
  return c + space
}
