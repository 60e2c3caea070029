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

/** What must come on top of an act before a penalty is due, or makes it another: 逾期不改正的, 情节严重的, 造成损失的. */
export const SANCTION_STAGE =
  /^[^，]{0,16}(?:金额|数额|价款|价值|所得|面积|数量|人数)(?:在|为)?(?:不足|不满|超过)?[\d一二两三四五六七八九十百千万]+[^，]{1,16}的$|^(?:但|并|对|尚未)?(?:逾期|拒不|拒绝|情节|造成|经[^，]{0,8}(?:劝阻|责令|教育|警告|批评|告知|提醒)|警告|不听|不改|仍|屡|再次|多次|两次|二次|有违法所得|没有[^，]{1,8}(?=的$)|未造成|后果|致使|构成|首次|初次|限期内|未在[^，]{0,8}期限|未按期|继续)[^，]*(?:的|后)$|(?:难以|无法|不能)(?:认定|计算|确定|查明|查清)的$|^属(?:于)?[^，]{1,12}(?:行为|责任)的$|(?:是|属于?|系|为)(?:企业|事业)?(?:单位|个人|法人|自然人|公民|经营者|个体工商户)的$/

/** A condition that names no matter of its own, so that nothing is measured of it: 确需延长的, 情况复杂的, 有正当理由的. */
export const MERE_CONDITION =
  /^(?:但|对)?(?:确需|确有|确因|情况|有[^，]{0,8}(?:理由|原因)|不能|无法|特殊|符合|材料|情节)[^，]{0,20}的$/

/**
 * Words of each stage of a sanction, as parts of patterns; of a condition that has several (拒不改正或者情节严重) the first counts.
 * 未构成 is no gravity.
 */
export const STAGES = {
  persisting:
    '逾期|拒不|拒绝|不改|未改|不听|无效|仍|继续|屡|再次|多次|两次|二次|期满|在规定期限内|限期内|未按期',
  mild: '(?:较轻|轻微|首次|初次|未造成|尚未)',
  grave: '(?:情节|后果)[^，]{0,6}(?:严重|恶劣|较重|特别)|严重|恶劣|造成|致使|重大',
} as const
