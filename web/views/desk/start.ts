import { d } from '../../i18n/desk.ts'
import { t } from '../../i18n/index.ts'
import { problemText } from '../../i18n/problems.ts'
import { refusalText } from '../../i18n/refusals.ts'
import type { Site } from '../../parts/data.ts'
import { html, nothing, type TemplateResult } from '../../parts/html.ts'
import { documentOptions } from '../../parts/places.ts'
import { go, href, refresh } from '../../parts/router.ts'
import { run } from '../../work/work.ts'
import { begin, change, desk, end, placeOfDraft } from './desk-state.ts'
import type { Work } from './draft-work.ts'
import { allowKeeping, isKept } from './keeping.ts'
import { load, ready } from './preparing.ts'
import type { Screen } from './screen.ts'
import { skeleton } from './skeleton.ts'

// What goes wrong with a file is said here; the draft that is open stays as it is.
let refused: string | null = null
let reading: string | null = null

/** 起稿: a file, a text, a city as base, or an empty page; what the draft is called and of. */
export function startScreen(data: Site): Screen {
  return {
    content: html`
      <p class="lead">${d('lead')}</p>
      <p class=${`desk-privacy desk-${ready()}`} role="status"><span class="dot" aria-hidden="true"></span>${d(`private-${ready()}`)}${ready() === 'failed' ? html` <button type="button" @click=${reload}>${t('again')}</button>` : nothing}</p>
      ${desk.work ? present(desk.work) : nothing}
      <section class="desk-open" aria-labelledby="desk-open-title">
        <h2 id="desk-open-title">${desk.work ? d('open-other') : d('open')}</h2>
        <div class="desk-ways">${dropZone()} ${pasteZone()}</div>
        ${refused ? html`<p class="desk-refused" role="alert">${refused}</p>` : nothing}
      </section>
      ${skeleton(data)} ${basedOn(data)}
    `,
    ready: main => listenForFiles(main),
  }
}

function present(work: Work): TemplateResult {
  const { checked } = desk
  return html`<section class="desk-present" aria-labelledby="desk-present-title">
    <h2 id="desk-present-title">${d('present')}</h2>
    <p>${checked ? d('present-read', { title: checked.read.title || work.file, articles: checked.read.articles, characters: work.text.replace(/\s/g, '').length }) : d('reading')}
      <a class="button" href=${href(['desk', 'check'])}>${d('go-on')}</a></p>
    <div class="desk-fields">
      ${field('place', work.place, placeOfDraft().place, value => change({ place: value }))}
      ${field('province', work.province, placeOfDraft().province, value => change({ province: value }))}
      ${field('mark', work.mark, '', value => change({ mark: value }))}
    </div>
    <p class="desk-keep"><label><input type="checkbox" .checked=${isKept()} @change=${keep}>${d('keep')}</label>
      <span class="small faint">${d('keep-note')}</span>
      <button type="button" class="quiet" @click=${remove}>${d('delete')}</button></p>
    ${leftOut()}
  </section>`
}

/** `known` is what the text tells where the drafter says nothing: shown, but not taken for what was said. */
function field(
  name: 'place' | 'province' | 'mark',
  value: string,
  known: string,
  set: (value: string) => void,
): TemplateResult {
  return html`<label>${d(`field-${name}`)}
    <input type="text" autocomplete="off" .value=${value} placeholder=${known || d(`hint-${name}`)}
      @change=${(event: Event) => set((event.target as HTMLInputElement).value.trim())}></label>`
}

/** What of the file is not in the draft, so that nothing goes unseen. */
function leftOut(): TemplateResult | typeof nothing {
  const { left, problems } = desk
  if (left.length === 0 && problems.length === 0) return nothing
  return html`<details class="desk-left"><summary>${d('left-out', { n: left.length, problems: problems.length })}</summary>
    <ul>
      ${problems.map(problem => html`<li>${problemText(problem)}</li>`)}
      ${left.slice(0, 60).map(({ text }) => html`<li class="faint">${text.slice(0, 80)}</li>`)}
    </ul></details>`
}

function reload(): void {
  void load()
  refresh()
}

async function keep(event: Event): Promise<void> {
  await allowKeeping((event.target as HTMLInputElement).checked, desk.work).catch(() => undefined)
  refresh()
}

async function remove(): Promise<void> {
  end()
  await allowKeeping(false, null).catch(() => undefined)
  refresh()
}

