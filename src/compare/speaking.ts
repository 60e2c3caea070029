import type { JudgedMentions } from '../types.ts'

/** Of all documents shown as without a counterpart, the share that speaks of the matter: before any was shown as mentioned. */
export function speakingShare({ cells, mentioned, shown, silent }: JudgedMentions): number {
  const share = mentioned / cells
  return share * (shown.right / shown.of) + (1 - share) * (silent.speaking / silent.of)
}
