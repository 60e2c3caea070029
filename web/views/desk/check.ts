import type { Fault } from '../../../src/drafting/check-types.ts'
import { placeLabelOf } from '../../../src/drafting/findings.ts'
import type { Severity } from '../../../src/types.ts'
import { d } from '../../i18n/desk.ts'
import type { Site } from '../../parts/data.ts'
import { html, nothing, type TemplateResult } from '../../parts/html.ts'
import { refresh } from '../../parts/router.ts'
import { shown } from '../../reader/script.ts'
import { language } from '../../reader/settings.ts'
import {
  canRedo,
  canUndo,
  change,
  desk,
  edit,
  findings,
  keyOfFault,
  openFindings,
  redo,
  typed,
  undo,
} from './desk-state.ts'
import { createEditor, type Editor, type EditorMark } from './editor.ts'
import { outlineList } from './outline.ts'
import { askReason, isAsked, reasonForm } from './reasoning.ts'
import type { Screen } from './screen.ts'

/** 体检: the draft on the left, to be written in, its findings on the right. */
export function checkScreen(_data: Site): Screen {
  const { element } = theEditor()
  return {
    content: html`
      <div class="desk-bench">
        <div class="desk-writing">
          ${toolbar()}
          ${element}
          ${outlineList(at => theEditor().reveal(at, at, true))}
        </div>
        <aside class="desk-findings" aria-label=${d('findings')}>${findingsList()}</aside>
      </div>
    `,
    ready: main => {
      showDraft()
      main.addEventListener('keydown', findingKeys)
      return () => main.removeEventListener('keydown', findingKeys)
    },
  }
}

let editor: Editor | undefined
let language_: string | undefined

function theEditor(): Editor {
  if (editor && language_ === language()) return editor
  language_ = language()
  editor = createEditor(d('draft-text'), {
    typed: (text, caret) => typed(text, caret, performance.now()),
    moved: at => {
      const fault = listed().find(({ start, end }) => start <= at && at <= end)
      if (fault) choose(keyOf(fault), false)
    },
    undo: () => step(undo),
    redo: () => step(redo),
  })
  return editor
}

/** The text and the marks in the editor; the scroll is where it was when the screen was left. */
function showDraft(): void {
  const { element, area, setText, setMarks } = theEditor()
  if (area.value !== desk.work?.text) setText(desk.work?.text ?? '')
  setMarks([...structureMarks(), ...listed().map(markOf)])
  if (element.scrollTop === 0 && scrolled > 0) element.scrollTop = scrolled
  element.onscroll = () => {
    scrolled = element.scrollTop
  }
  if (wanted) {
    const fault = listed().find(each => keyOf(each) === wanted)
    wanted = null
    if (fault) theEditor().reveal(fault.start, fault.end, false)
  }
}

let scrolled = 0
/** A finding that is to be shown as soon as the editor stands. */
let wanted: string | null = null

function structureMarks(): EditorMark[] {
  const { checked, work } = desk
  if (!checked || checked.text !== work?.text) return []
  return [
    ...checked.regulation.divisions.map(({ start, end }) => ({ start, end, class: 'heading' })),
    ...checked.regulation.articles.map(({ start, label }) => ({
      start,
      end: start + label.length,
      class: 'label',
    })),
  ]
}

function markOf(fault: Fault): EditorMark {
  const { start, end, severity } = fault
  return { start, end, class: `fault ${severity}${keyOf(fault) === chosen ? ' chosen' : ''}` }
}

/** Undoes or redoes a step, with the caret where it was made. */
function step(go: () => number | null): void {
  const caret = go()
  if (caret !== null) theEditor().setText(desk.work?.text ?? '', caret)
}

function toolbar(): TemplateResult {
  const { checked, work } = desk
  return html`<div class="desk-toolbar">
    <button type="button" class="quiet" ?disabled=${!canUndo()} title="Ctrl+Z" @click=${() => step(undo)}>${d('undo')}</button>
    <button type="button" class="quiet" ?disabled=${!canRedo()} title="Ctrl+Y" @click=${() => step(redo)}>${d('redo')}</button>
    <span class="small faint desk-counts">${
      checked
        ? d('counts', {
            articles: checked.read.articles,
            characters: (work?.text ?? '').replace(/\s/g, '').length,
            numbering: checked.read.numbering || '–',
          })
        : d('reading')
    }</span>
  </div>`
}

