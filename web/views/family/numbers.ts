import './numbers.css'
import type { Family } from '../../../src/types.ts'
import { type Cell, type Row, rowsOf } from '../../charts/rows.ts'
import { outliersOf } from '../../charts/summary.ts'
import { t } from '../../i18n/index.ts'
import { MEASURE_NAMES } from '../../i18n/measures.ts'
import { n } from '../../i18n/numbers.ts'
import { canLack } from '../../parts/complete.ts'
import { provisions, type Site } from '../../parts/data.ts'
import { html, nothing, type TemplateResult } from '../../parts/html.ts'
import { placeNameOf } from '../../parts/places.ts'
import { href } from '../../parts/router.ts'
import { sign } from '../../parts/signs.ts'
import { shown } from '../../reader/script.ts'
import { language } from '../../reader/settings.ts'
import { valueLink } from '../numbers/value-link.ts'

// The provisions of more documents are too many to be read for one topic.
const READ = 60

/** What the documents that are shown give as numbers on a topic: a row for each measure. */
export async function numbersOn(data: Site, family: Family, ids: string[]): Promise<Row[]> {
  if (data.regulations.length > READ) return []
  const own = (await provisions()).filter(each => each.family === family.id)
  const regulations = ids.map(id => ({
    id,
    place: placeNameOf(data, data.byId.get(id)!),
    complete: canLack(data, id),
  }))
  return rowsOf({ regulations, families: [family], provisions: own })
}

/** The rows as a table, each number leading to its words in the text, each measure to its chart. */
export function numbersSection(rows: Row[]): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing
  return html`<details class="topic-numbers" open>
    <summary class="small">${n('title')}</summary>
    <div class="scroll" role="region" tabindex="0" aria-label=${n('title')}>
      <table>
        <thead>
          <tr><td></td>${rows[0]!.cells.map(cell => html`<th scope="col">${shown(cell.place)}</th>`)}</tr>
        </thead>
        <tbody>${rows.map(numbersRow)}</tbody>
      </table>
    </div>
  </details>`
}

const STATE_WORDS = {
  absent: () => n('absent'),
  unnumbered: () => n('no-number'),
  unknown: () => t('cut-off'),
}

function numbersRow(row: Row): TemplateResult {
  const outliers = outliersOf(row)
  const cell = ({ marks, state }: Cell) =>
    marks.length > 0 || state === 'value'
      ? html`<td>${marks.map(mark => html`<div>${valueLink(mark, outliers.has(mark))}</div>`)}</td>`
      : html`<td class="faint">${sign(state)}<span class="visually-hidden">${STATE_WORDS[state]()}</span></td>`
  return html`<tr>
    <th scope="row"><a href=${href(['numbers'], { show: 'chart', measure: row.measure, row: row.key })}>${shown(MEASURE_NAMES[row.measure][language()])}</a></th>
    ${row.cells.map(cell)}
  </tr>`
}
