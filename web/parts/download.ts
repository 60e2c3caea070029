import { csvOf } from '../../src/tables/formats/csv.ts'
import type { Cell } from '../../src/tables/table.ts'
import { t } from '../i18n/index.ts'
import { html, type TemplateResult } from './html.ts'

export interface Download {
  label: string
  /** File name it is saved under. */
  file: string
  content: () => string | Blob | Promise<string | Blob>
}

/** The line at the end of a view that offers what the view shows as files. */
export function downloadBar(downloads: Download[]): TemplateResult {
  return html`<p class="downloads no-print">
    <span class="downloads-title">${t('download')}</span>
    ${downloads.map(
      download =>
        html`<button type="button" class="quiet" @click=${() => deliver(download)}>${download.label}</button>`,
    )}
  </p>`
}

async function deliver(download: Download): Promise<void> {
  save(download.file, await download.content())
}

/** Hands a file to the reader. */
export function save(file: string, content: string | Blob): void {
  const blob = typeof content === 'string' ? new Blob([content], { type: typeOf(file) }) : content
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = file
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

function typeOf(file: string): string {
  if (file.endsWith('.csv')) return 'text/csv;charset=utf-8'
  if (file.endsWith('.json')) return 'application/json'
  return 'text/plain;charset=utf-8'
}

/** Rows as CSV the way all tables of the site are written: byte order mark, quoting, safe in a spreadsheet. */
export function csvText(columns: string[], rows: Cell[][]): string {
  const about = { name: '', title: '', description: '' }
  return csvOf({
    ...about,
    columns: columns.map(name => ({ name, type: 'string', title: '', description: '' })),
    rows,
  })
}
