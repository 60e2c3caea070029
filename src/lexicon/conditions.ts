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

/** A condition that names no matter of its own, so that nothing is measured of it: 确需延长的, 情况复杂的, 有正当理由的. */
export const MERE_CONDITION =
  /^(?:但|对)?(?:确需|确有|确因|情况|有[^，]{0,8}(?:理由|原因)|不能|无法|特殊|符合|材料|情节)[^，]{0,20}的$/
