import './document.css'
import { unitTextOf } from '../../../src/diff/unit-text.ts'
import type { Passage, Range, Regulation } from '../../../src/types.ts'
import { count, t } from '../../i18n/index.ts'
import { provisions, regulation, site, source } from '../../parts/data.ts'
import { downloadBar } from '../../parts/download.ts'
import { type Fading, fadingControls, fadingOf, prepareFading } from '../../parts/fading.ts'
import { fileLinks } from '../../parts/files.ts'
import { html, nothing, type TemplateResult } from '../../parts/html.ts'
import { sourceOf } from '../../parts/places.ts'
import { toggle } from '../../parts/toggle.ts'
import { shown, shownLang } from '../../reader/script.ts'
import { script } from '../../reader/settings.ts'
import { unknownDocument } from '../unknown.ts'
import type { View } from '../view.ts'
import { annexSections } from './annexes.ts'
import { litSpan, scrollToLit } from './lit.ts'
import { documentChoice, findHere, outline } from './outline.ts'
import { problemList } from './problems.ts'
import { rawText } from './raw.ts'
import type { Reading } from './reading.ts'
import { bodyText, provisionMarks, referenceMarks } from './text.ts'

/** 文本: one document in full, with outline, counterparts in the margin, and the place that a link names lit up. */
export const view: View = async route => {
  const data = await site()
  const id = route.path[0] ?? data.regulations[0]?.id ?? ''
  const summary = data.byId.get(id)
  if (!summary) return unknownDocument(data, id)
  const [text, raw, numbers, fading] = await Promise.all([
    regulation(id),
    source(id),
    provisions(),
    fadingOf(data, route),
  ])
  const reading: Reading = {
    data,
    summary,
    text,
    raw,
    route,
    lit: litSpan(route, text),
    marks: [
      ...referenceMarks(text, summary),
      ...(route.query.marks === '1' ? provisionMarks(numbers, id) : []),
    ],
    fading,
    shared: sharedPassages(text, fading),
  }
  return { title: shown(summary.title), content: page(reading), ready: main => ready(main, reading) }
}

function sharedPassages(text: Regulation, fading: Fading | null): Map<Passage, Range[]> {
  const shared = new Map<Passage, Range[]>()
  if (!fading?.rangesOf) return shared
  for (const { address } of text.articles) {
    const unit = unitTextOf(text, address)
    const ranges = fading.rangesOf(text, unit)
    for (const { passage, at } of unit.parts)
      shared.set(
        passage,
        ranges.map(({ from, to }) => ({ from: from - at.from, to: to - at.from })),
      )
  }
  return shared
}

function ready(main: HTMLElement, reading: Reading): undefined {
  scrollToLit(main, reading)
  prepareFading(reading.data, reading.fading)
}

function page(reading: Reading): TemplateResult {
  const { summary, text, raw, lit, route } = reading
  const layout = route.query.layout === '1'
  return html`
    <div class="document-page">
      <nav class="outline no-print" aria-label=${t('outline')}>
        ${documentChoice(reading)} ${findHere(reading)} ${outline(reading)}
      </nav>
      <article class=${reading.fading?.rangesOf ? 'document fading' : 'document'} lang=${shownLang(summary.script)}>
        <header class="page-head">
          <h1 tabindex="-1">${script() === 'source' ? text.title : shown(summary.title)}</h1>
          ${facts(reading)} ${controls(reading)}
        </header>
        ${problemList(reading)} ${layout ? rawText(summary, text, raw, lit) : html`${bodyText(reading)}${annexSections(reading)}`}
        ${downloads(reading)}
      </article>
    </div>
  `
}

function facts({ summary, text }: Reading): TemplateResult {
  const { counts } = summary
  const metadata = script() === 'source' ? text.metadata : summary.metadata
  const list: [string, string | null][] = [
    [t('document-number'), metadata.document_number],
    [t('adopted'), [metadata.adopted_on, metadata.adopted_by].filter(Boolean).join(' ') || null],
    [t('signed'), metadata.signed_on],
    [t('effective'), metadata.effective],
    [t('replaces'), metadata.replaces?.document_number ?? metadata.replaces?.title ?? null],
  ]
  const absent = list.filter(([, value]) => !value).map(([name]) => name)
  return html`<dl class="facts small">
    ${list
      .filter(([, value]) => value)
      .map(([name, value]) => html`<div><dt>${name}</dt><dd>${shown(value!)}</dd></div>`)}
    ${absent.length > 0 ? html`<div><dt>${t('not-stated')}</dt><dd>${absent.join('、')}</dd></div>` : nothing}
    <div><dt>${t('length')}</dt><dd>${t('length-of', { articles: counts.articles, characters: count(counts.characters) })}</dd></div>
    <div><dt>${t('source-file')}</dt><dd>${sourceOf(summary)}</dd></div>
  </dl>`
}

function controls({ route, data, fading }: Reading): TemplateResult {
  return html`<p class="controls no-print">
    ${toggle(route, 'marks', t('show-numbers'))} ${toggle(route, 'layout', t('show-layout'))}
    <button type="button" @click=${() => print()}>${t('print')}</button>
    ${route.query.layout === '1' ? nothing : fadingControls(data, fading)}
  </p>`
}

function downloads({ summary }: Reading): TemplateResult {
  const tables = ['units.csv', 'articles.csv', 'statements.csv', 'provisions.csv', 'problems.csv']
  return html`${downloadBar([
    {
      label: t('source-text'),
      file: `${summary.id}.txt`,
      content: () => source(summary.id),
    },
    {
      label: t('structure-json'),
      file: `${summary.id}.json`,
      content: async () => JSON.stringify(await regulation(summary.id), null, 1),
    },
  ])}
  ${fileLinks(tables)}`
}
