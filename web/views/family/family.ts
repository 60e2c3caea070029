import './family.css'
import { groupBy } from '../../../src/group.ts'
import type { Family } from '../../../src/types.ts'
import { percent, t, topicLabel } from '../../i18n/index.ts'
import { type Column, columnsOf, compareColumn, uncompared } from '../../parts/columns.ts'
import { type Site, site } from '../../parts/data.ts'
import { fadingControls, fadingOf, prepareFading } from '../../parts/fading.ts'
import { byChapter, documentsOf, wordingCount } from '../../parts/families.ts'
import { html, nothing, type TemplateResult } from '../../parts/html.ts'
import { mentions } from '../../parts/mentions.ts'
import { pinButton } from '../../parts/pins.ts'
import { documentChips, documentOptions, placeOf } from '../../parts/places.ts'
import { go, href, type Route, refresh, withQuery } from '../../parts/router.ts'
import { toggle } from '../../parts/toggle.ts'
import { chapterTitle, READABLE, rowsAsked, unpackQuery } from '../../parts/topics.ts'
import { isForPage } from '../../parts/typing.ts'
import { NEAR, type Wording, wordingsOf } from '../../parts/wordings.ts'
import { shown } from '../../reader/script.ts'
import type { Page, View } from '../view.ts'
import { absentFrom, absentSection, onlyHere } from './absent.ts'
import { changeBar, changeList, copyDifference, step } from './changes.ts'
import { columnBlock, copyCited, evidenceOf } from './columns.ts'
import { downloads } from './files.ts'
import { numbersOn, numbersSection } from './numbers.ts'
import { activeChange, baseColumn, listChanges, NAMED, type Sheet, signature } from './sheet.ts'

/** 对照 of one family in full: a column for each document, differences marked against a base of the reader's choice. */
export const view: View = async route => {
  const data = await site()
  const family = data.familyById.get(route.path[0] ?? '')
  if (!family) return unknownFamily()
  const present = documentsOf(family, data)
  const base = present.includes(route.query.base ?? '') ? route.query.base! : present[0]!
  const wordings = await wordingsOf(data, family, base)
  const ids = chosenDocuments(route, data, family, present, base, wordings)
  const against = { family, base, foldNames: route.query.names !== '1' }
  const [columns, fading, order, numbers, absent] = await Promise.all([
    columnsOf(data, ids, against),
    fadingOf(data, route),
    orderOf(route, data, family, base),
    numbersOn(data, family, ids),
    mentions().then(all => absentFrom(data, family, present, ids, all)),
  ])
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
    order,
    numbers,
    absent,
  }
  return { title: topicLabel(family.topic), content: page(sheet), ready: main => ready(main, sheet) }
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

function page(sheet: Sheet): TemplateResult {
  const { family, data, present } = sheet
  return html`
    <div class="page-head family-head">
      <p class="small crumbs no-print"><a href=${href(['compare'], { ...unpackQuery(sheet.route.query.from) })}>${t(sheet.route.query.from ? 'nav-compare-filtered' : 'nav-compare')}</a>${chapterCrumb(sheet)}</p>
      <h1 tabindex="-1">${topicLabel(family.topic)}</h1>
      <p class="lead">${t('family-lead', { n: present.length, total: data.regulations.length, wordings: wordingCount(family) })}${present.length === 1 ? onlyHere(data, family, sheet.absent) : nothing}</p>
      ${wordingList(sheet)} ${neighbours(sheet)}
    </div>
    ${controls(sheet)} ${numbersSection(sheet.numbers)} ${legend(sheet)} ${columnTabs(sheet)}
    <div class=${`columns${sheet.route.query.context === '1' ? ' context' : ''}${sheet.columns.length <= READABLE ? ' few' : ''}${sheet.fading?.rangesOf ? ' fading' : ''}`} role="group" tabindex="0" aria-label=${topicLabel(family.topic)}>
      ${sheet.columns.map(column => columnBlock(sheet, column))}
    </div>
    ${changeBar(sheet)} ${changeList(sheet)} ${absentSection(data, family, sheet.absent)} ${downloads(sheet)}
  `
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
  return group?.chapter ? html` › ${shown(chapterTitle(group))}` : nothing
}

function neighbours({ order, family, route }: Sheet): TemplateResult {
  const at = order.indexOf(family)
  const link = (other: Family | undefined, key: 'previous' | 'next') =>
    other
      ? html`<a class=${key} data-key=${key} href=${href(['family', other.id], { ...route.query, d: null })}><span class="faint">${t(key)}</span> ${topicLabel(other.topic)}</a>`
      : html`<span></span>`
  return html`<nav class="neighbours small no-print" aria-label=${t('neighbouring-topics')}>${link(order[at - 1], 'previous')}
    <span class="faint">${at + 1}/${order.length}</span> ${link(order[at + 1], 'next')}</nav>`
}

/** The topics as the table had them that the reader came from; without one, or not of it, all under the base's chapters. */
async function orderOf(route: Route, data: Site, family: Family, base: string): Promise<Family[]> {
  const rows = route.query.from ? await rowsAsked(unpackQuery(route.query.from), data) : []
  const order = rows.flatMap(row => ('family' in row ? [row.family] : []))
  return order.includes(family)
    ? order
    : byChapter(data, data.byId.get(base)!).flatMap(group => group.families)
}

