/**
 * Who decides above or below a sum, in the document's words: after the threshold (由…审定, 报…批准, 提请…审议), else who is named
 * at the head of the paragraph that lists what comes before them (市人民政府常务会议…审议). Null where nobody is named.
 */
export function actorOf(before: string, after: string, lead: string): string | null {
  return named(after) ?? leading(before) ?? leading(lead)
}

const DECIDES =
  '(?:专题)?(?:审定|审批|审议|审核|批准|研究决定|讨论决定|决定|签批|审签|核准|审查|研究|处以?|给予|予以|责令)'
const AFTER = new RegExp(`(?:由|报经?|须?先?经|提请|提交|报请)([^，。；]{2,24}?)${DECIDES}`)

function named(after: string): string | null {
  const clauses = after.split(/[，；。]/).slice(0, 3)
  // The one who decides at last comes after the one who is asked first: 经研究后，提请常务会议审定.
  const names = clauses.map(clause => AFTER.exec(clause)?.[1]).filter(name => name !== undefined)
  const name = names[0]
  return name ? name.replace(/^(?:所在地?|本级)?/, '') : null
}

function leading(text: string): string | null {
  return (
    /([\u4e00-\u9fff]{0,12}(?:常务会议|全体会议|党组会议|办公会议|专题会议|办公会|常委会))/.exec(text)?.[1] ??
    null
  )
}
