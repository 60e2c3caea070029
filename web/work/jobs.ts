import type { Match } from '../../src/types.ts'
import { regulation } from '../parts/data.ts'
import type { DeskJobs } from './desk-types.ts'
import type { Concordance, Question } from './question.ts'

/** What can be done beside the page with `run` of `work.ts`: plain data in, plain data out. */
export interface Jobs extends DeskJobs {
  /** What answers what in two documents. */
  align: { input: { a: string; b: string }; output: Match[] }
  /** Every place where some words stand. */
  find: { input: Question; output: Concordance }
}

/** Given what is known before all is done: of the same shape as the result. */
export type Told<Name extends keyof Jobs> = (part: Jobs[Name]['output']) => void

type Job<Name extends keyof Jobs> = (
  input: Jobs[Name]['input'],
  told: Told<Name>,
  signal: AbortSignal,
) => Promise<Jobs[Name]['output']>

/** Each brings its program along when it is first asked for. A long one lets go now and then, and looks at `signal`. */
export const JOBS: { [Name in keyof Jobs]: Job<Name> } = {
  align: async ({ a, b }) => {
    const [{ alignTwo }, left, right] = await Promise.all([
      import('./alignment.ts'),
      regulation(a),
      regulation(b),
    ])
    return alignTwo(left, right)
  },
  find: async (question, told, signal) => {
    const { concordanceOf } = await import('./concordance.ts')
    return concordanceOf(question, told, signal)
  },
  openDraft: async input => (await import('./drafting.ts')).openDraft(input),
  checkDraft: async (input, told, signal) =>
    (await import('./drafting.ts')).checkedDraft(input, told, signal),
  prepareReaders: async () => (await import('./drafting.ts')).prepareReaders(),
  prepare: async () => (await import('./beside.ts')).prepare(),
  cover: async (input, told, signal) => (await import('./beside.ts')).cover(input, told, signal),
  clauses: async input => (await import('./beside.ts')).clauses(input),
  outline: async input => (await import('./beside.ts')).outline(input),
  compose: async input => (await import('./beside.ts')).composed(input),
  threeColumns: async input => (await import('./beside.ts')).threeColumns(input),
}
