import '../style/method.css'
import { groupBy } from '../../src/group.ts'
import { t } from '../i18n/index.ts'
import { METHOD } from '../i18n/method.ts'
import { copyText } from '../parts/copy.ts'
import { json, LoadError, quality, type Site, site } from '../parts/data.ts'
import { fileLink } from '../parts/files.ts'
import { html, nothing, type TemplateResult } from '../parts/html.ts'
import { shown } from '../parts/script.ts'
import { language } from '../parts/settings.ts'
import type { View } from './view.ts'

/** 方法: how it is done, how good it is, what the tables hold, how to cite. */
export const view: View = async () => {
  const [data, measured, tables] = await Promise.all([site(), quality<Quality>(), dictionary()])
  return {
    title: t('nav-method'),
    content: html`
      <div class="method">
        <div class="page-head">
          <h1 tabindex="-1">${t('method-title')}</h1>
          <p class="lead">${t('method-lead')}</p>
        </div>
        <section>
          <h2 id="how">${t('how')}</h2>
          <ol class="steps">
            ${METHOD[language()].map(([name, words]) => html`<li><h3>${shown(name)}</h3><p>${shown(words)}</p></li>`)}
          </ol>
        </section>
        ${qualitySection(measured)} ${tableSection(tables)} ${citeSection(data)}
        <section>
          <h2 id="licence">${t('licence')}</h2>
          <p>${t('licence-text')}</p>
        </section>
      </div>
    `,
  }
}

/** What `evaluate` measured against the gold: figures by stage, and every miss in a line. */
interface Quality {
  figures: { stage: string; name: string; value: number; of?: number }[]
  misses: string[]
}

function qualitySection(measured: Quality | null): TemplateResult {
  if (!measured)
    return html`<section><h2 id="quality">${t('quality')}</h2><p>${t('quality-none')}</p></section>`
  return html`<section>
    <h2 id="quality">${t('quality')}</h2>
    <p>${t('quality-note')}</p>
    <div class="scroll" role="region" tabindex="0" aria-labelledby="quality">
      <table class="plain">
        <thead><tr><th scope="col">${t('stage')}</th><th scope="col">${t('figure')}</th><th scope="col" class="number">${t('value')}</th></tr></thead>
        <tbody>
          ${[...groupBy(measured.figures, figure => figure.stage)].map(([stage, figures]) =>
            figures.map(
              (figure, index) => html`<tr>
                ${index === 0 ? html`<th scope="rowgroup" rowspan=${figures.length}>${stage}</th>` : nothing}
                <td>${figure.name}</td>
                <td class="number">${figureText(figure)}</td>
              </tr>`,
            ),
          )}
        </tbody>
      </table>
    </div>
    <details>
      <summary>${t('misses', { n: measured.misses.length })}</summary>
      <ul class="misses small">
        ${measured.misses.map(miss => html`<li>${shown(miss)}</li>`)}
      </ul>
    </details>
  </section>`
}

function figureText({ value, of }: Quality['figures'][number]): string {
  if (of !== undefined) return `${value} / ${of}`
  return Number.isInteger(value) ? String(value) : value.toFixed(3)
}

interface DataPackage {
  resources: {
    path: string
    title: string
    description: string
    schema: { fields: { name: string; type: string; title: string; description: string }[] }
  }[]
}

function dictionary(): Promise<DataPackage | null> {
  return json<DataPackage>('datapackage.json').catch(error => {
    if (error instanceof LoadError) return null
    throw error
  })
}

function tableSection(tables: DataPackage | null): TemplateResult {
  return html`<section>
    <h2 id="tables">${t('tables')}</h2>
    <p>${t('tables-note')}</p>
    <p><button type="button" @click=${(event: Event) => saveEverything(event, tables)}>${t('download-all')}</button>
      ${fileLink('guijian.xlsx')} ${fileLink('datapackage.json')}</p>
    ${(tables?.resources ?? []).map(
      table => html`<details class="dictionary">
        <summary><code>${table.path}</code> ${shown(table.title)}</summary>
        <p>${shown(table.description)} ${fileLink(table.path, t('download'))}</p>
        <table class="plain small">
          <tbody>
            ${table.schema.fields.map(
              field =>
                html`<tr><th scope="row"><code>${field.name}</code></th><td>${shown(field.title)}</td><td>${shown(field.description)}</td></tr>`,
            )}
          </tbody>
        </table>
      </details>`,
    )}
  </section>`
}

async function saveEverything(event: Event, tables: DataPackage | null): Promise<void> {
  const button = event.currentTarget as HTMLButtonElement
  button.disabled = true
  try {
    const { archive } = await import('../parts/archive.ts')
    await archive(['datapackage.json', ...(tables?.resources ?? []).map(table => table.path)])
  } finally {
    button.disabled = false
  }
}

function citeSection(data: Site): TemplateResult {
  const words = t('cite-form', {
    title: data.title,
    n: data.regulations.length,
    version: data.version,
    corpus: data.corpus.slice(0, 12),
  })
  return html`<section>
    <h2 id="citing">${t('citing')}</h2>
    <blockquote class="text">${words}</blockquote>
    <p><button type="button" @click=${() => copyText(words)}>${t('copy')}</button></p>
    <p class="small faint">${t('citing-note')}</p>
  </section>`
}
