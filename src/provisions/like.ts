import { OFFICIALS_ADDRESSED, UNITS_ADDRESSED } from '../lexicon/bodies.ts'
import { ALTERNATIVE, NOTHING_ON_TOP, STAGES } from '../lexicon/conditions.ts'

/** Which sanctions and numbers may be compared, and how far they lie apart: the same addressee, stage and thing counted. */

/**
 * Whom a sanction addresses.
 *
 * - `doer`: who does the act: 个人, 行人, 养犬人, or nobody named.
 * - `unit`: 单位, 经营者, 企业.
 * - `official`: who answers for a unit: 直接负责的主管人员, 国家机关工作人员.
 */
export type AddresseeKind = 'doer' | 'unit' | 'official'

/**
 * What must come on top of the act.
 *
 * - `none`: nothing, or that it is no crime: 尚不构成犯罪.
 * - `persisting`: 逾期不改正, 拒不改正, 经劝阻无效.
 * - `grave`: 情节严重, 造成严重后果.
 * - `mild`: 情节较轻, 首次, 没有造成严重后果.
 * - `other`: something else, told apart by its words.
 */
export type Stage = 'none' | 'persisting' | 'grave' | 'mild' | 'other'

/** What tells apart sanctions that are not compared with each other. */
export interface Circumstance {
  addressee: AddresseeKind
  stage: Stage
  /** The words of a stage that is `other`; '' else. */
  words: string
}

/** The circumstance of a sanction or of a number, from its own words. */
export function circumstanceOf(said: { addressee: string | null; condition: string | null }): Circumstance {
  const stage = stageOf(said.condition)
  return {
    addressee: addresseeKind(said.addressee),
    stage,
    words: stage === 'other' ? (said.condition ?? '') : '',
  }
}

/** A key that is the same for what may be compared. */
export function circumstanceKey({ addressee, stage, words }: Circumstance): string {
  return [addressee, stage, words].join('|')
}

/** Whom words address; nobody named is the doer. */
export function addresseeKind(addressee: string | null): AddresseeKind {
  if (addressee === null) return 'doer'
  if (OFFICIALS.test(addressee)) return 'official'
  return UNITS.test(addressee) ? 'unit' : 'doer'
}
const OFFICIALS = new RegExp(OFFICIALS_ADDRESSED)
const UNITS = new RegExp(UNITS_ADDRESSED)

/** The stage that a condition is; of a condition that names several, the first of `STAGES`. */
export function stageOf(condition: string | null): Stage {
  const parts = (condition ?? '').split(PARTS).filter(part => part !== '' && !NOTHING.test(part))
  if (parts.length === 0) return 'none'
  const named = STAGE_WORDS.find(({ words }) => parts.some(part => words.test(part)))
  return named?.stage ?? 'other'
}
const PARTS = new RegExp(ALTERNATIVE)
const NOTHING = new RegExp(NOTHING_ON_TOP)
const STAGE_WORDS = (Object.keys(STAGES) as (keyof typeof STAGES)[]).map(stage => ({
  stage,
  words: new RegExp(STAGES[stage]),
}))

/** Ends of what is compared; a null end is open. */
export interface Interval {
  low: number | null
  high: number | null
}

/**
 * How many times the largest end is the smallest, of what each document says: 1 where all say the same, null of fewer than two documents
 * or where the smallest is nothing. Of an open end the one that is named counts; a document that says several values (three days, ten
 * days) stands as near to another as its nearest value does.
 */
export function spreadOf(documents: Interval[][]): number | null {
  const said = documents
    .map(own => own.filter(({ low, high }) => low !== null || high !== null))
    .filter(own => own.length > 0)
  const [first] = said.flat()
  if (said.length < 2) return null
  if (said.flat().every(({ low, high }) => low === first!.low && high === first!.high)) return 1
  const ordered = said.map(own => own.toSorted((a, b) => lower(a) + upper(a) - lower(b) - upper(b)))
  const largest = Math.max(...ordered.map(own => upper(own[0]!)))
  const smallest = Math.min(...ordered.map(own => lower(own.at(-1)!)))
  return smallest > 0 ? Math.max(1, largest / smallest) : null
}

function lower({ low, high }: Interval): number {
  return low ?? high!
}

function upper({ low, high }: Interval): number {
  return high ?? low!
}
