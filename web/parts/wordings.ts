import { textsOf } from '../../src/diff/texts.ts'
import { groupBy } from '../../src/group.ts'
import { wordingGroups } from '../../src/insights/wordings.ts'
import { documentOf } from '../../src/structure/address.ts'
import type { Family } from '../../src/types.ts'
import { regulations, type Site } from './data.ts'

/** One wording of a family, with the documents that use it. */
export interface Wording {
  letter: string
  ids: string[]
  /** How much of its text it shares with the wording before it; 0 for the first. */
  likeness: number
}

/** From here on a wording is shown as a variant of the one before it. */
export const NEAR = 0.7

// One text of each wording must be read to put them in order; what is rarer than these is left out.
const SHOWN = 12

/** The most frequent wordings of a family in display order: the base's first, near-identical ones next to each other. */
export async function wordingsOf(data: Site, family: Family, base: string): Promise<Wording[]> {
  const first = family.members.find(({ address }) => documentOf(address) === base)?.wording
  const groups = [...groupBy(family.members, member => member.wording)]
    .sort(([a], [b]) => Number(b === first) - Number(a === first) || inLetterOrder(a, b))
    .slice(0, SHOWN)
  const examples = groups.map(([, members]) => members[0]!)
  const texts = await regulations([...new Set(examples.map(({ address }) => documentOf(address)))])
  const byExample = new Map(groups.map(([letter, members]) => [members[0]!.address, { letter, members }]))
  return wordingGroups({ ...family, members: examples }, textsOf(texts)).flatMap(({ members, likeness }) =>
    members.map((address, at) => {
      const { letter, members: all } = byExample.get(address)!
      const own = new Set(all.map(member => documentOf(member.address)))
      const ids = data.regulations.map(each => each.id).filter(id => own.has(id))
      return { letter, ids, likeness: at === 0 ? likeness : 1 }
    }),
  )
}

/** A before B before AA: the more common wording first, of equally common ones always the same. */
function inLetterOrder(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1)
}
