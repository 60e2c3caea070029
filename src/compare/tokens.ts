import { CHINESE_NUMERAL, parseNumeral } from '../text/numerals.ts'
import type { Cut, Range } from '../types.ts'
import { type NameFold, type Names, nameFolds } from './names.ts'
import type { Witness } from './witness.ts'

/**
 * What a comparison counts as one: a word, a quantity, a law's name, a named body. Punctuation, line breaks and item labels
 * are not tokens but the gaps between them. Two tokens with the same key say the same.
 */
export interface Token extends Range {
  key: string
  /** The key differs from the text because a name was folded. */
  named: boolean
}

export interface TokenOptions {
  cut: Cut
  names: Names
  /** Whether names that must differ get the same key. */
  foldNames: boolean
}

/** The tokens of a witness, in order. */
export function tokensOf(witness: Witness, options: TokenOptions): Token[] {
  const { text } = witness
  const folds = options.foldNames ? nameFolds(text, options.names) : []
  const labels = witness.parts.map(part => part.label).filter(label => label.from < label.to)
  const atoms = withoutOverlap(
    [...labels.map(asGap), ...lawNames(text), ...quantities(text), ...bodies(text)],
    folds,
  )
  const tokens: Token[] = []
  let from = 0
  for (const atom of atoms) {
    tokens.push(...wordsBetween(text, { from, to: atom.from }, options.cut))
    if (atom.kind !== 'gap') tokens.push(atomToken(text, atom, folds))
    from = atom.to
  }
  tokens.push(...wordsBetween(text, { from, to: text.length }, options.cut))
  return tokens
}

/** A text with its tokens. */
export interface Side {
  text: string
  tokens: Token[]
}

/** Characters of substance: particles and conjunctions count nothing. */
export function weigh(tokens: Token[], range: Range): number {
  let weight = 0
  for (let index = range.from; index < range.to; index++) weight += weightOf(tokens[index]!)
  return weight
}

export function weightOf(token: Token): number {
  return PARTICLES.has(token.key) ? 0 : token.key.length
}
/** Words that say nothing by themselves. */
export const PARTICLES = new Set(
  '的 和 与 及 或 以及 等 了 地 得 之 其 并 且 而 或者 在 对 于 为 由 向 将 把 被 各 该 要 应 所 以 中 上 下 内'.split(
    ' ',
  ),
)

/** Content of a text for comparison: without punctuation and line breaks. */
export function contentOf(text: string): string {
  return text.replace(PUNCTUATION, '')
}

