import type { ClausePair } from '../diff/diff.ts'
import { type Act, SAME_ACT } from '../lexicon/acts.ts'
import { MEETING } from '../lexicon/bodies.ts'
import type { Range } from '../types.ts'
import {
  type Comparison,
  clauseAround,
  type Finding,
  hunksOf,
  isAnswered,
  overlap,
  type SentenceLikeness,
  type Side,
  sentenceAround,
  sliceOf,
} from './finding.ts'
import { ACT_NAMES, type Slot, slotsOf, subjectOf } from './slots.ts'
import { CLAUSE_OF_ONE_STEP, SENTENCE_OF_ONE_ACTOR, SENTENCE_WITH_ACT_LEFT_OUT } from './thresholds.ts'

/** One finding for each act that the two texts give to different actors or that only one text names. */
export function actorFindings(
  comparison: Comparison,
  pairs: ClausePair[],
  sentences: SentenceLikeness,
): Finding[] {
  const everywhere = { a: allSlots(comparison.around.a), b: allSlots(comparison.around.b) }
  const findings: Finding[] = []
  const unpaired: { a: PlacedSlot[]; b: PlacedSlot[] } = { a: [], b: [] }
  for (const pair of pairs) {
    const { couples, restA, restB } = slotCouples(comparison, pair)
    if (pair.reworded || sentences(pair) >= SENTENCE_OF_ONE_ACTOR)
      findings.push(...couples.map(([old, now]) => otherActor(comparison, old, now)))
    findings.push(...subjectFindings(comparison, pair))
    unpaired.a.push(...restA.map(slot => ({ slot, pair })))
    unpaired.b.push(...restB.map(slot => ({ slot, pair })))
  }
  const chairs = chairCouples(unpaired)
  const changedChairs = chairs.filter(([old, now]) => old.slot.actor !== now.slot.actor)
  findings.push(...changedChairs.map(([old, now]) => otherActor(comparison, old.slot, now.slot)))
  const reportable = (places: PlacedSlot[], which: 'a' | 'b', others: Slot[]) =>
    places.filter(
      place =>
        !chairs.flat().includes(place) && isWorthReporting(comparison, place, which, others, sentences),
    )
  findings.push(
    ...reportable(unpaired.a, 'a', everywhere.b).map(({ slot, pair }) =>
      oneSidedActor(comparison, slot, pair, 'a'),
    ),
  )
  findings.push(
    ...reportable(unpaired.b, 'b', everywhere.a).map(({ slot, pair }) =>
      oneSidedActor(comparison, slot, pair, 'b'),
    ),
  )
  return findings
}

/** A meeting has one chair: of two texts that each name one, who that is, whatever statements they stand in. */
export function chairsAcross(comparison: Comparison): Finding[] {
  const [inA, inB] = [comparison.a, comparison.b].map(side =>
    allSlots(side).filter(({ act }) => act === 'chair'),
  )
  const [old, now] = [inA![0], inB![0]]
  if (!old || !now || inA!.length > 1 || inB!.length > 1 || old.actor === now.actor) return []
  return onOneMeeting(comparison, old, now) ? [otherActor(comparison, old, now)] : []
}

/** Whom two clauses that answer each other bind: of one duty the one who has it. */
function subjectFindings(comparison: Comparison, pair: ClausePair): Finding[] {
  const { a, b, answering } = comparison
  if (!answering || !isAnswered(pair)) return []
  const [old, now] = [subjectOf(a, pair.a), subjectOf(b, pair.b)]
  if (!old || !now || old.actor === now.actor) return []
  return [
    {
      kind: 'actor',
      code: 'other-subject',
      a: clauseAround(a.unit.text, old),
      b: clauseAround(b.unit.text, now),
      core: { a: [old], b: [now] },
      note: `何者承担：“${sliceOf(a, old)}”→“${sliceOf(b, now)}”`,
      gist: { zh: '承担者不同', en: 'who is bound' },
      direction: null,
    },
  ]
}

interface PlacedSlot {
  slot: Slot
  pair: ClausePair
}

const SLOTS = new WeakMap<Side, Slot[]>()

/** The slots of a whole side, read once: it is compared with many others. */
function allSlots(side: Side): Slot[] {
  const known = SLOTS.get(side) ?? slotsOf(side, { from: 0, to: side.unit.text.length })
  SLOTS.set(side, known)
  return known
}

/**
 * Pairs the acts of two matching clauses whose actors differ; `restA` and `restB` are the changed acts
 * without a partner.
 */
function slotCouples(comparison: Comparison, pair: ClausePair) {
  const hunks = hunksOf(pair)
  const [inA, inB] = [slotsOf(comparison.a, pair.a), slotsOf(comparison.b, pair.b)]
  const restA = slotsWithoutEqual(inA, inB)
  const restB = slotsWithoutEqual(inB, inA)
  const changedA = (slot: Slot) => hunks.some(hunk => overlap(hunk.a, slot))
  const changedB = (slot: Slot) => hunks.some(hunk => overlap(hunk.b, slot))
  const couples: [Slot, Slot][] = []
  for (const old of [...restA]) {
    const now = restB.find(
      slot =>
        (slot.act === old.act || (pair.likeness >= CLAUSE_OF_ONE_STEP && isSameStep(slot.act, old.act))) &&
        (slot.act !== 'inform' || SAME_ACT.some(verbs => verbs.test(slot.verb) && verbs.test(old.verb))) &&
        slot.isInformed === old.isInformed &&
        (changedA(old) || changedB(slot)) &&
        onOneMeeting(comparison, old, slot),
    )
    if (!now) continue
    couples.push([old, now])
    restA.splice(restA.indexOf(old), 1)
    restB.splice(restB.indexOf(now), 1)
  }
  return { couples, restA: restA.filter(changedA), restB: restB.filter(changedB) }
}

