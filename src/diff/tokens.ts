import { CHINESE_NUMERAL } from '../lexicon/numerals.ts'
import { type Quantity, quantitiesOf } from '../provisions/quantity.ts'
import { parseNumeral } from '../text/numerals.ts'
import type { Cut, Range } from '../types.ts'
import { type NameFold, type Names, nameFolds } from './names.ts'
import type { UnitText } from './unit-text.ts'

/**
 * What a comparison treats as one piece: a word, a quantity, a law's name, a named body. Punctuation, line
 * breaks and item labels are not tokens but the gaps between them. Two tokens with the same key are equal.
 */
export interface Token extends Range {
  key: string
  /** The key differs from the text because a name was folded. */
  named: boolean
  /** Its number of characters; 0 for a particle, at most 4 for a quantity, law, body or name. */
  weight: number
  /** For a quantity, the range of its numeral and unit, without the bound words beside them. */
  core?: Range
}

export interface TokenOptions {
  cut: Cut
  names: Names
  /** Whether names that must differ between two cities get the same key. */
  foldNames: boolean
}

/** The tokens of a unit, in order. */
export function tokensOf(unit: UnitText, options: TokenOptions): Token[] {
  const { text } = unit
  const folds = options.foldNames ? nameFolds(text, options.names) : []
  const labels = unit.parts.map(part => part.label).filter(label => label.from < label.to)
  const atoms = withoutOverlap(
    text.length,
    [...labels.map(asGap), ...lawNames(text), ...quantities(text), ...bodies(text)],
    folds,
  )
  const starts = [0, ...atoms.map(({ to }) => to)]
  return starts.flatMap((from, at) => {
    const atom = atoms[at]
    const words = wordsBetween(text, { from, to: atom?.from ?? text.length }, options.cut)
    return atom && atom.kind !== 'gap' ? [...words, atomToken(text, atom, folds)] : words
  })
}

/** A text with its tokens. */
export interface TokenizedText {
  text: string
  tokens: Token[]
}

/** Weight of the tokens in a range of indexes, about one for each character. */
export function weigh(tokens: Token[], range: Range): number {
  let weight = 0
  for (let index = range.from; index < range.to; index++) weight += tokens[index]!.weight
  return weight
}

/** Words that mean nothing by themselves. */
export const PARTICLES = new Set(
  '的 和 与 及 或 以及 等 了 地 得 之 其 并 且 而 或者 在 对 于 为 由 向 将 把 被 各 该 要 应 所 以 中 上 下 内'.split(
    ' ',
  ),
)

/** Content of a text for comparison: without punctuation, spaces and line breaks. */
export function contentOf(text: string): string {
  return text.replace(PUNCTUATION, '')
}

