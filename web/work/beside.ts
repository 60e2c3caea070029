import { memberKey, memberTextOf } from '../../src/diff/unit-text.ts'
import { type Asked, asking } from '../../src/drafting/asking.ts'
import type { Draft, DraftDocument } from '../../src/drafting/check-types.ts'
import { besidePeers, type Corpus, wantedOf } from '../../src/drafting/draft.ts'
import { adopted, targetOf } from '../../src/drafting/editing/adopt.ts'
import { type Composed, compose } from '../../src/drafting/editing/compose.ts'
import { type Outline, outlineOf } from '../../src/drafting/editing/outline.ts'
import { draftOf } from '../../src/drafting/scene.ts'
import { groupBy } from '../../src/group.ts'
import { threeColumnsDocx } from '../../src/official/three-columns.ts'
import { statementsOf } from '../../src/statements/statements.ts'
import { articleAddressOf, documentOf } from '../../src/structure/address.ts'
import { labelOf, lookupOf } from '../../src/tables/lookup.ts'
import { cutterOf, type PackedLexicon, unpackLexicon } from '../../src/text/words.ts'
import type { Cut, Regulation } from '../../src/types.ts'
import { cutter } from '../parts/columns.ts'
import { deskFile, provisions, regulations, site } from '../parts/data.ts'
import type { Clauses, CoveredSoFar, DeskJobs } from './desk-types.ts'
import { readDraft } from './drafting.ts'
import { pause } from './pause.ts'

/** What the desk has done beside the page with the documents of the corpus at hand. */

interface Loaded extends Corpus {
  regulations: Regulation[]
  cut: Cut
}

let loading: Promise<Loaded> | undefined

/** Everything of the corpus that a draft is put beside; kept. */
function loaded(): Promise<Loaded> {
  loading ??= load()
  loading.catch(() => {
    loading = undefined
  })
  return loading
}

async function load(): Promise<Loaded> {
  const data = await site()
  const ids = data.regulations.map(({ id }) => id)
  const [texts, numbers, cut] = await Promise.all([regulations(ids), provisions(), wholeCutter()])
  const byDocument = groupBy(numbers, ({ address }) => documentOf(address))
  const peers: DraftDocument[] = []
  for (const regulation of texts) {
    const own = byDocument.get(regulation.id) ?? []
    peers.push({ source: { text: '' }, regulation, statements: statementsOf(regulation), provisions: own })
    await pause()
  }
  return { regulations: texts, peers, families: data.families, provisions: numbers, cut: remembered(cut) }
}

/** The same cutter, which cuts the peers' statements once and not with every draft that is put beside them. */
function remembered(cut: Cut): Cut {
  const known = new Map<string, string[]>()
  return text => {
    const words = known.get(text) ?? cut(text)
    if (known.size < MOST_REMEMBERED) known.set(text, words)
    return words
  }
}
const MOST_REMEMBERED = 100_000

/** A cutter over the whole dictionary; over the corpus' words where the site has no more. */
async function wholeCutter(): Promise<Cut> {
  try {
    return cutterOf(unpackLexicon(await deskFile<PackedLexicon>('words.json')))
  } catch {
    return cutter()
  }
}

export async function prepare(): Promise<{ documents: number }> {
  const corpus = await loaded()
  // In a page without a worker this would hold up the reader.
  if (typeof document === 'undefined') {
    const [first] = corpus.peers
    if (first) for (const _ of asking(corpus.peers, asDraft(first), corpus.cut, new Set())) await pause()
  }
  return { documents: corpus.regulations.length }
}

/** Some of a document of the corpus in the place of a draft. */
function asDraft({ source, regulation, statements }: DraftDocument): DraftDocument {
  const id = 'draft'
  const some = statements.slice(0, 12).map(each => ({ ...each, id: `${id}${each.id}` }))
  return { source, regulation: { ...regulation, id }, statements: some, provisions: [] }
}

// The last draft that was put beside the peers: another choice of peers asks for nothing anew.
let last: { text: string; place: string; draft: Draft; asked: Asked } | null = null