/** Everything that only separates; its style is no difference. Signs that carry meaning (%, +, /, digits' points) stay. */
const PUNCTUATION = /[\s，。、；：？！“”‘’"'（）〔〕[\]【】《》—…·,.:;!?-]/gu
const CONTENT = /[^\s，。、；：？！“”‘’"'（）〔〕[\]【】《》—…·,.:;!?-]+/gu

interface Atom extends Range {
  kind: 'gap' | 'law' | 'quantity' | 'body' | 'name'
  key?: string
}

function asGap(range: Range): Atom {
  return { ...range, kind: 'gap' }
}

/** 《…》 with nested 《》 inside, and document numbers such as 国发〔2018〕9号. */
function lawNames(text: string): Atom[] {
  const atoms: Atom[] = []
  for (const match of text.matchAll(LAW))
    atoms.push({ kind: 'law', from: match.index, to: match.index + match[0].length })
  return atoms
}
const LAW = /《(?:[^《》\n]|《[^《》\n]*》)*》|[一-龥]{1,8}[〔[（]\d{4}[〕\]）]第?\d+号/gu

const NUMBER = `(?:\\d[\\d,]*(?:\\.\\d+)?|[${CHINESE_NUMERAL}]+|半)`
const UNIT =
  '(?:个?(?:工作日|自然日|小时|月|季度|星期)|[个多]?(?:半?年|天|日|周|分钟|次|人|名|位|项|件|份|字|页|元|级|倍|成|届|期|场|遍|种|票|米|公里|千米|平方米|公顷|亩|分贝|周岁|岁|度|折|两|户|家|条|款|章)|%)'
const QUANTITY = new RegExp(
  `(?:百分之|第)?${NUMBER}(?:分之${NUMBER})?[余多]?(?:[万亿]?(?:—|至|到)${NUMBER})?[万亿]?[余多]?${UNIT}?`,
  'gu',
)

/** Numbers with their unit, with the same key for 一次 and 1次, 2—3 and 二至三. */
function quantities(text: string): Atom[] {
  const atoms: Atom[] = []
  for (const match of text.matchAll(QUANTITY)) {
    if (isWordPart(match[0])) continue
    atoms.push({
      kind: 'quantity',
      from: match.index,
      to: match.index + match[0].length,
      key: quantityKey(match[0]),
    })
  }
  return atoms
}

// 一 and 两 alone are parts of words far more often than numbers: 一律, 统一, 两袖清风.
function isWordPart(text: string): boolean {
  return new RegExp(`^[${CHINESE_NUMERAL}半]+$`).test(text) && text.length < 3
}

function quantityKey(text: string): string {
  return text
    .replace(/,/g, '')
    .replace(/至|到/g, '—')
    .replace(new RegExp(`[${CHINESE_NUMERAL}]+`, 'g'), numeral => String(parseNumeral(numeral) ?? numeral))
    .replace(/(\d+)万/g, '$10000')
}

const LEVEL = '(?:国家|自治区|省|市|县|区|州|盟|旗|乡镇)'
const INNER = '[^的与及或由向对按经在为是将应可并需者等报把被送给从至和，。、；：？！“”‘’（）〔〕《》\\s]'
const ORGAN = '(?:委员会|办公室|办公厅|研究室|法院|检察院|监委|政协|局|厅)'
const BODY = new RegExp(
  `(?:人民)?${LEVEL}(?:人民)?(?:政府)?(?:发展和改革|工业和信息化|人力资源和社会保障|住房和城乡建设|文化和旅游|${INNER}{0,10}?)${ORGAN}`,
  'gu',
)

/** Bodies by their name: 市人民政府办公室, 市发展和改革委员会, 市审计局. */
function bodies(text: string): Atom[] {
  const atoms: Atom[] = []
  for (const match of text.matchAll(BODY))
    atoms.push({ kind: 'body', from: match.index, to: match.index + match[0].length })
  return atoms
}

/** Earlier and, at the same place, longer atoms win; a fold inside an atom stays inside it, a fold across its border is its own atom. */
function withoutOverlap(atoms: Atom[], folds: NameFold[]): Atom[] {
  const all: Atom[] = [...atoms, ...folds.map(fold => ({ ...fold, kind: 'name' as const }))]
  const sorted = all.sort((a, b) => RANK[a.kind] - RANK[b.kind] || a.from - b.from || b.to - a.to)
  const taken: Atom[] = []
  for (const atom of sorted) {
    if (!taken.some(other => atom.from < other.to && other.from < atom.to)) taken.push(atom)
  }
  return taken.sort((a, b) => a.from - b.from)
}
const RANK = { gap: 0, law: 1, body: 2, name: 3, quantity: 4 }

function atomToken(text: string, atom: Atom, folds: NameFold[]): Token {
  const own = text.slice(atom.from, atom.to)
  const inside = folds.filter(fold => atom.from <= fold.from && fold.to <= atom.to)
  const key = atom.key ?? contentOf(inside.length > 0 ? replaceFolds(text, atom, inside) : own)
  return { from: atom.from, to: atom.to, key, named: inside.length > 0 }
}

function replaceFolds(text: string, atom: Range, folds: NameFold[]): string {
  let key = ''
  let from = atom.from
  for (const fold of folds) {
    key += text.slice(from, fold.from) + fold.key
    from = fold.to
  }
  return key + text.slice(from, atom.to)
}

/** Words are cut between punctuation, so that its style cannot move a word's border. */
function wordsBetween(text: string, range: Range, cut: Cut): Token[] {
  const tokens: Token[] = []
  for (const match of text.slice(range.from, range.to).matchAll(CONTENT)) {
    let from = range.from + match.index
    for (const word of cut(match[0])) {
      tokens.push({ from, to: from + word.length, key: word, named: false })
      from += word.length
    }
  }
  return tokens
}