/** Characters that only separate and whose differences are style; %, + and / carry meaning and stay. */
const PUNCTUATION = /[\s，。、；：？！“”‘’"'（）〔〕[\]【】《》—…·,.:;!?-]/gu
const CONTENT = /[^\s，。、；：？！“”‘’"'（）〔〕[\]【】《》—…·,.:;!?-]+/gu

interface Atom extends Range {
  kind: 'gap' | 'law' | 'quantity' | 'body' | 'name'
  key?: string
  core?: Range
}

function asGap(range: Range): Atom {
  return { ...range, kind: 'gap' }
}

/** 《…》 with nested 《》 inside, and document numbers such as 国发〔2018〕9号. */
function lawNames(text: string): Atom[] {
  return [...text.matchAll(LAW)].map(match => atomAt('law', match))
}
const LAW = /《(?:[^《》\n]|《[^《》\n]*》)*》|[一-龥]{1,8}[〔[（]\d{4}[〕\]）]第?\d+号/gu

/** Quantities with the bound words beside them; the same key for 一次 and 1次, 2—3天 and 二至三天, 不超过7日 and 7日以内. */
function quantities(text: string): Atom[] {
  return quantitiesOf(text).map(quantity => ({
    kind: 'quantity',
    from: quantity.from,
    to: quantity.to,
    core: quantity.core,
    key: quantityKey(text, quantity),
  }))
}

function quantityKey(text: string, quantity: Quantity): string {
  const { comparator, value, max, unit, open, vague, core } = quantity
  // A vague quantity is compared by its words: 数个 and 若干个 have no value that could differ.
  const number = vague ? text.slice(core.from, core.to) : `${value}~${max ?? ''}`
  return `${comparator ?? ''} ${number} ${unit} ${open.join()}`
}

const LEVEL = '(?:国家|自治区|省|市|县|区|州|盟|旗|乡镇)'
const INNER = '[^的与及或由向对按经在为是将应可并需者等报把被送给从至和，。、；：？！“”‘’（）〔〕《》\\s]'
const ORGAN = '(?:委员会|办公室|办公厅|研究室|法院|检察院|监委|政协|局|厅)'
const DEPUTY = /副(?:市长|省长|州长|县长|区长|秘书长|主任|局长|书记)/gu
const BODY = new RegExp(
  `(?:人民)?${LEVEL}(?:人民)?(?:政府)?(?:发展和改革|工业和信息化|人力资源和社会保障|住房和城乡建设|文化和旅游|${INNER}{0,10}?)${ORGAN}`,
  'gu',
)

/** Bodies and deputies by their name: 市人民政府办公室, 市发展和改革委员会, 市审计局, 副秘书长. */
function bodies(text: string): Atom[] {
  return [...text.matchAll(BODY), ...text.matchAll(DEPUTY)].map(match => atomAt('body', match))
}

function atomAt(kind: Atom['kind'], match: RegExpExecArray): Atom {
  return { kind, from: match.index, to: match.index + match[0].length }
}

/**
 * Atoms and folds of a text of this length that do not overlap, in order. Of two that do, the one whose kind comes first in RANK wins,
 * then the earlier one, then the longer one; a fold inside a winning atom is folded in that atom's key.
 */
function withoutOverlap(length: number, atoms: Atom[], folds: NameFold[]): Atom[] {
  const all: Atom[] = [...atoms, ...folds.map(fold => ({ ...fold, kind: 'name' as const }))]
  const sorted = all.sort((a, b) => RANK[a.kind] - RANK[b.kind] || a.from - b.from || b.to - a.to)
  const taken: Atom[] = []
  const covered = new Uint8Array(length)
  for (const atom of sorted) {
    if (covered.subarray(atom.from, atom.to).includes(1)) continue
    covered.fill(1, atom.from, atom.to)
    taken.push(atom)
  }
  return taken.sort((a, b) => a.from - b.from)
}
const RANK = { gap: 0, law: 1, body: 2, name: 3, quantity: 4 }

function atomToken(text: string, atom: Atom, folds: NameFold[]): Token {
  const written = text.slice(atom.from, atom.to)
  const inside = folds.filter(fold => atom.from <= fold.from && fold.to <= atom.to)
  const key = atom.key ?? contentOf(inside.length > 0 ? replaceFolds(text, atom, inside) : written)
  const weight = Math.min(4, written.length)
  const token = { from: atom.from, to: atom.to, key, named: inside.length > 0, weight }
  return atom.core ? { ...token, core: atom.core } : token
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

/**
 * The words of a range as tokens. They are cut between punctuation marks, so that style cannot move a word's
 * border.
 */
function wordsBetween(text: string, range: Range, cut: Cut): Token[] {
  const tokens: Token[] = []
  for (const match of text.slice(range.from, range.to).matchAll(CONTENT)) {
    let from = range.from + match.index
    for (const word of cut(match[0])) {
      tokens.push({
        from,
        to: from + word.length,
        key: wordKey(word),
        named: false,
        weight: PARTICLES.has(word) ? 0 : word.length,
      })
      from += word.length
    }
  }
  return tokens
}

// A numeral outside a quantity has one key in both ways of writing: 第2季度 and 第二季度.
function wordKey(word: string): string {
  return NUMERAL.test(word) ? String(parseNumeral(word) ?? word) : word
}
const NUMERAL = new RegExp(`^(?:\\d+|[${CHINESE_NUMERAL}]+)$`)
