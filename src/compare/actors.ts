import type { ClausePair } from '../diff/diff.ts'
import { type Act, SAME_ACT } from '../lexicon/acts.ts'
import { MEETING } from '../lexicon/bodies.ts'
import type { Range } from '../types.ts'
import {
  type Comparison,
  clauseAround,
  type Finding,
  hunksOf,
  overlap,
  type SentenceLikeness,
  type Side,
  sentenceAround,
  sliceOf,
} from './finding.ts'
import { ACT_NAMES, type Slot, slotsOf } from './slots.ts'
import { CLAUSE_OF_ONE_STEP, SENTENCE_OF_ONE_ACTOR, SENTENCE_WITH_ACT_LEFT_OUT } from './thresholds.ts'

/** Acts whose actor is another, or that one text has and the other has not. */
export function actorFindings(
  comparison: Comparison,
  pairs: ClausePair[],
  sentences: SentenceLikeness,
): Finding[] {
  const everywhere = { a: allSlots(comparison.a), b: allSlots(comparison.b) }
  const findings: Finding[] = []
  const alone: { a: PlacedSlot[]; b: PlacedSlot[] } = { a: [], b: [] }
  for (const pair of pairs) {
    const { couples, restA, restB } = slotCouples(comparison, pair)
    if (pair.reworded || sentences(pair) >= SENTENCE_OF_ONE_ACTOR)
      findings.push(...couples.map(([old, now]) => otherActor(comparison, old, now)))
    alone.a.push(...restA.map(slot => ({ slot, pair })))
    alone.b.push(...restB.map(slot => ({ slot, pair })))
  }
  const chairs = chairCouples(alone)
  const others = chairs.filter(([old, now]) => old.slot.actor !== now.slot.actor)
  findings.push(...others.map(([old, now]) => otherActor(comparison, old.slot, now.slot)))
  const lonely = (places: PlacedSlot[], which: 'a' | 'b', others: Slot[]) =>
    places.filter(
      place =>
        !chairs.flat().includes(place) && isWorthReporting(comparison, place, which, others, sentences),
    )
  findings.push(
    ...lonely(alone.a, 'a', everywhere.b).map(({ slot, pair }) => oneSidedActor(comparison, slot, pair, 'a')),
  )
  findings.push(
    ...lonely(alone.b, 'b', everywhere.a).map(({ slot, pair }) => oneSidedActor(comparison, slot, pair, 'b')),
  )
  return findings
}

interface PlacedSlot {
  slot: Slot
  pair: ClausePair
}

function allSlots(side: Side): Slot[] {
  return slotsOf(side, { from: 0, to: side.unit.text.length })
}

/** Within two sentences that answer each other: acts with different actors, and the changed acts that remain. */
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
        (slot.act === old.act || (pair.likeness >= CLAUSE_OF_ONE_STEP && isLike(slot.act, old.act))) &&
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

/** Where one text lets somebody check and the other lets somebody decide, the two steps answer each other. */
function isLike(act: Act, other: Act): boolean {
  return act === other || (/check|decide/.test(act) && /check|decide/.test(other))
}

/** Who isStatement the agenda of one meeting is not compared with who isStatement that of another. */
function onOneMeeting({ a, b }: Comparison, old: Slot, now: Slot): boolean {
  const [inA, inB] = [meetingsAt(a, old), meetingsAt(b, now)]
  return inA.length === 0 || inB.length === 0 || inA.some(meeting => inB.includes(meeting))
}

/** Meetings named in the clause, else in the sentence. */
function meetingsAt(side: Side, slot: Slot): string[] {
  const { text } = side.unit
  const named = (range: Range) => sliceOf(side, range).match(EACH_MEETING) ?? []
  const inClause = named(clauseAround(text, slot))
  return inClause.length > 0 ? inClause : named(sentenceAround(text, slot))
}
const EACH_MEETING = new RegExp(MEETING, 'g')

/** Slots of which the other text has no equal one. */
function slotsWithoutEqual(slots: Slot[], others: Slot[]): Slot[] {
  const keyOf = ({ act, isInformed, actor }: Slot) => `${act} ${isInformed} ${actor}`
  const waiting = others.map(keyOf)
  return slots.filter(slot => {
    const at = waiting.indexOf(keyOf(slot))
    if (at >= 0) waiting.splice(at, 1)
    return at < 0
  })
}

/** A meeting has one chair: where each text names one, in whatever sentence, they answer each other. */
function chairCouples(alone: { a: PlacedSlot[]; b: PlacedSlot[] }): [PlacedSlot, PlacedSlot][] {
  const [inA, inB] = [alone.a, alone.b].map(places => places.filter(({ slot }) => slot.act === 'chair'))
  return inA!.length === 1 && inB!.length === 1 ? [[inA![0]!, inB![0]!]] : []
}

function isWorthReporting(
  { a, b }: Comparison,
  { slot, pair }: PlacedSlot,
  which: 'a' | 'b',
  others: Slot[],
  sentences: SentenceLikeness,
): boolean {
  if (slot.act === 'entrust' || sentences(pair) < SENTENCE_WITH_ACT_LEFT_OUT) return false
  // The act may be there without a name our frames can read: 报经批准, 按照分工召开.
  const { text } = (which === 'a' ? b : a).unit
  if (SAME_ACT.some(verbs => verbs.test(slot.verb) && verbs.test(text))) return false
  return !others.some(
    other => other.act === slot.act && (other.actor === slot.actor || /chair|sign/.test(slot.act)),
  )
}

function otherActor({ a, b }: Comparison, old: Slot, now: Slot): Finding {
  return {
    kind: 'actor',
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
