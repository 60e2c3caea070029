import type { Vector } from '../index/vector.ts'
import type { Penalty } from '../penalty-types.ts'
import type { Deed } from './deeds.ts'
import type { Duty } from './duties.ts'

/** An act of one document with its duty, before it is joined with those of others. */
export interface OwnAct {
  regulation: string
  deed: Deed
  duty: string[]
  vector: Vector
  verbs: Set<string>
  rows: Omit<Penalty, 'act'>[]
  /** Ids of the statements that lay down what it breaks. */
  duties: string[]
}

/** A duty as acts are compared with it. */
export type OwnDuty = Duty & { vector: Vector; verbs: Set<string> }
