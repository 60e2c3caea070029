import type { SentencePair } from './diff.ts'
import { type Comparison, clauseAround, type Finding, hunksOf, sliceOf } from './finding.ts'

/** How strictly a clause speaks. */
interface Modality {
  words: string[]
  /** 4 必须 不得, 3 应当 要, 1 可以; null where no word says. */
  level: number | null
  /** 一般, 原则上: exceptions are allowed. */
  hedged: boolean
}

interface Modal {
  pattern: RegExp
  level: number | null
}

// 立法技术规范（试行）: 应当 and 必须 both oblige, 必须 with more weight; 不得 and 禁止 forbid; 可以 permits. 要 in rules of
// work says what 应 says. Lookarounds keep out the words that only contain the sign: 应急, 许可, 重要, 一般性.
const MODALS: Modal[] = [
  { pattern: /必须|务必|(?<![急必所无])须(?!知)|一律(?!不)/g, level: 4 },
  { pattern: /不得|不准|严禁|禁止|不允许|一律不/g, level: 4 },
  {
    pattern:
      /应当|应该|(?<![相反供适对回响效感])应(?![急对用邀有尽付聘答])|(?<=各|部门|同志|单位|人员|政府|，|^)要(?![求素点件闻事领义害地])/g,
    level: 3,
  },
  { pattern: /可以|(?<![许认不宁])可(?![能行靠持见控信])/g, level: 1 },
]
const HEDGE = /一般(?![性事情公纳农])|原则上/g

/** The modality of a stretch of clean text. */
export function modalityOf(text: string): Modality {
  const hedges = text.match(HEDGE) ?? []
  const found = MODALS.flatMap(({ pattern, level }) =>
    (text.match(pattern) ?? []).map(word => ({ word, level })),
  )
  const level = found.length === 0 ? null : Math.min(...found.map(each => each.level ?? 0))
  return { words: [...hedges, ...found.map(each => each.word)], level, hedged: hedges.length > 0 }
}

/** The text without its modal words. */
export function withoutModals(text: string): string {
  return [HEDGE, ...MODALS.map(modal => modal.pattern)].reduce(
    (rest, pattern) => rest.replace(pattern, ''),
    text,
  )
}

// A hunk that changes more than this beside the modal word says something else, not the same more strictly.
const SAME_PREDICATE = 6

/** Changes that make the same demand stricter or looser. */
export function modalityFindings(comparison: Comparison, pair: SentencePair): Finding[] {
  return hunksOf(pair).flatMap(hunk => {
    const [before, after] = [sliceOf(comparison.a, hunk.a), sliceOf(comparison.b, hunk.b)]
    if (withoutModals(before).length > SAME_PREDICATE || withoutModals(after).length > SAME_PREDICATE)
      return []
    const [old, now] = [modalityOf(before), modalityOf(after)]
    const step = strength(now) - strength(old)
    if (step === 0) return []
    const direction = step > 0 ? 'stronger' : 'weaker'
    const words = (modality: Modality) =>
      modality.words.length > 0 ? `“${modality.words.join('')}”` : '无限定词'
    const note = `${words(old)}→${words(now)}：${step > 0 ? '加强' : '减弱'}`
    return [
      {
        kind: 'modality',
        a: clauseAround(comparison.a.witness.text, hunk.a),
        b: clauseAround(comparison.b.witness.text, hunk.b),
        note,
        direction,
      },
    ]
  })
}

/** Comparable strength. A clause without a modal word obliges as 应 does; 一般 and 原则上 take away from any. */
function strength({ level, hedged }: Modality): number {
  return (level ?? 3) - (hedged ? 1.5 : 0)
}
