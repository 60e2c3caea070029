/** Words that make a rule depend on something: 期间, …的，, 必要时. */
export const CONDITION =
  /期间|的，|除外|以外的|如[有需遇]|未经|紧急|特殊情况|必要时|确需|情况下|情形|突发|时，|前提/

/** Words that say in what part somebody acts. */
export const PART = /协助|配合|参与|会同|授权|委托|分管/

/** Occasions that are told apart: to be out of the city, on business, on leave. 离 alone is in many other words: 离任, 脱离. */
export const OCCASIONS = {
  away: /(?<![脱分远背偏隔距撤])离(?![休婚职任开地境岗])[\u4e00-\u9fff](?=期间|外出|[前后、，。；或和及]|$)|外出/,
  business: /出差|出访/,
  leave: /休假/,
}

/** A clause without 的 that makes what follows depend on an occasion: 遇有特殊情况, 发生突发事件时, 必要时. */
export const OCCASION =
  /^(?:如(?!下|实|期)|若|倘|遇|凡遇|一旦|必要时|特殊情况|紧急情况|因(?:故|特殊|紧急|客观))|^(?:发生|出现|发现|遇到?|当)[^，]{2,30}(?:时|后|的情况下)$|(?:情况|条件|前提)下$/

/** What denies the word behind it, whatever adverb stands between: 未造成, 没有实际造成, 尚不构成, 不足以造成. Part of a pattern. */
const DENIED = '(?:未|没有?|不|无|非)(?:曾|能|有|再|是|属于?|足以?|至于?|致|实际|直接|明显|显著)*'

/** Verbs of bringing about. Part of a pattern. */
const BRINGS_ABOUT = '(?:造成|致使|导致|引[发起]|发生|产生|出现|形成|带来)'

const GRAVITY = '(?:(?:情节|后果|影响)[^，]{0,6}(?:严重|恶劣|[较特]别?重|特别)|严重|恶劣|较重|重大)'

/** Where a condition goes on with another: 拒不改正或者造成严重后果. Part of a pattern. */
export const ALTERNATIVE = '[，、；]|或者?|并且|且'

/** What denies that an act is worse than its own rule takes it for, so that nothing comes on top: 尚不构成犯罪, 未构成违反治安管理行为. */
export const NOTHING_ON_TOP = `^(?:但|尚|还|并)*(?:${DENIED}构成|不够)`

/** What must come on top of an act before a penalty is due, or makes it another: 逾期不改正的, 情节严重的, 造成损失的. */
export const SANCTION_STAGE =
  /^[^，]{0,16}(?:金额|数额|价款|价值|所得|面积|数量|人数)(?:在|为)?(?:不足|不满|超过)?[\d一二两三四五六七八九十百千万]+[^，]{1,16}的$|^(?:有?(?:前[款条]|[上前]述)(?:规定的?)?(?:违法)?行为|但|并|对|尚|还)*(?:[未不无]|没有?)?(?:逾期|拒不|拒绝|情节|造成|经[^，]{0,8}(?:劝阻|责令|教育|警告|批评|告知|提醒)|警告|不听|不改|仍|屡|再次|多次|两次|二次|有违法所得|没有[^，]{1,8}(?=的$)|后果|致使|构成|首次|初次|限期内|未在[^，]{0,8}期限|未按期|继续)[^，]*(?:的|后)$|(?:难以|无法|不能)(?:认定|计算|确定|查明|查清)的$|^属(?:于)?[^，]{1,12}(?:行为|责任)的$|(?:是|属于?|系|为)(?:企业|事业)?(?:单位|个人|法人|自然人|公民|经营者|个体工商户)的$/

/** A condition that names no matter of its own, so that nothing is measured of it: 确需延长的, 情况复杂的, 有正当理由的. */
export const MERE_CONDITION =
  /^(?:但|对)?(?:确需|确有|确因|情况|有[^，]{0,8}(?:理由|原因)|不能|无法|特殊|符合|材料|情节)[^，]{0,20}的$/

/**
 * Words of each stage of a sanction, as parts of patterns over one part of a condition; of one that has several (拒不改正或者情节严重)
 * the first counts. Gravity that is denied is mildness (没有造成严重后果), going on that is denied is neither.
 */
export const STAGES = {
  persisting: `逾期|拒不|拒绝|[不未]改|不听|无效|(?<!${DENIED})(?:仍|继续|屡|再次|多次|两次|二次)|(?:期满|期限内|限期内)[^，]{0,4}[不未]|未按期`,
  mild: `(?<!${DENIED}(?:情节)?)(?:较轻|轻微|首次|初次)|${DENIED}(?:造成|致使|导致|${BRINGS_ABOUT}?[^，]{0,4}(?:${GRAVITY}|后果|危害|损[害失]|影响|事故))`,
  grave: `${GRAVITY}|造成|致使`,
} as const
