import type { ClausePair } from '../diff/diff.ts'
import { likeness } from '../diff/likeness.ts'
import { CHINESE_NUMERAL } from '../lexicon/numerals.ts'
import { circumstanceOf } from '../provisions/like.ts'
import { type Quantity, quantitiesOf } from '../provisions/quantity.ts'
import { UNITS_EN } from '../provisions/unit-words.ts'
import type { Bilingual, Provision, Range } from '../types.ts'
import {
  type Comparison,
  type Core,
  clauseAround,
  type Finding,
  hunksOf,
  NO_GIST,
  overlap,
  type SentenceLikeness,
  type Side,
  sliceOf,
} from './finding.ts'
import { SAME_SUBJECT, SENTENCE_OF_ONE_NUMBER } from './thresholds.ts'

/** A number in the text of a unit; `provision` is its meaning, null if no rule has read it. */
interface NumberInText extends Range {
  quantity: Quantity | null
  provision: Provision | null
}

/** The numbers in a range of one side, in order: its provisions, and the quantities that no rule has read. */
function numbersIn(side: Side, range: Range): NumberInText[] {
  const provisions = side.provisions.filter(placed => overlap(placed, range))
  const quantities = quantitiesOf(sliceOf(side, range)).map(quantity => ({
    ...quantity,
    from: quantity.from + range.from,
    to: quantity.to + range.from,
  }))
  const read = provisions.map(({ provision, from, to }) => ({
    from,
    to,
    provision,
    quantity: quantities.find(quantity => overlap(quantity, { from, to })) ?? null,
  }))
  const unread = quantities
    .filter(quantity => !provisions.some(placed => overlap(placed, quantity)))
    .map(quantity => ({ from: quantity.from, to: quantity.to, quantity, provision: null }))
  return [...read, ...unread].sort((x, y) => x.from - y.from)
}

/**
 * Findings for numbers that differ, in matching clauses or, if they have the same subject, in any clauses,
 * and for numbers that only one text has.
 */
export function quantityFindings(
  comparison: Comparison,
  pairs: ClausePair[],
  sentences: SentenceLikeness,
): Finding[] {
  const findings: Finding[] = []
  const unpaired: { a: PlacedNumber[]; b: PlacedNumber[] } = { a: [], b: [] }
  for (const pair of pairs) {
    const { couples, restA, restB } = numberCouples(comparison, pair)
    findings.push(...couples.flatMap(([old, now]) => differing(comparison, old, now)))
    unpaired.a.push(...restA.map(number => ({ number, pair })))
    unpaired.b.push(...restB.map(number => ({ number, pair })))
  }
  // Of what answers each other every fine is for the same act, in whatever measure it is set.
  const isForOneAct = (x: NumberInText, y: NumberInText) =>
    comparison.answering && isFine(x) && isFine(y) && measuresTheSame(x, y)
  for (const old of [...unpaired.a]) {
    const now = unpaired.b.find(
      place => sameSubject(old.number, place.number) || isForOneAct(old.number, place.number),
    )
    if (!now) continue
    findings.push(...differing(comparison, old.number, now.number))
    unpaired.a.splice(unpaired.a.indexOf(old), 1)
    unpaired.b.splice(unpaired.b.indexOf(now), 1)
  }
  return [
    ...findings,
    ...unpaired.a.flatMap(place => oneSidedNumber(comparison, place, 'a', sentences)),
    ...unpaired.b.flatMap(place => oneSidedNumber(comparison, place, 'b', sentences)),
  ]
}

/**
 * Numbers of one subject, each the only one of it on its side, wherever the two texts state them; no fines, which go with the act that
 * their statement punishes.
 */
