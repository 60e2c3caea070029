import { likeness } from '../diff/likeness.ts'
import { type Texts, textsOf } from '../diff/texts.ts'
import { memberKey } from '../diff/unit-text.ts'
import { groupBy } from '../group.ts'
import { letters } from '../text/numerals.ts'
import type { Family, Regulation } from '../types.ts'
import { NEAR_IDENTICAL_WORDING } from './thresholds.ts'

/** Members of a family that have the same content in the same words, names and style apart. */
export interface WordingGroup {
  members: string[]
  /** How much of its text it shares with the group before it in display order; 0 to 1, 0 for the first. */
  likeness: number
}

/**
 * The families with each member's wording filled in: A, B, … Z, AA, …, the most common first, of equally common ones by
 * their text, so that the letters do not depend on the order of the documents.
 */
export function withWordings(families: Family[], regulations: Regulation[]): Family[] {
  const texts = textsOf(regulations)
  return families.map(family => {
    const lettered = lettersOf(family, texts)
    return {
      ...family,
      members: family.members.map(member => ({
        ...member,
        wording: lettered.get(texts.content(memberKey(member)))!,
      })),
    }
  })
}

/** The letter of each content of a family. */
function lettersOf(family: Family, texts: Texts): Map<string, string> {
  const groups = [...groupBy(family.members, member => texts.content(memberKey(member)))]
  const ranked = groups.sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
  return new Map(ranked.map(([content], index) => [content, letters(index + 1)]))
}

/** The wordings of a family in the order to show them: the largest first, near-identical ones next to each other. */
export function wordingGroups(family: Family, texts: Texts): WordingGroup[] {
  const waiting = groupsOf(family, texts)
  const shown: (WordingGroup & { content: string })[] = []
  while (waiting.length > 0) {
    const last = shown.at(-1)
    const likenesses = waiting.map(group => (last ? likeness(last.content, group.content) : 0))
    const nearest = likenesses.indexOf(Math.max(...likenesses))
    const next = likenesses[nearest]! >= NEAR_IDENTICAL_WORDING ? nearest : 0
    shown.push({ ...waiting[next]!, likeness: likenesses[next]! })
    waiting.splice(next, 1)
  }
  return shown.map(({ members, likeness }) => ({ members, likeness }))
}

/** By size, then by the first member's place in the family. */
function groupsOf({ members }: Family, texts: Texts): { members: string[]; content: string }[] {
  return [...groupBy(members, member => texts.content(memberKey(member)))]
    .map(([content, alike]) => ({ members: alike.map(({ address }) => address), content }))
    .sort((a, b) => b.members.length - a.members.length)
}
