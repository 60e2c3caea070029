import type { Comparator } from '../types.ts'

/** A bound word that stands a few characters before its number: 至少规划一处, 不得超过绿地率的百分之三十. */
export function looseBound(text: string): Comparator | null {
  const words = [
    ...text.matchAll(
      /(至少|最少|不(?:得|应|宜|能)?(?:少于|低于|小于))|(最多|至多|不(?:得|应|宜|能)?(?:超过|多于|大于|高于))|(超过|大于|高于|多于)|(低于|小于|少于|不足)|(达到?)/g,
    ),
  ]
  const last = words.at(-1)
  if (!last) return null
  return last[1] || last[5] ? '>=' : last[2] ? '<=' : last[3] ? '>' : '<'
}