// Opening ---------------------------------------------------------------------------------------------------------------

function dropZone(): TemplateResult {
  const choose = (event: Event) => {
    const input = event.target as HTMLInputElement
    const file = input.files?.[0]
    if (file) void openFile(file)
    input.value = ''
  }
  return html`<label class="desk-drop">
    <strong>${reading ? d('reading-file', { file: reading }) : d('drop')}</strong>
    <span class="small faint">${d('drop-note')}</span>
    <input type="file" class="visually-hidden" accept=".txt,.md,.html,.htm,.mht,.docx,.pdf,.json" @change=${choose}>
  </label>`
}

function pasteZone(): TemplateResult {
  const pasted = (event: Event) => {
    const text = new FormData(event.target as HTMLFormElement).get('text')
    event.preventDefault()
    if (typeof text !== 'string' || text.trim() === '') return
    refused = null
    begin({ text: text.replace(/\r\n?/g, '\n') })
    go(href(['desk', 'check']))
  }
  return html`<form class="desk-paste" @submit=${pasted}>
    <textarea name="text" rows="4" aria-label=${d('paste')} placeholder=${d('paste')}></textarea>
    <button type="submit">${d('check-it')}</button>
  </form>`
}

/** A file may be let fall anywhere on the page. */
function listenForFiles(main: HTMLElement): () => void {
  const over = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    main.dataset.dropping = ''
  }
  const leave = () => {
    delete main.dataset.dropping
  }
  const drop = (event: DragEvent) => {
    leave()
    const file = event.dataTransfer?.files[0]
    if (!file) return
    event.preventDefault()
    void openFile(file)
  }
  document.addEventListener('dragover', over)
  document.addEventListener('dragleave', leave)
  document.addEventListener('drop', drop)
  return () => {
    document.removeEventListener('dragover', over)
    document.removeEventListener('dragleave', leave)
    document.removeEventListener('drop', drop)
  }
}

async function openFile(file: File): Promise<void> {
  refused = null
  reading = file.name
  refresh()
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const work = file.name.endsWith('.json') ? savedWork(bytes) : null
    if (work) begin(work)
    else {
      const opened = await run('openDraft', { bytes, file: file.name })
      if ('refused' in opened) throw new Refusal(refusalText(opened.refused, file.name))
      if (!/[\u4e00-\u9fff]/.test(opened.text)) throw new Refusal(refusalText('no-chinese', file.name))
      begin({ text: opened.text, file: file.name }, opened)
    }
    reading = null
    go(href(['desk', 'check']))
  } catch (error) {
    reading = null
    refused = error instanceof Refusal ? error.message : refusalText('damaged', file.name)
    refresh()
  }
}

class Refusal extends Error {}

/** The work file that this desk saved; null where the file is something else. */
function savedWork(bytes: Uint8Array): Partial<Work> | null {
  try {
    const saved = JSON.parse(new TextDecoder().decode(bytes)) as { guijian?: string; work?: Partial<Work> }
    return saved.guijian === 'desk' && typeof saved.work?.text === 'string' ? saved.work : null
  } catch {
    return null
  }
}

function basedOn(data: Site): TemplateResult {
  const based = async (event: Event) => {
    event.preventDefault()
    const form = new FormData(event.target as HTMLFormElement)
    const base = String(form.get('base') ?? '')
    const place = String(form.get('place') ?? '').trim()
    const summary = data.byId.get(base)
    if (!summary) return
    const topics = data.families
      .filter(({ members }) => members.some(({ address }) => address.startsWith(`${base}/`)))
      .map(({ id }) => id)
    const title = summary.title.replace(summary.place, place || '〔本市〕')
    const { text, sources } = await run('compose', { title, place, province: '', topics, base })
    begin({
      text,
      place,
      taken: sources.map(({ address, topics: [topic = ''], words }) => ({ address, topic, words })),
    })
    go(href(['desk', 'check']))
  }
  return html`<section aria-labelledby="desk-base-title">
    <h2 id="desk-base-title">${d('based-on')}</h2>
    <form class="desk-fields" @submit=${based}>
      <label>${d('base')} <select name="base">${documentOptions(data, null)}</select></label>
      <label>${d('field-place')} <input type="text" name="place" autocomplete="off" placeholder=${d('hint-place')}></label>
      <button type="submit">${d('begin-based')}</button>
    </form>
    <p class="small faint">${d('based-note')}</p>
  </section>`
}
