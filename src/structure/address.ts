import type { Article, Division, Item, Paragraph, Passage, Regulation, Span, Subitem } from '../types.ts'

/**
 * Addresses `id/article/paragraph/item/subitem` = 文/条/款/项/目, divisions `id/c8`, `id/c8s2`, `id/p1` (formats.md).
 */

/** Any addressed unit of a regulation, in document order, with what tables and traces need of it. */
export interface Unit extends Span {
  address: string
  kind: Division['kind'] | 'article' | 'paragraph' | 'item' | 'subitem'
  /** Address of the unit that holds it, or '' at the top. */
  parent: string
  number: string
  label: string
  heading: string
  /** Clean text; of an article its paragraphs separated by a line feed, items on lines of their own with their label. */
  text: string
  /** The passage of a paragraph, item or subitem; null above. */
  passage: Passage | null
}

/** Document id of an address: zhongwei of zhongwei/45/3. */
export function documentOf(address: string): string {
  const slash = address.indexOf('/')
  return slash < 0 ? address : address.slice(0, slash)
}

/** Address of the article that holds the unit: zhongwei/45 of zhongwei/45/3/7. Of an article itself: the same. */
export function articleAddressOf(address: string): string {
  return address.split('/', 2).join('/')
}

/** Address of the paragraph that holds the unit, or the address itself when it names an article. */
export function paragraphAddressOf(address: string): string {
  return address.split('/', 3).join('/')
}

/** Whether `inner` is `outer` or stands inside it. */
export function holds(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(`${outer}/`)
}

/** The article's clean text: paragraphs and items each on a line, items with their label. */
export function articleText(article: Article): string {
  return article.paragraphs.map(paragraphText).join('\n')
}

/** The paragraph's clean text with its items, each on a line with its label. */
export function paragraphText(paragraph: Paragraph): string {
  return [paragraph.passage.text, ...paragraph.items.map(itemText)].filter(line => line !== '').join('\n')
}

/** The item's label and clean text, and its subitems each on a line. */
export function itemText(item: Item): string {
  return [item.label + item.passage.text, ...item.subitems.map(sub => sub.label + sub.passage.text)].join(
    '\n',
  )
}

/** Every unit of the regulation: divisions first in order of their place, then articles with what they hold, by place. */
export function unitsOf(regulation: Regulation): Unit[] {
  const units = [...regulation.divisions.map(divisionUnit), ...regulation.articles.flatMap(articleUnits)]
  return units.sort((a, b) => a.start - b.start || DEPTH[a.kind] - DEPTH[b.kind])
}

const DEPTH = { part: 0, chapter: 1, section: 2, article: 3, paragraph: 4, item: 5, subitem: 6 }

function divisionUnit(division: Division): Unit {
  const { address, kind, parent, number, label, heading, start, end } = division
  return {
    address,
    kind,
    parent: parent ?? '',
    number: String(number),
    label,
    heading,
    text: heading,
    passage: null,
    start,
    end,
  }
}

function articleUnits(article: Article): Unit[] {
  const { address, number, label, start, end } = article
  const head: Unit = {
    address,
    kind: 'article',
    parent: article.division ?? documentOf(address),
    number,
    label,
    heading: article.heading ?? '',
    text: articleText(article),
    passage: null,
    start,
    end,
  }
  return [head, ...article.paragraphs.flatMap(paragraph => paragraphUnits(paragraph, address))]
}

function paragraphUnits(paragraph: Paragraph, parent: string): Unit[] {
  const { address, number, passage, start, end } = paragraph
  const text = paragraphText(paragraph)
  const head: Unit = {
    address,
    kind: 'paragraph',
    parent,
    number: String(number),
    label: '',
    heading: '',
    text,
    passage,
    start,
    end,
  }
  return [head, ...paragraph.items.flatMap(item => itemUnits(item, address))]
}

function itemUnits(item: Item, parent: string): Unit[] {
  const { address, number, label, passage, start, end } = item
  const head: Unit = {
    address,
    kind: 'item',
    parent,
    number,
    label,
    heading: '',
    text: itemText(item),
    passage,
    start,
    end,
  }
  return [head, ...item.subitems.map(sub => subitemUnit(sub, address))]
}

function subitemUnit(sub: Subitem, parent: string): Unit {
  const { address, number, label, passage, start, end } = sub
  return {
    address,
    kind: 'subitem',
    parent,
    number,
    label,
    heading: '',
    text: label + passage.text,
    passage,
    start,
    end,
  }
}

/** An article's printed label without its closing mark: 第四十五条, or 四十五 for 四十五、. */
export function bareLabel(label: string): string {
  return label.replace(/[、.．]\s*$/, '')
}

/** How an article is cited by its printed label: 第四十五条, also where the document numbers it 四十五、 (GB/T 9704 leaves the form open). */
export function citedLabel(label: string): string {
  const bare = bareLabel(label)
  return /^第.+条/.test(bare) ? bare : `第${bare.replace(/[（）()]/g, '')}条`
}

/** How a document is cited: 《平凉市人民政府工作规则》（平政发〔2023〕30号）; both as they are given, the number where it has one. */
export function citedTitle(title: string, documentNumber: string | null): string {
  return `《${title}》${documentNumber ? `（${documentNumber}）` : ''}`
}
