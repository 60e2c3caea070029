import { contentOf } from '../diff/tokens.ts'
import { BODY } from '../lexicon/bodies.ts'
import { CONDITION, OCCASIONS, PART } from '../lexicon/conditions.ts'
import { quantitiesOf } from '../provisions/quantity.ts'
import type { Range } from '../types.ts'
import type { Side } from './finding.ts'
import { BESIDE_LAW } from './thresholds.ts'

/**
 * Whether a range is the conjunction that adds the government itself: 市人民政府及各部门 names the government
 * and its departments, 市人民政府各部门 the departments alone.
 */
export function isGovernmentItself({ unit: { text } }: Side, range: Range): boolean {
  return (
    /^[及和]$/.test(text.slice(range.from, range.to)) &&
    /政府$/.test(text.slice(0, range.from)) &&
    /^(?:各|其|组成|工作)?(?:组成|工作)?部门/.test(text.slice(range.to))
  )
}

const LAW = /《[^》]+》/
const EACH_BODY = new RegExp(BODY, 'g')

/** Whether words name a body or person, a number, a condition, a law, or a part in an act (PART). */
export function namesSubstance(text: string): boolean {
  return (
    LAW.test(text) ||
    CONDITION.test(text) ||
    PART.test(text) ||
    text.search(EACH_BODY) >= 0 ||
    quantitiesOf(text).length > 0
  )
}

/** A kind of matter, as notes name it. */
export type Matter = keyof typeof MATTERS

/** The kinds of matter, with the words for them in English gists. */
export const MATTERS = {
  机构人员: 'bodies or persons',
  依据: 'legal basis',
  条件: 'condition',
  内容: 'matter',
}

/** The kind of matter that these words add to a text or leave out of it. */
export function matterOf(text: string): Matter {
  if (LAW.test(text) && contentOf(text.replace(LAW, '')).length <= BESIDE_LAW) return '依据'
  if (/^由?[^，。；的]{2,16}(?:部门|机关|机构|单位)$/.test(text)) return '机构人员'
  const named = (text.match(EACH_BODY) ?? []).join('').length
  if (named * 5 >= contentOf(text).length * 4) return '机构人员'
  if (/.{4}(?:的|时|期间|除外)[，）]?$/.test(text)) return '条件'
  if (named > 0 && named * 2 >= contentOf(text).length) return '机构人员'
  return CONDITION.test(text) || occasionsIn(text).length > 0 ? '条件' : '内容'
}

/** The names of the OCCASIONS that a text mentions. */
export function occasionsIn(text: string): string[] {
  return Object.entries(OCCASIONS).flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []))
}
