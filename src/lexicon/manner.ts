import { functionWords } from './function-words.ts'
import { plainWords, sourceOf } from './lexicon.ts'

/** How, how much, and by which rule: words without which the same is to be done. */
const MANNER_WORDS = plainWords(
  '认真 切实 进一步 积极 主动 严格 充分 及时 自觉 全面 坚决 深入 继续 加快 努力 不断 大力 着力 扎实 持续 纵深 有效 有力 依法 统一 共同 相应 ' +
    '各项 有关 相关 具体 本着 根据 按照 以及 或者',
)

/** Words that add no matter: manner, degree, and what only joins words. */
export const MANNER = new RegExp(
  [
    '(?:按照|依照|根据|按)(?:有关|相关)?(?:规定|程序)(?!的)',
    sourceOf(MANNER_WORDS),
    functionWords('的和与及或等并且其各该也均都就则以在对为由向将把被了'),
    // 适用于 is 适用.
    '于',
  ].join('|'),
  'g',
)
