import { patternOf, plainWords, sourceOf, type Word } from './lexicon.ts'

/** Acts that name who: chairing, signing, deciding, checking, informing, being in charge, entrusting. */
export type Act = 'chair' | 'sign' | 'decide' | 'check' | 'inform' | 'charge' | 'entrust'

/** The verbs of each act, acts in the order in which a verb is looked for. */
export const ACT_WORDS: Record<Act, Word[]> = {
  chair: [
    ...plainWords('召集 组织召开 代行'),
    { word: '主持召开', not: '主持召开会议的 主持召开的' },
    { word: '主持', not: '主持人 主持会议的 主持工作的 主持召开', why: 'of a meeting, not who chairs it' },
  ],
  sign: plainWords('签发 签署 签批 审签 核签 签字'),
  decide: plainWords('审批 批准 审定 核批 核准 研究决定 讨论决定 集体决定 决定 确定 同意 审议 批示 审示'),
  check: plainWords('审核 审查 把关 初审 会签 研究'),
  inform: [
    ...plainWords('请示报告 报告 汇报 请假 备案 请示 反馈 报备'),
    { word: '通报', not: '通报批评 通报表扬 通报表彰', why: 'to praise or to blame is another act' },
  ],
  charge: [
    { word: '负责', not: '负责人 负责同志 负责制' },
    ...plainWords('牵头 处理 办理 承办 统一安排 汇总 解释 处分 处罚'),
  ],
  entrust: plainWords('委托'),
}

export const ACTS = Object.keys(ACT_WORDS) as Act[]

/** The verbs of an act as part of a pattern. */
export function verbsOf(...acts: Act[]): string {
  return sourceOf(acts.flatMap(act => ACT_WORDS[act]))
}

/** The acts of informing, each by itself: to ask is not to report, and to report not to file. */
export const INFORMING = plainWords('请假 请示 报告 汇报 通报 备案 报备')

/** Verbs that are words for one act, a pattern for each act. */
export const SAME_ACT = [
  '召集 主持 召开 代行',
  '签',
  '审批 批准 审定 核批 核准 同意 批示 审示',
  '决定 确定 审议',
  '审核 审查 把关 初审 会签',
  '研究',
  '报告 汇报 通报',
  '请示',
  '请假',
  '备案 报备',
  '反馈',
  '负责 牵头 承办',
  '处理 办理 处分 处罚',
  '统一安排',
  '汇总',
  '解释',
].map(words => patternOf(plainWords(words)))

/** How a threshold names who decides, as part of a pattern: 由…审定, 报…批准. */
export const DECIDING =
  '(?:专题)?(?:审定|审批|审议|审核|审查|批准|研究决定|讨论决定|决定|签批|审签|核准|研究)'
