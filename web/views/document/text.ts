import { unitTextOf } from '../../../src/diff/unit-text.ts'
import type { RegulationSummary } from '../../../src/site-types.ts'
import { holds } from '../../../src/structure/address.ts'
import { rangeOf } from '../../../src/text/passage.ts'
import type { Article, FamilyProvision, Paragraph, Passage, Regulation } from '../../../src/types.ts'
import { t, topicLabel } from '../../i18n/index.ts'
import { MEASURE_NAMES } from '../../i18n/measures.ts'
import { citation, unitName } from '../../parts/cite.ts'
import { notCounted } from '../../parts/complete.ts'
import { copyQuoted } from '../../parts/copy.ts'
import { documentCount, isOnlyInOne } from '../../parts/families.ts'
import { html, nothing, type TemplateResult } from '../../parts/html.ts'
import { marked, type TextMark } from '../../parts/marks.ts'
import { href, unitHref } from '../../parts/router.ts'
import { shown, shownHeading, shownLabel, shownPassage } from '../../reader/script.ts'
import { language } from '../../reader/settings.ts'
import { litUnit } from './lit.ts'
import { problemNotes } from './problems.ts'
import type { Reading } from './reading.ts'

/** The document by its divisions and articles, with counterparts in the margin. */
export function bodyText(reading: Reading): TemplateResult {
  const { text } = reading
  const divisions = new Map(text.divisions.map(division => [division.address, division]))
  let open: string | null = null
  return html`<div class="text">
    ${text.articles.map(article => {
      const heading = article.division !== open ? divisions.get(article.division ?? '') : undefined
      open = article.division
      return html`${heading ? headings(reading, heading.address) : nothing}${articleBlock(reading, article)}`
    })}
  </div>`
}

/** The heading of a division, after those of the divisions above it that begin here too. */
function headings(reading: Reading, address: string): TemplateResult[] {
  const { text, raw } = reading
  const division = text.divisions.find(each => each.address === address)!
  const parent = text.divisions.find(each => each.address === division.parent)
  const first = text.divisions.find(each => each.parent === division.parent && division.parent !== null)
  const above = parent && first === division ? headings(reading, parent.address) : []
  const words = shownHeading(division, raw)
  const id = `u-${division.address}`
  const own =
    division.kind === 'section' ? html`<h3 id=${id}>${words}</h3>` : html`<h2 id=${id}>${words}</h2>`
  return [...above, own]
}

/** An article with its counterparts in the margin. */
export function articleBlock(reading: Reading, article: Article): TemplateResult {
  const { data, summary, text, raw } = reading
  const here = data.byArticle.get(article.address) ?? []
  return html`<section class=${`article${litUnit(reading, article.address)}`} id=${`u-${article.address}`}>
    <div class="article-text">
      ${article.paragraphs.map((paragraph, index) => paragraphBlock(reading, article, paragraph, index))}
      ${problemNotes(reading, article)}
    </div>
    <aside class="margin no-print" aria-label=${t('counterparts-of', { unit: shown(article.label) })}>
      ${here.map(({ family }) => marginNote(reading, article, family.id))}
      <button type="button" class="quiet cite" @click=${() => copyQuoted(unitTextOf(text, article.address), raw, citation(summary, article.address))}>${t('cite')}</button>
    </aside>
  </section>`
}

function marginNote({ data, summary }: Reading, article: Article, familyId: string): TemplateResult {
  const family = data.familyById.get(familyId)!
  const others = documentCount(family) - 1
  const only = others === 0 && isOnlyInOne(family, data)
  const note = others > 0 ? t('also-in', { n: others }) : only ? t('only-here') : ''
  return html`<a href=${href(['family', family.id], { base: summary.id })} title=${t('counterparts-of', { unit: shown(article.label) }) + (only ? notCounted(data) : '')}
    >${topicLabel(family.topic)}&ensp;<span class="faint">${note}</span></a
  >`
}

function paragraphBlock(
  reading: Reading,
  article: Article,
  paragraph: Paragraph,
  index: number,
): TemplateResult {
  const label = shownLabel(article.label, reading.raw, article.start)
  const head = html`<b class="label">${label}${article.heading ? html` ${shown(article.heading)}` : nothing}</b>`
  return unitBlock(reading, paragraph, index === 0 ? head : nothing)
}

/** A paragraph with its items; `head` stands before its words. */
export function unitBlock(
  reading: Reading,
  paragraph: Paragraph,
  head: TemplateResult | typeof nothing,
): TemplateResult {
  return html`<p class=${`paragraph${litUnit(reading, paragraph.address)}`} id=${`u-${paragraph.address}`}>
      ${head}${words(reading, paragraph.passage)}
    </p>
    ${paragraph.items.map(
      item => html`<p class=${`item${litUnit(reading, item.address)}`} id=${`u-${item.address}`}><span class="label">${shown(item.label)}</span>${words(reading, item.passage)}</p>
        ${item.subitems.map(
          sub =>
            html`<p class=${`subitem${litUnit(reading, sub.address)}`} id=${`u-${sub.address}`}><span class="label">${shown(sub.label)}</span>${words(reading, sub.passage)}</p>`,
        )}`,
    )}`
}

/** A passage with its references, numbers, and what the address names. */
export function words(reading: Reading, passage: Passage): (TemplateResult | string)[] {
  const marks: TextMark[] = reading.marks.flatMap(mark => {
    const range = rangeOf(passage, mark.span)
    return range.to > range.from ? [{ ...mark, ...range }] : []
  })
  if (reading.lit && reading.route.query.at) {
    const range = rangeOf(passage, reading.lit)
    if (range.to > range.from) marks.unshift({ ...range, class: 'lit' })
  }
  const shared = reading.shared.get(passage) ?? []
  return marked(shownPassage(passage, reading.raw), [
    ...marks,
    ...shared.map(range => ({ ...range, class: 'shared' })),
  ])
}

/** References to other places of the same document, as links. */
export function referenceMarks(text: Regulation, summary: RegulationSummary): Reading['marks'] {
  return text.references
    .filter(({ kind, to }) => kind === 'internal' && to.length > 0)
    .map(({ start, end, to }) => ({
      from: 0,
      to: 0,
      span: { start, end },
      class: 'reference',
      href: unitHref(to[0]!),
      title: t('refers-to', { unit: shown(unitName(summary, to[0]!)) }),
    }))
}

/** Numeric provisions of a document, as links to their topics. */
export function provisionMarks(numbers: FamilyProvision[], id: string): Reading['marks'] {
  return numbers
    .filter(provision => holds(id, provision.address))
    .map(provision => ({
      from: 0,
      to: 0,
      span: provision.span,
      class: 'provision',
      title: shown(
        `${provision.subject}：${provision.quote}（${MEASURE_NAMES[provision.measure][language()]}）`,
      ),
      ...(provision.family ? { href: href(['family', provision.family], { base: id }) } : {}),
    }))
}
