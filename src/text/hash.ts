/** Twelve hexadecimal digits that stand for a text (FNV-1a, twice): for stable ids, not for secrets. */
export function hashOf(text: string): string {
  return half(text, 0x811c9dc5) + half(text, 0x050c5d1f).slice(0, 4)
}

function half(text: string, seed: number): string {
  let hash = seed
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