// Findings --------------------------------------------------------------------------------------------------------------

let chosen: string | null = null
let onlySeverity: Severity | null = null
let onlySource: string | null = null
let withIgnored = false

const SEVERITIES: Severity[] = ['error', 'warning', 'note']

/** A finding among the others: two of one rule may have the same words. */
function keyOf(fault: Fault): string {
  return `${keyOfFault(fault)}|${fault.start}`
}

function listed(): Fault[] {
  const only = onlySource !== null && sourceGroups().includes(onlySource) ? onlySource : null
  return (withIgnored ? findings() : openFindings()).filter(
    ({ severity, source }) =>
      (onlySeverity === null || severity === onlySeverity) && (only === null || sourceGroup(source) === only),
  )
}

/** Sources of what was found: one that was chosen and has no finding any more hides nothing. */
function sourceGroups(): string[] {
  return [...new Set(findings().map(({ source }) => sourceGroup(source)))].sort()
}

/** J1, GB, 立法法 of `J1 14`, `GB/T 15834`, `立法法 65`. */
function sourceGroup(source: string): string {
  return /^(?:[A-Za-z]+\d?|[\u4e00-\u9fff]+)/.exec(source)?.[0] ?? source
}

function findingsList(): TemplateResult {
  const all = openFindings()
  const list = listed()
  const ignored = findings().length - all.length
  const sources = sourceGroups()
  const set = (act: () => void) => () => {
    act()
    refresh()
  }
  const count = (severity: Severity) => all.filter(each => each.severity === severity).length
  return html`
    <div class="desk-filters">
      <div class="chips" role="group" aria-label=${d('severity')}>
        <button type="button" aria-pressed=${onlySeverity === null} @click=${set(() => {
          onlySeverity = null
        })}>${d('all')} <span class="count">${all.length}</span></button>
        ${SEVERITIES.map(
          severity => html`<button type="button" class=${severity} aria-pressed=${onlySeverity === severity} ?disabled=${count(severity) === 0 && onlySeverity !== severity}
            @click=${set(() => {
              onlySeverity = onlySeverity === severity ? null : severity
            })}><i class=${`sign ${severity}`} aria-hidden="true"></i>${d(severity)} <span class="count">${count(severity)}</span></button>`,
        )}
      </div>
      <select aria-label=${d('source')} @change=${(event: Event) => {
        onlySource = (event.target as HTMLSelectElement).value || null
        refresh()
      }}>
        <option value="">${d('every-source')}</option>
        ${sources.map(source => html`<option value=${source} ?selected=${source === onlySource}>${sourceName(source)}</option>`)}
      </select>
      ${
        ignored > 0
          ? html`<label class="small"><input type="checkbox" .checked=${withIgnored} @change=${set(() => {
              withIgnored = !withIgnored
            })}>${d('with-ignored', { n: ignored })}</label>`
          : nothing
      }
    </div>
    <p class="small faint" role="status">${status(all)}</p>
    <ol class="faults">${list.slice(0, MOST_SHOWN).map(finding)}</ol>
    ${list.length > MOST_SHOWN ? html`<p class="small faint">${d('more-findings', { n: list.length - MOST_SHOWN })}</p>` : nothing}
    ${desk.checked && list.length > 0 ? html`<p class="small faint desk-keys"><kbd>F8</kbd> <kbd>Shift F8</kbd> ${d('keys-findings')}</p>` : nothing}
  `
}

// More at once help nobody, and are slow to lay out.
const MOST_SHOWN = 150

function status(all: Fault[]): string {
  if (!desk.checked) return d('reading')
  if (desk.work?.text.trim() === '') return d('empty-text')
  const peers = desk.share === null ? '' : d('beside-share', { percent: Math.round(desk.share * 100) })
  const own =
    desk.checked.read.articles === 0
      ? d('no-articles')
      : all.length === 0
        ? d('no-faults')
        : d('faults', { n: all.length })
  return [own, peers].filter(part => part !== '').join(' ')
}

