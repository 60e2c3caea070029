import { OFFICIALS_ADDRESSED, UNITS_ADDRESSED } from '../lexicon/bodies.ts'
import { STAGES } from '../lexicon/conditions.ts'

/** Which sanctions and numbers may be compared: like with like, the same addressee, stage and thing counted. */

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
 * - `none`: nothing.
 * - `persisting`: 逾期不改正, 拒不改正, 经劝阻无效.
 * - `grave`: 情节严重, 造成严重后果.
 * - `mild`: 情节较轻, 首次.
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

/** The stage that a condition is; the first that its words name. */
export function stageOf(condition: string | null): Stage {
  if (condition === null) return 'none'
  return STAGE_WORDS.find(({ words }) => words.test(condition))?.stage ?? 'other'
}
const STAGE_WORDS = (Object.keys(STAGES) as (keyof typeof STAGES)[]).map(stage => ({
  stage,
  words: new RegExp(STAGES[stage]),
}))
