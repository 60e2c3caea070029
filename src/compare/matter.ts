import { contentOf } from '../diff/tokens.ts'
import { quantitiesOf } from '../provisions/quantity.ts'
import type { Range } from '../types.ts'
import type { Side } from './finding.ts'
import { BESIDE_LAW } from './thresholds.ts'

// 市人民政府及各部门 names the government and its departments, 市人民政府各部门 the departments alone.
export function isGovernmentItself({ unit: { text } }: Side, range: Range): boolean {
  return (
    /^[及和]$/.test(text.slice(range.from, range.to)) &&
    /政府$/.test(text.slice(0, range.from)) &&
    /^(?:各|其|组成|工作)?(?:组成|工作)?部门/.test(text.slice(range.to))
  )
}

const LAW = /《[^》]+》/
const BODY =
  /常务会议|全体会议|(?:副)?(?:市长|县长|区长|州长|主任|秘书长|书记|局长)|主要负责(?:人|同志)|负责(?:人|同志)|领导同志|组成人员|工作人员|委员会|办公[室厅]|人民政府|[市县区省级各）]政府|政府部门|党委|人大(?:常委会)?|人民代表大会(?:常务委员会)?|政协|法院|检察院|各?部门|单位|机构|企业|行业协会|商会|团体|民主党派|人士|法律顾问|专家|[市县区省]委(?!托)|督查室|管委会?|[市县区省][\u4e00-\u9fff]{1,6}[局厅]/g
const CONDITION = /期间|的，|除外|以外的|如[有需遇]|未经|紧急|特殊情况|必要时|确需|情况下|情形|突发|时，|前提/
const PART = /协助|配合|参与|会同|授权|委托|分管/

/** Whether words say who, how many, under what condition, by what law, or in what part. */
export function namesSubstance(text: string): boolean {
  return (
    LAW.test(text) ||
    CONDITION.test(text) ||
    PART.test(text) ||
    text.search(BODY) >= 0 ||
    quantitiesOf(text).length > 0
  )
}

export type Matter = keyof typeof MATTERS

export const MATTERS = {
  机构人员: 'bodies or persons',
  依据: 'legal basis',
  条件: 'condition',
  内容: 'matter',
}

/** What a stretch of words adds or leaves out. */
export function matterOf(text: string): Matter {
  if (LAW.test(text) && contentOf(text.replace(LAW, '')).length <= BESIDE_LAW) return '依据'
  if (/^由?[^，。；的]{2,16}(?:部门|机关|机构|单位)$/.test(text)) return '机构人员'
  const named = (text.match(BODY) ?? []).join('').length
  if (named * 5 >= contentOf(text).length * 4) return '机构人员'
  if (/.{4}(?:的|时|期间|除外)[，）]?$/.test(text)) return '条件'
  if (named > 0 && named * 2 >= contentOf(text).length) return '机构人员'
  return CONDITION.test(text) || occasionsIn(text).length > 0 ? '条件' : '内容'
}

// To be out of the city, on business and on leave are three occasions: 离卫, 出差, 休假.
const OCCASIONS = {
  away: /(?<![脱分远背偏隔距撤])离(?![休婚职任开地境岗])[\u4e00-\u9fff](?=期间|外出|[前后、，。；或和及]|$)|外出/,
  business: /出差|出访/,
  leave: /休假/,
}

export function occasionsIn(text: string): string[] {
  return Object.entries(OCCASIONS).flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []))
}
