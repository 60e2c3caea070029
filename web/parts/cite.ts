import type { RegulationSummary } from '../../src/site-types.ts'
import {
  annexUnitName,
  bareLabel,
  citedLabel,
  citedTitle,
  holds,
  isInAnnex,
} from '../../src/structure/address.ts'
import { formatNumeral } from '../../src/text/numerals.ts'

/** How a unit is called in a sentence: 第四十五条第三款第（七）项. Folded, simplified. */
export function unitName(regulation: RegulationSummary, address: string): string {
  const [, article = '', paragraph, item, subitem] = address.split('/')
  const division = regulation.divisions.find(division => division.address === address)
  if (division) return `${division.label} ${division.heading}`
  if (isInAnnex(address)) return nameInAnnex(regulation, address)
  const parts = [citedLabel(articleLabel(regulation, article))]
  if (paragraph) parts.push(`第${numeral(paragraph)}款`)
  if (item) parts.push(`第（${numeral(item)}）项`)
  if (subitem) parts.push(`第${numeral(subitem)}目`)
  return parts.join('')
}

function nameInAnnex({ annexes = [] }: RegulationSummary, address: string): string {
  const annex = annexes.find(each => holds(each.address, address))
  const below = address.split('/').slice(2)
  const isRow = (number: number) => annex?.rows.some(([from, to]) => number >= from && number <= to) ?? false
  return annexUnitName(annex?.label ?? '附件', below, isRow)
}

/** The article's own label without its closing mark. */
export function articleLabel(regulation: RegulationSummary, article: string): string {
  const known = regulation.articles.find(candidate => candidate.address === `${regulation.id}/${article}`)
  return known ? bareLabel(known.label) : article
}

/** The source of a quote: 《平凉市人民政府工作规则》（平政发〔2023〕30号）第四十五条第三款. */
export function citation(regulation: RegulationSummary, address: string): string {
  return citedTitle(regulation.title, regulation.metadata.document_number) + unitName(regulation, address)
}

function numeral(number: string): string {
  return /^\d+$/.test(number) ? formatNumeral(Number(number)) : number
}
