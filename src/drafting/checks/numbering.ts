import { labelSpan } from '../../structure/accounting.ts'
import { formatNumeral, parseNumeral } from '../../text/numerals.ts'
import { spanOf } from '../../text/passage.ts'
import type { Article, Division, Item, Span } from '../../types.ts'
import { ALL, type Check, type Draft, type Finding } from '../check-types.ts'
import { addressAt, articleLabelOf, both, foundAt, quoteOf } from '../findings.ts'
import { SHORTEST_LOST_TEXT } from '../thresholds.ts'

/**
 * Numbers of chapters, articles and items. A drafter wants both places of a doubled number named, and nothing of the text lost: what
 * the reader settled for addresses (structure/labels/doubled.ts) is told by the numbers as printed.
 */

export interface Numbered extends Span {
  address: string
  label: string
  printed: number | null
}

const ARTICLE_TWICE: Check = {
  name: 'article-number-twice',
  applies: ALL,
  severity: 'error',
  source: '立法法 65',
  find: draft =>
    twice(
      draft,
      [...articlesOf(draft), ...strayLabels(draft).filter(isDoubled(draft)).map(strayArticle)].sort(
        (a, b) => a.start - b.start,
      ),
      '条',
      'article',
    ),
}

const ARTICLE_MISSING: Check = {
  name: 'article-number-missing',
  applies: ALL,
  severity: 'error',
  source: '立法法 65',
  find: draft => {
    const stray = new Set(strayLabels(draft).map(({ number }) => number))
    return gaps(draft, articlesOf(draft), '条', 'article', stray)
  },
}

const CHAPTER_TWICE: Check = {
  name: 'chapter-number-twice',
  applies: ALL,
  severity: 'error',
  source: '立法法 65',
  find: draft => divisionLists(draft).flatMap(({ list, zh, en }) => twice(draft, list, zh, en)),
}

const CHAPTER_MISSING: Check = {
  name: 'chapter-number-missing',
  applies: ALL,
  severity: 'error',
  source: '立法法 65',
  find: draft => divisionLists(draft).flatMap(({ list, zh, en }) => gaps(draft, list, zh, en)),
}

const CHAPTER_HEADING_TWICE: Check = {
  name: 'chapter-heading-twice',
  applies: ALL,
  severity: 'warning',
  source: 'J1 1',
  find: ({ regulation: { divisions } }) =>
    divisions.flatMap((division, index) => {
      const first = divisions
        .slice(0, index)
        .find(
          each =>
            each.parent === division.parent &&
            each.kind === division.kind &&
            each.heading === division.heading,
        )
      if (!first || division.heading === '') return []
      return [
        foundAt(division.address, division, {
          message: both(
            `标题“${division.heading}”与${first.label}相同`,
            `the heading ${division.heading} is that of ${first.label} too`,
          ),
          remedy: both('合并两章，或者改换其中一个标题', 'join the two, or give one of them another heading'),
        }),
      ]
    }),
}

/** A label of the text's own style that no order explains. */
const OUT_OF_ORDER: Check = {
  name: 'number-out-of-order',
  applies: ALL,
  severity: 'error',
  source: '立法法 65',
  find: draft =>
    strayLabels(draft)
      .filter(stray => stray.own && !isDoubled(draft)(stray))
      .map(({ span, address, label }) =>
        foundAt(address, span, {
          message: both(
            `“${label}”与前后序号不连续，暂按${articleLabelOf(draft.regulation, address)}的正文读入`,
            `${label} stands out of order; it is read as text of ${articleLabelOf(draft.regulation, address)}`,
          ),
          remedy: both('改正序号，后文序号顺延', 'correct the number and those after it'),
        }),
      ),
}

const MIXED: Check = {
  name: 'numbering-mixed',
  applies: ALL,
  severity: 'error',
  source: 'J1 1',
  find: draft =>
    strayLabels(draft)
      .filter(({ own }) => !own)
      .map(({ span, address, label }) =>
        foundAt(address, span, {
          message: both(
            `“${label}”的样式与全文的“${draft.regulation.numbering}”不一致`,
            `${label} is not numbered as the text is (${draft.regulation.numbering})`,
          ),
          remedy: both(
            `统一为“${draft.regulation.numbering}”的样式`,
            `number all articles as ${draft.regulation.numbering}`,
          ),
        }),
      ),
}

