import type { Match } from '../../src/types.ts'
import { percent, t } from '../i18n/index.ts'
import { unitName } from './cite.ts'
import { matches, regulation, type Site } from './data.ts'
import { html, nothing, type TemplateResult } from './html.ts'
import { shown } from './script.ts'

/**
 * Matches of two documents: the build's, or where it did not compare the two (more than 40 documents) those that were
 * worked out since the page was opened; null where there are none yet.
 */
export async function knownMatches(a: string, b: string): Promise<Match[] | null> {
  return (await matches(a, b)) ?? computed.get(keyOf(a, b)) ?? null
}

const computed = new Map<string, Match[]>()
const failed = new Set<string>()

function keyOf(a: string, b: string): string {
  return [a, b].sort().join('~')
}

/** Whether the two are still to be aligned; not again where that failed. */
export function alignable(a: string, b: string): boolean {
  const key = keyOf(a, b)
  return a !== b && !computed.has(key) && !failed.has(key)
}

/** Aligns two documents in the page, for `knownMatches` from then on. Never rejects: a failure leaves the pair unknown. */
export async function alignPair(a: string, b: string): Promise<void> {
  try {
    const [{ alignTwo }, left, right] = await Promise.all([
      import('./alignment.ts'),
      regulation(a),
      regulation(b),
    ])
    computed.set(keyOf(a, b), await alignTwo(left, right))
  } catch (error) {
    console.warn(error)
    failed.add(keyOf(a, b))
  }
}

/** Why two articles are paired: who decided, shared phrases, how much of each is in the other, the runner-up. */
export function evidenceLine(data: Site, match: Match): TemplateResult {
  const name = (address: string) => shown(unitName(data.byId.get(address.split('/')[0]!)!, address))
  const { phrases, containment, runnerUp } = match.evidence
  return html`<p>
    ${name(match.a)} – ${name(match.b)}: ${t(`relation-${match.relation}`)}, ${match.basis === 'curated' ? t('basis-curated') : t('basis-model', { p: percent(match.probability) })}
    ${phrases.length > 0 ? html`<br />${t('shared-phrases')} ${phrases.map(phrase => html`<q>${shown(phrase)}</q> `)}` : nothing}
    <br />${t('containment', { a: percent(containment[0]), b: percent(containment[1]) })}
    ${runnerUp ? html`<br />${t('runner-up')} ${name(runnerUp.a)} – ${name(runnerUp.b)} (${percent(runnerUp.score)})` : nothing}
  </p>`
}
