import { groupBy } from '../../../src/group.ts'
import { type ActSummary, figuresOf } from '../../../src/penalties/summary.ts'
import type { SitePenalties, SitePenalty } from '../../../src/site-types.ts'
import { type FinePanel, fineChart } from '../../charts/fines.ts'
import { p } from '../../i18n/penalties.ts'
import type { Site } from '../../parts/data.ts'
import { csvText, downloadBar } from '../../parts/download.ts'
import { html, nothing, type TemplateResult } from '../../parts/html.ts'
import { shortNameOf } from '../../parts/places.ts'
import { href } from '../../parts/router.ts'
import { shown } from '../../reader/script.ts'
import { language } from '../../reader/settings.ts'
import { drawFigures } from '../numbers/drawing.ts'
import { type Figure, figureDownloads, figureFrame } from '../numbers/figure.ts'
import { placeNameIn, unitNameIn } from '../numbers/label.ts'
import { onResize } from '../numbers/resize.ts'
import { attachTips } from '../numbers/tips.ts'
import type { Page } from '../view.ts'
import { choiceOf, chosenActs, summariesOf } from './choice.ts'
import { clauseTable } from './clauses.ts'
import { SANCTION_COLUMNS, sanctionRecords, workbookFile } from './records.ts'
import { actSentence } from './sentence.ts'
import { stateTiles } from './states.ts'
import { tipOf } from './tip.ts'

/** One act: in a sentence, its fines on an axis, how each document stands to it, and the clauses. */
export function actPage(id: string, all: SitePenalties, data: Site): Page {
  const summary = summariesOf(all, null).find(({ act }) => act.id === id)
  if (!summary) return unknownAct()
  const { act } = summary
  const figures = figuresFor(summary)
  return {
    title: `${shown(act.zh)} · ${p('title')}`,
    content: html`
      <div class="page-head">
        <p class="small no-print"><a href=${href(['penalties'])}>${p('all-acts')}</a></p>
        <h1 tabindex="-1" lang="zh">${shown(act.zh)}</h1>
        <p class="lead">${sentenceOf(summary, data)}</p>
        ${wordings(summary)}
      </div>
      ${figures.length > 0 ? chartPart(figures, summary, data) : nothing}
      <section><div class="section-head"><h2>${p('states')}</h2><p>${p('states-note')}</p></div>${stateTiles(summary, data)}</section>
      <section><div class="section-head"><h2>${p('clauses')}</h2></div>${clauseTable(summary, data)}${tableDownloads(summary, data)}</section>
      ${neighbours(id, all)}
    `,
    ready: main => {
      let undraw = drawFigures(main, figures, data)
      const stop = onResize(() => {
        undraw()
        undraw = drawFigures(main, figures, data)
      })
      const away = attachTips(main, data)
      return () => {
        stop()
        away()
        undraw()
      }
    },
  }
}

function unknownAct(): Page {
  return {
    title: p('title'),
    content: html`<div class="page-head"><h1 tabindex="-1">${p('title')}</h1>
      <p class="lead">${p('no-act')} <a href=${href(['penalties'])}>${p('all-acts')}</a></p></div>`,
  }
}

/** The sentence on top, in the reader's language and script. */
function sentenceOf(summary: ActSummary, data: Site): string {
  const places = data.regulations.map(each => ({
    id: each.id,
    place: each.place,
    name: shortNameOf(data, each),
  }))
  return shown(actSentence(summary, places, language()))
}

/** In which words the documents name the act. */
function wordings({ rows }: ActSummary<SitePenalty>): TemplateResult | typeof nothing {
  const deeds = [...new Set([...rows.values()].flat().map(({ deed }) => deed))]
  if (deeds.length < 2) return nothing
  return html`<details class="small other-words"><summary>${p('wordings', { n: deeds.length })}</summary><ul lang="zh">${deeds.map(each => html`<li>${shown(each)}</li>`)}</ul></details>`
}

/** A figure for each unit that fines are counted in. */
function figuresFor(summary: ActSummary<SitePenalty>): Figure[] {
  const units = groupBy(summary.groups, ({ unit, per }) =>
    unit === 'times' ? (per ?? '倍') : per ? `元/${per.replace(/^每/, '')}` : '元',
  )
  return [...units].map(([unit, groups], at) => {
    const panel: FinePanel = {
      unit,
      groups: groups.map(group => ({ group, figures: figuresOf(group.fines) })),
      tipOf: penalty => tipOf(penalty, groups[0]!),
    }
    return {
      id: `figure-fines-${at}`,
      title: shown(units.size > 1 ? `${p('chart')} · ${unit}` : p('chart')),
      note: at === 0 ? p('chart-note') : '',
      rows: [],
      drawn: 0,
      small: false,
      draw: paper => fineChart(panel, paper),
    }
  })
}

function chartPart(figures: Figure[], { act }: ActSummary<SitePenalty>, data: Site): TemplateResult {
  return html`<div class="figures">${figures.map(figure =>
    figureFrame(figure, { foot: figureDownloads(figure.id, `${shown(act.zh)} · ${figure.title}`, data) }),
  )}</div>`
}

function tableDownloads(summary: ActSummary<SitePenalty>, data: Site): TemplateResult {
  const rows = () => sanctionRecords([summary], { place: placeNameIn(data), unit: unitNameIn(data) })
  return downloadBar([
    { label: 'CSV', file: 'guijian-act.csv', content: () => csvText(SANCTION_COLUMNS, rows()) },
    {
      label: 'XLSX',
      file: 'guijian-act.xlsx',
      content: () => workbookFile([{ name: p('sanctions'), head: SANCTION_COLUMNS, rows: rows() }]),
    },
  ])
}

/** The acts before and after it, as the list has them. */
function neighbours(id: string, all: SitePenalties): TemplateResult {
  const listed = chosenActs(all, choiceOf({}))
  const at = listed.findIndex(({ act }) => act.id === id)
  const link = (summary: ActSummary | undefined, name: string, rel: string) =>
    summary
      ? html`<a rel=${rel} href=${href(['penalties', summary.act.id])}><span class="small faint">${name}</span> ${shown(summary.act.zh)}</a>`
      : html`<span></span>`
  return html`<nav class="act-neighbours no-print" aria-label=${p('neighbours')}>
    ${link(listed[at - 1], p('previous'), 'prev')} ${link(listed[at + 1], p('next'), 'next')}
  </nav>`
}
