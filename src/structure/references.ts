import { CHINESE_NUMERAL, parseNumeral } from '../text/numerals.ts'
import { spanOf } from '../text/passage.ts'
import type { Article, Division, Item, Paragraph, Passage, Problem, Reference } from '../types.ts'

/**
 * References inside the text: 第X条第X款第（X）项, 前款, 本条, 本规则第X章, and names of laws 《…》 with their numbers.
 * The mainland counts 条款项目 (立法法 61); Taiwan 條項款目 (中央法規標準法 8), where 項 is the unnumbered
 * paragraph and 款 the numbered 一、: which of the two a text follows is read off its own lists.
 */
export function referencesOf(
  articles: Article[],
  divisions: Division[],
): { references: Reference[]; problems: Problem[] } {
  const context = contextOf(articles, divisions)
  const places = articles.flatMap((article, index) => placesIn(article, index))
  const references = places.flatMap(place => [...internalIn(place, context), ...lawsIn(place)])
  return { references, problems: references.filter(isDangling).map(danglingProblem) }
}

interface Context {
  articles: Article[]
  byNumber: Map<string, Article>
  divisions: Division[]
  taiwan: boolean
}

/** One passage with where it stands. */
interface Place {
  address: string
  passage: Passage
  article: number
  paragraph: number
  item: number | null
}

function contextOf(articles: Article[], divisions: Division[]): Context {
  const items = articles.flatMap(article => article.paragraphs).flatMap(paragraph => paragraph.items)
  const commas = items.filter(item => item.label.endsWith('、')).length
  const worded = articles.some(article => article.label.startsWith('第'))
  return {
    articles,
    byNumber: new Map(articles.map(article => [article.number, article])),
    divisions,
    taiwan: worded && commas * 2 > items.length && !items.some(item => item.label.startsWith('（')),
  }
}

function placesIn(article: Article, index: number): Place[] {
  return article.paragraphs.flatMap((paragraph, paragraphIndex) => {
    const here = { article: index, paragraph: paragraphIndex, item: null }
    return [
      { address: paragraph.address, passage: paragraph.passage, ...here },
      ...paragraph.items.flatMap((item, itemIndex) =>
        [item, ...item.subitems].map(({ address, passage }) => ({
          address,
          passage,
          ...here,
          item: itemIndex,
        })),
      ),
    ]
  })
}

const N = `[${CHINESE_NUMERAL}\\d]{1,7}`
const PARTS = `(?:第（?${N}）?[款项目]|（${N}）项)`
const OWN = '本(?:规则|条例|办法|规定|细则|规程|章程|法|制度|守则|准则|决定|意见|公约|规范|通则)'
const ARTICLE = `第${N}(?:[—-]\\d{1,3})?条(?:之${N})?`
const INTERNAL = new RegExp(
  [
    `(?:${OWN})?(?<article>${ARTICLE})(?<tail>(?:${PARTS}){0,3})(?:(?:至|到)(?<until>${ARTICLE}))?`,
    `(?:${OWN})(?<division>第${N}[编章节])`,
    `(?<here>[本前上](?:${N})?[条款项])(?<rest>(?:${PARTS}){0,3})(?!目标|目建|目资)`,
    `(?<parts>(?:${PARTS}){1,3})`,
  ].join('|'),
  'g',
)

// A law's name before 第X条 makes it that law's article: 《…法》第三条, 宪法第十条, 该条例第五条.
const FOREIGN = /(?:》|[法例则定程](?:〔[^〕]{1,12}〕\d{1,5}号)?|号）|[该同]法|解释)$/

function internalIn(place: Place, context: Context): Reference[] {
  const { text } = place.passage
  const found: Reference[] = []
  let foreignUntil = -1
  for (const match of text.matchAll(INTERNAL)) {
    const from = match.index
    const own = new RegExp(`^${OWN}`).test(match[0])
    // 《…法》第三条、第五条: the law's name carries on over the list.
    const carried = from - foreignUntil <= 1 && foreignUntil >= 0
    if (!own && (carried || FOREIGN.test(text.slice(Math.max(0, from - 24), from)))) {
      foreignUntil = from + match[0].length
      continue
    }
    if (insideQuotes(text, from)) continue
    const to = resolve(match.groups!, place, context)
    if (to === null) continue
    const span = spanOf(place.passage, { from, to: from + match[0].length })
    found.push({ from: place.address, text: match[0], kind: 'internal', to, ...span })
  }
  return found
}

function insideQuotes(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 200), at)
  return (
    Math.max(before.lastIndexOf('“'), before.lastIndexOf('《')) >
    Math.max(before.lastIndexOf('”'), before.lastIndexOf('》'))
  )
}

/** Addresses meant; empty when nothing answers; null when the words are no reference after all. */
function resolve(
  groups: Record<string, string | undefined>,
  place: Place,
  context: Context,
): string[] | null {
  if (groups.article) return resolveArticle(groups.article, groups.tail ?? '', groups.until, context)
  if (groups.division) return resolveDivision(groups.division, context)
  if (groups.here) return resolveHere(groups.here, groups.rest ?? '', place, context)
  return resolveParts(groups.parts ?? '', place, context)
}

function resolveArticle(label: string, tail: string, until: string | undefined, context: Context): string[] {
  const article = context.byNumber.get(articleNumber(label))
  if (!article) return []
  if (!until) return descend(article, tail, context)
  const last = context.byNumber.get(articleNumber(until))
  if (!last) return []
  const [from, to] = [context.articles.indexOf(article), context.articles.indexOf(last)]
  return context.articles.slice(from, to + 1).map(each => each.address)
}

