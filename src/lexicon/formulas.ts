// Formulas that the drafting rules (立法技术规范) prescribe, as parts of patterns over folded text.

/** How a document names itself. */
export const THIS_DOCUMENT = '本(?:规则|条例|办法|规定|细则|规程)'

/** From when it is in force: 自2021年1月1日起施行. */
export const IN_FORCE_FROM = '自.{0,30}起(?:施行|实施|执行|生效)'

/** Chapters that bear the same name everywhere: a line of nothing else is a heading. Folded text. */
export const COMMON_CHAPTER = /^(?:总则|分则|附则|罚则|法律责任|奖励和处罚|奖励与处罚|监督检查|监督管理)$/

/**
 * Takes in whatever a list has not: 其他损害绿化的行为, 应当遵守的其他规范. 其他绿地，由街道办事处负责 lays down something of its own, and
 * so does 其他人员不得入内. Of the text of an item without its label.
 */
export const OTHERS_OF_LIST =
  /^(?:[^，。；：]{0,16}的)?其他(?!.*(?:不(?:得|[低少超高小大]于|少)|禁止|应当|必须|可以))[^由，。；：]*[；。]?$/