function controls(sheet: Sheet): TemplateResult {
  const { data, present, base, route, columns } = sheet
  const choose = (event: Event) =>
    go(withQuery({ base: (event.target as HTMLSelectElement).value, d: null }), 'replace')
  const visible = columns.map(column => column.summary.id)
  return html`<div class="controls no-print">
    <label>${t('base')}
      <select @change=${choose}>
        ${documentOptions(
          data,
          base,
          present.map(id => data.byId.get(id)!),
        )}
      </select>
    </label>
    ${documentChips(data, visible, { locked: base, missing: data.regulations.map(each => each.id).filter(id => !present.includes(id)) }, ids => withQuery({ show: ids.join(','), d: null }))}
    ${toggle(route, 'names', t('mark-names'))} ${toggle(route, 'cut', t('show-left-out'))} ${toggle(route, 'context', t('context'))}
    ${pinButton(pinLabel(sheet))} ${fadingControls(data, sheet.fading)}
  </div>`
}

function pinLabel(sheet: Sheet): string {
  const active = activeChange(sheet)
  const topic = topicLabel(sheet.family.topic)
  return active ? `${topic} · ${placeOf(sheet.data, active.column.summary)}` : topic
}

/** What the marks in the columns mean. */
function legend({ columns }: Sheet): TemplateResult | typeof nothing {
  if (columns.length < 2) return nothing
  return html`<p class="legend small no-print">
    <span class="added major">${t('mark-added')}</span> <span class="replaced major">${t('mark-replaced')}</span>
    <span class="added minor">${t('mark-minor')}</span> <span class="moved">${t('mark-moved')}</span>
    <del>${t('mark-left-out')}</del>
  </p>`
}

/** On a narrow screen one column is in sight: which one, and the way to the others. */
function columnTabs({ data, columns }: Sheet): TemplateResult {
  const show = (index: number) => (event: Event) => {
    const host = (event.currentTarget as HTMLElement).closest('main')!.querySelector('.columns')!
    host.children[index]!.scrollIntoView({ inline: 'start', block: 'nearest' })
  }
  return html`<nav class="column-tabs no-print" aria-label=${t('columns')}>
    ${columns.map(({ summary }, index) => html`<button type="button" class="quiet" @click=${show(index)}>${placeOf(data, summary)}</button>`)}
  </nav>`
}

/** Marks the tab of the column that is in sight. */
function followColumns(main: HTMLElement): () => void {
  const columns = main.querySelector<HTMLElement>('.columns')!
  const tabs = [...main.querySelectorAll('.column-tabs button')]
  const follow = () => {
    const width = columns.scrollWidth / tabs.length
    const at = Math.min(tabs.length - 1, Math.round(columns.scrollLeft / width))
    for (const [index, tab] of tabs.entries()) tab.setAttribute('aria-current', String(index === at))
  }
  follow()
  columns.addEventListener('scroll', follow, { passive: true })
  return () => columns.removeEventListener('scroll', follow)
}

// Keys: j and k go through the differences, [ and ] through the topics, c copies, Escape lets go -----------------------------------------------------

/** The chosen difference, or the base's text where none is chosen. */
function copyChosen(sheet: Sheet): void {
  const change = activeChange(sheet)
  if (change) copyDifference(sheet, change)
  else copyCited(baseColumn(sheet))
}

function ready(main: HTMLElement, sheet: Sheet): () => void {
  if (sheet.route.query.d)
    for (const mark of main.querySelectorAll('.column .active'))
      mark.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  const keys = (event: KeyboardEvent) => {
    if (!isForPage(event)) return
    if (event.key === 'j' || event.key === 'k') step(sheet, event.key === 'j' ? 1 : -1)
    else if (event.key === 'c') copyChosen(sheet)
    else if (event.key === 'Escape' && sheet.route.query.d) go(withQuery({ d: null }), 'replace')
    else if (event.key === '[' || event.key === ']')
      main.querySelector<HTMLAnchorElement>(`[data-key=${event.key === '[' ? 'previous' : 'next'}]`)?.click()
  }
  addEventListener('keydown', keys)
  const unfollow = followColumns(main)
  prepareFading(sheet.data, sheet.fading)
  const next = uncompared(sheet.columns, sheet.against)
  // After the texts have been painted, one column at a time, so that keys and clicks are answered in between.
  const later = next && setTimeout(() => compareNext(sheet, next))
  return () => {
    removeEventListener('keydown', keys)
    unfollow()
    clearTimeout(later)
  }
}

async function compareNext(sheet: Sheet, column: Column): Promise<void> {
  await compareColumn(sheet.columns, column, sheet.against, sheet.data.families)
  refresh()
}

function unknownFamily(): Page {
  return {
    title: t('not-found'),
    content: html`<div class="calm-error">
      <h1 tabindex="-1">${t('unknown-family')}</h1>
      <p><a href=${href(['compare'])}>${t('nav-compare')}</a></p>
    </div>`,
  }
}
