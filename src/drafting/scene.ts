import { CITIES, PROVINCES_SHORT, provinceOfCity } from '../lexicon/cities.ts'
import { fold } from '../text/fold.ts'
import type { Article, Item, Paragraph, Passage, Regulation, Subitem } from '../types.ts'
import type { Draft, DraftDocument, DraftUnit, Genre } from './check-types.ts'
import { PURPOSE_WITHIN } from './thresholds.ts'

/** A document as the checks see it. `place` is what the drafter says it is of; empty where the title should tell. */
export function draftOf(document: DraftDocument, place = ''): Draft {
  const { regulation } = document
  const units = regulation.articles.flatMap(unitsOfArticle)
  const title = titleOf(regulation)
  const name = nameOf(title) ?? nameInText(units)
  const own = placeOf(place || regulation.place, title)
  const province = regulation.metadata.province ?? (own === null ? null : provinceOfCity(own))
  return { ...document, genre: genreOf(title, name), name, place: own, province, units }
}

function titleOf({ metadata, title }: Regulation): string {
  return fold(metadata.title ?? title)
    .replace(/\s+/g, '')
    .replace(/[（(【〔][^（()）]*[）)】〕]$/, '')
}

const NAMES = '条例|规定|办法|细则|规则|规程|章程|准则|守则|制度|意见|方案|公约|规范|决定'
const NAME_AT_END = new RegExp(`(${NAMES})$`)

function nameOf(title: string): string | null {
  return NAME_AT_END.exec(title)?.[1] ?? null
}

/** Where no title stands the purpose clause says what is made: 制定本办法. */
function nameInText(units: DraftUnit[]): string | null {
  const made = new RegExp(`制定本(${NAMES})`)
  for (const { plain } of units.slice(0, PURPOSE_WITHIN)) {
    const match = made.exec(plain)
    if (match) return match[1]!
  }
  return null
}

function genreOf(title: string, name: string | null): Genre {
  const isLaw = name !== null && /条例|规定|办法|细则/.test(name)
  return isLaw || /(?:人民代表大会|人大).*规则$/.test(title) ? 'law' : 'official'
}

const CITY_AT_START = new RegExp(
  `^(?:${PROVINCES_SHORT.join('|')})?(?:省|自治区|[\\u4e00-\\u9fff]{1,4}自治区)?((?:${CITIES.join('|')})(?:市|州|地区|盟|[\\u4e00-\\u9fff]{1,9}自治州))`,
)

function placeOf(given: string, title: string): string | null {
  if (given !== '') return fold(given).replace(/\s+/g, '')
  const named = CITY_AT_START.exec(title.replace(/^(?:关于(?:印发|公布|发布)?|《)+/, ''))
  if (named) return named[1]!
  return /^[\u4e00-\u9fff]{2,5}?(?:省|自治区|市|县|区)/.exec(title)?.[0] ?? null
}

/** Its paragraphs, items and subitems, in the order of the text. */
export function unitsOfArticle(article: Article): DraftUnit[] {
  return article.paragraphs.flatMap(paragraph => {
    const own = unitOf(paragraph, 'paragraph', article, '')
    own.below = paragraph.items.map(item => itemUnit(item, article, own.text))
    return [own, ...own.below.flatMap(item => [item, ...item.below])]
  })
}

function itemUnit(item: Item, article: Article, lead: string): DraftUnit {
  const own = unitOf(item, 'item', article, lead)
  own.below = item.subitems.map(sub => unitOf(sub, 'subitem', article, own.text))
  return own
}

function unitOf(
  { address, passage }: Paragraph | Item | Subitem,
  kind: DraftUnit['kind'],
  article: Article,
  lead: string,
): DraftUnit {
  return { address, kind, article, passage, text: passage.text, plain: plainOf(passage), lead, below: [] }
}

/** The text with what stands in 《》 and “” blanked, character by character. */
function plainOf({ text }: Passage): string {
  return text.replace(/《[^《》]*》|“[^“”]*”/g, quoted => '＿'.repeat(quoted.length))
}
