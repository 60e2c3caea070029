import type { Document, Element } from 'domhandler'
import { formatNumeral, letters } from '../../text/numerals.ts'
import { roman } from '../html-lists.ts'
import { MOST_STYLE_STEPS } from '../thresholds.ts'
import { attribute, childAt, childElements, localName } from '../xml.ts'

/** What Word prints before a paragraph: `第三条 `; empty for none and for bullets. Counts as it goes: ask in document order. */
export type LabelOf = (paragraph: Element) => string

/** Reads numbering.xml and styles.xml (ECMA-376 part 1, 17.9) into a counter that labels paragraphs. */
export function numberingOf(numbering: Document | null, styles: Document | null): LabelOf {
  const lists = listsOf(numbering)
  const styleList = stylesOf(styles)
  const counters = new Map<string, (number | undefined)[]>()
  const overridden = new Set<string>()
  return paragraph => {
    const place = placeOf(paragraph, styleList, lists)
    const list = place && resolve(lists, place.list, styleList)
    if (!place || !list) return ''
    const counter = counters.get(list.counter) ?? []
    counters.set(list.counter, counter)
    step(counter, place.level, list, overridden)
    return labelAt(counter, place.level, list.levels)
  }
}

interface ListLevel {
  start: number
  format: string
  text: string
  suffix: string
  legal: boolean
  /** Counts on through higher levels. */
  continues: boolean
  style: string | undefined
}

interface List {
  id: string
  /** Lists made from the same abstract list count together. */
  counter: string
  levels: ListLevel[]
  /** Starts that this list sets anew, by level. */
  starts: Map<number, number>
  /** The style whose list this one is. */
  link: string | undefined
}

function listsOf(numbering: Document | null): Map<string, List> {
  const root = numbering && childAt(numbering, 'numbering')
  const parts = root ? childElements(root) : []
  const abstracts = new Map(
    parts
      .filter(part => localName(part) === 'abstractNum')
      .map(part => [attribute(part, 'abstractNumId'), part]),
  )
  const lists = new Map<string, List>()
  for (const part of parts.filter(part => localName(part) === 'num')) {
    const id = attribute(part, 'numId') ?? ''
    const abstract = abstracts.get(attribute(childAt(part, 'abstractNumId'), 'val'))
    if (abstract) lists.set(id, listOf(id, part, abstract))
  }
  return lists
}

function listOf(id: string, part: Element, abstract: Element): List {
  const levels: ListLevel[] = []
  const starts = new Map<number, number>()
  for (const level of childElements(abstract).filter(child => localName(child) === 'lvl'))
    levels[indexOf(level)] = listLevelOf(level)
  for (const change of childElements(part).filter(child => localName(child) === 'lvlOverride')) {
    const level = childAt(change, 'lvl')
    if (level) levels[indexOf(change)] = listLevelOf(level)
    const start = attribute(childAt(change, 'startOverride'), 'val')
    if (start !== undefined) starts.set(indexOf(change), Number(start))
  }
  const counter = attribute(abstract, 'abstractNumId') ?? id
  return { id, counter, levels, starts, link: attribute(childAt(abstract, 'numStyleLink'), 'val') }
}

function indexOf(level: Element): number {
  const index = Number(attribute(level, 'ilvl') ?? 0)
  return Number.isInteger(index) && index >= 0 && index <= 8 ? index : 0
}

function listLevelOf(level: Element): ListLevel {
  const value = (name: string) => attribute(childAt(level, name), 'val')
  return {
    start: Number(value('start') ?? 1) || 0,
    format: attribute(childAt(level, 'numFmt'), 'val') ?? 'decimal',
    text: value('lvlText') ?? '',
    suffix: value('suff') ?? 'tab',
    legal: childAt(level, 'isLgl') !== undefined,
    continues: value('lvlRestart') === '0',
    style: value('pStyle'),
  }
}

interface ParagraphStyle {
  list: string | undefined
  level: number | undefined
  basedOn: string | undefined
}

function stylesOf(styles: Document | null): Map<string, ParagraphStyle> {
  const root = styles && childAt(styles, 'styles')
  const known = new Map<string, ParagraphStyle>()
  for (const style of root ? childElements(root) : []) {
    if (localName(style) !== 'style') continue
    const properties = childAt(style, 'pPr', 'numPr')
    const entry = { ...listAndLevel(properties), basedOn: attribute(childAt(style, 'basedOn'), 'val') }
    known.set(attribute(style, 'styleId') ?? '', entry)
    if (attribute(style, 'type') === 'paragraph' && attribute(style, 'default') === '1') known.set('', entry)
  }
  return known
}

function listAndLevel(properties: Element | undefined): {
  list: string | undefined
  level: number | undefined
} {
  const list = properties && attribute(childAt(properties, 'numId'), 'val')
  const level = properties && attribute(childAt(properties, 'ilvl'), 'val')
  return { list, level: level === undefined ? undefined : Math.min(8, Math.max(0, Number(level) || 0)) }
}

