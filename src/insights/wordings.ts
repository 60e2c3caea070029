import { likeness } from '../diff/likeness.ts'
import { type Texts, textsOf } from '../diff/texts.ts'
import { letters } from '../text/numerals.ts'
import type { Family, Regulation } from '../types.ts'
import { NEAR_IDENTICAL_WORDING } from './thresholds.ts'

/** Members of a family that have the same content in the same words, names and style apart. */
export interface WordingGroup {
  /** A, B, … Z, AA, …: by size, then by the first member's place in the family. */
  wording: string
  members: string[]
  /** How much of its text it shares with the group before it in display order; 0 to 1, 0 for the first. */
  likeness: number
}

/** The families with each member's wording filled in. */
export function withWordings(families: Family[], regulations: Regulation[]): Family[] {
  const texts = textsOf(regulations)
  return families.map(family => {
    const letters = new Map(
      groupsOf(family, texts).flatMap(({ wording, members }) => members.map(address => [address, wording])),
    )
    return {
      ...family,
      members: family.members.map(member => ({ ...member, wording: letters.get(member.address) ?? '' })),
    }
  })
}

/** The wordings of a family in the order to show them: the largest first, near-identical ones next to each other. */
export function wordingGroups(family: Family, texts: Texts): WordingGroup[] {
  const waiting = groupsOf(family, texts)
  const shown: WordingGroup[] = []
  while (waiting.length > 0) {
    const last = shown.at(-1)
    const likenesses = waiting.map(group =>
      last ? likeness(groupContent(last, texts), groupContent(group, texts)) : 0,
    )
    const nearest = likenesses.indexOf(Math.max(...likenesses))
    const next = likenesses[nearest]! >= NEAR_IDENTICAL_WORDING ? nearest : 0
    shown.push({ ...waiting[next]!, likeness: likenesses[next]! })
    waiting.splice(next, 1)
  }
  return shown
}

function groupsOf(family: Family, texts: Texts): WordingGroup[] {
  const groups = new Map<string, string[]>()
  for (const { address } of family.members) {
    const key = texts.content(address)
    groups.set(key, [...(groups.get(key) ?? []), address])
  }
  return [...groups.values()]
    .sort((a, b) => b.length - a.length)
    .map((members, index) => ({ wording: letters(index + 1), members, likeness: 0 }))
}

function groupContent(group: WordingGroup, texts: Texts): string {
  return texts.content(group.members[0]!)
}
