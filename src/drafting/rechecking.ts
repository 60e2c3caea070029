import { groupBy } from '../group.ts'
import { structureOf } from '../structure/structure.ts'
import type { Article } from '../types.ts'
import { faultsOf, inOrder } from './check-draft.ts'
import type { Check, Draft, DraftDocument, Fault } from './check-types.ts'
import { CHECKS } from './checks/checks.ts'
import { changeBetween, movedBy, shifted } from './editing/shifting.ts'
import { draftOf, unitsOfArticle } from './scene.ts'

/**
 * A draft that is checked again and again while it is written. Checks that look at one article alone run over the articles that have
 * changed; the others over the whole. What is found is what checkDraft finds.
 */
export interface Checked {
  draft: Draft
  faults: Fault[]
  /** What the checks of single articles found, by the article's words, address and what else they look at; places count from its start. */
  known: Map<string, Fault[]>
}

const ALONE: readonly Check[] = CHECKS.filter(({ alone }) => alone)
const WHOLE: readonly Check[] = CHECKS.filter(({ alone }) => !alone)
const ALONE_NAMES = new Set(ALONE.map(({ name }) => name))

/** The faults of the draft, with those of articles that stand as they did before taken from there. */
export function checkAgain(document: DraftDocument, place: string, before: Checked | null): Checked {
  const draft = draftOf(document, place)
  const known = new Map<string, Fault[]>()
  const byArticle = groupBy(draft.units, ({ article }) => article)
  const alone = [...byArticle].flatMap(([article, units]) => {
    const key = keyOf(article, draft)
    const faults = before?.known.get(key) ?? faultsAlone({ ...draft, units }, article)
    known.set(key, faults)
    return faults.map(fault => movedBy(fault, article.start))
  })
  return { draft, faults: inOrder([...faultsOf(draft, WHOLE), ...alone]), known }
}

function faultsAlone(draft: Draft, article: Article): Fault[] {
  const regulation = { ...draft.regulation, articles: [article] }
  return faultsOf({ ...draft, regulation }, ALONE).map(fault => movedBy(fault, -article.start))
}

function keyOf({ address, start, end }: Article, { source, regulation, ...draft }: Draft): string {
  const { name, genre, place, province } = draft
  const { metadata, title } = regulation
  return [address, source.text.slice(start, end), name, genre, place, province, metadata.title, title].join(
    '\n',
  )
}

/**
 * The faults of a text of which one article has changed since it was checked, as far as they can be known from that article: what else
 * was found stands until the whole is checked. Null where more has changed than the words of one article, as when a number is typed.
 */
export function checkArticle(text: string, { draft, faults }: Checked): Fault[] | null {
  const { source, regulation } = draft
  const { start, fromEnd, toEnd } = changeBetween(source.text, text)
  const { articles } = regulation
  const at = articles.findIndex(
    each => (each.paragraphs[0]?.start ?? each.end) <= start && fromEnd <= each.end,
  )
  const old = articles[at]
  if (!old) return null
  // The articles beside it show how the text is numbered.
  const from = (articles[at - 1] ?? old).start
  const next = articles[at + 1]
  const words = text.slice(from, (next?.end ?? old.end) + toEnd - fromEnd)
  const read = structureOf({ id: regulation.id, place: regulation.place, file: '', text: words })
  const article = read.articles.find(({ address }) => address === old.address)
  const isAlike =
    article &&
    article.start + from === old.start &&
    article.end + from === old.end + toEnd - fromEnd &&
    article.label === old.label
  if (!isAlike) return null
  const part = { ...draft, source: { text: words }, units: unitsOfArticle(article) }
  const own = faultsAlone(part, article).map(fault => movedBy(fault, article.start + from))
  const isOld = ({ rule, start: place }: Fault) =>
    ALONE_NAMES.has(rule) && old.start <= place && place < old.end
  return inOrder([
    ...shifted(
      faults.filter(fault => !isOld(fault)),
      source.text,
      text,
    ),
    ...own,
  ])
}
