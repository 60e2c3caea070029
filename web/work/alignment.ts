import { align } from '../../src/alignment/align.ts'
import type { Match, Regulation } from '../../src/types.ts'
import { cutter } from '../parts/columns.ts'

/** What answers what in two documents, by the model alone. It brings the model's weights along: import it when asked for. */
export async function alignTwo(a: Regulation, b: Regulation): Promise<Match[]> {
  return align([a, b], { cut: await cutter(), pairs: [[a.id, b.id]] }).matches
}