export async function cover(
  { text, place, peers: wanted }: DeskJobs['cover']['input'],
  told: (so: CoveredSoFar) => void,
  signal: AbortSignal,
): Promise<CoveredSoFar> {
  const corpus = await loaded()
  if (last?.text !== text || last.place !== place) {
    const draft = draftOf(readDraft(text, place), place)
    const steps = asking(corpus.peers, draft, corpus.cut, wantedOf(corpus))
    for (;;) {
      await pause()
      if (signal.aborted) throw new Error('no longer wanted')
      const step = steps.next()
      if (step.done) {
        last = { text, place, draft, asked: step.value }
        break
      }
      told({ share: step.value })
    }
  }
  const { draft, asked } = last
  const some = chosen(corpus, wanted)
  const peers = some.peers.map(({ regulation }) => regulation.id)
  return { text, peers, ...besidePeers(draft, some, asked), own: ownArticles(draft, asked, new Set(peers)) }
}

/** Articles of which none of these peers says any statement. */
function ownArticles(
  { regulation, statements }: DraftDocument,
  { ofDraft }: Asked,
  peers: Set<string>,
): string[] {
  const byArticle = groupBy(statements, ({ address }) => articleAddressOf(address))
  const isOwn = ({ id }: { id: string }) =>
    [...(ofDraft.get(id) ?? [])].every(([peer, { said }]) => said === 'no' || !peers.has(peer))
  return regulation.articles.flatMap(({ address }) => {
    const own = byArticle.get(address) ?? []
    return own.length > 0 && own.every(isOwn) ? [address] : []
  })
}

/** The corpus with some of its documents alone. */
function chosen(corpus: Corpus, wanted: string[] | null): Corpus {
  if (wanted === null) return corpus
  const ids = new Set(wanted)
  const isChosen = ({ address }: { address: string }) => ids.has(documentOf(address))
  return {
    peers: corpus.peers.filter(({ regulation }) => ids.has(regulation.id)),
    families: corpus.families.map(family => ({ ...family, members: family.members.filter(isChosen) })),
    provisions: corpus.provisions.filter(isChosen),
  }
}

export async function clauses({ topic, place, province }: DeskJobs['clauses']['input']): Promise<Clauses> {
  const { regulations: texts, families } = await loaded()
  const family = families.find(({ id }) => id === topic)
  if (!family) return { topic, groups: [] }
  const byId = new Map(texts.map(regulation => [regulation.id, regulation]))
  const lookup = lookupOf(texts)
  const target = targetOf(place, province)
  const members = [...groupBy(family.members, ({ address }) => documentOf(address))].map(([id, own]) => ({
    regulation: byId.get(id)!,
    letter: own.map(({ wording }) => wording).join('+'),
    addresses: own.map(({ address }) => address),
    text: own.map(member => memberTextOf(byId.get(id)!, memberKey(member)).text).join('\n'),
  }))
  const groups = [...groupBy(members, ({ letter }) => letter)].sort((a, b) => b[1].length - a[1].length)
  return {
    topic,
    groups: groups.map(([letter, alike]) => {
      const { text, regulation } = alike[0]!
      const places = alike.map(({ addresses: [address], regulation: { place: own } }) => ({
        address: address!,
        label: labelOf(lookup, address!),
        place: own,
      }))
      return { letter, places, text, adopted: adopted(text, regulation, target) }
    }),
  }
}

export async function outline({ base }: DeskJobs['outline']['input']): Promise<Outline> {
  const { regulations: texts, families } = await loaded()
  return outlineOf(texts, families, base)
}

export async function composed({
  title,
  place,
  province,
  topics,
  base,
}: DeskJobs['compose']['input']): Promise<Composed> {
  const { regulations: texts, families } = await loaded()
  return compose({ title, target: targetOf(place, province), topics: new Set(topics), base }, families, texts)
}

export async function threeColumns(asked: DeskJobs['threeColumns']['input']): Promise<Uint8Array> {
  const { peers, cut } = await loaded()
  const draft = readDraft(asked.text, asked.place)
  const known = last?.text === asked.text ? last.asked : null
  return threeColumnsDocx({ ...asked, draft, peers, cut, asked: known })
}
