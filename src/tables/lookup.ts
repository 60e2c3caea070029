import { stretchesOf } from '../statements/split.ts'
import {
  annexUnitName,
  articleAddressOf,
  bareLabel,
  citedLabel,
  isInAnnex,
  type Unit,
  unitsOf,
} from '../structure/address.ts'
import { formatNumeral } from '../text/numerals.ts'
import type { FamilyMember, Regulation } from '../types.ts'

/** Finds a unit of any document by its address. */
export type Lookup = ReadonlyMap<string, Unit>

/** Every unit of all documents by address. Where an address stands twice (a fault of numbering) the first holds. */
export function lookupOf(regulations: Regulation[]): Lookup {
  const lookup = new Map<string, Unit>()
  for (const regulation of regulations)
    for (const unit of unitsOf(regulation)) if (!lookup.has(unit.address)) lookup.set(unit.address, unit)
  return lookup
}

/** Clean text of a unit; empty when there is no such unit. */
export function textOf(lookup: Lookup, address: string): string {
  return lookup.get(address)?.text ?? ''
}

/** Clean text of what stands in a row: the unit's, or that of its statements that do, stretches that stand apart each on a line. */
export function memberText(
  lookup: Lookup,
  { address, statements }: Pick<FamilyMember, 'address' | 'statements'>,
): string {
  const unit = lookup.get(address)
  if (!statements || !unit?.passage) return unit?.text ?? ''
  const { text } = unit.passage
  const stretches = stretchesOf(text, statements).map(({ from, to }) => text.slice(from, to))
  return (stretchesOf(text, statements)[0]?.from === 0 ? unit.label : '') + stretches.join('\n')
}

/** How a drafter cites a unit: 第四十五条第三款第（七）项; the number of a lone paragraph is left out. */
export function labelOf(lookup: Lookup, address: string): string {
  const levels = address.split('/')
  if (isInAnnex(address)) return labelInAnnex(lookup, levels)
  const article = lookup.get(articleAddressOf(address))
  if (!article) return lookup.get(address)?.label ?? ''
  const paragraph =
    levels[2] && hasSeveralParagraphs(lookup, article.address)
      ? `第${formatNumeral(Number(levels[2]))}款`
      : ''
  const item = levels[3] ? `第${lookup.get(levels.slice(0, 4).join('/'))?.label ?? levels[3]}项` : ''
  const subitem = levels[4] ? `第${lookup.get(address)?.label || levels[4]}目` : ''
  const below = paragraph + item + subitem
  return below === '' ? bareLabel(article.label) : citedLabel(article.label) + below
}

function labelInAnnex(lookup: Lookup, [id, annex, ...below]: string[]): string {
  const own = `${id}/${annex}`
  const isRow = (paragraph: number) => lookup.get(`${own}/${paragraph}`)?.kind === 'row'
  return annexUnitName(lookup.get(own)?.label ?? '', below, isRow)
}

function hasSeveralParagraphs(lookup: Lookup, article: string): boolean {
  return lookup.has(`${article}/2`)
}
