import './columns.css'
import { changesOf } from '../../../src/diff/diff.ts'
import type { Segment } from '../../../src/diff/segments.ts'
import type { Part } from '../../../src/diff/unit-text.ts'
import { articleAddressOf, documentOf } from '../../../src/structure/address.ts'
import { rangeOf } from '../../../src/text/passage.ts'
import type { Difference, Match, Range, Span } from '../../../src/types.ts'
import { t } from '../../i18n/index.ts'
import { articleLabel, citation, unitName } from '../../parts/cite.ts'
import type { Column } from '../../parts/columns.ts'
import { canLack } from '../../parts/complete.ts'
import { copyQuoted } from '../../parts/copy.ts'
import { evidenceLine } from '../../parts/evidence.ts'
import { html, nothing, type TemplateResult } from '../../parts/html.ts'
import { marked, type Omission, type TextMark } from '../../parts/marks.ts'
import { painted } from '../../parts/painted.ts'
import { placeOf } from '../../parts/places.ts'
import { refresh, unitHref } from '../../parts/router.ts'
import { shown, shownLang, shownPassage } from '../../reader/script.ts'
import { alignable, alignPair, knownMatches } from '../../work/pairs.ts'
import { mentionLine } from './absent.ts'
import { activeChange, baseColumn, NAMED, type Sheet, signature } from './sheet.ts'

/** One document's answer, differences from the base marked, with what explains it. */
export function columnBlock(sheet: Sheet, column: Column): TemplateResult {
  const { summary, members } = column
  const isBase = summary.id === sheet.base
  const [marks, omissions] = [changeMarks(sheet, column), omissionsOf(sheet, column)]
  return html`<section class=${isBase ? 'column base' : 'column'} aria-labelledby=${`column-${summary.id}`}>
    <header>
      <h2 id=${`column-${summary.id}`}>${placeOf(sheet.data, summary)}</h2>${alsoSaidBy(sheet, column)}
      ${isBase ? html`<span class="badge">${t('base')}</span>` : nothing}
      ${wordingBadge(column)}
      <p class="small units">${members.map(member => html`<a href=${unitHref(member.address)}>${shown(unitName(summary, member.address))}</a> `)}</p>
    </header>
    ${
      members.length === 0
        ? html`<div class="absent"><p>${t(canLack(sheet.data, summary.id) ? 'not-regulated' : 'cut-off')}</p>${mentionLine(sheet.data, sheet.family, summary.id, sheet.absent)}</div>`
        : html`<div class="body">${sheet.route.query.context === '1' ? neighbour(column, -1) : nothing}
            <div class="text" lang=${shownLang(summary.script)}>${column.unit.parts.map((part, index) => line(sheet, column, marks, omissions, part, index))}</div>
            ${sheet.route.query.context === '1' ? neighbour(column, 1) : nothing}</div>
            <footer class="small no-print">
              <button type="button" class="quiet" @click=${() => copyCited(column)}>${t('cite')}</button>
              ${whyPaired(sheet, column)}
            </footer>`
    }
  </section>`
}

function wordingBadge({ members }: Column): TemplateResult | typeof nothing {
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
  const key = places.length > NAMED ? 'also-said' : 'also-said-by'
  return html`<span class="small also" title=${places.join('、')}>${t(key, { n: others.length, places: named })}</span>`
}

function line(
  sheet: Sheet,
  column: Column,
  marks: TextMark[],
  omissions: Omission[],
  part: Part,
  index: number,
): TemplateResult {
  const text = shownPassage(part.passage, column.source)
  const label = column.unit.text.slice(part.label.from, part.label.to)
  const depth = part.address.split('/').length
  return html`<p class=${depth >= 5 ? 'subitem' : depth === 4 ? 'item' : 'paragraph'}>
    ${unitLabel(sheet, column, index)}${label ? html`<span class="label">${shown(label)}</span>` : nothing}${marked(text, marks, part.at.from, omissions)}
  </p>`
}

/** Between its neighbours, which have theirs, an article needs its own label. */
function unitLabel(
  { route }: Sheet,
  { unit, summary }: Column,
  index: number,
): TemplateResult | typeof nothing {
  const [here, before] = [unit.parts[index]!, unit.parts[index - 1]]
  const article = articleAddressOf(here.address)
  if (route.query.context !== '1' || (before && articleAddressOf(before.address) === article)) return nothing
  return html`<b class="label">${shown(articleLabel(summary, article.split('/')[1]!))}</b> `
}

function changeMarks(sheet: Sheet, column: Column): TextMark[] {
  const marks = changesOf(column.segments ?? [])
    .filter(segment => segment.b.to > segment.b.from)
    .map(
      (segment): TextMark => ({
        ...segment.b,
        class: `${markClass(segment)} ${weightOf(column, segment.b)}`,
      }),
    )
  for (const range of sheet.fading?.rangesOf?.(column.regulation, column.unit) ?? [])
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
    ({ kind, rightSpans }) =>
      kind !== 'wording' &&
      rangesOf(column, rightSpans).some(other => other.from < range.to && range.from < other.to),
  )
  return major ? 'major' : 'minor'
}

function activeMarks(
  sheet: Sheet,
  column: Column,
  { left, right, leftSpans, rightSpans }: Difference,
): TextMark[] {
  const spans = column.summary.id === sheet.base ? leftSpans : rightSpans
  const unit = column.summary.id === sheet.base ? left : right
  if (documentOf(unit) !== column.summary.id) return []
  return rangesOf(column, spans).map(range => ({ ...range, class: 'active' }))
}

/** Where stretches of the source stand in the column's text. */
function rangesOf({ unit }: Column, spans: Span[]): Range[] {
  return spans.flatMap(span =>
    unit.parts.flatMap(part => {
      const { from, to } = rangeOf(part.passage, span)
      return to > from ? [{ from: from + part.at.from, to: to + part.at.from }] : []
    }),
  )
}

/** What the base says and this column leaves out or says in other words, where it would stand, when asked for. */
function omissionsOf(sheet: Sheet, column: Column): Omission[] {
  if (sheet.route.query.cut !== '1') return []
  const { text } = baseColumn(sheet).unit
  return changesOf(column.segments ?? [])
    .filter(({ a, move }) => a.to > a.from && move === undefined)
    .map(({ a, b }) => ({ at: inLine(column, b.from), words: shown(text.slice(a.from, a.to).trim()) }))
}

/** A place between two lines (in a label) as the end of the line before. */
function inLine({ unit: { parts } }: Column, at: number): number {
  const line = parts.findLast(part => part.at.from <= at) ?? parts[0]!
  return Math.max(line.at.from, Math.min(at, line.at.to))
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

/** Puts a column's text on the clipboard with its source. */
export async function copyCited(column: Column): Promise<void> {
  const sources = column.members.map(member => citation(column.summary, member.address)).join('；')
  await copyQuoted(column.unit, column.source, sources)
}

// Why these stand side by side ------------------------------------------------------------------------------------------

/** By document: the matches behind the column; null where the two were not aligned yet. */
export async function evidenceOf(columns: Column[], base: string): Promise<Map<string, Match[] | null>> {
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
