import type { DifferenceKind } from '../types.ts'

/** All kinds of differences; what is substance comes first: a reader looks for another number before another word. */
export const KINDS: DifferenceKind[] = ['quantity', 'modality', 'actor', 'scope', 'missing', 'wording']
