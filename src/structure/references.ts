import { groupBy } from '../group.ts'
import { CHINESE_NUMERAL } from '../lexicon/numerals.ts'
import { parseNumeral } from '../text/numerals.ts'
import { spanOf } from '../text/passage.ts'
import type { Article, Division, Item, Paragraph, Passage, Problem, Reference } from '../types.ts'
import { LAW_NAME_BEFORE, LONGEST_RANGE, QUOTE_BEFORE } from './thresholds.ts'

/**
 * References inside the text: 第X条第X款第（X）项, 前款, 本条, 本规则第X章, and names of laws 《…》 with their numbers.
 * The mainland counts 条款项目 (立法法 61); Taiwan 條項款目 (中央法規標準法 8), where 項 is the unnumbered
 * paragraph and 款 the numbered 一、: which of the two a text follows is read off its own lists.
 */
export function referencesOf(
  articles: Article[],
  divisions: Division[],
): { references: Reference[]; problems: Problem[] } {
  const context = citedUnitsOf(articles, divisions)
  const places = articles.flatMap((article, index) => placesIn(article, index))
  let lastNamed: LastNamed = { article: null }
  const references = places.flatMap(place => {
    if (place.item === null) lastNamed = { article: null }
    return [...internalIn(place, context, lastNamed), ...lawsIn(place)]
  })
  return { references, problems: references.filter(isDangling).map(danglingProblem) }
}

/** What a unit outside the articles cites of them by the name of the text: 本办法第三条. */
export function ownArticlesIn(
  { address, passage }: Pick<CitingUnit, 'address' | 'passage'>,
  articles: Article[],
  divisions: Division[],
): Reference[] {
  const context = citedUnitsOf(articles, divisions)
  return [...passage.text.matchAll(OWN_ARTICLE)].flatMap(match => {
    const { article, tail = '' } = match.groups!
    const to = resolveArticle(article!, tail, undefined, context)
    const span = spanOf(passage, { from: match.index, to: match.index + match[0].length })
    return to.length === 0 ? [] : [{ from: address, text: match[0], kind: 'internal' as const, to, ...span }]
  })
}

interface CitedUnits {
  articles: Article[]
  byNumber: Map<string, Article>
  /** Each article's place among the articles. */
  places: Map<Article, number>
  /** By kind and number. */
  divisions: Map<string, Division[]>
  /** Items of a paragraph, and paragraphs of an article by the numbers of their items: made where first asked for. */
  items: Map<Paragraph, Map<string, Item>>
  lists: Map<Article, Map<string, Listed[]>>
  taiwan: boolean
}

/** An item and the paragraph that it stands in. */
interface Listed {
  paragraph: Paragraph
  item: Item
}

/** A unit with a passage of its own, and its place: the indices of article, paragraph and item. */
interface CitingUnit {
  address: string
  passage: Passage
  article: number
  paragraph: number
  item: number | null
}

function citedUnitsOf(articles: Article[], divisions: Division[]): CitedUnits {
  const items = articles.flatMap(article => article.paragraphs).flatMap(paragraph => paragraph.items)
  const commas = items.filter(item => item.label.endsWith('、')).length
  const worded = articles.some(article => article.label.startsWith('第'))
  return {
    articles,
    places: new Map(articles.map((article, index) => [article, index])),
    byNumber: new Map(articles.map(article => [article.number, article])),
    divisions: groupBy(divisions, each => `${each.kind} ${each.number}`),
    items: new Map(),
    lists: new Map(),
    taiwan: worded && commas * 2 > items.length && !items.some(item => item.label.startsWith('（')),
  }
}

