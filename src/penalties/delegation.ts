import type { Statement } from '../statement-types.ts'
import { articleAddressOf, holds } from '../structure/address.ts'

/** Who punishes where the sanction itself does not say it: 前款规定的行政处罚，由街道办事处实施. */
export interface Delegation {
  authority: string
  /** Address of the article, or id of the document, within which it counts. */
  within: string[]
}

/** The delegations of a document, in the order of its text. */
export function delegationsIn(statements: Statement[]): Delegation[] {
  return statements.flatMap(({ text, address, cites, regulation }) => {
    const [, what, authority] = DELEGATES.exec(text) ?? []
    if (!authority) return []
    const cited = cites.filter(unit => unit !== articleAddressOf(address))
    const within = NEARBY.test(what!) ? [articleAddressOf(address)] : cited.length > 0 ? cited : [regulation]
    return [{ authority, within }]
  })
}
const DELEGATES =
  /^([^。；]{2,60}?规定的?(?:行政)?(?:处罚|罚款)(?:事项)?)，?(?:可以)?(?:委托|由)([^，。；]{2,40}?)(?:依法|负责|按照[^，。；]{2,20}|具体)*(?:实施|执行|决定|作出|行使)/
const NEARBY = /^(?:前[一二两三]?[条款]|本条|上述)/

/** Who punishes at an address by what the document says elsewhere; the narrowest counts, null where nothing does. */
export function delegateFor(address: string, delegations: Delegation[]): string | null {
  const found = delegations.filter(({ within }) => within.some(unit => holds(unit, address)))
  return found.sort((a, b) => longest(b) - longest(a))[0]?.authority ?? null
}

function longest({ within }: Delegation): number {
  return Math.max(...within.map(unit => unit.length))
}
