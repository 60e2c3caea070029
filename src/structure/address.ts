import { formatNumeral } from '../text/numerals.ts'
import type {
  Annex,
  Article,
  Division,
  Item,
  Paragraph,
  Passage,
  Regulation,
  Span,
  Subitem,
} from '../types.ts'

/**
 * Addresses `id/article/paragraph/item/subitem` = 文/条/款/项/目, divisions `id/c8`, `id/c8s2`, `id/p1`; annexes `id/a1` with
 * paragraphs and rows `id/a1/3`, items and cells `id/a1/3/2`, articles `id/a1/art5` and chapters `id/a1/c2` of their own.
 */

/** Any addressed unit of a regulation, in document order, with what tables and traces need of it. */
export interface Unit extends Span {
  address: string
  kind: Division['kind'] | 'article' | 'paragraph' | 'item' | 'subitem' | 'annex' | 'row' | 'cell'
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

/** Whether the address is that of an annex or of a unit inside one: zhongwei/a1/3. */
export function isInAnnex(address: string): boolean {
  return /^a\d+$/.test(address.split('/', 2)[1] ?? '')
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
  const units = [
    ...regulation.divisions.map(division => divisionUnit(division, '')),
    ...regulation.articles.flatMap(article => articleUnits(article, documentOf(article.address))),
    ...regulation.annexes.flatMap(annexUnits),
  ]
  return units.sort((a, b) => a.start - b.start || DEPTH[a.kind] - DEPTH[b.kind])
}

const DEPTH: Record<Unit['kind'], number> = {
  annex: 0,
  part: 1,
  chapter: 2,
  section: 3,
  article: 4,
  paragraph: 5,
  row: 5,
  item: 6,
  cell: 6,
  subitem: 7,
}

function annexUnits(annex: Annex): Unit[] {
  const { address, number, label, heading, divisions, articles, paragraphs, start, end } = annex
  const text = annexText(annex)
  const parent = documentOf(address)
  const head = { address, parent, number: String(number), label, heading, text, passage: null, start, end }
  return [
    { ...head, kind: 'annex' },
    ...divisions.map(division => divisionUnit(division, address)),
    ...articles.flatMap(article => articleUnits(article, address)),
    ...paragraphs.flatMap(paragraph => paragraphUnits(paragraph, address)),
  ]
}

/** The annex's clean text: what it holds by place, each unit on a line, headings of chapters too; its label and title left out, and the numbers of its chapters and articles. */
function annexText({ divisions, articles, paragraphs }: Annex): string {
  const parts = [
    ...divisions.map(each => ({ at: each.start, text: each.heading })),
    ...articles.map(each => ({ at: each.start, text: articleText(each) })),
    ...paragraphs.map(each => ({ at: each.start, text: paragraphText(each) })),
  ]
  return parts
    .sort((a, b) => a.at - b.at)
    .map(each => each.text)
    .filter(text => text !== '')
    .join('\n')
}

function divisionUnit(division: Division, top: string): Unit {
  const { address, kind, parent, number, label, heading, start, end } = division
  return {
    address,
    kind,
    parent: parent ?? top,
    number: String(number),
    label,
    heading,
    text: heading,
    passage: null,
    start,
    end,
  }
}

function articleUnits(article: Article, top: string): Unit[] {
  const { address, number, label, start, end } = article
  const head: Unit = {
    address,
    kind: 'article',
    parent: article.division ?? top,
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
  const { address, number, passage, start, end, row } = paragraph
  const text = paragraphText(paragraph)
  const head: Unit = {
    address,
    kind: row ? 'row' : 'paragraph',
    parent,
    number: String(number),
    label: '',
    heading: '',
    text,
    passage,
    start,
    end,
  }
  return [head, ...paragraph.items.flatMap(item => itemUnits(item, address, row ? 'cell' : 'item'))]
}

function itemUnits(item: Item, parent: string, kind: 'item' | 'cell'): Unit[] {
  const { address, number, label, passage, start, end } = item
  const head: Unit = {
    address,
    kind,
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

/** The printed label of an article or annex without its closing mark: 第四十五条, 附件1, or 四十五 for 四十五、. */
export function bareLabel(label: string): string {
  return label.replace(/[、.．：]\s*$/, '')
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

/**
 * How a unit of an annex is cited: 附件1第三段第（二）项, 附件2第五条第二款, of a table 附件1第3行第2格. `below` are the levels of its
 * address under the annex, `isRow` says which of its paragraphs are rows.
 */
export function annexUnitName(label: string, below: string[], isRow: (paragraph: number) => boolean): string {
  const annex = bareLabel(label)
  const [first, second, third, fourth] = below
  if (first === undefined) return annex
  const article = /^art(\d+)(?:-(\d+))?$/.exec(first)
  if (article) {
    const inserted = article[2] ? `之${formatNumeral(Number(article[2]))}` : ''
    const own = `${annex}第${formatNumeral(Number(article[1]))}条${inserted}`
    return own + ordinal(second, '款') + ordinal(third, '项') + ordinal(fourth, '目')
  }
  if (/^[pcs]/.test(first)) return annex + divisionName(first)
  if (isRow(Number(first))) return `${annex}第${first}行${second ? `第${second}格` : ''}`
  return annex + ordinal(first, '段') + ordinal(second, '项') + ordinal(third, '目')
}

function ordinal(number: string | undefined, level: string): string {
  if (number === undefined) return ''
  const written = /^\d+$/.test(number) ? formatNumeral(Number(number)) : number
  return level === '项' ? `第（${written}）项` : `第${written}${level}`
}

const DIVISION_WORDS: Record<string, string> = { p: '编', c: '章', s: '节' }

function divisionName(divisions: string): string {
  return [...divisions.matchAll(/([pcs])(\d+)/g)]
    .map(([, level, number]) => ordinal(number, DIVISION_WORDS[level!]!))
    .join('')
}
