/** Dice coefficient of the pairs of neighbouring characters of two texts, 0 to 1; 1 for equal texts. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1
  const [inA, inB] = [pairsOf(a), pairsOf(b)]
  let shared = 0
  for (const [pair, n] of inA) shared += Math.min(n, inB.get(pair) ?? 0)
  const all = Math.max(0, a.length - 1) + Math.max(0, b.length - 1)
  return all === 0 ? 0 : (2 * shared) / all
}

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>()
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = text.slice(at, at + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}
