import { fold, isLayout } from '../../src/text/fold.ts'
import { formatNumeral, parseNumeral } from '../../src/text/numerals.ts'
import type { Regulation, Span } from '../../src/types.ts'

/** A document made ready for searching: its characters without layout and noise, folded and as they came. */
export interface Haystack {
  id: string
  /** Whether it holds what was called noise, which the page shows in the raw layout only. */
  noisy: boolean
  folded: string
  raw: string
  /** Source offset of each character. */
  offsets: Uint32Array
}

/** One place where the words stand; `at` counts in the haystack. */
export interface Hit {
  at: number
  length: number
  span: Span
}

/**
 * A document as it is searched: without what the reader of the file called noise, so that a page number inside a word
 * hides nothing; and once more with it, where there is any, so that nothing of the source is out of reach.
 */
export function haystacksOf(text: Regulation, source: string): Haystack[] {
  const folded = fold(source)
  const clean = haystackOf(text, source, folded, false)
  if (!text.accounting.some(each => each.class === 'noise')) return [clean]
  const whole = haystackOf(text, source, folded, true)
  return whole.raw.length > clean.raw.length ? [clean, whole] : [clean]
}

function haystackOf(text: Regulation, source: string, folded: string, noisy: boolean): Haystack {
  const runs = text.accounting
    .filter(each => noisy || each.class !== 'noise')
    .flatMap(stretch => denseRuns(source, stretch))
  const cut = (whole: string) => runs.map(({ start, end }) => whole.slice(start, end)).join('')
  return { id: text.id, noisy, folded: cut(folded), raw: cut(source), offsets: offsetsOf(runs) }
}

/** A stretch of the source without its layout. */
function denseRuns(source: string, { start, end }: Span): Span[] {
  const runs: Span[] = []
  for (let at = start; at < end; at++) {
    if (isLayout(source[at]!)) continue
    const last = runs.at(-1)
    if (last?.end === at) last.end = at + 1
    else runs.push({ start: at, end: at + 1 })
  }
  return runs
}

function offsetsOf(runs: Span[]): Uint32Array {
  const offsets = new Uint32Array(runs.reduce((sum, { start, end }) => sum + end - start, 0))
  let n = 0
  for (const { start, end } of runs) for (let at = start; at < end; at++) offsets[n++] = at
  return offsets
}

/** Every place in a document where the words stand, in the order of the source, each with the haystack it was found in. */
export function findIn(haystacks: Haystack[], words: string): { haystack: Haystack; hit: Hit }[] {
  const found = haystacks.flatMap(haystack => find(haystack, words).map(hit => ({ haystack, hit })))
  const first = new Map(found.toReversed().map(each => [each.hit.span.start, each]))
  return [...first.values()].sort((a, b) => a.hit.span.start - b.hit.span.start)
}

/**
 * Every place where the words stand, in either script, any width, numbers in either form. The text is looked through as
 * it came, too: a character that folding treats by its context (乾 in 乾坤) is found by itself as well.
 */
function find(haystack: Haystack, words: string): Hit[] {
  const found = new Map<number, number>()
  const note = (text: string, needle: string) => {
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1))
      found.set(at, Math.max(found.get(at) ?? 0, needle.length))
  }
  const bare = [...words].filter(character => !isLayout(character)).join('')
  if (bare === '') return []
  note(haystack.raw, bare)
  for (const needle of variants(fold(bare))) note(haystack.folded, needle)
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([at, length]) => ({ at, length, span: spanAt(haystack, at, length) }))
}

/** The words, with their number in Arabic and in Chinese digits: 7个工作日, 七个工作日. */
function variants(words: string): string[] {
  const arabic = words.replace(/[一二两三四五六七八九十百千万]+/g, numeral => {
    const value = parseNumeral(numeral)
    return value === null ? numeral : String(value)
  })
  const chinese = words.replace(/\d+/g, digits => {
    const value = Number(digits)
    return value < 1e8 ? formatNumeral(value) : digits
  })
  // A lone numeral is a word of its own more often than a number: 一 must not find every 1.
  const forms = /^[一二两三四五六七八九十百千万]+$/.test(words) ? [words] : [words, arabic, chinese]
  const counted = forms.map(form => form.replace(/二(?=[个名位次件天年])/g, '两'))
  const loose = forms.map(form => form.replace(/[著覆瞭藉座]/g, character => OTHER_FORM[character]!))
  return [...new Set([...forms, ...counted, ...loose])]
}

// The simplified form of these depends on the word (著作, 隨著). Words cut out of a text may have lost what decides, so
// the other form is looked for as well; seen when seventy regulations were turned to traditional script and cut at random.
const OTHER_FORM: Record<string, string> = { 著: '着', 覆: '复', 瞭: '了', 藉: '借', 座: '坐' }

function spanAt({ offsets }: Haystack, at: number, length: number): Span {
  return { start: offsets[at]!, end: offsets[at + length - 1]! + 1 }
}