/** Words between the first and the last article that the reader could give to no unit: they would be lost. */
const OUTSIDE: Check = {
  name: 'text-outside-articles',
  applies: ALL,
  severity: 'warning',
  source: 'convention',
  find: ({ source, regulation: { id, accounting, articles } }) => {
    const [first, last] = [articles[0], articles.at(-1)]
    if (!first || !last) return []
    return accounting
      .filter(({ class: kind, name, start, end }) => {
        const inside = first.start < start && end < last.end
        return inside && (kind === 'front' || (kind === 'noise' && /stray|heading|contents/.test(name)))
      })
      .filter(({ start, end }) => quoteOf(source.text, { start, end }).length >= SHORTEST_LOST_TEXT)
      .map(({ start, end }) =>
        foundAt(
          id,
          { start, end },
          {
            message: both(
              '这段文字不属于任何一条，没有读入',
              'these words belong to no article and were not read',
            ),
            remedy: both(
              '补上条的序号，或者移入所属的条',
              'number them as an article, or move them into one',
            ),
          },
        ),
      )
  },
}

export const NUMBERING: Check[] = [
  ARTICLE_TWICE,
  ARTICLE_MISSING,
  OUT_OF_ORDER,
  MIXED,
  CHAPTER_TWICE,
  CHAPTER_MISSING,
  CHAPTER_HEADING_TWICE,
  OUTSIDE,
]

function isDoubled(draft: Draft): (stray: StrayLabel) => boolean {
  const printed = new Set(draft.regulation.articles.map(({ label }) => printedNumber(label)))
  return ({ own, number }) => own && number !== null && printed.has(number)
}

function strayArticle({ address, label, number, span }: StrayLabel): Numbered {
  return { address, label, printed: number, ...span }
}

// Numbers as printed ----------------------------------------------------------------------------------------------------

function articlesOf({ source: { text }, regulation: { articles } }: Draft): Numbered[] {
  return articles.map(article => numbered(article, labelSpan(text, article)))
}

export function numbered(
  { address, label }: Pick<Article | Division | Item, 'address' | 'label'>,
  { start, end }: Span,
): Numbered {
  return { address, label, printed: printedNumber(label), start, end }
}

/** The number that a label shows; null where it shows none, or an inserted one (第十条之一). */
export function printedNumber(label: string): number | null {
  if (/之|-/.test(label)) return null
  const digits = /[〇零一二三四五六七八九十百千\d]+/.exec(label)
  return digits ? parseNumeral(digits[0]) : null
}

function divisionLists({ source: { text }, regulation: { divisions } }: Draft) {
  const kinds = { part: '编', chapter: '章', section: '节' } as const
  const keys = [...new Set(divisions.map(({ parent, kind }) => `${parent} ${kind}`))]
  return keys.map(key => {
    const list = divisions.filter(({ parent, kind }) => `${parent} ${kind}` === key)
    const { kind } = list[0]!
    return { list: list.map(each => numbered(each, labelSpan(text, each))), zh: kinds[kind], en: kind }
  })
}

export function twice(draft: Draft, list: Numbered[], zh: string, en: string): Finding[] {
  return list.flatMap((each, index) => {
    const first = list.slice(0, index).find(({ printed }) => printed !== null && printed === each.printed)
    if (!first) return []
    const [one, other] = [lineAt(draft, first.start), lineAt(draft, each.start)]
    return [
      foundAt(each.address, each, {
        message: both(
          `“${each.label}”重复：第${one}行与第${other}行各有一个${zh}用此序号`,
          `${each.label} stands twice, in lines ${one} and ${other}: two of kind ${en} have this number`,
        ),
        remedy: both(
          '改正其中一个序号，后面的序号和对它的引用顺延',
          'correct one of them, the numbers after it and what cites them',
        ),
      }),
    ]
  })
}

