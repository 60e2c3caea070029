/** Chapters that bear the same name everywhere: a line of nothing else is a heading. Folded text. */
export const COMMON_CHAPTER = /^(?:总则|分则|附则|罚则|法律责任|奖励和处罚|奖励与处罚|监督检查|监督管理)$/
