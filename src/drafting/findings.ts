import { citedLabel } from '../structure/address.ts'
import { isLayout } from '../text/fold.ts'
import { formatNumeral } from '../text/numerals.ts'
import { spanOf } from '../text/passage.ts'
import type { Bilingual, Range, Regulation, Severity, Span } from '../types.ts'
import type { Draft, DraftUnit, Finding } from './check-types.ts'

/** What checks share: a place in a unit, texts in both languages, how a place is named. */

interface Told {
  message: Bilingual
  remedy: Bilingual
  replacement?: string | undefined
  severity?: Severity | undefined
}

/** A finding at a range of the unit's clean text. The range must not be empty. */
export function foundIn(unit: DraftUnit, range: Range, told: Told): Finding {
  return foundAt(unit.address, spanOf(unit.passage, range), told)
}

/** A finding at a span of the source. */
export function foundAt(
  address: string,
  span: Span,
  { message, remedy, replacement, severity }: Told,
): Finding {
  return {
    address,
    span: { start: span.start, end: span.end },
    message,
    remedy,
    ...(replacement !== undefined && { replacement }),
    ...(severity !== undefined && { severity }),
  }
}

/** The range that a match covers. */
export function rangeOfMatch(match: RegExpMatchArray): Range {
  return { from: match.index!, to: match.index! + match[0].length }
}

export function both(zh: string, en: string): Bilingual {
  return { zh, en }
}

/** All matches of a pattern in what the units say themselves (quotations blanked), with the unit. */
export function matchesIn(
  units: readonly DraftUnit[],
  pattern: RegExp,
): { unit: DraftUnit; match: RegExpExecArray; range: Range }[] {
  const global = pattern.global ? pattern : new RegExp(pattern.source, `${pattern.flags}g`)
  return units.flatMap(unit =>
    [...unit.plain.matchAll(global)].map(match => ({ unit, match, range: rangeOfMatch(match) })),
  )
}

/** The clause that holds a position, without its mark. */
export function clauseAt(text: string, at: number): { text: string; from: number; to: number } {
  const before = text.slice(0, at)
  const from = Math.max(...[...'，。；：！？'].map(mark => before.lastIndexOf(mark))) + 1
  const rest = text.slice(at).search(/[，。；：！？]/)
  const to = rest < 0 ? text.length : at + rest
  return { text: text.slice(from, to), from, to }
}

/** The sentence that holds a position, without its mark. */
export function sentenceAt(text: string, at: number): string {
  const before = text.slice(0, at)
  const from = Math.max(...[...'。；！？'].map(mark => before.lastIndexOf(mark))) + 1
  const rest = text.slice(at).search(/[。；！？]/)
  return text.slice(from, rest < 0 ? text.length : at + rest)
}

/** The source's own characters of a span, without white space. */
export function quoteOf(text: string, { start, end }: Span): string {
  return Array.from(text.slice(start, end))
    .filter(character => !isLayout(character))
    .join('')
}

/** How an article is cited, 第十九条; empty for an address outside of every article. */
export function articleLabelOf({ articles }: Regulation, address: string): string {
  const article = articles.find(({ address: own }) => address === own || address.startsWith(`${own}/`))
  return article ? citedLabel(article.label || `第${article.number}条`) : ''
}

/** How a unit is cited: 第十九条第二款第三项; the number of a lone paragraph is left out. */
export function placeLabelOf(regulation: Regulation, address: string): string {
  const label = articleLabelOf(regulation, address)
  const [, , paragraph, item, subitem] = address.split('/')
  const article = regulation.articles.find(({ address: own }) => address.startsWith(`${own}/`))
  if (!article || paragraph === undefined) return label
  const several = article.paragraphs.length > 1
  const level = (number: string | undefined, word: string) =>
    number === undefined ? '' : `第${/^\d+$/.test(number) ? formatNumeral(Number(number)) : number}${word}`
  return label + (several ? level(paragraph, '款') : '') + level(item, '项') + level(subitem, '目')
}

/** The unit that holds a source offset: its deepest; the document's id outside of every article. */
export function addressAt({ regulation, units }: Draft, offset: number): string {
  let found = regulation.id
  for (const article of regulation.articles)
    if (article.start <= offset && offset < article.end) found = article.address
  for (const { address, passage } of units) {
    const [first] = passage.runs
    if (!first || passage.text === '') continue
    const span = spanOf(passage, { from: 0, to: passage.text.length })
    if (span.start <= offset && offset < span.end) found = address
  }
  return found
}