/** `elsewhere` are numbers that stand in the text though not in their place: they are told by other checks. */
export function gaps(
  draft: Draft,
  list: Numbered[],
  zh: string,
  en: string,
  elsewhere = new Set<number | null>(),
): Finding[] {
  const seen = new Set([...list.map(({ printed }) => printed), ...elsewhere])
  let last = 0
  let doubled = 0
  return list.flatMap(each => {
    const { printed } = each
    if (printed === null) return []
    // 二十七、二十七、二十九、: the second is the missing one, and told as doubled.
    const [before, missing] = [last, printed - last - 1 - doubled]
    doubled = printed === last ? doubled + 1 : 0
    last = Math.max(last, printed)
    if (printed <= before)
      return list.some(other => other.start < each.start && other.printed === printed)
        ? []
        : [
            foundAt(each.address, each, {
              message: both(
                `“${each.label}”排在第${formatNumeral(before)}${zh}之后，次序颠倒`,
                `${each.label} stands behind ${en} ${before}`,
              ),
              remedy: both('调整次序或者改正序号', 'put it in its place, or correct the number'),
            }),
          ]
    if (missing <= 0 || Array.from({ length: missing }, (_, n) => before + 1 + n).every(n => seen.has(n)))
      return []
    const from = formatNumeral(before + 1)
    const to = missing > 1 ? `至第${formatNumeral(printed - 1)}` : ''
    return [
      foundAt(each.address, each, {
        message: both(
          `缺第${from}${to}${zh}：${before === 0 ? '最前面' : `第${formatNumeral(before)}${zh}之后`}是“${each.label}”（第${lineAt(draft, each.start)}行）`,
          `${en} ${before + 1}${missing > 1 ? `–${printed - 1}` : ''} is missing: ${each.label} follows ${before} (line ${lineAt(draft, each.start)})`,
        ),
        remedy: both(
          '补上所缺部分，或者改正后面的序号和引用',
          'supply what is missing, or correct the numbers after it and what cites them',
        ),
      }),
    ]
  })
}

// Labels that the reader could not place ---------------------------------------------------------------------------------

interface StrayLabel {
  span: Span
  label: string
  address: string
  /** Whether it is of the text's own style. */
  own: boolean
  number: number | null
}

/** Labels that no order explains, as the reader told them, and those that it took for the beginning of a paragraph. */
export function strayLabels(draft: Draft): StrayLabel[] {
  const { regulation } = draft
  const worded = regulation.numbering.startsWith('第')
  const told = regulation.problems
    .filter(({ rule }) => rule === 'label-out-of-order')
    .map(({ span }): StrayLabel => {
      const label = quoteOf(draft.source.text, span)
      const own = label.startsWith('第') === worded && !/^（/.test(label)
      return { span, label, address: addressAt(draft, span.start), own, number: printedNumber(label) }
    })
    .filter(({ label, own }) => own || /^第|[、.．]$/.test(label))
  const opening = labelsAtStart(draft, worded).filter(
    ({ span }) => !told.some(each => each.span.start === span.start),
  )
  return [...told, ...opening].sort((a, b) => a.span.start - b.span.start)
}

/** Of the text's own style any; of the other one only what goes on from the article, for a list may be numbered so. */
function labelsAtStart({ units, regulation }: Draft, worded: boolean): StrayLabel[] {
  if (!worded && !/、$/.test(regulation.numbering)) return []
  return units.flatMap(unit => {
    if (unit.kind !== 'paragraph') return []
    const label = (LABEL_AT_START.exec(unit.text) ?? [])[0]
    if (label === undefined) return []
    const own = label.startsWith('第') === worded
    const [number, article] = [printedNumber(label), Number.parseInt(unit.article.number, 10)]
    if (!own && number !== article && number !== article + 1) return []
    return [
      {
        span: spanOf(unit.passage, { from: 0, to: label.length }),
        label,
        address: unit.address,
        own,
        number,
      },
    ]
  })
}
const LABEL_AT_START =
  /^(?:第[一二三四五六七八九十百]+条(?![的规第、和至所中款项及或])|[一二三四五六七八九十百]+、(?![一二三四五六七八九十]))/

export function lineAt({ source: { text } }: Draft, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
