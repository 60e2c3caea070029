import type { RegulationSummary } from '../../src/site-types.ts'
import { articleAddressOf } from '../../src/structure/address.ts'
import type { Family } from '../../src/types.ts'
import { membersByDocument, membersOf, type Site } from './data.ts'

/** How a document answers a family: a whole article, a part of one, or not at all. */
export type Presence = 'whole' | 'part' | 'none'

export function presenceOf(family: Family, id: string): Presence {
  const members = membersOf(family, id)
  if (members.length === 0) return 'none'
  return members.some(member => articleAddressOf(member.address) === member.address) ? 'whole' : 'part'
}

/** Ids of the documents that answer a family, in the order of the manifest. */
export function documentsOf(family: Family, site: Site): string[] {
  const present = membersByDocument(family)
  return site.regulations.map(regulation => regulation.id).filter(id => present.has(id))
}

/** How many documents answer a family. */
export function documentCount(family: Family): number {
  return membersByDocument(family).size
}

/** Whether one document alone answers a family: it says something where there are others, and some of them are whole. */
export function isOnlyInOne(family: Family, { regulations }: Pick<Site, 'regulations'>): boolean {
  const present = membersByDocument(family)
  return present.size === 1 && regulations.some(({ id, complete }) => complete !== false && !present.has(id))
}

/** In how many wordings they do. */
export function wordingCount(family: Family): number {
  return new Set(family.members.map(member => member.wording)).size
}

export interface ChapterGroup {
  /** The base's chapter; null for families that the base does not have, or where it has no chapters. */
  chapter: { address: string; label: string; heading: string } | null
  families: Family[]
}

/** Families under the chapters of a base document, in the order of its articles; what it lacks comes last. */
export function byChapter(site: Site, base: RegulationSummary): ChapterGroup[] {
  const places = new Map(base.articles.map((article, index) => [article.address, index]))
  const placed = site.families
    .map(family => ({ family, at: firstPlace(family, base.id, places) }))
    .sort((a, b) => a.at - b.at)
  const groups = new Map<string, ChapterGroup>()
  for (const { family, at } of placed) {
    const chapter = at === Infinity ? null : chapterOf(base, base.articles[at]!.division)
    const key = at === Infinity ? 'none' : (chapter?.address ?? 'whole')
    const group = groups.get(key) ?? { chapter, families: [] }
    group.families.push(family)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** The chapter (not section) that a division belongs to; a division without chapter stands for itself. */
export function chapterOf(regulation: RegulationSummary, division: string | null): ChapterGroup['chapter'] {
  let current = regulation.divisions.find(candidate => candidate.address === division)
  while (current && current.kind !== 'chapter' && current.parent) {
    const parent = current.parent
    current = regulation.divisions.find(candidate => candidate.address === parent)
  }
  return current ? { address: current.address, label: current.label, heading: current.heading } : null
}

/**
 * How far the answers to a family are apart: 0 all word for word the same, 1 all different or missing elsewhere. What a text that is
 * cut off does not say is not missing.
 */
export function spreadOf(family: Family, site: Site): number {
  const present = membersByDocument(family)
  const total = site.regulations.filter(({ id, complete }) => complete !== false || present.has(id)).length
  const silent = total - present.size
  return total <= 1 ? 0 : (wordingCount(family) - 1 + silent) / (family.members.length + total)
}

function firstPlace(family: Family, id: string, places: Map<string, number>): number {
  const found = membersOf(family, id).map(member => places.get(articleAddressOf(member.address)) ?? Infinity)
  return Math.min(Infinity, ...found)
}