export function numbersAcross(comparison: Comparison): Finding[] {
  const { a, b } = comparison
  const [inA, inB] = [a, b].map(side =>
    numbersIn(side, { from: 0, to: side.unit.text.length }).filter(number => !isFine(number)),
  )
  const only = (number: NumberInText, own: NumberInText[], others: NumberInText[]) =>
    own.filter(each => sameSubject(each, number)).length === 1 &&
    others.filter(each => sameSubject(each, number)).length === 1
  return inA!.flatMap(old =>
    inB!
      .filter(now => sameSubject(old, now) && only(old, inA!, inB!) && only(now, inB!, inA!))
      .flatMap(now => differing(comparison, old, now)),
  )
}

interface PlacedNumber {
  number: NumberInText
  pair: ClausePair
}

/**
 * Pairs the changed numbers of two clauses that measure the same; `restA` and `restB` are the numbers without
 * a partner, which in a one-sided pair are all.
 */
function numberCouples(comparison: Comparison, pair: ClausePair) {
  const hunks = hunksOf(pair)
  if (hunks.length === 0) return { couples: [], restA: [], restB: [] }
  const [inA, inB] = [numbersIn(comparison.a, pair.a), numbersIn(comparison.b, pair.b)]
  const restA = numbersWithoutEqual(inA, inB).filter(number => hunks.some(hunk => overlap(hunk.a, number)))
  const restB = numbersWithoutEqual(inB, inA).filter(number => hunks.some(hunk => overlap(hunk.b, number)))
  // In two clauses that share little, numbers of one kind may count different things.
  const isClose = pair.likeness >= SENTENCE_OF_ONE_NUMBER && !pair.reworded
  const couples: [NumberInText, NumberInText][] = []
  for (const old of [...restA]) {
    const isOnly = (numbers: NumberInText[]) =>
      numbers.filter(each => measuresTheSame(old, each)).length === 1
    // Of what answers each other the one fine of each is for the same act, whatever words name it.
    const isOne = comparison.answering && isFine(old) && isOnly(inA) && isOnly(inB)
    const now = restB.find(
      number => measuresTheSame(old, number) && (isClose || isOne || sameSubject(old, number)),
    )
    if (!now) continue
    couples.push([old, now])
    restA.splice(restA.indexOf(old), 1)
    restB.splice(restB.indexOf(now), 1)
  }
  return { couples, restA, restB }
}

function numbersWithoutEqual(numbers: NumberInText[], others: NumberInText[]): NumberInText[] {
  const waiting = others.map(meaning)
  return numbers.filter(number => {
    const at = waiting.indexOf(meaning(number))
    if (at >= 0) waiting.splice(at, 1)
    return at < 0
  })
}

/** A key for a number: equal if value, bounds, unit and period are equal. */
function meaning({ provision, quantity }: NumberInText): string {
  const { comparator, value, max, unit, per } = provision ?? { per: null, ...quantity! }
  return [comparator === '=' ? null : comparator, value, max, unit, per].join()
}

function measuresTheSame(a: NumberInText, b: NumberInText): boolean {
  if (a.provision && b.provision)
    return isFine(a) && isFine(b)
      ? areLike(a.provision, b.provision)
      : a.provision.measure === b.provision.measure
  return a.quantity !== null && b.quantity !== null && a.quantity.kind === b.quantity.kind
}

/** Whether it is a sum or a multiple that is taken for a breach. */
function isFine({ provision }: Pick<NumberInText, 'provision'>): boolean {
  return provision?.measure === 'fine' || provision?.measure === 'fine-multiple'
}

function differing({ a, b }: Comparison, old: NumberInText, now: NumberInText): Finding[] {
  if (meaning(old) === meaning(now)) return []
  return [
    {
      kind: 'quantity',
      code: 'other-number',
      a: clauseAround(a.unit.text, old),
      b: clauseAround(b.unit.text, now),
      core: fromNumeral(a, b, old, now),
      ...compared(a, b, old, now),
    },
  ]
}

/**
 * The core of two numbers, without the words they both begin with: 一般每月召开2次 → 一般每月召开1—2次
 * differs only from the numeral on.
 */
