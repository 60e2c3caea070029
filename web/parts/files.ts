import { dataFile, dataUrl } from './data.ts'
import { save } from './download.ts'
import { isSingleFile } from './embedded.ts'
import { html, type TemplateResult } from './html.ts'

/** Links to tables that the build wrote; in the site as one file they come out of the page itself. */
export function fileLinks(names: string[]): TemplateResult {
  return html`<p class="small no-print files">${names.map(name => fileLink(name))}</p>`
}

export function fileLink(name: string, label = name): TemplateResult {
  const file = name.slice(name.lastIndexOf('/') + 1)
  const fromPage = async (event: Event) => {
    if (!isSingleFile()) return
    event.preventDefault()
    save(file, await dataFile(name))
  }
  return html`<a href=${dataUrl(name)} download=${file} @click=${fromPage}>${label}</a> `
}
