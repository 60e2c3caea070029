import '../style/compare.css'
import { changesOf, type Segment } from '../../src/compare/diff.ts'
import type { Part } from '../../src/compare/witness.ts'
import { groupBy } from '../../src/group.ts'
import { articleAddressOf, documentOf } from '../../src/structure/address.ts'
import { rangeOf } from '../../src/text/passage.ts'
import type { Difference, DifferenceKind, Family, Match, Range, Span } from '../../src/types.ts'
import { isTyping } from '../frame.ts'
import { percent, t, topicLabel } from '../i18n/index.ts'
import { citation, unitName } from '../parts/cite.ts'
import { type Against, type Column, columnsOf, compareColumn, uncompared } from '../parts/columns.ts'
import { copyText } from '../parts/copy.ts'
import { membersOf, type Site, site } from '../parts/data.ts'
import { csvText, downloadBar } from '../parts/download.ts'
import { type Fading, fadingControls, fadingOf, prepareFading } from '../parts/fading.ts'
import { byChapter, documentsOf } from '../parts/families.ts'
import { html, nothing, type TemplateResult } from '../parts/html.ts'
import { type Mark, marked } from '../parts/marks.ts'
import { painted } from '../parts/painted.ts'
import { alignable, alignPair, evidenceLine, knownMatches } from '../parts/pairs.ts'
import { isPinned, pinButton } from '../parts/pins.ts'
import { documentChips, placeOf } from '../parts/places.ts'
import { redline } from '../parts/redline.ts'
import { currentRoute, go, href, type Route, refresh, unitHref, withQuery } from '../parts/router.ts'
import { shown, shownLang, shownPassage } from '../parts/script.ts'
import { language } from '../parts/settings.ts'
import { NEAR, type Wording, wordingsOf } from '../parts/wordings.ts'
import type { Page, View } from './view.ts'

// More columns than this are no longer readable side by side; the reader chooses which.
const READABLE = 6

// Of places that say the same so many are named, the rest counted.
const NAMED = 3

/** 对照 of one family in full: a column for each document, differences marked against a base of the reader's choice. */
export const view: View = async route => {
  const data = await site()
  const family = data.familyById.get(route.path[0] ?? '')
  if (!family) return unknownFamily(data)
  const present = documentsOf(family, data)
  const base = present.includes(route.query.base ?? '') ? route.query.base! : present[0]!
  const wordings = await wordingsOf(data, family, base)
  const ids = chosenDocuments(route, data, family, present, base, wordings)
  const against = { family, base, foldNames: route.query.names !== '1' }
  const [columns, fading] = await Promise.all([columnsOf(data, ids, against), fadingOf(data, route)])
  const evidence = await evidenceOf(columns, base)
  const changes = listChanges(columns)
  const sheet: Sheet = {
    data,
    family,
    present,
    base,
    against,
    columns,
    evidence,
    route,
    changes,
    fading,
    wordings,
  }
  return { title: topicLabel(family.topic), content: page(sheet), ready: main => ready(main, sheet) }
}

interface Sheet {
  data: Site
  family: Family
  present: string[]
  base: string
  against: Against
  columns: Column[]
  evidence: Map<string, Match[] | null>
  route: Route
  changes: Change[]
  fading: Fading | null
  wordings: Wording[]
}

/** A typed difference of a column from the base; `key` numbers it through all columns. */
interface Change {
  key: number
  column: Column
  difference: Difference
}

/** The columns asked for, else in the order of wordings, near-identical ones next to each other; of many one for each. */
function chosenDocuments(
  route: Route,
  data: Site,
  family: Family,
  present: string[],
  base: string,
  wordings: Wording[],
): string[] {
  const asked = (route.query.show ?? '').split(',').filter(id => data.byId.has(id))
  if (asked.length > 0) return [base, ...asked.filter(id => id !== base)]
  const ordered = [...new Set([...wordings.flatMap(({ ids }) => ids), ...present])]
  const rest = ordered.filter(id => id !== base)
  if (present.length <= READABLE) return [base, ...rest]
  const groups = groupBy(rest, id => signature(family, id))
  groups.delete(signature(family, base))
  return [base, ...[...groups.values()].map(ids => ids[0]!)].slice(0, READABLE)
}

/** Which wordings a document uses: two documents with the same signature say the same. */
function signature(family: Family, id: string): string {
  return membersOf(family, id)
    .map(member => member.wording)
    .join('+')
}

