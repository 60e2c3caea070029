import { fold } from '../../text/fold.ts'
import type { Item, Span, Subitem } from '../../types.ts'
import { ALL, type Check, type Draft, type Finding } from '../check-types.ts'
import { addressAt, both, foundAt, quoteOf } from '../findings.ts'
import { gaps, lineAt, type Numbered, numbered, printedNumber, twice } from './numbering.ts'

/** Numbers of items and subitems. */

const ITEM_TWICE: Check = {
  name: 'item-number-twice',
  applies: ALL,
  severity: 'error',
  source: '立法法 65',
  find: draft => [
    ...itemLists(draft).flatMap(list => twice(draft, list, '项', 'item')),
    ...strayItems(draft)
      .filter(({ earlier }) => earlier !== null)
      .map(stray =>
        foundAt(stray.address, stray.span, {
          message: both(
            `第${stray.number}项的序号重复：${quoteOf(draft.source.text, stray.earlier!)}与${quoteOf(draft.source.text, stray.span)}（第${lineAt(draft, stray.earlier!.start)}行、第${lineAt(draft, stray.span.start)}行）`,
            `item ${stray.number} stands twice (lines ${lineAt(draft, stray.earlier!.start)} and ${lineAt(draft, stray.span.start)})`,
          ),
          remedy: both('改正其中一个序号，后面的序号顺延', 'correct one of them and the numbers after it'),
        }),
      ),
  ],
}

const ITEM_MISSING: Check = {
  name: 'item-number-missing',
  applies: ALL,
  severity: 'error',
  source: '立法法 65',
  find: draft => [
    ...itemLists(draft).flatMap(list => gaps(draft, list, '项', 'item')),
    ...strayItems(draft)
      .filter(({ earlier, isRestyled }) => earlier === null && !isRestyled)
      .map(stray =>
        foundAt(stray.address, stray.span, {
          message: both(
            `“${quoteOf(draft.source.text, stray.span)}”前面没有相连的项`,
            `${quoteOf(draft.source.text, stray.span)} goes on from no item`,
          ),
          remedy: both('改正序号，或者补上前面的项', 'correct the number, or supply the items before it'),
        }),
      ),
  ],
}

const ITEM_STYLE: Check = {
  name: 'item-style-mixed',
  applies: ALL,
  severity: 'warning',
  source: 'J1 1',
  find: draft => [
    ...draft.regulation.articles.flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ items }) => {
        const styles = items.map(({ label }) => styleOf(label))
        const usual = mostCommon(styles.filter(style => style !== ''))
        return items
          .filter((_, index) => styles[index] !== '' && styles[index] !== usual)
          .map(({ address, start, label }) =>
            otherStyle(address, { start, end: start + label.length }, label),
          )
      }),
    ),
    ...strayItems(draft)
      .filter(({ earlier, isRestyled }) => earlier === null && isRestyled)
      .map(({ address, span, label }) => otherStyle(address, span, label)),
  ],
}

function otherStyle(address: string, span: Span, label: string): Finding {
  return foundAt(address, span, {
    message: both(
      `同一列举中项的序号样式不一致：“${label}”`,
      `items of one list are numbered in two ways: ${label}`,
    ),
    remedy: both('项的序号统一用（一）（二）（三）', 'number items （一）（二）（三）'),
  })
}

function itemLists({ regulation: { articles } }: Draft): Numbered[][] {
  const asNumbered = (items: (Item | Subitem)[]) =>
    items.map(item => numbered(item, { start: item.start, end: item.start + Math.max(1, item.label.length) }))
  return articles.flatMap(({ paragraphs }) =>
    paragraphs
      .filter(({ row }) => !row)
      .flatMap(({ items }) => [asNumbered(items), ...items.map(({ subitems }) => asNumbered(subitems))]),
  )
}

interface StrayItem {
  span: Span
  label: string
  address: string
  number: string
  /** The item before it with the same label, and whether it only goes on in another style: （二） (3). */
  earlier: Span | null
  isRestyled: boolean
}

function strayItems(draft: Draft): StrayItem[] {
  const { regulation } = draft
  return regulation.problems
    .filter(({ rule }) => rule === 'item-out-of-order')
    .map(({ span }) => {
      const label = quoteOf(draft.source.text, span)
      const article = regulation.articles.find(({ start, end }) => start <= span.start && span.start < end)
      const before = (article?.paragraphs ?? [])
        .flatMap(({ items }) => items)
        .filter(({ start }) => start < span.start)
      const earlier = before.find(item => item.label === label)
      const last = before.at(-1)
      return {
        span,
        label,
        address: addressAt(draft, span.start),
        number: label.replace(/[（）()、.]/g, ''),
        earlier: earlier ? { start: earlier.start, end: earlier.start + earlier.label.length } : null,
        isRestyled:
          last !== undefined &&
          styleOf(last.label) !== styleOf(fold(label)) &&
          printedNumber(fold(label)) === Number(last.number) + 1,
      }
    })
}

function styleOf(label: string): string {
  if (label === '') return ''
  return label
    .replace(/[〇零一二三四五六七八九十百千]+/, '一')
    .replace(/\d+/, '1')
    .replace(/[①-⑳]/, '①')
}

function mostCommon(values: string[]): string {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}

export const ITEMS: Check[] = [ITEM_TWICE, ITEM_MISSING, ITEM_STYLE]
