import type { DifferenceKind } from '../types.ts'

/** All kinds of differences, substance first: readers look for changed numbers before changed words. */
export const KINDS: DifferenceKind[] = ['quantity', 'modality', 'actor', 'scope', 'missing', 'wording']
