import { lastClause } from '../place.ts'
import { behindOtherBound, nounPhrase } from './noun-phrase.ts'
import { itself, type Own, ofTopic, type Setting } from './setting.ts'

/** 预算外追加资金超过100万元; 500万元以上的国有资产处置事项; 50万元以上的，须… goes on about the same money. */
export function money(setting: Setting): Own {
  const clause = lastClause(setting.before)
  const before = nounPhrase(
    behindOtherBound(clause)
      .replace(EACH, '')
      .replace(/^.*(?:审议|审批|审定|涉及|审核|讨论|、)/, ''),
  )
  if (before.length >= 2)
    return /^(?:资金|金额|数额|总额|单笔|额度|投资)$/.test(before) ? ofTopic(before) : itself(before)
  const after = /^的(?!由|须|经|应|报|可|需)([^，。；的由报经须应]{2,20})/.exec(setting.after)?.[1]
  if (after) return itself(after.replace(/(?:事项|项目)$/, '') || after)
  return setting.previous ? itself(setting.previous) : ofTopic('')
}
const EACH = /(?<=..)(?:为|按)?(?:每[人天日次户餐月年])+$/
