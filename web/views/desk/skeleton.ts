import type { OutlineTopic } from '../../../src/drafting/editing/outline.ts'
import { d } from '../../i18n/desk.ts'
import { topicLabel } from '../../i18n/index.ts'
import type { Site } from '../../parts/data.ts'
import { html, type TemplateResult } from '../../parts/html.ts'
import { documentOptions } from '../../parts/places.ts'
import { go, href, refresh } from '../../parts/router.ts'
import { run } from '../../work/work.ts'
import { begin } from './desk-state.ts'
import { usualOutline } from './usual.ts'

/** An empty page: a title, and of the corpus' topics those that the draft shall have, in their usual chapters and order. */
export function skeleton(data: Site): TemplateResult {
  return html`<section class="skeleton" aria-labelledby="desk-empty-title">
    <h2 id="desk-empty-title">${d('empty-page')}</h2>
    <p class="small faint">${d('empty-note', { corpus: data.title })}</p>
    <form @submit=${(event: Event) => compose(event, data)}>
      <div class="desk-fields">
        <label>${d('field-place')} <input type="text" name="place" autocomplete="off" placeholder=${d('hint-place')} @change=${suggestTitle(data)}></label>
        <label class="wide">${d('field-title')} <input type="text" name="title" autocomplete="off" placeholder=${d('hint-title', { title: titleWithout(data) })}></label>
        <label>${d('words-of')} <select name="base"><option value="">${d('fullest')}</option>${documentOptions(data, null)}</select></label>
      </div>
      ${topics(data)}
      <p class="skeleton-acts">
        <button type="submit" class="primary">${d('compose', { n: chosen?.size ?? 0 })}</button>
        <button type="button" class="quiet" @click=${(event: Event) => blank(event, data)}>${d('blank')}</button>
      </p>
    </form>
  </section>`
}

let chosen: Set<string> | null = null

function topics(data: Site): TemplateResult {
  const found = usualOutline()
  if (!found) return html`<p class="faint" role="status">${d('loading')}</p>`
  const total = data.regulations.length
  // Until the drafter chooses: what half of the documents have.
  chosen ??= new Set(found.topics.filter(({ documents }) => documents * 2 >= total).map(({ topic }) => topic))
  const most = found.topics.toSorted((a, b) => Number(b.basic) - Number(a.basic) || b.documents - a.documents)
  const choose = (event: Event) => {
    const value = (event.target as HTMLSelectElement).value
    if (value === '') return
    const wanted = value.startsWith('n')
      ? most.slice(0, Number(value.slice(1)))
      : most.filter(({ documents }) => documents >= Number(value) * total)
    chosen = new Set(wanted.map(({ topic }) => topic))
    refresh()
  }
  const chapters = [...new Set(found.topics.map(({ chapter }) => chapter))]
  return html`<div class="controls"><label>${d('choose-topics')}
      <select @change=${choose}><option value="">${d('chosen-topics', { n: chosen.size, total: found.topics.length })}</option>
        ${[0.75, 0.5, 0.25].map(share => html`<option value=${share}>${d('topics-of', { n: Math.ceil(share * total), total, count: most.filter(({ documents }) => documents >= share * total).length })}</option>`)}
        ${[20, 40, 60].filter(n => n < most.length).map(n => html`<option value=${`n${n}`}>${d('most-common', { n })}</option>`)}
      </select></label></div>
    <details class="skeleton-topics"><summary>${d('topics-one-by-one')}</summary>
    ${chapters.map(
      chapter => html`<fieldset><legend>${chapter ?? d('without-chapter')}</legend>
      ${found.topics.filter(each => each.chapter === chapter && (each.documents > 1 || chosen!.has(each.topic))).map(each => topic(each, total))}</fieldset>`,
    )}
    </details>`
}

function topic({ topic: id, name, documents }: OutlineTopic, total: number): TemplateResult {
  const toggle = () => {
    if (chosen!.has(id)) chosen!.delete(id)
    else chosen!.add(id)
    refresh()
  }
  return html`<label><input type="checkbox" .checked=${chosen!.has(id)} @change=${toggle}>${topicLabel(name)} <span class="small faint">${documents}/${total}</span></label>`
}

/** The title that most documents have, without their place: 人民政府工作规则. */
function titleWithout({ regulations }: Site): string {
  const titles = regulations.map(({ title, place }) =>
    title.replace(place, '').replace(/^(?:关于|印发)+/, ''),
  )
  const counts = new Map<string, number>()
  for (const title of titles) counts.set(title, (counts.get(title) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}

function suggestTitle(data: Site): (event: Event) => void {
  return event => {
    const input = event.target as HTMLInputElement
    const title = input.form?.elements.namedItem('title')
    if (title instanceof HTMLInputElement && title.value === '' && input.value.trim() !== '')
      title.value = input.value.trim() + titleWithout(data)
  }
}

function named(form: HTMLFormElement, data: Site): { place: string; title: string } {
  const fields = new FormData(form)
  const place = String(fields.get('place') ?? '').trim()
  const title = String(fields.get('title') ?? '').trim() || (place || '〔本市〕') + titleWithout(data)
  return { place, title }
}

async function compose(event: Event, data: Site): Promise<void> {
  event.preventDefault()
  const form = event.target as HTMLFormElement
  const { place, title } = named(form, data)
  const base = String(new FormData(form).get('base') ?? '') || null
  const { text, sources } = await run('compose', {
    title,
    place,
    province: '',
    topics: [...(chosen ?? [])],
    base,
  })
  begin({
    text,
    place,
    wanted: [...(chosen ?? [])],
    taken: sources.map(({ words, address, topics: [first = ''] }) => ({ words, address, topic: first })),
  })
  go(href(['desk', 'check']))
}

function blank(event: Event, data: Site): void {
  const { place, title } = named((event.target as HTMLElement).closest('form')!, data)
  begin({ text: `${title}\n\n`, place })
  go(href(['desk', 'check']))
}
