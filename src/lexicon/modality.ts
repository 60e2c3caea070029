import { patternOf, sourceOf, type Word } from './lexicon.ts'

/**
 * Words that oblige, forbid, permit, encourage, or make any of it less strict. Level after 立法技术规范（试行）（一）: 应当 and 必须 mean
 * the same (14), 不得 and 禁止 forbid (15), 可以 permits. A hedge takes its level away from what it stands beside.
 */
export interface ModalWord extends Word {
  /** 4 forbids, 3 obliges, 2 encourages, 1 permits; of a hedge: what it takes away. */
  level: number
  hedge?: true
  /** The modality that a provision with this word has; none where provisions have no such modality. */
  modality?: '可' | '一般' | '原则上' | '应' | '必须' | '不得'
}

export const MODAL_WORDS: ModalWord[] = [
  { word: '不得', level: 4, modality: '不得', not: '不得已 不得不' },
  { word: '不准', level: 4, modality: '不得' },
  { word: '严禁', level: 4, modality: '不得' },
  { word: '禁止', level: 4, modality: '不得' },
  { word: '不允许', level: 4, modality: '不得' },
  { word: '不应当', level: 4, modality: '不得' },
  { word: '不应', level: 4, modality: '不得', not: '不应当 不应求' },
  { word: '一律不', level: 4, not: '一律不得', why: 'of 一律不得 the 不得 forbids' },
  { word: '必须', level: 3, modality: '必须' },
  { word: '务必', level: 3, modality: '必须' },
  { word: '须', level: 3, modality: '必须', not: '必须 须知 急须 所须 无须 毋须 只须 仅须' },
  {
    word: '需',
    level: 3,
    modality: '必须',
    not: '需要 需求 必需 急需 所需 亟需 供需 内需 军需 无需 只需 仅需 确需 如需 特需',
    why: '确需 and 如需 open a condition',
  },
  { word: '一律', level: 3, not: '一律不' },
  { word: '应当', level: 3, modality: '应', not: '不应当' },
  { word: '应该', level: 3, modality: '应' },
  {
    word: '应有',
    level: 3,
    modality: '应',
    not: '应有的 应有尽有 应有之 相应有 不应有',
    why: 'of a quorum: 应有半数以上组成人员到会',
  },
  {
    word: '应',
    level: 3,
    modality: '应',
    not:
      '应当 应该 应有 不应 相应 反应 供应 适应 对应 回应 响应 效应 感应 顺应 呼应 策应 照应 报应 应急 应对 应用 应邀 应付 应聘 应答 ' +
      '应尽义 应尽职 应尽责 应尽之 应尽的 应届 应诉 应激 应验 应酬 应到会 应收账 应收款 应收未收 ' +
      '应收尽收 应缴费 应缴款 应缴税 应缴的 应缴未 应缴额 应缴金 应缴社 应缴而 应纳(?!入) 应征税 应征入伍 ' +
      '应(?:到|到会|到场|出席|列席|参加|参会|表决)(?:会议)?的?(?:人[员数]|委员|代表(?!大)|成员|职工|理事|监事|业主) ' +
      '应征公民 应变能力 应变措施 应试 应考人 应考者 应得的 应得利 应税',
  },
  {
    word: '要',
    level: 3,
    not:
      '重要 主要 需要 必要 纪要 摘要 概要 提要 首要 简要 扼要 紧要 险要 只要 须要 要求 要素 要点 要件 要闻 要事(?!先|前) 要领 要义 要害 要地 ' +
      '要么 要务 要职 要道 要塞 要是',
    why: 'in rules of work it obliges as 应 does; the modality of provisions leaves it out',
  },
  { word: '提倡', level: 2 },
  { word: '鼓励', level: 2, not: '鼓励性' },
  { word: '倡导', level: 2 },
  { word: '支持', level: 2, after: '^|[，。；市区县家府门]' },
  { word: '可以', level: 1, modality: '可' },
  {
    word: '可',
    level: 1,
    modality: '可',
    not:
      '可以 许可 认可 不可 宁可 方可 即可 始可 尚可 可能 可行 可靠 可持续 可见 可控 可信 可发展 可比 可疑 可燃 可再生 可回收 可循环 ' +
      '可操作 可追溯 可回溯 可研 可视 可降解',
    why: '方可 and 即可 tell a condition, they permit nothing',
  },
  {
    word: '一般',
    level: 1.5,
    hedge: true,
    modality: '一般',
    not:
      '一般性 一般经营 一般事 一般情节 一般情形 一般公共 一般公文 一般公务 一般公益 一般纳税 一般农 一般工作 一般工程 一般问题 一般规定 一般规律 ' +
      '一般程序 一般违法 一般违规 一般行政 一般项目 一般债 一般文件 一般会议 一般干部 一般人(?!数) 一般民 一般责任 一般风险 一般隐患 ' +
      '一般缺陷 一般企业 一般单位 一般建设 一般建筑 一般管理 一般预算 一般转移 一般地区 一般的 一般失信 一般信用 一般案件 ' +
      '一般岗位 一般河 一般湖 一般水 一般林 一般绿 一般住 一般路 一般固体 一般废物 一般保护 一般控制区 一般机动车 一般道路 一般商品 一般性的 一般原则 一般条件 一般要求 一般标准',
    why: 'before a noun it only says which: 一般事项',
  },
  { word: '原则上', level: 1.5, hedge: true, modality: '原则上' },
  { word: '尽可能', level: 0.5, hedge: true },
  { word: '尽量', level: 0.5, hedge: true },
]

/** Words that take strictness away, as part of a pattern. */
export const HEDGING = sourceOf(MODAL_WORDS.filter(({ modality, hedge }) => hedge && modality))

/** What a clause without any modal word does: it obliges. */
export const UNMARKED_LEVEL = 3

/** Any modal word, as part of a pattern. */
export const MODAL = sourceOf(MODAL_WORDS)

/** Words of each level without the hedges, the strictest first. */
export const LEVELS = [4, 3, 2, 1].map(level =>
  patternOf(MODAL_WORDS.filter(word => word.level === level && !word.hedge)),
)

/** Words that oblige, as part of a pattern. */
export const OBLIGING = sourceOf(MODAL_WORDS.filter(({ level, hedge }) => level === 3 && !hedge))

/** Words that forbid, as part of a pattern. */
export const FORBIDDING = sourceOf(MODAL_WORDS.filter(({ level }) => level === 4))

/** Softest first: of two modal words in one provision (一般应, 原则上须) the softer one counts. */
export const MODALITIES = (['可', '一般', '原则上', '应', '必须', '不得'] as const).map(modality => ({
  modality,
  pattern: patternOf(MODAL_WORDS.filter(word => word.modality === modality)),
}))
