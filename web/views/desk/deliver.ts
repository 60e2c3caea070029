import { TAKEN_KNOWN_BY } from '../../../src/drafting/thresholds.ts'
import { draftDocx } from '../../../src/official/draft.ts'
import { explanationDocx } from '../../../src/official/explanation.ts'
import { type DraftTold, draftMarkdown, reportDocx } from '../../../src/official/report.ts'
import { articleAddressOf, documentOf } from '../../../src/structure/address.ts'
import { d } from '../../i18n/desk.ts'
import type { Site } from '../../parts/data.ts'
import { save } from '../../parts/download.ts'
import { html, nothing, type TemplateResult } from '../../parts/html.ts'
import { documentOptions, placeOfId } from '../../parts/places.ts'
import { refresh } from '../../parts/router.ts'
import { language } from '../../reader/settings.ts'
import { run } from '../../work/work.ts'
import { change, desk, findings, isCovered, keyOfFault, openFindings, placeOfDraft } from './desk-state.ts'
import type { Screen } from './screen.ts'
import { waitingForPeers } from './waiting.ts'

/** 出件: the draft and what goes with it as files. */
export function deliverScreen(data: Site): Screen {
  const { checked, work } = desk
  if (!checked || checked.text !== work?.text)
    return { content: html`<p class="faint" role="status">${d('reading')}</p>` }
  const title = checked.read.title || d('draft-name')
  return {
    content: html`
      ${stillOpen()}
      <ul class="deliveries">
        ${item('draft', `${title}.docx`, () => draftBytes(), marking())}
        ${item('columns', `${title}-对照表.docx`, () => columnsBytes(title), middleChoice(data))}
        ${item('explanation', `${title}-起草说明.docx`, () => explanationBytes(data, title))}
        ${item('report', `${title}-体检报告.docx`, () => reportDocx(told(data)))}
        ${item('report-md', `${title}-体检报告.md`, () => `${draftMarkdown(told(data))}\n`)}
        ${item('text', `${title}.txt`, () => work!.text)}
        ${item('work', `${title}.guijian.json`, () => JSON.stringify({ guijian: 'desk', work }, null, 1))}
      </ul>
      ${waitingForPeers()}
      ${reasons()}
    `,
  }
}

const NEEDS_PEERS = new Set(['columns', 'explanation', 'report', 'report-md'])

let making: string | null = null
let peer = ''

type Content = string | Uint8Array