function placesIn(article: Article, index: number): CitingUnit[] {
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

const NUMBER_CHARACTERS = `[${CHINESE_NUMERAL}\\d]{1,7}`
const NUMBERS = `（?${NUMBER_CHARACTERS}）?(?:(?:、|和|或者|至)（?${NUMBER_CHARACTERS}）?){0,12}`
// 第二项至第五项 as 第二至五项.
const PARTS = `(?:第${NUMBERS}(?:[款项目]至第?（?${NUMBER_CHARACTERS}）?)?[款项目]|（${NUMBER_CHARACTERS}）项)`
const OWN_NAME = '本(?:规则|条例|办法|规定|细则|规程|章程|法|制度|守则|准则|决定|意见|公约|规范|通则)'
const BEGINS_WITH_OWN_NAME = new RegExp(`^${OWN_NAME}`)
const ARTICLE_LABEL = `第${NUMBER_CHARACTERS}(?:[—-]\\d{1,3})?条(?:之${NUMBER_CHARACTERS})?`
const INTERNAL = new RegExp(
  [
    `(?:${OWN_NAME})?(?<article>${ARTICLE_LABEL})(?<tail>(?:${PARTS}){0,3})(?:(?:至|到)(?<until>${ARTICLE_LABEL}))?`,
    `(?:${OWN_NAME})(?<division>第${NUMBER_CHARACTERS}[编章节])`,
    `(?<![以提之])(?<here>[本前](?:${NUMBER_CHARACTERS})?[条款项])(?![例文件目款])(?<rest>(?:${PARTS}){0,3})`,
    `(?<parts>(?:${PARTS}){1,3})`,
  ].join('|'),
  'g',
)

const OWN_ARTICLE = new RegExp(`${OWN_NAME}(?<article>${ARTICLE_LABEL})(?<tail>(?:${PARTS}){0,3})`, 'g')

// A law's name before 第X条 makes it that law's article: 《…法》第三条, 宪法第十条, 该条例第五条.
const OTHER_LAW_ENDS = /(?:》|[法例则定程](?:〔[^〕]{1,12}〕\d{1,5}号)?|号）|[该同]法|解释)$/

function internalIn(place: CitingUnit, context: CitedUnits, lastNamed: LastNamed): Reference[] {
  const { text } = place.passage
  const found: Reference[] = []
  let foreignUntil = -2
  for (const match of text.matchAll(INTERNAL)) {
    const from = match.index
    // 《…法》第三条、第五条: the law's name carries on over the list.
    const foreign =
      from - foreignUntil <= 1 || OTHER_LAW_ENDS.test(text.slice(Math.max(0, from - LAW_NAME_BEFORE), from))
    if (foreign && !BEGINS_WITH_OWN_NAME.test(match[0])) foreignUntil = from + match[0].length
    else if (!insideQuotes(text, from)) {
      const to = resolve(match.groups!, place, context, lastNamed)
      const span = spanOf(place.passage, { from, to: from + match[0].length })
      if (to) found.push({ from: place.address, text: match[0], kind: 'internal', to, ...span })
    }
  }
  return found
}

/** The article last named in this paragraph: 违反第十条规定…：（一）违反第六项 means an item of 第十条. */
interface LastNamed {
  article: Article | null
}

function insideQuotes(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - QUOTE_BEFORE), at)
  return (
    Math.max(before.lastIndexOf('“'), before.lastIndexOf('《')) >
    Math.max(before.lastIndexOf('”'), before.lastIndexOf('》'))
  )
}

/** Addresses meant; empty when nothing answers; null when the words are no reference after all. */
function resolve(
  groups: Record<string, string | undefined>,
  place: CitingUnit,
  context: CitedUnits,
  lastNamed: LastNamed,
): string[] | null {
  if (groups.article) {
    lastNamed.article = context.byNumber.get(articleNumber(groups.article)) ?? null
    return resolveArticle(groups.article, groups.tail ?? '', groups.until, context)
  }
  if (groups.division) return resolveDivision(groups.division, context)
  if (groups.here) return resolveHere(groups.here, groups.rest ?? '', place, context)
  return resolveParts(groups.parts ?? '', place, context, lastNamed)
}

function resolveArticle(
  label: string,
  tail: string,
  until: string | undefined,
  context: CitedUnits,
): string[] {
  const article = context.byNumber.get(articleNumber(label))
  if (!article) return []
  if (!until) return descend(article, tail, context)
  const last = context.byNumber.get(articleNumber(until))
  if (!last) return []
  const [from, to] = [context.places.get(article)!, context.places.get(last)!]
  if (to - from > LONGEST_RANGE) return [article.address, last.address]
  return context.articles.slice(from, to + 1).map(each => each.address)
}

/** 第十条之一, 第10-1条 → 10-1. */
function articleNumber(label: string): string {
  const match = new RegExp(
    `^第(${NUMBER_CHARACTERS})(?:[—-](\\d{1,3}))?条(?:之(${NUMBER_CHARACTERS}))?$`,
  ).exec(label)
  const inserted = match?.[2] ?? (match?.[3] ? String(parseNumeral(match[3])) : '')
  return `${parseNumeral(match?.[1] ?? '')}${inserted ? `-${inserted}` : ''}`
}

function resolveDivision(label: string, { divisions }: CitedUnits): string[] {
  const kind = { 编: 'part', 章: 'chapter', 节: 'section' }[label.at(-1)!]
  const number = parseNumeral(label.slice(1, -1))
  return (divisions.get(`${kind} ${number}`) ?? []).map(each => each.address)
}