// What is substance comes first: a reader looks for another number before another word.
const KINDS: DifferenceKind[] = ['quantity', 'modality', 'actor', 'scope', 'missing', 'wording']

function listChanges(columns: Column[]): Change[] {
  let key = 0
  const order = ({ kind }: Difference) => KINDS.indexOf(kind)
  return columns.flatMap(column =>
    column.differences
      .toSorted((a, b) => order(a) - order(b))
      .map(difference => ({ key: ++key, column, difference })),
  )
}

function page(sheet: Sheet): TemplateResult {
  const { family, data, present } = sheet
  return html`
    <div class="page-head family-head">
      <p class="small crumbs no-print"><a href=${href(['compare'])}>${t('nav-compare')}</a>${chapterCrumb(sheet)}</p>
      <h1 tabindex="-1">${topicLabel(family.topic)}</h1>
      <p class="lead">${t('family-lead', { n: present.length, total: data.regulations.length, wordings: wordingCount(family) })}</p>
      ${wordingList(sheet)} ${neighbours(sheet)}
    </div>
    ${controls(sheet)}
    <div class=${`columns${sheet.columns.length <= READABLE ? ' few' : ''}${sheet.fading?.rangesOf ? ' fading' : ''}`} role="group" tabindex="0" aria-label=${topicLabel(family.topic)}>
      ${sheet.columns.map(column => columnBlock(sheet, column))}
    </div>
    ${changeBar(sheet)} ${changeList(sheet)} ${downloads(sheet)}
  `
}

function wordingCount(family: Family): number {
  return new Set(family.members.map(member => member.wording)).size
}

/** The wordings with who uses them; a click puts the wording first. */
function wordingList({ data, wordings, base }: Sheet): TemplateResult | typeof nothing {
  if (wordings.length < 2) return nothing
  return html`<ol class="wordings small no-print" aria-label=${t('wordings-title')}>
    ${wordings.map(({ letter, ids, likeness }) => {
      const places = ids.map(id => placeOf(data, data.byId.get(id)!))
      const others = places.length - NAMED
      return html`<li class=${likeness >= NEAR ? 'near' : ''}>
        <a href=${withQuery({ base: ids[0]!, d: null })} aria-current=${ids.includes(base) ? 'true' : nothing} title=${places.join('、')}>
          <span class="badge">${letter}</span> ${places.slice(0, NAMED).join('、')}${others > 0 ? ` +${others}` : ''}
        </a>
        ${likeness >= NEAR ? html`<span class="faint">${t('wording-near', { p: percent(likeness) })}</span>` : nothing}
      </li>`
    })}
  </ol>`
}

function chapterCrumb({ data, base, family }: Sheet): TemplateResult | typeof nothing {
  const group = byChapter(data, data.byId.get(base)!).find(each => each.families.includes(family))
  return group?.chapter ? html` › ${shown(`${group.chapter.label} ${group.chapter.heading}`)}` : nothing
}

function neighbours({ data, base, family, route }: Sheet): TemplateResult {
  const [before, after] = neighboursOf(data, base, family)
  const link = (other: Family | undefined, key: 'previous' | 'next') =>
    other
      ? html`<a class=${key} data-key=${key} href=${href(['family', other.id], { ...route.query, d: null })}><span class="faint">${t(key)}</span> ${topicLabel(other.topic)}</a>`
      : html`<span></span>`
  return html`<nav class="neighbours small no-print" aria-label=${t('neighbouring-topics')}>${link(before, 'previous')} ${link(after, 'next')}</nav>`
}

function neighboursOf(data: Site, base: string, family: Family): [Family | undefined, Family | undefined] {
  const order = byChapter(data, data.byId.get(base)!).flatMap(group => group.families)
  const at = order.indexOf(family)
  return [order[at - 1], order[at + 1]]
}

