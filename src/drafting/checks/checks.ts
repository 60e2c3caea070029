import type { Check } from '../check-types.ts'
import { AMOUNTS } from './amounts.ts'
import { CLAUSES } from './clauses.ts'
import { CONTENTS } from './contents.ts'
import { ITEMS } from './items.ts'
import { LEFTOVERS } from './leftovers.ts'
import { MARKS } from './marks.ts'
import { NUMBERING } from './numbering.ts'
import { REFERENCES } from './references.ts'
import { STEPS } from './steps.ts'
import { TERMS } from './terms.ts'
import { WORDS } from './words.ts'

/** All checks that need the draft alone, in the order in which their findings of one place are told. */
export const CHECKS: readonly Check[] = [
  ...NUMBERING,
  ...ITEMS,
  ...CLAUSES,
  ...REFERENCES,
  ...TERMS,
  ...LEFTOVERS,
  ...WORDS,
  ...AMOUNTS,
  ...STEPS,
  ...MARKS,
  ...CONTENTS,
]
