import { type PackedSaid, unpackSaid } from '../../src/alignment/links/said.ts'
import type { PairCounts } from '../../src/diff/echo.ts'
import { groupBy } from '../../src/group.ts'
import type { Overview, Quality, RegulationSummary, SiteIndex, SitePenalties } from '../../src/site-types.ts'
import type { Said } from '../../src/statement-types.ts'
import { articleAddressOf, documentOf } from '../../src/structure/address.ts'
import { unpackIndex } from '../../src/tables/pack.ts'
import type { Family, FamilyMember, FamilyProvision, Match, Regulation } from '../../src/types.ts'
import { embedded, isSingleFile } from './embedded.ts'

/**
 * What the build wrote under `data/`, read when a view needs it and then kept. All functions fail with a `LoadError`.
 */
export class LoadError extends Error {
  constructor(readonly file: string) {
    super(`cannot load ${file}`)
  }
}

/** The index with what is looked up in it all the time. */
export interface Site extends SiteIndex {
  byId: Map<string, RegulationSummary>
  familyById: Map<string, Family>
  /** Families by the address of an article, with the member that stands in that article. */
  byArticle: Map<string, { family: Family; member: FamilyMember }[]>
}

export const dataUrl = (name: string): string => `data/${name}`

let base: string | undefined

/** For a worker: addresses of data begin at the page, not at the worker's own file. */
export function fetchFrom(page: string): void {
  base = page
}

const kept = new Map<string, Promise<unknown>>()

/** The first shard: documents and families. */
export const site = (): Promise<Site> =>
  keep('site', async () => siteOf(unpackIndex(await json('site/index.json'))))

export const regulation = (id: string): Promise<Regulation> => json(`site/regulations/${id}.json`)
export const regulations = (ids: string[]): Promise<Regulation[]> => Promise.all(ids.map(regulation))
export const source = (id: string): Promise<string> => text(`sources/${id}.txt`)
export const provisions = (): Promise<FamilyProvision[]> => json('site/provisions.json')
/** Who is punished how for what; null in data written before penalties were read. */
export const penalties = (): Promise<SitePenalties | null> =>
  optional(json<SitePenalties>('site/penalties.json'))
/** Words with counts, for `cutterOf`. */
export const lexicon = <Lexicon>(): Promise<Lexicon> => json('site/lexicon.json')
/** How often pairs of characters occur in the corpus, for `comparerOf`; null in data written before there were any. */
export const pairCounts = (): Promise<PairCounts | null> =>
  optional(json<PairCounts>('site/pair-counts.json'))
/** How alike the documents are, what is their own, which kinds of differences a family has; computed by the build. */
export const overview = (): Promise<Overview> => json('site/overview.json')
/** What `evaluate` measured on these very texts; null where it was never run on them. */
export const quality = (): Promise<Quality | null> => optional(json<Quality | null>('site/quality.json'))
/** What two documents say of each other; where no file tells it, nothing. */
export async function saidBetween(a: string, b: string): Promise<Said> {
  const { pairs } = await site()
  const inOrder = [
    [a, b],
    [b, a],
  ] as const
  const [first, second] = inOrder.find(pair => pairs.includes(pair.join('~'))) ?? []
  if (!first || !second) return () => []
  const packed = await optional(json<PackedSaid>(`site/said/${first}~${second}.json`))
  return packed ? unpackSaid(first, second, packed) : () => []
}

/** Matches of two documents, `a` before `b` in the manifest; null where the build did not compute this pair. */
export async function matches(a: string, b: string): Promise<Match[] | null> {
  const { pairs } = await site()
  const pair = [`${a}~${b}`, `${b}~${a}`].find(name => pairs.includes(name))
  return pair ? json<Match[]>(`site/matches/${pair}.json`) : null
}

/** Any file under `data/` as JSON. */
export const json = <Shape>(name: string): Promise<Shape> =>
  keep(name, async () => (await fetchFile(name)).json())

/** What the desk alone needs, the same for any corpus; not there while the page is worked on. */
export const deskFile = <Shape>(name: string): Promise<Shape> =>
  keep(`desk/${name}`, async () => (await fetchFile(name, 'desk')).json())

/** Any file under `data/` as text. */
const text = (name: string): Promise<string> => keep(name, async () => (await fetchFile(name)).text())

/** The same for a text that is read once and need not stay in memory. */
export const passingText = async (name: string): Promise<string> => (await fetchFile(name)).text()

/** Any file under `data/` as it is, for saving. */
export const dataFile = async (name: string): Promise<Blob> => (await fetchFile(name)).blob()

function keep<Value>(name: string, load: () => Promise<Value>): Promise<Value> {
  const known = kept.get(name) as Promise<Value> | undefined
  if (known) return known
  const promise = load()
  kept.set(name, promise)
  // A failure is not kept, so that trying again tries again.
  promise.catch(() => kept.delete(name))
  return promise
}

async function fetchFile(name: string, folder = 'data'): Promise<Response> {
  const own = embedded(folder === 'data' ? name : `${folder}/${name}`)
  if (own) return own
  if (isSingleFile()) throw new LoadError(name)
  const address = `${folder}/${name}`.split('/').map(encodeURIComponent).join('/')
  const response = await fetch(new URL(address, base ?? document.baseURI)).catch(() => null)
  if (!response?.ok) throw new LoadError(name)
  return response
}

/** What was asked for; null where its file cannot be loaded. */
export function optional<Value>(promise: Promise<Value>): Promise<Value | null> {
  return promise.catch(error => {
    if (error instanceof LoadError) return null
    throw error
  })
}

function siteOf(index: SiteIndex): Site {
  const byArticle: Site['byArticle'] = new Map()
  for (const family of index.families)
    for (const member of family.members) {
      const article = articleAddressOf(member.address)
      const list = byArticle.get(article)
      if (list) list.push({ family, member })
      else byArticle.set(article, [{ family, member }])
    }
  return {
    ...index,
    byId: new Map(index.regulations.map(regulation => [regulation.id, regulation])),
    familyById: new Map(index.families.map(family => [family.id, family])),
    byArticle,
  }
}

/** The members of a family that stand in one document. */
export function membersOf(family: Family, id: string): FamilyMember[] {
  return membersByDocument(family).get(id) ?? []
}

const byDocument = new WeakMap<Family, Map<string, FamilyMember[]>>()

/** The members of a family by the id of their document; kept, because with many documents it is asked for all the time. */
export function membersByDocument(family: Family): Map<string, FamilyMember[]> {
  const known = byDocument.get(family) ?? groupBy(family.members, member => documentOf(member.address))
  byDocument.set(family, known)
  return known
}