function controls(sheet: Sheet): TemplateResult {
  const { data, present, base, route, columns } = sheet
  const choose = (event: Event) =>
    go(withQuery({ base: (event.target as HTMLSelectElement).value, d: null }), 'replace')
  const visible = columns.map(column => column.summary.id)
  return html`<div class="controls no-print">
    <label>${t('base')}
      <select @change=${choose}>
        ${present.map(id => html`<option value=${id} ?selected=${id === base}>${placeOf(data, data.byId.get(id)!)}</option>`)}
      </select>
    </label>
    ${documentChips(data, visible, { locked: base, missing: data.regulations.map(each => each.id).filter(id => !present.includes(id)) }, ids => withQuery({ show: ids.join(','), d: null }))}
    ${toggle(route, 'names', t('mark-names'))} ${toggle(route, 'cut', t('show-left-out'))} ${toggle(route, 'context', t('context'))}
    ${pinButton(`#/family/${sheet.family.id}`, topicLabel(sheet.family.topic), isPinned(`#/family/${sheet.family.id}`))} ${fadingControls(data, sheet.fading)}
  </div>`
}

function toggle(route: Route, name: string, label: string): TemplateResult {
  const on = route.query[name] === '1'
  return html`<button type="button" aria-pressed=${on} @click=${() => go(withQuery({ [name]: on ? null : 1 }), 'replace')}>${label}</button>`
}

// A column ----------------------------------------------------------------------------------------------------------

function columnBlock(sheet: Sheet, column: Column): TemplateResult {
  const { summary, members } = column
  const isBase = summary.id === sheet.base
  return html`<section class=${isBase ? 'column base' : 'column'} aria-labelledby=${`column-${summary.id}`}>
    <header>
      <h2 id=${`column-${summary.id}`}>${placeOf(sheet.data, summary)}</h2>${alsoSaidBy(sheet, column)}
      ${isBase ? html`<span class="badge">${t('base')}</span>` : nothing}
      ${wordingBadge(sheet, column)}
      <p class="small units">${members.map(member => html`<a href=${unitHref(member.address)}>${shown(unitName(summary, member.address))}</a> `)}</p>
    </header>
    ${
      members.length === 0
        ? html`<p class="absent">${t('not-regulated')}</p>`
        : html`${sheet.route.query.context === '1' ? neighbour(column, -1) : nothing}
            <div class="text" lang=${shownLang(summary.script)}>${column.witness.parts.map(part => line(sheet, column, part))}</div>
            ${sheet.route.query.context === '1' ? neighbour(column, 1) : nothing}
            <footer class="small no-print">
              <button type="button" class="quiet" @click=${() => copyCited(column)}>${t('cite')}</button>
              ${whyPaired(sheet, column)}
            </footer>`
    }
  </section>`
}

function wordingBadge(_: Sheet, { members }: Column): TemplateResult | typeof nothing {
  const wordings = [...new Set(members.map(member => member.wording))]
  if (wordings.length === 0) return nothing
  return html`<span class="badge wording">${t('wording', { name: wordings.join('、') })}</span>`
}

/** Other places that say the same word for word, where they have no column of their own. */
function alsoSaidBy(
  { family, data, present, columns }: Sheet,
  { summary, members }: Column,
): TemplateResult | typeof nothing {
  if (members.length === 0) return nothing
  const own = signature(family, summary.id)
  const inColumns = new Set(columns.map(column => column.summary.id))
  const others = present.filter(id => !inColumns.has(id) && signature(family, id) === own)
  if (others.length === 0) return nothing
  const places = others.map(id => placeOf(data, data.byId.get(id)!))
  const named = places.slice(0, NAMED).join('、')
  return html`<span class="small also" title=${places.join('、')}>${t('also-said', { n: others.length, places: named })}</span>`
}

function line(sheet: Sheet, column: Column, part: Part): TemplateResult {
  const text = shownPassage(part.passage, column.source)
  const label = column.witness.text.slice(part.label.from, part.label.to)
  const marks = marksOf(sheet, column)
  const depth = part.address.split('/').length
  return html`<p class=${depth >= 5 ? 'subitem' : depth === 4 ? 'item' : 'paragraph'}>
    ${label ? html`<span class="label">${shown(label)}</span>` : nothing}${marked(text, marks, part.at.from)}${omissions(sheet, column, part)}
  </p>`
}

function marksOf(sheet: Sheet, column: Column): Mark[] {
  const marks = changesOf(column.segments ?? [])
    .filter(segment => segment.b.to > segment.b.from)
    .map((segment): Mark => ({ ...segment.b, class: `${markClass(segment)} ${weightOf(column, segment.b)}` }))
  for (const range of sheet.fading?.rangesOf?.(column.regulation, column.witness) ?? [])
    marks.push({ ...range, class: 'shared' })
  const active = activeChange(sheet)
  if (active) marks.push(...activeMarks(sheet, column, active.difference))
  return marks
}

function markClass({ a, move }: Segment): string {
  if (move !== undefined) return 'moved'
  return a.to > a.from ? 'replaced' : 'added'
}

/** `minor` where nothing but the words differ: the eye should rest on what differs in substance. */
function weightOf(column: Column, range: Range): 'minor' | 'major' {
  const major = column.differences.some(
    ({ kind, rightSpan }) =>
      kind !== 'wording' &&
      rightSpan !== null &&
      rangesOf(column, rightSpan).some(other => other.from < range.to && range.from < other.to),
  )
  return major ? 'major' : 'minor'
}

function activeChange({ changes, route }: Sheet): Change | undefined {
  return changes.find(change => String(change.key) === route.query.d)
}

function activeMarks(sheet: Sheet, column: Column, { left, right, leftSpan, rightSpan }: Difference): Mark[] {
  const span = column.summary.id === sheet.base ? leftSpan : rightSpan
  const unit = column.summary.id === sheet.base ? left : right
  if (!span || documentOf(unit) !== column.summary.id) return []
  return rangesOf(column, span).map(range => ({ ...range, class: 'active' }))
}

/** Where a stretch of the source stands in the column's text. */
function rangesOf({ witness }: Column, span: Span): Range[] {
  return witness.parts.flatMap(part => {
    const { from, to } = rangeOf(part.passage, span)
    return to > from ? [{ from: from + part.at.from, to: to + part.at.from }] : []
  })
}

/** What the base says and this column leaves out, at the end of the line it is missing from, when asked for. */
function omissions(sheet: Sheet, column: Column, part: Part): TemplateResult | typeof nothing {
  if (sheet.route.query.cut !== '1') return nothing
  const base = baseColumn(sheet)
  const here = changesOf(column.segments ?? []).filter(
    ({ b }) => b.from === b.to && b.from >= part.at.from && b.from <= part.at.to,
  )
  return html`${here.map(({ a }) => html`<del>${shown(base.witness.text.slice(a.from, a.to))}</del>`)}`
}

function baseColumn({ columns, base }: Sheet): Column {
  return columns.find(column => column.summary.id === base)!
}

function neighbour(column: Column, step: 1 | -1): TemplateResult | typeof nothing {
  const member = step < 0 ? column.members[0] : column.members.at(-1)
  const articles = column.regulation.articles
  const at = articles.findIndex(article => article.address === articleAddressOf(member?.address ?? ''))
  const article = articles[at + step]
  if (!article) return nothing
  return html`<p class="text neighbour"><a href=${unitHref(article.address)}>${shown(article.label)}</a>
    ${article.paragraphs.map(paragraph => shownPassage(paragraph.passage, column.source)).join('')}</p>`
}

async function copyCited(column: Column): Promise<void> {
  const words = column.witness.parts
    .map(
      part =>
        shown(column.witness.text.slice(part.label.from, part.label.to)) +
        shownPassage(part.passage, column.source),
    )
    .join('\n')
  const sources = column.members.map(member => citation(column.summary, member.address)).join('；')
  await copyText(`${words}\n——${shown(sources)}`)
}

// Why these stand side by side ------------------------------------------------------------------------------------------

/** By document: the matches behind the column; null where the two were not aligned yet. */
async function evidenceOf(columns: Column[], base: string): Promise<Map<string, Match[] | null>> {
  const first = columns.find(column => column.summary.id === base)!
  const others = columns.filter(column => column !== first && column.members.length > 0)
  const found = await Promise.all(others.map(column => matchesBetween(first, column)))
  return new Map(others.map((column, index) => [column.summary.id, found[index] ?? null]))
}

async function matchesBetween(base: Column, column: Column): Promise<Match[] | null> {
  const all = await knownMatches(base.summary.id, column.summary.id)
  const articles = (of: Column) => new Set(of.members.map(member => articleAddressOf(member.address)))
  const [left, right] = [articles(base), articles(column)]
  return all?.filter(({ a, b }) => (left.has(a) && right.has(b)) || (left.has(b) && right.has(a))) ?? null
}

function whyPaired(sheet: Sheet, column: Column): TemplateResult | typeof nothing {
  const found = sheet.evidence.get(column.summary.id)
  if (found === undefined) return nothing
  return html`<details class="why">
    <summary>${t('why')}</summary>
    ${found === null ? alignHere(sheet, column) : nothing}
    ${found?.length === 0 ? html`<p>${t('why-through-others')}</p>` : nothing}
    ${found?.map(match => evidenceLine(sheet.data, match))}
  </details>`
}

/** With many documents the build compares no pairs: this one is aligned when the reader asks why. */
function alignHere({ base }: Sheet, { summary }: Column): TemplateResult {
  if (!alignable(base, summary.id)) return html`<p>${t('align-failed')}</p>`
  const ask = async (event: Event) => {
    const button = event.currentTarget as HTMLButtonElement
    button.setAttribute('aria-busy', 'true')
    button.textContent = t('aligning')
    await painted()
    await alignPair(base, summary.id)
    refresh()
  }
  return html`<p>${t('not-aligned')} <button type="button" @click=${ask}>${t('align-now')}</button></p>`
}

// The differences as a list -----------------------------------------------------------------------------------------------

function changeList(sheet: Sheet): TemplateResult | typeof nothing {
  const others = sheet.columns.filter(column => column.segments)
  if (others.length === 0) return nothing
  return html`<section class="changes">
    <div class="section-head">
      <h2>${t('differences', { n: wantedChanges(sheet).length })}${uncompared(sheet.columns, sheet.against) ? '…' : ''}</h2>
      <p class="no-print">${t('keys-differences')}</p>
    </div>
    ${kindFilter(sheet)} ${others.map(column => columnChanges(sheet, column))}
  </section>`
}

function kindFilter({ changes, route }: Sheet): TemplateResult {
  const counts = groupBy(changes, change => change.difference.kind)
  return html`<p class="chips no-print" role="group" aria-label=${t('kinds')}>
    ${KINDS.filter(kind => counts.has(kind)).map(kind => {
      const on = route.query.kind === kind
      return html`<button type="button" aria-pressed=${on} @click=${() => go(withQuery({ kind: on ? null : kind, d: null }), 'replace')}>${t(`kind-${kind}`)} ${counts.get(kind)!.length}</button>`
    })}
  </p>`
}

function wantedChanges({ changes, route }: Sheet): Change[] {
  return route.query.kind ? changes.filter(change => change.difference.kind === route.query.kind) : changes
}

function columnChanges(sheet: Sheet, column: Column): TemplateResult {
  const own = wantedChanges(sheet).filter(change => change.column === column)
  const major = own.filter(change => change.difference.kind !== 'wording')
  const minor = own.filter(change => change.difference.kind === 'wording')
  const active = activeChange(sheet)
  const open = minor.some(change => change === active) || sheet.route.query.kind === 'wording'
  return html`<h3>${placeOf(sheet.data, column.summary)} <span class="faint small">${own.length === 0 ? t('same-as-base') : own.length}</span></h3>
    <ol class="change-list">${major.map(change => changeRow(sheet, change))}</ol>
    ${
      minor.length === 0
        ? nothing
        : html`<details class="minor-changes" ?open=${open}>
            <summary class="small">${t('wording-only', { n: minor.length })}</summary>
            <ol class="change-list">${minor.map(change => changeRow(sheet, change))}</ol>
          </details>`
    }`
}

function changeRow(sheet: Sheet, change: Change): TemplateResult {
  const active = activeChange(sheet) === change
  return html`<li class=${active ? 'active' : ''}>
    <a href=${withQuery({ d: change.key })} aria-current=${active ? 'true' : nothing}>${changeWords(sheet, change)}</a>
  </li>`
}

function changeWords(sheet: Sheet, { difference }: Change): TemplateResult {
  const { kind } = difference
  const gist = gistOf(sheet, difference)
  return html`<span class=${`kind ${kind}`}>${t(`kind-${kind}`)}</span>
    <span lang="zh">${redline(difference)}</span>
    ${gist ? html`<span class="note small">${gist}</span>` : nothing}`
}

/** What the difference comes to, in the reader's language. */
function gistOf({ data }: Sheet, { gist, elsewhere }: Difference): string {
  if (elsewhere === null) return language() === 'en' ? gist.en : shown(gist.zh)
  const summary = data.byId.get(documentOf(elsewhere))!
  return t('said-elsewhere', {
    place: placeOf(data, summary),
    unit: shown(unitName(summary, elsewhere)),
  })
}

/** The chosen difference, at the foot of the window, with the way to its neighbours. */
function changeBar(sheet: Sheet): TemplateResult | typeof nothing {
  const active = activeChange(sheet)
  if (!active) return nothing
  const list = wantedChanges(sheet)
  const at = list.indexOf(active) + 1
  return html`<aside class="change-bar no-print" aria-label=${t('chosen-difference')}>
    <button type="button" @click=${() => step(sheet, -1)} aria-label=${t('previous-difference')}>‹</button>
    <span class="faint small">${at}/${list.length}</span>
    <button type="button" @click=${() => step(sheet, 1)} aria-label=${t('next-difference')}>›</button>
    <p><b>${placeOf(sheet.data, active.column.summary)}</b> ${changeWords(sheet, active)}</p>
    <button type="button" class="quiet" @click=${() => copyText(location.href)}>${t('copy-link')}</button>
    <a class="quiet" href=${withQuery({ d: null })} aria-label=${t('close')}>×</a>
  </aside>`
}

function downloads(sheet: Sheet): TemplateResult {
  const rows = () =>
    sheet.columns.flatMap(({ summary, members, witness }) =>
      members.map(member => [
        sheet.family.id,
        sheet.family.topic.zh,
        summary.id,
        summary.place,
        member.address,
        citation(summary, member.address),
        textOf(witness, member.address),
        member.wording,
        member.basis,
      ]),
    )
  const changes = () =>
    sheet.changes.map(
      ({ difference: { family, left, right, kind, direction, leftText, rightText, note } }) => [
        family,
        left,
        right,
        kind,
        direction,
        leftText,
        rightText,
        note,
      ],
    )
  const { family, base, columns } = sheet
  const texts = columns.map(column => column.regulation)
  const office = () => import('../parts/office.ts')
  return downloadBar([
    {
      label: t('family-csv'),
      file: `${sheet.family.id}.csv`,
      content: () =>
        csvText(
          ['family', 'topic_zh', 'regulation', 'place', 'address', 'citation', 'text', 'wording', 'basis'],
          rows(),
        ),
    },
    {
      label: t('changes-csv'),
      file: `${sheet.family.id}-differences.csv`,
      content: () =>
        csvText(
          ['family', 'left', 'right', 'kind', 'direction', 'left_text', 'right_text', 'note'],
          changes(),
        ),
    },
    {
      label: t('word-document'),
      file: `${family.id}.docx`,
      content: async () => (await office()).comparisonDocx([family], texts, base, family.topic.zh),
    },
    {
      label: 'Markdown',
      file: `${family.id}.md`,
      content: async () => (await office()).comparisonMarkdown([family], texts, base),
    },
  ])
}

function textOf(witness: Column['witness'], address: string): string {
  const own = witness.parts.filter(part => part.address === address || part.address.startsWith(`${address}/`))
  const [first, last] = [own[0], own.at(-1)]
  return first && last ? witness.text.slice(first.label.from, last.at.to) : ''
}

// Keys: j and k go through the differences, [ and ] through the families -----------------------------------------------------

function ready(main: HTMLElement, sheet: Sheet): () => void {
  if (sheet.route.query.d)
    for (const mark of main.querySelectorAll('.column .active'))
      mark.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    if (event.key === 'j' || event.key === 'k') step(sheet, event.key === 'j' ? 1 : -1)
    else if (event.key === '[' || event.key === ']')
      main.querySelector<HTMLAnchorElement>(`[data-key=${event.key === '[' ? 'previous' : 'next'}]`)?.click()
  }
  addEventListener('keydown', keys)
  prepareFading(sheet.data, sheet.fading)
  const next = uncompared(sheet.columns, sheet.against)
  // After the texts have been painted, one column at a time, so that keys and clicks are answered in between.
  const later = next && setTimeout(() => compareNext(sheet, next))
  return () => {
    removeEventListener('keydown', keys)
    clearTimeout(later)
  }
}

async function compareNext(sheet: Sheet, column: Column): Promise<void> {
  await compareColumn(sheet.columns, column, sheet.against)
  refresh()
}

// The address is asked, not the sheet: two quick strokes must count as two before the page is drawn again.
function step(sheet: Sheet, by: 1 | -1): void {
  const list = wantedChanges(sheet)
  if (list.length === 0) return
  const at = list.findIndex(change => String(change.key) === currentRoute().query.d)
  const next = list[(Math.max(at, by > 0 ? -1 : 0) + by + list.length) % list.length]!
  go(withQuery({ d: next.key }), 'replace')
}

function unknownFamily(data: Site): Page {
  return {
    title: t('not-found'),
    content: html`<div class="calm-error">
      <h1 tabindex="-1">${t('unknown-family')}</h1>
      <p><a href=${href(['compare'])}>${t('nav-compare')}</a> (${data.families.length})</p>
    </div>`,
  }
}
