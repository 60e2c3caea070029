import { unitTextOf } from '../../src/diff/unit-text.ts'
import { type MentionPlace, type PackedMentions, unpackMentions } from '../../src/tables/pack.ts'
import { rangeOf } from '../../src/text/passage.ts'
import type { Family, Passage, Regulation } from '../../src/types.ts'
import { shownPassage } from '../reader/script.ts'
import { json, optional, type Site, site } from './data.ts'

/** By family, by document without a counterpart: where it nonetheless speaks of the matter. */
export type Mentions = ReadonlyMap<string, ReadonlyMap<string, MentionPlace>>

/** All mentions; none in data written before there were any. */
export async function mentions(): Promise<Mentions> {
  const [{ regulations }, packed] = await Promise.all([
    site(),
    optional(json<PackedMentions>('site/mentions.json')),
  ])
  if (!packed) return new Map()
  const mentions =
    unpacked.get(packed) ??
    unpackMentions(
      packed,
      regulations.map(({ id }) => id),
    )
  unpacked.set(packed, mentions)
  return mentions
}

const unpacked = new WeakMap<PackedMentions, Mentions>()

/** Documents that mention a family, in the order of the manifest. */
export function mentioning(all: Mentions, family: Family, { regulations }: Site): string[] {
  const places = all.get(family.id)
  return places ? regulations.map(({ id }) => id).filter(id => places.has(id)) : []
}

/** The words of a mention in the reader's script; in the document's own one where its source is given. */
export function quoteOf(text: Regulation, place: MentionPlace, source: string | null): string {
  return wordsOf(text, place, passage => shownPassage(passage, source))
}

/** The words of a mention as they are in all tables: clean, whatever the reader's script. */
export function cleanQuoteOf(text: Regulation, place: MentionPlace): string {
  return wordsOf(text, place, passage => passage.text)
}

function wordsOf(text: Regulation, { address, span }: MentionPlace, read: (of: Passage) => string): string {
  const passage = unitTextOf(text, address).parts.find(part => part.address === address)?.passage
  if (!passage) return ''
  const { from, to } = rangeOf(passage, span)
  return read(passage).slice(from, to)
}