function finding(fault: Fault): TemplateResult {
  const key = keyOf(fault)
  const reason = desk.work?.ignored[keyOfFault(fault)]
  const [message, remedy] =
    language() === 'en' ? [fault.message_en, fault.remedy_en] : [shown(fault.message), shown(fault.remedy)]
  const place = desk.checked
    ? placeLabelOf(desk.checked.regulation, fault.address) || fault.article
    : fault.article
  const alike =
    key === chosen ? listed().filter(each => each.rule === fault.rule && each.replacement !== null) : []
  return html`<li class=${`finding ${fault.severity}${key === chosen ? ' chosen' : ''}${reason === undefined ? '' : ' ignored'}`} id=${`finding-${fault.rule}-${fault.start}`}>
    <button type="button" class="finding-place" @click=${() => choose(key, true)}>
      <span class="finding-head"><i class=${`sign ${fault.severity}`} aria-hidden="true"></i><span class="visually-hidden">${d(fault.severity)}</span><b>${place || d('outside')}</b>
        <q>${shortened(fault.quote)}</q></span>
      <span class="finding-message">${message}</span>
      <span class="finding-remedy">${remedy}</span>
    </button>
    <div class="finding-acts">
      <span class="small faint" title=${fault.source}>${citedSource(fault.source)}</span>
      <span class="spacer"></span>
      ${
        fault.replacement !== null && reason === undefined
          ? html`<button type="button" class="apply" @click=${() => apply([fault])}>${fault.replacement === '' ? d('delete-it') : d('apply', { words: shortened(fault.replacement) })}</button>
            ${alike.length > 1 ? html`<button type="button" class="quiet" @click=${() => apply(alike)}>${d('apply-all', { n: alike.length })}</button>` : nothing}`
          : nothing
      }
      ${
        reason === undefined
          ? html`<button type="button" class="quiet" @click=${() => askReason(key)}>${d('ignore')}</button>`
          : html`<span class="small">${d('ignored', { reason: reason || '–' })}</span><button type="button" class="quiet" @click=${() => heed(fault)}>${d('heed')}</button>`
      }
    </div>
    ${isAsked(key) ? reasonForm(d('ignore'), given => ignore(fault, given)) : nothing}
  </li>`
}

function shortened(text: string): string {
  return text.length > 36 ? `${text.slice(0, 34)}…` : text
}

/** 立法技术规范（一）15 of `J1 15`. */
function citedSource(source: string): string {
  const group = sourceGroup(source)
  return group === 'GB' ? source : sourceName(group) + source.slice(group.length)
}

function sourceName(group: string): string {
  const names: Record<string, Parameters<typeof d>[0]> = {
    J1: 'source-J1',
    J2: 'source-J2',
    GB: 'source-GB',
    立法法: 'source-L',
    peers: 'source-peers',
    convention: 'source-convention',
  }
  return names[group] ? d(names[group]) : group
}

function ignore(fault: Fault, reason: string): void {
  change({ ignored: { ...desk.work!.ignored, [keyOfFault(fault)]: reason } })
}

function heed(fault: Fault): void {
  const { [keyOfFault(fault)]: _, ...ignored } = desk.work!.ignored
  change({ ignored })
}

/** Puts the replacements in, from the last to the first, as one step. */
function apply(faults: Fault[]): void {
  let result = desk.work?.text ?? ''
  for (const { start, end, replacement } of faults.toSorted((a, b) => b.start - a.start))
    result = result.slice(0, start) + (replacement ?? '') + result.slice(end)
  edit(result, faults[0]!.start)
}

function choose(key: string, reveal: boolean): void {
  chosen = key
  if (reveal) wanted = key
  refresh()
  const fault = listed().find(each => keyOf(each) === key)
  if (!reveal && fault)
    document.getElementById(`finding-${fault.rule}-${fault.start}`)?.scrollIntoView({ block: 'nearest' })
}

/** F8 goes to the next finding, with Shift to the one before, from wherever the keyboard is. */
function findingKeys(event: KeyboardEvent): void {
  if (event.key !== 'F8') return
  event.preventDefault()
  const list = listed()
  if (list.length === 0) return
  const at = list.findIndex(fault => keyOf(fault) === chosen)
  const next = list[(at + (event.shiftKey ? -1 : 1) + list.length) % list.length]!
  choose(keyOf(next), true)
  document.getElementById(`finding-${next.rule}-${next.start}`)?.scrollIntoView({ block: 'nearest' })
}
