import type { RegulationSummary } from '../../../src/site-types.ts'
import type { Regulation, Span, Stretch } from '../../../src/types.ts'
import { t } from '../../i18n/index.ts'
import { unitName } from '../../parts/cite.ts'
import { html, type TemplateResult } from '../../parts/html.ts'
import { marked, type TextMark } from '../../parts/marks.ts'
import { shown, shownLang } from '../../reader/script.ts'

/** The decoded file with its line breaks; what is not the regulation's text is set back, with its kind on hover. */
export function rawText(
  summary: RegulationSummary,
  text: Regulation,
  raw: string,
  lit: Span | null,
): TemplateResult {
  const marks: TextMark[] = text.accounting.map(stretch => ({
    from: stretch.start,
    to: stretch.end,
    class: `stretch ${stretch.class}`,
    ...(stretch.class === 'layout' ? {} : { title: stretchTitle(summary, stretch) }),
  }))
  return html`<pre class="raw" lang=${shownLang(text.script)}>${stretches(raw, marks, lit)}</pre>`
}

function stretches(raw: string, marks: TextMark[], lit: Span | null): (TemplateResult | string)[] {
  return marks.flatMap(mark => {
    const own = lit ? [mark, { from: lit.start, to: lit.end, class: 'lit' }] : [mark]
    return marked(raw.slice(mark.from, mark.to), own, mark.from)
  })
}

function stretchTitle(summary: RegulationSummary, stretch: Stretch): string {
  if (stretch.class === 'text') return shown(unitName(summary, stretch.name))
  const kind = t(`stretch-${stretch.class}`)
  return stretch.name ? t('stretch-named', { stretch: kind, name: stretch.name }) : kind
}
