import type { Element } from 'domhandler'
import { CHINESE_NUMERAL, SMALL_NUMERAL } from '../lexicon/numerals.ts'
import { fold } from '../text/fold.ts'
import type { HtmlLine } from './html-lines.ts'
import {
  ENOUGH_ARTICLES,
  LABEL_POINTS,
  LINKS_IN_TEXT,
  LONGEST_BUTTONS,
  MOST_POINTS,
  NEARLY_ALL_POINTS,
} from './thresholds.ts'

/**
 * The lines of the smallest element that holds (nearly) all evidence of a regulation: a line for every article's label that the
 * page shows, most of the weight of labels and sentences. What stands between but is furniture (link lists, tables of contents
 * made of links, boxes with links before and after the text, buttons in words) stays, named as noise.
 */
export function chooseRegion(lines: HtmlLine[], body: Element): Region {
  const weighed = weighLines(lines)
  const region = smallestHolding(weighed, body)
  const inside = weighed.filter(({ line }) => isIn(line, region))
  const first = lines.findIndex(line => isIn(line, region))
  return {
    lines: nameFurniture(inside, region),
    before: lines.slice(0, first),
    after: lines.slice(first + inside.length),
  }
}

export interface Region {
  lines: HtmlLine[]
  /** Lines of the page before and after it. */
  before: HtmlLine[]
  after: HtmlLine[]
}

interface WeighedLine {
  line: HtmlLine
  folded: string
  /** Label of the article that it opens, in the numbering that most lines of the page use; else empty. */
  article: string
  /** Opens any unit. */
  label: boolean
  weight: number
}

const OPENS_ARTICLE = new RegExp(String.raw`^[\s#*>-]*(第[\s]*[${CHINESE_NUMERAL}\d]+[\s]*条)`)
const OPENS_NUMBERED = new RegExp(String.raw`^[\s#*>-]*([${SMALL_NUMERAL}]{1,3}[、.])`)
const OPENS_UNIT = new RegExp(
  String.raw`^[\s#*>-]*(第[\s]*[${CHINESE_NUMERAL}\d]+[\s]*[编章节条]|[（(]?[${SMALL_NUMERAL}\d]{1,4}[）)、.])`,
)

function weighLines(lines: HtmlLine[]): WeighedLine[] {
  const folded = fold(lines.map(line => line.text).join('\n')).split('\n')
  const own = lines.map(line => line.links + line.anchors < line.text.length * LINKS_IN_TEXT)
  const countOf = (pattern: RegExp) => folded.filter((text, index) => own[index] && pattern.test(text)).length
  const opening =
    countOf(OPENS_ARTICLE) >= ENOUGH_ARTICLES
      ? OPENS_ARTICLE
      : countOf(OPENS_NUMBERED) >= ENOUGH_ARTICLES
        ? OPENS_NUMBERED
        : OPENS_ARTICLE
  return lines.map((line, index) => {
    const text = folded[index]!
    const article = own[index]! ? (opening.exec(text)?.[1] ?? '') : ''
    const label = own[index]! && OPENS_UNIT.test(text)
    const sentence = /[。；：]/.test(text) ? Math.max(0, text.length - line.links) : 0
    return { line, folded: text, article, label, weight: (label ? LABEL_POINTS : 0) + sentence }
  })
}

function smallestHolding(weighed: WeighedLine[], body: Element): Element {
  let region = body
  let inside = weighed
  for (let depth = 0; ; depth++) {
    const next = onlyChild(inside, depth) ?? dominantChild(inside, depth)
    if (!next) return region
    region = next
    inside = inside.filter(({ line }) => line.path[depth + 1] === region)
  }
}

/** The element at the next depth where it holds every line: the cheap case, taken hundreds of times in a deep page. */
function onlyChild(inside: WeighedLine[], depth: number): Element | undefined {
  const child = inside[0]?.line.path[depth + 1]
  return inside.every(({ line }) => line.path[depth + 1] === child) ? child : undefined
}

/** The element at the next depth that holds nearly all weight and some line for every article's label. */
function dominantChild(inside: WeighedLine[], depth: number): Element | null {
  const labels = new Set(['', ...inside.map(({ article }) => article)])
  const total = inside.reduce((sum, { weight }) => sum + weight, 0)
  const held = new Map<Element, { weight: number; labels: Set<string> }>()
  for (const { line, weight, article } of inside) {
    const child = line.path[depth + 1]
    if (!child) continue
    const sum = held.get(child) ?? { weight: 0, labels: new Set(['']) }
    held.set(child, sum)
    sum.weight += weight
    sum.labels.add(article)
  }
  const share = labels.size > ENOUGH_ARTICLES ? MOST_POINTS : NEARLY_ALL_POINTS
  for (const [child, sum] of held)
    if (total > 0 && sum.weight >= share * total && sum.labels.size >= labels.size) return child
  return null
}

function isIn(line: HtmlLine, region: Element): boolean {
  return line.path.includes(region)
}

function nameFurniture(inside: WeighedLine[], region: Element): HtmlLine[] {
  const first = inside.findIndex(({ label }) => label)
  const last = inside.findLastIndex(({ label }) => label)
  const boxes = boxesAfter(inside.slice(last + 1), inside, region)
  return inside.map((weighed, index) => {
    const outside = first < 0 || index < first || index > last
    const boxed = index > last && boxes.has(partOf(weighed.line, region))
    const noise = weighed.line.noise ?? (boxed ? 'page-furniture' : furnitureKind(weighed, outside))
    return noise ? { ...weighed.line, noise } : weighed.line
  })
}

/** Parts after the last label that are made otherwise than the articles and hold links: a licence, a list of related texts. */
function boxesAfter(after: WeighedLine[], inside: WeighedLine[], region: Element): Set<Element | undefined> {
  const usual = new Set(
    inside.filter(({ article }) => article !== '').map(({ line }) => partOf(line, region)?.name),
  )
  const linked = after.filter(({ line }) => line.links > 0).map(({ line }) => partOf(line, region))
  return new Set(usual.size === 0 ? [] : linked.filter(part => part && !usual.has(part.name)))
}

/** The child of the region that holds the line. */
function partOf(line: HtmlLine, region: Element): Element | undefined {
  return line.path[line.path.indexOf(region) + 1]
}

// What sites put round a text in words of their own, always in a short line.
const SITE_BUTTONS =
  /(打印|关闭窗口|【关闭】|字体[:：]|字号[:：]|分享到|分享[:：]|浏览次数|浏览量|点击[数率量]|阅读[次数量]|访问量|责任编辑|信息来源|^\s*来源[:：]|扫一扫|二维码|上一[篇条][:：]|下一[篇条][:：]|返回顶部|收藏本[页站]|我要纠错)/

function furnitureKind({ line, folded, label }: WeighedLine, outside: boolean): string | null {
  const letters = folded.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  if (!label && line.anchors > 0 && line.anchors >= letters * LINKS_IN_TEXT) return 'table-of-contents'
  if (!label && line.links > 0 && line.links >= letters * LINKS_IN_TEXT && !/。$/.test(folded))
    return 'page-furniture'
  return outside && !label && folded.length < LONGEST_BUTTONS && SITE_BUTTONS.test(folded)
    ? 'page-furniture'
    : null
}
