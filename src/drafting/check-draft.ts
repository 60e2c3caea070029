import type { Check, Draft, DraftDocument, Fault, Finding } from './check-types.ts'
import { CHECKS } from './checks/checks.ts'
import { articleLabelOf, quoteOf } from './findings.ts'
import { draftOf } from './scene.ts'

/**
 * The faults of a draft by the rules of drafting, in the order of the text; all that needs no other document. `place` is what the
 * drafter says it is of. Pure and fast: it is meant to run again while somebody types. Takes any document.
 */
export function checkDraft(document: DraftDocument, place = ''): Fault[] {
  const draft = draftOf(document, place)
  return faultsOf(draft, CHECKS)
}

/** What the checks that hold for the draft's genre find, in the order of the text, each once. */
export function faultsOf(draft: Draft, checks: readonly Check[]): Fault[] {
  const faults = checks
    .filter(({ applies }) => applies.includes(draft.genre))
    .flatMap(check => check.find(draft).map(finding => faultOf(draft, check, finding)))
  const seen = new Set<string>()
  return inOrder(
    faults.filter(({ rule, start, end }) => {
      const key = `${rule} ${start} ${end}`
      return !seen.has(key) && seen.add(key)
    }),
  )
}

const RANK = new Map(CHECKS.map(({ name }, at) => [name, at]))

/** In the order of the text; of one place in that of the checks. */
export function inOrder(faults: Fault[]): Fault[] {
  const rank = ({ rule }: Fault) => RANK.get(rule) ?? RANK.size
  return faults.sort((a, b) => a.start - b.start || a.end - b.end || rank(a) - rank(b))
}

/** A finding with its check's name, severity and source, and with what stands at its place. */
export function faultOf(
  { genre, source, regulation }: Pick<Draft, 'genre' | 'source' | 'regulation'>,
  { name, severity, source: norm }: Pick<Check, 'name' | 'severity' | 'source'>,
  finding: Finding,
): Fault {
  const { address, span, message, remedy, replacement } = finding
  return {
    rule: name,
    severity: finding.severity ?? (typeof severity === 'string' ? severity : severity[genre]),
    article: articleLabelOf(regulation, address),
    address,
    quote: quoteOf(source.text, span),
    start: span.start,
    end: span.end,
    message: message.zh,
    message_en: message.en,
    remedy: remedy.zh,
    replacement: replacement ?? null,
    source: norm,
    remedy_en: remedy.en,
  }
}
