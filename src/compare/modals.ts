import type { ClausePair } from '../diff/diff.ts'
import type { Segment } from '../diff/segments.ts'
import { contentOf } from '../diff/tokens.ts'
import { partsAt } from '../diff/unit-text.ts'
import { MODAL, MODAL_WORDS, type ModalWord, UNMARKED_LEVEL } from '../lexicon/modality.ts'
import { quantitiesOf } from '../provisions/quantity.ts'
import type { Range } from '../types.ts'
import {
  type Comparison,
  clauseAround,
  coreOf,
  type Finding,
  hunksOf,
  isAnswered,
  overlap,
  type Side,
  sentenceAround,
  sliceOf,
} from './finding.ts'
import { SAME_PREDICATE } from './thresholds.ts'

const EACH_MODAL = new RegExp(MODAL, 'g')
const BY_WORD = new Map(MODAL_WORDS.map(entry => [entry.word, entry]))

/** A modal word with its range in the text. */
interface Modal extends Range {
  entry: ModalWord
}

/** The modal words of a clean text, in order; `shift` is added to their offsets. */
function modalsOf(text: string, shift = 0): Modal[] {
  return [...text.matchAll(EACH_MODAL)].map(match => ({
    entry: BY_WORD.get(match[0])!,
    from: match.index + shift,
    to: match.index + match[0].length + shift,
  }))
}

/** The text without its modal words. */
export function withoutModals(text: string): string {
  return text.replace(EACH_MODAL, '')
}

/** Whether two texts are equally strict, judged by their modal words. */
export function bindAlike(before: string, after: string): boolean {
  // 不以…名义 forbids as 不得以…名义 does.
  return /^不/.test(before) || /^不/.test(after) || strength(modalsOf(before)) === strength(modalsOf(after))
}

/** Findings for changes that make the same demand stricter or looser. */
export function modalityFindings(comparison: Comparison, pairs: ClausePair[]): Finding[] {
  const changed = { a: changedModals(comparison.a, pairs, 'a'), b: changedModals(comparison.b, pairs, 'b') }
  return pairs.filter(isAnswered).flatMap(pair => pairFindings(comparison, pair, changed))
}

/** The modal words that stand in changed text. */
function changedModals(side: Side, pairs: ClausePair[], which: 'a' | 'b'): Modal[] {
  const { text } = side.unit
  const hunks = pairs.flatMap(hunksOf).map(hunk => hunk[which])
  return modalsOf(text).filter(modal => hunks.some(hunk => overlap(hunk, modal)))
}

function pairFindings(
  comparison: Comparison,
  pair: ClausePair,
  changed: { a: Modal[]; b: Modal[] },
): Finding[] {
  const { a, b } = comparison
  if (inItem(a, pair.a) !== inItem(b, pair.b)) return []
  const [onlyInA, onlyInB] = unshared(
    inside(changed.a, sentenceAround(a.unit.text, pair.a)),
    inside(changed.b, sentenceAround(b.unit.text, pair.b)),
  )
  return hunksOf(pair).flatMap(hunk => {
    const otherWords = [sliceOf(a, hunk.a), sliceOf(b, hunk.b)].map(text => contentOf(withoutModals(text)))
    // 不以…名义 forbids as 不得以…名义 does.
    if (otherWords.some(text => text.length > SAME_PREDICATE || text.startsWith('不'))) return []
    const [old, now] = [inside(onlyInA, hunk.a), inside(onlyInB, hunk.b)]
    // The lead of a list may carry the modal word of its items: 禁止下列行为.
    if (inItem(a, pair.a) && (old.length === 0 || now.length === 0)) return []
    // The modal word added here may stand in another place of the other sentence.
    if ((old.length === 0 && onlyInA.length > 0) || (now.length === 0 && onlyInB.length > 0)) return []
    if (isGoverned(a, hunk.a, old, now) || isGoverned(b, hunk.b, now, old)) return []
    return changeOf(comparison, hunk, old, now)
  })
}

