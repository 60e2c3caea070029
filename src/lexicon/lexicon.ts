/**
 * Words as data. Chinese has no spaces: a rule that looks for 应 also finds 相应 and 应急. Every table of this folder names such
 * longer words beside the word, once, and `sourceOf` makes of it what patterns need; no pattern protects a word by itself.
 * All words are folded (simplified script).
 */

/** A word of a table. */
export interface Word {
  word: string
  /**
   * Longer words that contain it and mean something else, with spaces between: 相应 应急. Inside of one the word is not found. A longer
   * word may say in turn beside what it is none itself, by a look ahead or behind: 与会(?!员), (?<!方)面向.
   */
  not?: string
  /** Where the word has its meaning only before certain others: a part of a pattern that must follow. */
  before?: string
  /** Where it has its meaning only behind certain others: a part of a pattern that must precede. */
  after?: string
  /** Why it stands here, where a reader would wonder. */
  why?: string
}

/**
 * A part of a pattern that finds any of the words, the longer before the shorter, none inside a longer word of its `not`.
 * It is one group and captures nothing.
 */
export function sourceOf(words: readonly Word[]): string {
  const longestFirst = [...words].sort((a, b) => b.word.length - a.word.length)
  return `(?:${longestFirst.map(wordSource).join('|')})`
}

/** The words of a table as a pattern of its own. */
export function patternOf(words: readonly Word[], flags = ''): RegExp {
  return new RegExp(sourceOf(words), flags)
}

/** A table whose words need nothing said of them. */
export function plainWords(words: string): Word[] {
  return listOf(words).map(word => ({ word }))
}

/** The longer words of an entry, one by one. */
function longerWords({ not = '' }: Word): string[] {
  return listOf(not)
}

function wordSource(entry: Word): string {
  const { word, before, after } = entry
  return `${after ? `(?<=${after})` : ''}${notInside(entry)}${word}${before ? `(?=${before})` : ''}`
}

/** What keeps a word from being found inside of longer ones: by what stands before it, after it, or on both sides. */
function notInside(entry: Word): string {
  const around = longerWords(entry).map(longer => contextOf(entry.word, longer))
  const ahead = around.filter(({ pre, post }) => pre !== '' && post === '').map(({ pre }) => pre)
  const behind = around.filter(({ pre, post }) => pre === '' && post !== '').map(({ post }) => post)
  const both = around.filter(({ pre, post }) => pre !== '' && post !== '')
  return [
    ahead.length > 0 ? `(?<!${ahead.join('|')})` : '',
    behind.length > 0 ? `(?!${entry.word}(?:${behind.join('|')}))` : '',
    ...both.map(({ pre, post }) => `(?!(?<=${pre})${entry.word}${post})`),
  ].join('')
}

/** What a longer word has before and after the word. Throws where it does not contain the word, or has nothing more. */
function contextOf(word: string, longer: string): { pre: string; post: string } {
  // Beside the word itself, not in what its context must not be.
  const at = longer.replace(/\(\?[^()]*\)/g, part => ' '.repeat(part.length)).indexOf(word)
  if (at < 0 || longer === word) throw new Error(`lexicon: ${longer} does not contain ${word}`)
  return { pre: longer.slice(0, at), post: longer.slice(at + word.length) }
}

function listOf(words: string): string[] {
  return words.split(/\s+/).filter(word => word !== '')
}
