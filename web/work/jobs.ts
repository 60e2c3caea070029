import type { Match } from '../../src/types.ts'
import { regulation } from '../parts/data.ts'
import type { Concordance, Question } from './question.ts'

/** What can be done beside the page with `run` of `work.ts`: plain data in, plain data out. */
export interface Jobs {
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
}
