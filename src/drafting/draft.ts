import { questionsOf, sizeOf } from '../insights/unusual-numbers.ts'
import { documentOf } from '../structure/address.ts'
import type { Family, FamilyProvision } from '../types.ts'

/** A draft beside the documents of a corpus: what it has, what it lacks, and which of its numbers are unusual. */
export interface DraftReport {
  /** Subjects that the draft and others have, with the draft's units and how many others have them. */
  covered: DraftSubject[]
  /** Subjects that others have and the draft lacks, those of most documents first. */
  missing: DraftSubject[]
  /** Subjects that only the draft has. */
  own: DraftSubject[]
  /** Numbers outside the range of the others' on the same question. */
  unusual: UnusualNumber[]
}

export interface DraftSubject {
  family: Family
  /** The draft's units; empty where it has none. */
  units: string[]
  /** Ids of the other documents that have it. */
  others: string[]
}

export interface UnusualNumber {
  provision: FamilyProvision
  others: FamilyProvision[]
  /** Smallest and largest of the others' numbers (times a year for frequencies). */
  range: [number, number]
}

/** Compares the document `draft` with all others of an analysis; `provisions` are those of all documents. */
export function draftReport(draft: string, families: Family[], provisions: FamilyProvision[]): DraftReport {
  const subjects = families.map(family => subjectOf(draft, family))
  const both = subjects.filter(({ units, others }) => units.length > 0 && others.length > 0)
  const lacking = subjects.filter(({ units }) => units.length === 0)
  return {
    covered: both,
    missing: lacking.toSorted((x, y) => y.others.length - x.others.length),
    own: subjects.filter(({ others }) => others.length === 0),
    unusual: questionsOf(provisions).flatMap(question => unusualIn(draft, question)),
  }
}

function subjectOf(draft: string, family: Family): DraftSubject {
  const documents = new Set(family.members.map(({ address }) => documentOf(address)))
  return {
    family,
    units: family.members.map(({ address }) => address).filter(address => documentOf(address) === draft),
    others: [...documents].filter(id => id !== draft),
  }
}

function unusualIn(draft: string, question: FamilyProvision[]): UnusualNumber[] {
  const others = question.filter(({ address }) => documentOf(address) !== draft)
  const mine = question.filter(({ address }) => documentOf(address) === draft)
  if (others.length === 0) return []
  const sizes = others.map(provision => sizeOf(provision)!)
  const range: [number, number] = [Math.min(...sizes), Math.max(...sizes)]
  const outside = (provision: FamilyProvision) =>
    sizeOf(provision)! < range[0] || sizeOf(provision)! > range[1]
  return mine.filter(outside).map(provision => ({ provision, others, range }))
}