/**
 * Whether two acts are the same step of a procedure; checking in one text can be the counterpart of deciding
 * in the other.
 */
function isSameStep(act: Act, other: Act): boolean {
  return act === other || (/check|decide/.test(act) && /check|decide/.test(other))
}

/**
 * Whether two acts may concern the same meeting: who settles the agenda of one meeting is not compared with
 * who settles that of another.
 */
function onOneMeeting({ a, b }: Comparison, old: Slot, now: Slot): boolean {
  const [inA, inB] = [meetingsAt(a, old), meetingsAt(b, now)]
  return inA.length === 0 || inB.length === 0 || inA.some(meeting => inB.includes(meeting))
}

/** The meetings named in the clause of an act or, if it names none, in its sentence. */
function meetingsAt(side: Side, slot: Slot): string[] {
  const { text } = side.unit
  const named = (range: Range) => sliceOf(side, range).match(EACH_MEETING) ?? []
  const inClause = named(clauseAround(text, slot))
  return inClause.length > 0 ? inClause : named(sentenceAround(text, slot))
}
const EACH_MEETING = new RegExp(MEETING, 'g')

/**
 * The slots without an equal one among the others: same act, same role, same actor. Each of the others
 * cancels one slot.
 */
function slotsWithoutEqual(slots: Slot[], others: Slot[]): Slot[] {
  const keyOf = ({ act, isInformed, actor }: Slot) => `${act} ${isInformed} ${actor}`
  const waiting = others.map(keyOf)
  return slots.filter(slot => {
    const at = waiting.indexOf(keyOf(slot))
    if (at >= 0) waiting.splice(at, 1)
    return at < 0
  })
}

/**
 * A meeting has one chair: if each text has exactly one unpaired chair, the two are a pair, whatever
 * sentences they stand in.
 */
function chairCouples(unpaired: { a: PlacedSlot[]; b: PlacedSlot[] }): [PlacedSlot, PlacedSlot][] {
  const [inA, inB] = [unpaired.a, unpaired.b].map(places => places.filter(({ slot }) => slot.act === 'chair'))
  return inA!.length === 1 && inB!.length === 1 ? [[inA![0]!, inB![0]!]] : []
}

function isWorthReporting(
  { around: { a, b } }: Comparison,
  { slot, pair }: PlacedSlot,
  which: 'a' | 'b',
  others: Slot[],
  sentences: SentenceLikeness,
): boolean {
  if (slot.act === 'entrust' || sentences(pair) < SENTENCE_WITH_ACT_LEFT_OUT) return false
  // The other text may state the act in a form that no pattern of slots.ts reads: 报经批准, 按照分工召开.
  const { text } = (which === 'a' ? b : a).unit
  if (SAME_ACT.some(verbs => verbs.test(slot.verb) && verbs.test(text))) return false
  return !others.some(
    other => other.act === slot.act && (other.actor === slot.actor || /chair|sign/.test(slot.act)),
  )
}

function otherActor({ a, b }: Comparison, old: Slot, now: Slot): Finding {
  return {
    kind: 'actor',
    code: 'other-actor',
    a: clauseAround(a.unit.text, old),
    b: clauseAround(b.unit.text, now),
    core: { a: [old], b: [now] },
    note: `${ACT_NAMES[old.act].zh}：“${sliceOf(a, old)}”→“${sliceOf(b, now)}”`,
    gist: { zh: ACT_NAMES[old.act].zh, en: ACT_NAMES[old.act].en },
    direction: null,
  }
}

function oneSidedActor(comparison: Comparison, slot: Slot, pair: ClausePair, which: 'a' | 'b'): Finding {
  const side = comparison[which]
  const clause = clauseAround(side.unit.text, slot)
  const words = `“${sliceOf(side, slot)}”${slot.verb}`
  const how = slot.isInformed ? '须向' : '由'
  return {
    kind: 'actor',
    code: 'actor-alone',
    a: which === 'a' ? clause : { from: pair.a.to, to: pair.a.to },
    b: which === 'b' ? clause : { from: pair.b.to, to: pair.b.to },
    core: which === 'a' ? { a: [slot], b: [] } : { a: [], b: [slot] },
    note: which === 'a' ? `左${how}${words}，右无此环节` : `右${how}${words}，左无此环节`,
    gist: slot.isInformed
      ? { zh: '须向谁报告，仅一方有', en: 'who has to be told: one side only' }
      : { zh: `${ACT_NAMES[slot.act].zh}，仅一方有`, en: `${byWhom(slot.act)}: one side only` },
    direction: which === 'a' ? 'left-out' : 'added',
  }
}

function byWhom(act: Act): string {
  return act === 'inform' ? 'who reports' : ACT_NAMES[act].en
}
