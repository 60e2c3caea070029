import type { Problem, Span } from '../../../src/types.ts'
import { t } from '../../i18n/index.ts'
import { problemText } from '../../i18n/problems.ts'
import { html, nothing, type TemplateResult } from '../../parts/html.ts'
import { withQuery } from '../../parts/router.ts'
import type { Reading } from './reading.ts'

/** What is doubtful in the reading of the document, above its text. */
export function problemList({ text, route }: Reading): TemplateResult | typeof nothing {
  if (text.problems.length === 0) return nothing
  return html`<details class="problems small no-print" ?open=${route.query.problems === '1'}>
    <summary>${t('problems', { n: text.problems.length })}</summary>
    <ul>
      ${text.problems.map(
        problem => html`<li>
          <span class=${`severity ${problem.severity}`}>${t(`severity-${problem.severity}`)}</span>
          <a href=${withQuery({ at: `${problem.span.start}-${problem.span.end}` })}>${problemText(problem)}</a>
        </li>`,
      )}
    </ul>
  </details>`
}

/** The problems of an article or annex, below it. */
export function problemNotes({ text }: Reading, unit: Span): TemplateResult[] {
  return text.problems.filter(({ span }) => inside(span, unit)).map(problemNote)
}

function problemNote(problem: Problem): TemplateResult {
  return html`<p class=${`problem small no-print ${problem.severity}`}>
    <span class="severity">${t(`severity-${problem.severity}`)}</span> ${problemText(problem)}
  </p>`
}

function inside(span: Span, unit: Span): boolean {
  return span.start >= unit.start && span.start < unit.end
}