function fromNumeral(a: Side, b: Side, old: Range, now: Range): Core {
  const [before, after] = [sliceOf(a, old), sliceOf(b, now)]
  let shared = 0
  while (shared < before.length && before[shared] === after[shared]) shared++
  // A numeral is not cut apart: 10日 → 15日, not 0日 → 5日.
  while (shared > 0 && NUMERAL.test(before[shared - 1]!)) shared--
  if (shared === before.length || shared === after.length) shared = 0
  return {
    a: [{ from: old.from + shared, to: old.to }],
    b: [{ from: now.from + shared, to: now.to }],
  }
}
const NUMERAL = new RegExp(`[0-9.${CHINESE_NUMERAL}半几]`)

/**
 * The finding for a number that the other text lacks; [] when no rule has read it, or when the other text
 * measures the same subject.
 */
function oneSidedNumber(
  comparison: Comparison,
  { number, pair }: PlacedNumber,
  which: 'a' | 'b',
  sentences: SentenceLikeness,
): Finding[] {
  const [side, other] = which === 'a' ? [comparison.a, comparison.b] : [comparison.b, comparison.a]
  const { provision } = number
  // What a text that is cut off there would have set, no reader can tell.
  if (!provision || provision.value === null || other.cutOff) return []
  const all = comparison.around[which === 'a' ? 'b' : 'a']
  const sameMeasure = all.provisions.filter(placed => placed.provision.measure === provision.measure)
  // If the sentences share little, the other text surely lacks the number only if it lacks the measure
  // altogether.
  if (
    sentences(pair) < SENTENCE_OF_ONE_NUMBER &&
    (sameMeasure.length > 0 || /^(?:count|other)$/.test(provision.measure))
  )
    return []
  if (sameMeasure.some(placed => isCounterpart(provision, placed.provision))) return []
  if (all.unit.text.includes(sliceOf(side, number))) return []
  // What punishes the same act in another sum or measure, in this sentence or another, sets a fine too.
  if (isFine(number) && all.provisions.some(placed => isFine(placed) && areLike(provision, placed.provision)))
    return []
  const clause = clauseAround(side.unit.text, number)
  const words = `规定“${sliceOf(side, number)}”`
  return [
    {
      kind: 'quantity',
      code: 'number-alone',
      a: which === 'a' ? clause : { from: pair.a.to, to: pair.a.to },
      b: which === 'b' ? clause : { from: pair.b.to, to: pair.b.to },
      core: which === 'a' ? { a: [number], b: [] } : { a: [], b: [number] },
      note: which === 'a' ? `左${words}，右未规定` : `右${words}，左未规定`,
      gist: { zh: '另一方没有这一数值', en: 'the other gives no such number' },
      direction: which === 'a' ? 'left-out' : 'added',
    },
  ]
}

function isCounterpart(provision: Provision, other: Provision): boolean {
  return provision.value === other.value || isSameSubject(provision, other)
}

function sameSubject(a: NumberInText, b: NumberInText): boolean {
  if (!a.provision || !b.provision || a.provision.measure !== b.provision.measure) return false
  return (!isFine(a) || areLike(a.provision, b.provision)) && isSameSubject(a.provision, b.provision)
}

/** Whether two fines are on the same: the doer's is not compared with the unit's, nor the first with that of who goes on. */
function areLike(a: Provision, b: Provision): boolean {
  const [one, other] = [circumstanceOf(a), circumstanceOf(b)]
  const isOpen = [one.stage, other.stage].includes('other')
  return one.addressee === other.addressee && (isOpen || one.stage === other.stage)
}

/** The provisions whose quotes overlap a range. */
function numbersAt({ provisions }: Side, range: Range): Provision[] {
  return provisions.filter(placed => overlap(placed, range)).map(({ provision }) => provision)
}

/**
 * Whether two ranges have one number each, of one measure but of two subjects: 居住区绿地率不低于百分之三十 and
 * 广场绿地率不低于百分之四十 share all but their subjects.
 */
