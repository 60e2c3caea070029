import type { FamilyMember } from '../../src/types.ts'

/** A unit that stands in a row as a whole, put there by the model. */
export function memberOf(address: string, wording = ''): FamilyMember {
  return { address, statements: null, state: 'yes', probability: 1, basis: 'model', wording }
}