/** 第十条之一, 第10-1条 → 10-1. */
function articleNumber(label: string): string {
  const match = new RegExp(`^第(${N})(?:[—-](\\d{1,3}))?条(?:之(${N}))?$`).exec(label)
  const inserted = match?.[2] ?? (match?.[3] ? String(parseNumeral(match[3])) : '')
  return `${parseNumeral(match?.[1] ?? '')}${inserted ? `-${inserted}` : ''}`
}

function resolveDivision(label: string, { divisions }: Context): string[] {
  const kind = { 编: 'part', 章: 'chapter', 节: 'section' }[label.at(-1)!]
  const number = parseNumeral(label.slice(1, -1))
  return divisions.filter(each => each.kind === kind && each.number === number).map(each => each.address)
}

/** 本条第二款, 前款, 前两条, 前项: counted from where the words stand. */
function resolveHere(words: string, rest: string, place: Place, context: Context): string[] | null {
  const back = words[0] === '本' ? 0 : 1
  const count = parseNumeral(words.slice(1, -1)) ?? 1
  const level = levelOf(words.at(-1)!, context)
  if (words.length > 2 && back === 0) return null
  if (level === 'article')
    return severalBack(context.articles, place.article, back, count, each => descend(each, rest, context))
  const article = context.articles[place.article]!
  if (level === 'paragraph')
    return severalBack(article.paragraphs, place.paragraph, back, count, each =>
      within(each, partsOf(rest), context),
    )
  if (back === 0) return null // 本项目, 本项: too often no reference
  const items = article.paragraphs[place.paragraph]!.items
  if (place.item === null) return words === '前项' || words === '上项' ? null : []
  return severalBack(items, place.item, back, count, each => [each.address])
}

function severalBack<T>(
  units: T[],
  here: number,
  back: number,
  count: number,
  meant: (unit: T) => string[],
): string[] {
  if (back === 0) return meant(units[here]!)
  const from = here - count
  return from < 0 ? [] : units.slice(from, here).flatMap(meant)
}

/** Bare 第二款, 第（三）项: of this article, of this paragraph. */
function resolveParts(parts: string, place: Place, context: Context): string[] {
  const article = context.articles[place.article]!
  const steps = partsOf(parts)
  if (levelOf(steps[0]!.level, context) === 'paragraph') return descend(article, parts, context)
  const here = within(article.paragraphs[place.paragraph]!, steps, context)
  return here.length > 0 ? here : descend(article, parts, context)
}

interface Step {
  number: number | null
  level: string
}

function partsOf(parts: string): Step[] {
  return [...parts.matchAll(new RegExp(`(?:第（?|（)(${N})）?([款项目])`, 'g'))].map(match => ({
    number: parseNumeral(match[1]!),
    level: match[2]!,
  }))
}

function levelOf(word: string, { taiwan }: Context): 'article' | 'paragraph' | 'item' | 'subitem' {
  if (word === '条') return 'article'
  if (word === '目') return 'subitem'
  return (word === '款') === taiwan ? 'item' : 'paragraph'
}

/** An article's unit: 第二款第（三）项 of it; 第（三）项 alone is looked for in its only list. */
function descend(article: Article, tail: string, context: Context): string[] {
  const steps = partsOf(tail)
  if (steps.length === 0) return [article.address]
  if (levelOf(steps[0]!.level, context) === 'paragraph') {
    const paragraph = article.paragraphs[(steps[0]!.number ?? 0) - 1]
    return paragraph ? within(paragraph, steps.slice(1), context) : []
  }
  const listed = article.paragraphs.filter(paragraph => paragraph.items.length > 0)
  return listed.flatMap(paragraph => within(paragraph, steps, context)).slice(0, 1)
}

function within(paragraph: Paragraph, steps: Step[], context: Context): string[] {
  if (steps.length === 0) return [paragraph.address]
  const item = numbered(paragraph.items, steps[0]!)
  if (!item || levelOf(steps[0]!.level, context) !== 'item') return []
  if (steps.length === 1) return [item.address]
  const sub = numbered((item as Item).subitems, steps[1]!)
  return sub ? [sub.address] : []
}

function numbered<T extends { number: string }>(units: T[], { number }: Step): T | undefined {
  return units.find(unit => unit.number === String(number))
}

const LAW = /《([^《》]{2,60}(?:〈[^〉]{1,40}〉[^《》]{0,20})?)》(?:[（(]([^（）()]{2,30}号)[）)])?/g
const LAW_TITLE =
  /(?:宪法|法|条例|规定|办法|规则|细则|规程|章程|准则|决定|意见|通知|纲要|规范|标准|制度|方案|规划|决议|通则|守则|公约|若干规定|暂行规定)(?:（[^（）]{1,12}）)?$/

function lawsIn(place: Place): Reference[] {
  return [...place.passage.text.matchAll(LAW)].flatMap(match => {
    const title = match[1]!
    if (!LAW_TITLE.test(title) && !match[2]) return []
    const span = spanOf(place.passage, { from: match.index, to: match.index + match[0].length })
    const law = { title, document_number: match[2] ?? null }
    return [{ from: place.address, text: match[0], kind: 'law' as const, to: [], law, ...span }]
  })
}

function isDangling({ kind, to }: Reference): boolean {
  return kind === 'internal' && to.length === 0
}

function danglingProblem({ text, start, end }: Reference): Problem {
  return {
    rule: 'dangling-reference',
    severity: 'warning',
    message: `${text} answers to no unit`,
    span: { start, end },
  }
}