/** 本条第二款, 前款, 前两条, 前项: counted from where the words stand. */
function resolveHere(words: string, rest: string, place: CitingUnit, context: CitedUnits): string[] | null {
  const back = words[0] === '本' ? 0 : 1
  const count = parseNumeral(words.slice(1, -1)) ?? 1
  const level = levelOf(words.at(-1)!, context)
  if (words.length > 2 && back === 0) return null
  if (level === 'article')
    return severalBack(context.articles, place.article, back, count, each => descend(each, rest, context))
  const article = context.articles[place.article]!
  if (level === 'paragraph')
    return severalBack(article.paragraphs, place.paragraph, back, count, each =>
      unitsWithin(each, partsOf(rest), context),
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

/** Bare 第二款, 第（三）项: of the article last named, else of this article, of this paragraph. */
function resolveParts(parts: string, place: CitingUnit, context: CitedUnits, lastNamed: LastNamed): string[] {
  const named = lastNamed.article ? descend(lastNamed.article, parts, context) : []
  if (named.length > 0) return named
  const article = context.articles[place.article]!
  const steps = partsOf(parts)
  if (levelOf(steps[0]!.level, context) === 'paragraph') return descend(article, parts, context)
  const here = unitsWithin(article.paragraphs[place.paragraph]!, steps, context)
  return here.length > 0 ? here : descend(article, parts, context)
}

/** 第四、五项: several numbers of one level; 第一至第三项 those between as well. */
interface Step {
  numbers: number[]
  level: string
}

function partsOf(parts: string): Step[] {
  const joined = parts.replace(UNTIL, '至')
  return [...joined.matchAll(new RegExp(`(?:第|(?=（))(${NUMBERS})([款项目])`, 'g'))].map(match => ({
    numbers: numbersIn(match[1]!),
    level: match[2]!,
  }))
}

const UNTIL = /[款项目]至第?/g

function numbersIn(listed: string): number[] {
  const numbers = listed.split(/、|和|或者|至/).map(each => parseNumeral(each.replace(/[（）]/g, '')) ?? 0)
  if (!listed.includes('至')) return numbers
  const [first, last] = [numbers[0]!, numbers.at(-1)!]
  return Array.from(
    { length: Math.max(0, Math.min(last - first + 1, LONGEST_RANGE)) },
    (_, index) => first + index,
  )
}

function levelOf(word: string, { taiwan }: CitedUnits): 'article' | 'paragraph' | 'item' | 'subitem' {
  if (word === '条') return 'article'
  if (word === '目') return 'subitem'
  return (word === '款') === taiwan ? 'item' : 'paragraph'
}

/** An article's units: 第二款第（三）项 of it; 第（三）项 alone is looked for in its first list that has one. */
function descend(article: Article, tail: string, context: CitedUnits): string[] {
  const [first, ...rest] = partsOf(tail)
  if (!first) return [article.address]
  if (levelOf(first.level, context) === 'paragraph')
    return everyOf(first, number => {
      const paragraph = article.paragraphs[number - 1]
      return paragraph ? unitsWithin(paragraph, rest, context) : []
    })
  for (const { paragraph } of listsWith(first, article, context)) {
    const found = unitsWithin(paragraph, [first, ...rest], context)
    if (found.length > 0) return found
  }
  return []
}

/** The article's paragraphs that may hold all of the step's numbers, in order. */
function listsWith({ numbers }: Step, article: Article, { lists }: CitedUnits): Listed[] {
  let known = lists.get(article)
  if (!known) {
    const items = article.paragraphs.flatMap(paragraph => paragraph.items.map(item => ({ paragraph, item })))
    known = groupBy(items, ({ item }) => item.number)
    lists.set(article, known)
  }
  const holding = numbers.map(number => known.get(String(number)) ?? [])
  return holding.reduce((fewest, each) => (each.length < fewest.length ? each : fewest), holding[0] ?? [])
}

function itemOf(paragraph: Paragraph, number: number, { items }: CitedUnits): Item | undefined {
  let known = items.get(paragraph)
  if (!known) {
    known = new Map(paragraph.items.map(item => [item.number, item]))
    items.set(paragraph, known)
  }
  return known.get(String(number))
}

function unitsWithin(paragraph: Paragraph, steps: Step[], context: CitedUnits): string[] {
  const [first, second] = steps
  if (!first) return [paragraph.address]
  if (levelOf(first.level, context) !== 'item') return []
  return everyOf(first, number => {
    const item = itemOf(paragraph, number, context)
    if (!item || !second) return item ? [item.address] : []
    return everyOf(second, sub =>
      item.subitems.filter(each => each.number === String(sub)).map(each => each.address),
    )
  })
}

/** The units that the step's numbers name; none where one of the numbers names no unit. */
function everyOf({ numbers }: Step, meant: (number: number) => string[]): string[] {
  const found = numbers.map(meant)
  return found.some(each => each.length === 0) ? [] : found.flat()
}

const CITED_LAW = /《([^《》]{2,60}(?:〈[^〉]{1,40}〉[^《》]{0,20})?)》(?:[（(]([^（）()]{2,30}号)[）)])?/g
const LAW_TITLE =
  /(?:宪法|法|条例|规定|办法|规则|细则|规程|章程|准则|决定|意见|通知|纲要|规范|标准|制度|方案|规划|决议|通则|守则|公约|若干规定|暂行规定)(?:（[^（）]{1,12}）)?$/

/** The laws that a unit names. */
export function lawsIn(place: Pick<CitingUnit, 'address' | 'passage'>): Reference[] {
  return [...place.passage.text.matchAll(CITED_LAW)].flatMap(match => {
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
