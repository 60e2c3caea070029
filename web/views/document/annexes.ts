import { unitTextOf } from '../../../src/diff/unit-text.ts'
import type { Annex, Item, Paragraph } from '../../../src/types.ts'
import { t } from '../../i18n/index.ts'
import { citation } from '../../parts/cite.ts'
import { copyQuoted } from '../../parts/copy.ts'
import { html, nothing, type TemplateResult } from '../../parts/html.ts'
import { shown, shownHeading, shownLabel } from '../../reader/script.ts'
import { litUnit } from './lit.ts'
import { problemNotes } from './problems.ts'
import type { Reading } from './reading.ts'
import { articleBlock, unitBlock, words } from './text.ts'

/** The annexes after the articles: each with its paragraphs, its tables, and its own articles if it is a set of rules. */
export function annexSections(reading: Reading): TemplateResult[] {
  return (reading.text.annexes ?? []).map(annex => annexSection(reading, annex))
}

function annexSection(reading: Reading, annex: Annex): TemplateResult {
  const { summary, text, raw } = reading
  const { address, heading } = annex
  return html`<section class=${`annex${litUnit(reading, address)}`} id=${`u-${address}`}>
    <h2><span class="label">${shownLabel(annex.label, raw, annex.start)}</span> ${shown(heading)}</h2>
    ${tablesAndParagraphs(annex.paragraphs).map(part =>
      part.rows ? table(reading, part.rows) : unitBlock(reading, part.paragraph, nothing),
    )}
    ${annex.articles.map((article, index) => {
      const division = annex.divisions.find(each => each.address === article.division)
      const opens = division && annex.articles[index - 1]?.division !== article.division
      return html`${opens ? html`<h3 id=${`u-${division.address}`}>${shownHeading(division, raw)}</h3>` : nothing}${articleBlock(reading, article)}`
    })}
    ${annex.articles.length === 0 ? problemNotes(reading, annex) : nothing}
    <p class="no-print"><button type="button" class="quiet cite" @click=${() => copyQuoted(unitTextOf(text, address), raw, citation(summary, address))}>${t('cite')}</button></p>
  </section>`
}

type Part = { rows: Paragraph[]; paragraph?: never } | { rows?: never; paragraph: Paragraph }

/** Rows that follow each other are one table. */
function tablesAndParagraphs(paragraphs: Paragraph[]): Part[] {
  const parts: Part[] = []
  for (const paragraph of paragraphs) {
    const last = parts.at(-1)
    if (!paragraph.row) parts.push({ paragraph })
    else if (last?.rows) last.rows.push(paragraph)
    else parts.push({ rows: [paragraph] })
  }
  return parts
}

/** A table as it was set, its first row as its head; cells stand in their columns. */
function table(reading: Reading, rows: Paragraph[]): TemplateResult {
  const columns = Math.max(...rows.map(({ items }) => Number(items.at(-1)?.number ?? 0)))
  return html`<div class="annex-table" tabindex="0" role="group" aria-label=${t('annex-table')}><table>
    <tbody>${rows.map(
      (row, index) => html`<tr class=${litUnit(reading, row.address)} id=${`u-${row.address}`}>
        ${cellsIn(row, columns).map(cell => {
          if (!cell) return html`<td></td>`
          const content = words(reading, cell.passage)
          const lit = litUnit(reading, cell.address)
          const id = `u-${cell.address}`
          return index === 0
            ? html`<th scope="col" class=${lit} id=${id}>${content}</th>`
            : html`<td class=${lit} id=${id}>${content}</td>`
        })}
      </tr>`,
    )}</tbody>
  </table></div>`
}

function cellsIn({ items }: Paragraph, columns: number): (Item | undefined)[] {
  const byColumn = new Map(items.map(item => [Number(item.number), item]))
  return Array.from({ length: columns }, (_, index) => byColumn.get(index + 1))
}
