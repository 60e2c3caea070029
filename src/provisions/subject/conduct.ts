import { itself, type Own, ofTopic, type Setting } from './setting.ts'

// What is fined: the act between 违反…规定， and the sanction, or the last …的，; looked for back through the sentences.
// 逾期不改正的 only when no act is named anywhere.
export function conduct(setting: Setting): Own {
  const sentences = `${setting.earlier}${setting.ahead}`.split(/[。；]/).reverse()
  const act = conductOf(sentences)
  if (act) return itself(act)
  const above = [sentences[0]!, ...sentences, setting.lead].map(
    text => /(?:违反|有)[^，。；]*?(?:规定|行为|情形)/.exec(text)?.[0],
  )
  const rule = above.find(found => found !== undefined)
  return rule ? itself(rule) : ofTopic('')
}

/** The act that is fined, looked for in the sentences before the sum, the nearest first; null where none names one. */
function conductOf(sentences: string[]): string | null {
  const act = sentences.map(sentence => conductIn(sentence.split('，'))).find(found => found !== null)
  return act ? withoutLaw(act) : null
}

function conductIn(clauses: string[]): string | null {
  const law = clauses.findLastIndex(clause => /^(?:第[^条]{1,6}条)?.{0,30}违反.*规定$/.test(clause))
  const rest = clauses.slice(law + 1)
  const sanction = rest.findIndex(clause => SANCTION.test(clause))
  const later =
    sanction < 0
      ? undefined
      : rest.slice(sanction).findLast(clause => /的$/.test(clause) && !SANCTION.test(clause))
  if (later) return later
  if (law < 0) return clauses.findLast(clause => /的$/.test(clause) && !SANCTION.test(clause)) ?? null
  return rest.slice(0, sanction < 0 ? rest.length - 1 : sanction).join('，') || null
}

const SANCTION =
  /^(?:逾期|拒不|拒绝|没有[^，]{1,8}的$|情节|造成损失|造成严重|警告|经.{0,6}劝|不听|不改|仍|尚未|属|依法|对(?:单位|个人|其|当事人|违法)|由|责令|处|给予|可以|并|按|从逾期|公共场所管理)|^(?:第[^条]{1,6}条)?(?:违反|有).{0,40}(?:规定|行为)(?:之一)?的$/

function withoutLaw(act: string): string {
  return act
    .replace(/^（.*?）|^(?:对|并|或者?)|^(?:第[^条]{1,6}条)?违反[^，]*?规定(?=[^的，]{4})/g, '')
    .replace(/的$/, '')
}
