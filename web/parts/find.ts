import { fold, isLayout } from '../../src/text/fold.ts'
import { formatNumeral, parseNumeral } from '../../src/text/numerals.ts'
import type { Regulation, Span } from '../../src/types.ts'

/** A document made ready for searching: its characters without layout and noise, folded and as they came. */
export interface Haystack {
  id: string
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
 * Everything of the source that can be searched: all but layout and what the reader of the file called noise, so that
 * a page number inside a word hides nothing.
 */
export function haystackOf(text: Regulation, source: string): Haystack {
  const folded = fold(source)
  const kept: number[] = []
  for (const stretch of text.accounting) {
    if (stretch.class === 'noise' || stretch.class === 'layout') continue
    for (let at = stretch.start; at < stretch.end; at++) if (!isLayout(source[at]!)) kept.push(at)
  }
  return {
    id: text.id,
    folded: kept.map(at => folded[at]).join(''),
    raw: kept.map(at => source[at]).join(''),
    offsets: Uint32Array.from(kept),
  }
}

/**
 * Every place where the words stand, in either script, any width, numbers in either form. The text is looked through as
 * it came, too: a character that folding treats by its context (乾 in 乾坤) is found by itself as well.
 */
export function find(haystack: Haystack, words: string): Hit[] {
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
  return [...new Set([...forms, ...forms.map(form => form.replace(/二(?=[个名位次件天年])/g, '两'))])]
}

function spanAt({ offsets }: Haystack, at: number, length: number): Span {
  return { start: offsets[at]!, end: offsets[at + length - 1]! + 1 }
}
