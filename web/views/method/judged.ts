import { KINDS } from '../../../src/compare/kinds.ts'
import type {
  JudgedDifferences,
  JudgedMentions,
  JudgedNames,
  QualityFigure,
} from '../../../src/site-types.ts'
import { percent, t } from '../../i18n/index.ts'
import { labelOf } from '../../i18n/labels.ts'
import { m } from '../../i18n/method.ts'
import { html, nothing, type TemplateResult } from '../../parts/html.ts'
import { figureRow } from './figure-rows.ts'
import { speakingShare } from './figures.ts'

/** For each draw and kind: how many of the differences that readers judged were right; then what is replayed of them. */
export function differencesPart(
  rounds: JudgedDifferences[],
  replayed: QualityFigure[],
): TemplateResult | null {
  if (rounds.length === 0) return null
  const kinds = [...new Set(rounds.flatMap(({ kinds }) => kinds.map(({ kind }) => kind)))]
  const cell = (drawn: { right: number; of: number } | undefined) =>
    html`<td class="number">${drawn ? `${drawn.right} / ${drawn.of}` : '—'}</td>`
  return html`<p class="note">${m('differences-note')}</p>
    <div class="scroll" role="region" tabindex="0" aria-labelledby="differences">
      <table class="plain rounds">
        <thead>
          <tr>
            <th scope="col">${m('round')}</th>
            ${kinds.map(kind => html`<th scope="col" class="number">${kindName(kind)}</th>`)}
            <th scope="col" class="number">${m('all-kinds')}</th>
          </tr>
        </thead>
        <tbody>
          ${rounds.map(
            ({ round, corpus, judge, kinds: drawn }) => html`<tr>
              <th scope="row">${labelOf(round)}<br><span class="faint">${labelOf(corpus)} · ${m(`judge-${judge}`)}</span></th>
              ${kinds.map(kind => cell(drawn.find(each => each.kind === kind)))}
              ${cell(totalOf(drawn))}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${replayed.length > 0 ? replayTable(replayed) : nothing}`
}

function replayTable(replayed: QualityFigure[]): TemplateResult {
  return html`<p class="note">${m('differences-replayed')}</p>
    <table class="plain figures">
      <thead><tr><th scope="col">${m('figure')}</th><th scope="col" class="number">${m('count')}</th></tr></thead>
      <tbody>${replayed.map(figureRow)}</tbody>
    </table>`
}

/** For each corpus: of the passages shown how many speak of the matter, and how often silence was wrongly shown, before and now. */
export function mentionsPart(rounds: JudgedMentions[]): TemplateResult | null {
  if (rounds.length === 0) return null
  const heads = (['mentions-shown', 'mentions-right', 'mentions-silent', 'mentions-before'] as const).map(
    name => html`<th scope="col" class="number">${m(name)}</th>`,
  )
  return html`<p class="note">${m('mentions-note')}</p>
    <div class="scroll" role="region" tabindex="0" aria-labelledby="mentions">
      <table class="plain cells">
        <thead><tr><th scope="col">${m('texts')}</th>${heads}</tr></thead>
        <tbody>
          ${rounds.map(
            round => html`<tr>
              <th scope="row">${labelOf(round.corpus)}<br><span class="faint">${labelOf(round.round)}</span></th>
              <td class="number">${round.mentioned} / ${round.cells}</td>
              <td class="number">${round.shown.right} / ${round.shown.of}</td>
              <td class="number">${round.silent.speaking} / ${round.silent.of}</td>
              <td class="number">${speaking(round)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`
}

function speaking(round: JudgedMentions): string {
  const share = speakingShare(round)
  return share === null ? '—' : percent(share)
}

/** For each draw: how many names were good, fair and bad, before and now, and which of the two was preferred. */
export function namesPart(draws: JudgedNames[]): TemplateResult | null {
  if (draws.length === 0) return null
  const head = (words: string) => html`<th scope="col" class="number">${words}</th>`
  return html`<p class="note">${m('names-note')}</p>
    <div class="scroll" role="region" tabindex="0" aria-labelledby="names">
      <table class="plain names">
        <thead>
          <tr>
            <th scope="col">${m('texts')}</th>${head(m('names-drawn'))}
            ${VERDICTS.map(verdict => head(m(`names-${verdict}`)))}${head(m('names-better'))}
          </tr>
        </thead>
        <tbody>
          ${draws.map(
            ({ corpus, of, before, now, better }) => html`<tr>
              <th scope="row">${labelOf(corpus)}</th>
              <td class="number">${of}</td>
              ${VERDICTS.map(verdict => html`<td class="number">${before[verdict]} → ${now[verdict]}</td>`)}
              <td class="number">${better.now} : ${better.before}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`
}

const VERDICTS = ['good', 'fair', 'bad'] as const

function kindName(kind: string): string {
  const known = KINDS.find(name => name === kind)
  return known ? t(`kind-${known}`) : kind
}

function totalOf(kinds: JudgedDifferences['kinds']): { right: number; of: number } {
  const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0)
  return { right: sum(kinds.map(({ right }) => right)), of: sum(kinds.map(({ of }) => of)) }
}