function item(
  name: 'draft' | 'columns' | 'explanation' | 'report' | 'report-md' | 'text' | 'work',
  file: string,
  content: () => Content | Promise<Content>,
  choice: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  const deliver = async () => {
    making = name
    refresh()
    try {
      const made = await content()
      save(
        file,
        typeof made === 'string' ? made : new Blob([made as Uint8Array<ArrayBuffer>], { type: DOCX }),
      )
    } finally {
      making = null
      refresh()
    }
  }
  const waits = NEEDS_PEERS.has(name) && !isCovered()
  return html`<li><div><h2>${d(`file-${name}`)}</h2><p class="small faint">${d(`file-${name}-note`)}</p>${choice}</div>
    <button type="button" ?disabled=${waits || making !== null} @click=${deliver}>${making === name ? d('making') : d('download-as', { kind: /\.(\w+)$/.exec(file)![1]! })}</button></li>`
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

function draftBytes(): Uint8Array {
  const { work, checked } = desk
  return draftDocx({ source: { text: work!.text }, regulation: checked!.regulation }, work!.mark)
}

function columnsBytes(title: string): Promise<Uint8Array> {
  const { text } = desk.work!
  const { place } = placeOfDraft()
  return run('threeColumns', { text, place, title, peer: peer || null, reasons: reasonsByAddress() })
}

function explanationBytes(data: Site, title: string): Uint8Array {
  const { work, checked, covered } = desk
  return explanationDocx({
    regulation: checked!.regulation,
    title,
    coverage: covered!.coverage,
    numbers: covered!.numbers,
    peers: new Map(covered!.peers.map(id => [id, `${placeOfId(data, id)}《${data.byId.get(id)!.title}》`])),
    labelOf: labelIn(data),
    taken: takenByAddress(),
    unneeded: work!.unneeded,
    reasons: reasonsByAddress(),
  })
}

function told(data: Site): DraftTold {
  const { work, checked, covered } = desk
  const report = {
    read: checked!.read,
    coverage: covered!.coverage,
    numbers: covered!.numbers,
    ladders: checked!.ladders,
    faults: findings(),
  }
  return {
    report,
    regulation: checked!.regulation,
    labelOf: labelIn(data),
    places: new Map(covered!.peers.map(id => [id, placeOfId(data, id)])),
    share: 0.5,
    language: language(),
    ignored: fault => work!.ignored[keyOfFault(fault)] ?? null,
    unneeded: work!.unneeded,
  }
}

/** 第四十五条 of a peer's article: the page has the labels of all. */
function labelIn(data: Site): (address: string) => string {
  return address => {
    const article = articleAddressOf(address)
    return data.byId.get(documentOf(address))?.articles.find(each => each.address === article)?.label ?? ''
  }
}

/** What was taken over, by the article of the draft that has its words now. */
function takenByAddress(): Map<string, string[]> {
  const { work, checked } = desk
  const taken = new Map<string, string[]>()
  for (const { address, start, end } of checked!.regulation.articles) {
    const text = work!.text.slice(start, end).replace(/\s/g, '')
    const own = work!.taken.filter(
      ({ words }) => words !== '' && text.includes(words.replace(/\s/g, '').slice(0, TAKEN_KNOWN_BY)),
    )
    if (own.length > 0) taken.set(address, [...new Set(own.map(each => each.address))])
  }
  return taken
}

function reasonsByAddress(): Record<string, string> {
  const { work, checked } = desk
  return Object.fromEntries(
    checked!.regulation.articles.flatMap(article => {
      const reason = work!.reasons[wordsOf(article)]
      return reason ? [[article.address, reason]] : []
    }),
  )
}

/** What an article is known by when it has been moved or numbered anew. */
function wordsOf({ paragraphs }: { paragraphs: { passage: { text: string } }[] }): string {
  return paragraphs[0]?.passage.text.slice(0, 24) ?? ''
}

function stillOpen(): TemplateResult | typeof nothing {
  const errors = openFindings().filter(({ severity }) => severity === 'error').length
  const gaps = (desk.work!.text.match(/〔(?!\d)[^〕]*〕|×{2,}/g) ?? []).length
  if (errors + gaps === 0) return html`<p class="desk-fine">${d('nothing-open')}</p>`
  const open = [errors && d('open-errors', { n: errors }), gaps && d('open-gaps', { n: gaps })].filter(
    Boolean,
  )
  return html`<p class="desk-warning">${d('still-open', { what: open.join(d('and')) })}</p>`
}

function marking(): TemplateResult {
  return html`<label class="small">${d('field-mark')} <input type="text" autocomplete="off" .value=${desk.work!.mark} placeholder=${d('hint-mark')}
    @change=${(event: Event) => change({ mark: (event.target as HTMLInputElement).value.trim() })}></label>`
}

function middleChoice(data: Site): TemplateResult {
  return html`<label class="small">${d('middle-column')} <select @change=${(event: Event) => {
    peer = (event.target as HTMLSelectElement).value
  }}><option value="">${d('nearest')}</option>${documentOptions(data, peer)}</select></label>`
}

/** Reasons for single articles, for the third column and the explanation. */
function reasons(): TemplateResult {
  const { checked, work } = desk
  return html`<details class="desk-reasons"><summary>${d('reasons')}</summary><p class="small faint">${d('reasons-note')}</p>
    ${checked!.regulation.articles.map(article => {
      const key = wordsOf(article)
      return html`<label><span>${article.label} ${key.slice(0, 16)}</span><input type="text" autocomplete="off" .value=${work!.reasons[key] ?? ''}
        @change=${(event: Event) => change({ reasons: { ...work!.reasons, [key]: (event.target as HTMLInputElement).value.trim() } })}></label>`
    })}</details>`
}
