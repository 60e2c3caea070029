import './tables.css'
import { labelOf } from '../../i18n/labels.ts'
import { m } from '../../i18n/method.ts'
import { json, optional } from '../../parts/data.ts'
import { fileLink } from '../../parts/files.ts'
import { html, type TemplateResult } from '../../parts/html.ts'
import { shown } from '../../reader/script.ts'
import { language } from '../../reader/settings.ts'

/** What the view reads of `datapackage.json`. */
export interface DataPackage {
  resources: {
    path: string
    title: string
    description: string
    schema: { fields: { name: string; type: string; title: string; description: string }[] }
  }[]
}

export function dataPackage(): Promise<DataPackage | null> {
  return optional(json<DataPackage>('datapackage.json'))
}

/** Every table with every column: what it is called, of which type it is, and what it says. */
export function dictionarySection(tables: DataPackage): TemplateResult {
  return html`<p class="note">${m('tables-note')}</p>
    ${tables.resources.map(tableEntry)}`
}

function tableEntry({ path, title, description, schema }: DataPackage['resources'][number]): TemplateResult {
  const head = (['column', 'type', 'name', 'description'] as const).map(
    word => html`<th scope="col">${m(word)}</th>`,
  )
  return html`<details class="dictionary">
    <summary>
      <code>${path}</code>
      <span class="title">${language() === 'en' ? labelOf(path) : shown(title)}</span>
      <span class="count">${m('columns', { n: schema.fields.length })}</span>
    </summary>
    <p lang="zh">${shown(description)} ${fileLink(path, m('download-table'))}</p>
    <div class="scroll" role="region" tabindex="0" aria-label=${path}>
      <table class="plain">
        <thead><tr>${head}</tr></thead>
        <tbody>
          ${schema.fields.map(
            field => html`<tr>
              <th scope="row"><code>${field.name}</code></th>
              <td class="type">${typeName(field.type)}</td>
              <td lang="zh">${shown(field.title)}</td>
              <td lang="zh">${shown(field.description)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`
}

const TYPES = ['string', 'integer', 'number', 'boolean'] as const

function typeName(type: string): string {
  const known = TYPES.find(name => name === type)
  return known ? m(`type-${known}`) : type
}