/**
 * Whether the side of a change that lacks the modal word does not bind by itself. Another modal word may
 * govern it, as 应当 does in 应当宣传 beside 应当宣传和倡导; or it states a case, not what one may do:
 * 使用有病虫害的苗木的，处….
 */
function isGoverned(side: Side, hunk: Range, own: Modal[], others: Modal[]): boolean {
  if (own.length > 0 || others.every(modal => modal.entry.hedge)) return false
  const { text } = side.unit
  const clause = clauseAround(text, hunk)
  const governing = { from: sentenceAround(text, hunk).from, to: clause.to }
  return (
    text.slice(clause.from, clause.to).endsWith('的') ||
    modalsOf(sliceOf(side, governing)).some(modal => !modal.entry.hedge)
  )
}

function changeOf({ a, b }: Comparison, hunk: Segment, old: Modal[], now: Modal[]): Finding[] {
  const step = strength(now) - strength(old)
  const clauses = [clauseAround(a.unit.text, hunk.a), clauseAround(b.unit.text, hunk.b)] as const
  if (step === 0 || countInOtherUnits(sliceOf(a, clauses[0]), sliceOf(b, clauses[1]))) return []
  return [
    {
      kind: 'modality',
      code: 'other-modal',
      a: clauses[0],
      b: clauses[1],
      core: coreOf([hunk]),
      note: `${wordsOf(old)}→${wordsOf(now)}：${step > 0 ? '加强' : '减弱'}`,
      gist: step > 0 ? { zh: '加强', en: 'stronger' } : { zh: '减弱', en: 'weaker' },
      direction: step > 0 ? 'stronger' : 'weaker',
    },
  ]
}

/**
 * Whether two clauses count in different units: a fine of so many times the gain and one of so many yuan are
 * two demands.
 */
function countInOtherUnits(before: string, after: string): boolean {
  const [old, now] = [before, after].map(text =>
    quantitiesOf(text).map(({ unit }) => (/[日天周月年时]/.test(unit ?? '') ? 'time' : unit)),
  )
  return old!.length > 0 && now!.length > 0 && !old!.some(unit => now!.includes(unit))
}

function inItem({ unit }: Side, range: Range): boolean {
  const part = partsAt(unit, range)[0]
  return part !== undefined && part.label.from < part.label.to
}

/**
 * The modal words of each sentence that the other lacks; a word that only stands in another place changes
 * nothing.
 */
function unshared(inA: Modal[], inB: Modal[]): [Modal[], Modal[]] {
  const without = (modals: Modal[], others: Modal[]) => {
    const waiting = others.map(other => demandOf(other.entry))
    return modals.filter(modal => {
      const at = waiting.indexOf(demandOf(modal.entry))
      if (at >= 0) waiting.splice(at, 1)
      return at < 0
    })
  }
  return [without(inA, inB), without(inB, inA)]
}

/** A key for the demand of a modal word: the same for 应当 and 必须, and for 不得 and 禁止. */
function demandOf({ level, hedge }: ModalWord): string {
  return `${level} ${hedge ?? false}`
}

function inside(modals: Modal[], range: Range): Modal[] {
  return modals.filter(modal => range.from <= modal.from && modal.to <= range.to)
}

function wordsOf(modals: Modal[]): string {
  return modals.length === 0 ? '无限定词' : `“${modals.map(modal => modal.entry.word).join('')}”`
}

/**
 * The strength of modal words as a number to compare. A clause without a modal word obliges as 应当 does; a
 * hedge weakens any other word.
 */
function strength(modals: Modal[]): number {
  const [hedges, others] = [
    modals.filter(modal => modal.entry.hedge),
    modals.filter(modal => !modal.entry.hedge),
  ]
  const levels = others.map(modal => modal.entry.level)
  return (
    Math.min(...(levels.length > 0 ? levels : [UNMARKED_LEVEL])) -
    Math.max(0, ...hedges.map(modal => modal.entry.level))
  )
}