export function measureOthers({ a, b }: Comparison, inA: Range, inB: Range): boolean {
  const [old, now] = [numbersAt(a, inA), numbersAt(b, inB)]
  const [x, y] = [old[0], now[0]]
  if (!x || !y || old.length > 1 || now.length > 1) return false
  return x.measure === y.measure && x.measure !== 'fine' && !isSameSubject(x, y)
}

/** Whether two provisions measure the same subject, judged by the likeness of their subjects. */
export function isSameSubject(a: Provision, b: Provision): boolean {
  return likeness(a.subject, b.subject) >= SAME_SUBJECT
}

/**
 * Note, gist and direction of two numbers: old → new, the difference if both have the same unit, and times a
 * year if both are frequencies.
 */
function compared(
  a: Side,
  b: Side,
  old: NumberInText,
  now: NumberInText,
): Pick<Finding, 'note' | 'gist' | 'direction'> {
  const words = `“${sliceOf(a, old)}”→“${sliceOf(b, now)}”`
  const yearly = yearlyNote(old.provision, now.provision)
  const [from, to] = [rangeOf(old), rangeOf(now)]
  const comparable = yearly ? [yearly.from, yearly.to] : sameUnit(old, now) && from && to ? [from, to] : null
  if (!comparable) return { note: words, gist: NO_GIST, direction: null }
  const [low, high] = [comparable[1]![0] - comparable[0]![0], comparable[1]![1] - comparable[0]![1]]
  const direction =
    low === 0 && high === 0 ? null : low >= 0 && high >= 0 ? 'more' : low <= 0 && high <= 0 ? 'less' : null
  const unit = yearly ? '次/年' : ((old.provision ?? old.quantity!).unit ?? '')
  const delta =
    direction !== null
      ? deltaOf(low, high, unit)
      : low === 0
        ? { zh: '数值相同，界限或周期不同', en: 'same value, other bounds or period' }
        : { zh: '区间不同', en: 'other range' }
  const gist = {
    zh: [yearly?.note.zh, delta.zh].filter(Boolean).join('；'),
    en: [yearly?.note.en, delta.en].filter(Boolean).join('; '),
  }
  return { note: `${words}；${gist.zh}`, gist, direction }
}

function deltaOf(low: number, high: number, unit: string): Bilingual {
  const sizes = [low, high].map(n => Math.round(Math.abs(n) * 1e4) / 1e4).sort((x, y) => x - y)
  const words = [...new Set(sizes)]
  const more = low + high > 0
  const wan = unit === '元' && words.every(size => size % 1e4 === 0)
  return {
    zh: `${more ? '多' : '少'}${words.map(size => (wan ? size / 1e4 : size)).join('～')}${wan ? '万元' : unit}`,
    en: `${more ? 'more' : 'less'} by ${words.map(size => size.toLocaleString('en-US')).join('–')} ${UNITS_EN[unit] ?? unit}`.trim(),
  }
}

function yearlyNote(old: Provision | null, now: Provision | null) {
  const [from, to] = [ends(old?.annualized), ends(now?.annualized)]
  if (!from || !to) return null
  return {
    from,
    to,
    note: {
      zh: `每年${times(from, '—')}→${times(to, '—')}次`,
      en: `${times(from, '–')} → ${times(to, '–')} times a year`,
    },
  }
}

function ends(annualized: Provision['annualized'] | undefined): [number, number] | null {
  const [low, high] = annualized ?? [null, null]
  return low === null && high === null ? null : [low ?? high!, high ?? low!]
}

function times([low, high]: [number, number], dash: string): string {
  return low === high ? String(low) : `${low}${dash}${high}`
}

function rangeOf({ provision, quantity }: NumberInText): [number, number] | null {
  const { value, max } = provision ?? quantity!
  return value === null ? null : [value, max ?? value]
}

function sameUnit(a: NumberInText, b: NumberInText): boolean {
  return (a.provision ?? a.quantity!).unit === (b.provision ?? b.quantity!).unit
}
