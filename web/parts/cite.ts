import { formatNumeral } from '../../src/text/numerals.ts'
import type { RegulationSummary } from '../../src/types.ts'

/** How a unit is called in a sentence: 第四十五条第三款第（七）项. Folded, simplified. */
export function unitName(regulation: RegulationSummary, address: string): string {
  const [, article = '', paragraph, item, subitem] = address.split('/')
  const division = regulation.divisions.find(division => division.address === address)
  if (division) return `${division.label} ${division.heading}`
  const parts = [articleName(regulation, article)]
  if (paragraph) parts.push(`第${numeral(paragraph)}款`)
  if (item) parts.push(`第（${numeral(item)}）项`)
  if (subitem) parts.push(`第${numeral(subitem)}目`)
  return parts.join('')
}

/** The article's own label without its closing mark: 第四十五条, or 四十五 for 四十五、. */
export function articleLabel(regulation: RegulationSummary, article: string): string {
  const known = regulation.articles.find(candidate => candidate.address === `${regulation.id}/${article}`)
  return known?.label.replace(/[、.．]\s*$/, '') ?? article
}

/** The source of a quote: 《平凉市人民政府工作规则》（平政发〔2023〕30号）第四十五条第三款. */
export function citation(regulation: RegulationSummary, address: string): string {
  const number = regulation.metadata.document_number
  return `《${regulation.title}》${number ? `（${number}）` : ''}${unitName(regulation, address)}`
}

// A document numbered 四十五、 is still cited as 第四十五条 when it is cited at all (GB/T 9704 leaves the form open).
function articleName(regulation: RegulationSummary, article: string): string {
  const label = articleLabel(regulation, article)
  return /^第.+条/.test(label) ? label : `第${label.replace(/[（）()]/g, '')}条`
}

function numeral(number: string): string {
  return /^\d+$/.test(number) ? formatNumeral(Number(number)) : number
}