/** List and level of a paragraph: its own, else its style's, else that of the style it is based on. */
function placeOf(
  paragraph: Element,
  styles: Map<string, ParagraphStyle>,
  lists: Map<string, List>,
): { list: string; level: number } | null {
  const properties = childAt(paragraph, 'pPr')
  const own = listAndLevel(properties && childAt(properties, 'numPr'))
  const styleId = (properties && attribute(childAt(properties, 'pStyle'), 'val')) ?? ''
  const inherited = inheritedFrom(styleId, styles)
  const list = own.list ?? inherited?.list
  if (!list || list === '0') return null
  const byStyle = lists.get(list)?.levels.findIndex(level => level?.style === inherited?.style) ?? -1
  const styled = inherited?.level ?? (inherited && byStyle >= 0 ? byStyle : 0)
  return { list, level: own.level ?? (own.list === undefined ? styled : 0) }
}

function inheritedFrom(styleId: string, styles: Map<string, ParagraphStyle>) {
  let id: string | undefined = styleId
  for (let hops = 0; id !== undefined && hops < MOST_STYLE_STEPS; hops++) {
    const style: ParagraphStyle | undefined = styles.get(id)
    if (style?.list !== undefined) return { list: style.list, level: style.level, style: id }
    id = style?.basedOn
  }
  return null
}

/** The list itself, or the one of the style it stands for. */
function resolve(
  lists: Map<string, List>,
  id: string,
  styles: Map<string, ParagraphStyle>,
): List | undefined {
  const list = lists.get(id)
  const linked = list?.link === undefined ? undefined : styles.get(list.link)?.list
  return (linked !== undefined && lists.get(linked)) || list
}

function step(counter: (number | undefined)[], level: number, list: List, overridden: Set<string>): void {
  const start = list.starts.get(level)
  const key = `${list.id} ${level}`
  if (start !== undefined && !overridden.has(key)) {
    overridden.add(key)
    counter[level] = start
  } else {
    const present = counter[level]
    counter[level] = present === undefined ? (list.levels[level]?.start ?? 1) : present + 1
  }
  for (let deeper = level + 1; deeper < counter.length; deeper++)
    if (!list.levels[deeper]?.continues) counter[deeper] = undefined
}

function labelAt(counter: (number | undefined)[], index: number, levels: ListLevel[]): string {
  const level = levels[index]
  if (!level || level.format === 'bullet') return ''
  const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const number = counter[at] ?? levels[at]?.start ?? 1
    return formatNumber(number, level.legal ? 'decimal' : (levels[at]?.format ?? 'decimal'))
  })
  return label === '' || level.suffix === 'nothing' ? label : `${label} `
}

const SETS: Record<string, string> = {
  ideographTraditional: '甲乙丙丁戊己庚辛壬癸',
  ideographZodiac: '子丑寅卯辰巳午未申酉戌亥',
  decimalEnclosedCircle: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳',
  decimalEnclosedCircleChinese: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳',
  decimalEnclosedParen: '⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇',
  decimalEnclosedFullstop: '⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛',
  ideographEnclosedCircle: '㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉',
}

/** A number in one of Word's formats (ECMA-376 part 1, 17.18.59); formats of other languages as digits. */
function formatNumber(number: number, format: string): string {
  const sign = SETS[format]?.[number - 1]
  if (sign) return sign
  if (
    /^(chineseCounting|taiwaneseCounting|ideographDigital|taiwaneseDigital|japaneseDigitalTenThousand)$/.test(
      format,
    )
  )
    return number < 100 && /Counting/.test(format) ? formatNumeral(number) : hanDigits(number)
  if (/^(chineseCountingThousand|taiwaneseCountingThousand|japaneseCounting)$/.test(format))
    return formatNumeral(number)
  if (/^(chineseLegalSimplified|ideographLegalTraditional|japaneseLegal)$/.test(format))
    return formatNumeral(number).replace(
      /[一二三四五六七八九十百千]/g,
      c => '壹贰叁肆伍陆柒捌玖拾佰仟'['一二三四五六七八九十百千'.indexOf(c)]!,
    )
  if (/^decimalFullWidth/.test(format))
    return String(number).replace(/\d/g, c => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
  if (format === 'decimalZero') return String(number).padStart(2, '0')
  if (/Letter$/.test(format)) return cased(letters(number), format)
  if (/Roman$/.test(format)) return cased(roman(number), format)
  return format === 'none' ? '' : String(number)
}

function hanDigits(number: number): string {
  return String(number).replace(/\d/g, c => '〇一二三四五六七八九'[Number(c)]!)
}

function cased(text: string, format: string): string {
  return format.startsWith('upper') ? text.toUpperCase() : text.toLowerCase()
}
