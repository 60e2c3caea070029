import type { Article, Problem } from '../types.ts'
import { articleText } from './address.ts'

/**
 * Whether a document is whole. One that stops in mid-text would be reported as lacking every later topic, so that it must be
 * known: its last words end no sentence, its last list goes on, or it is of a kind that says when it takes effect and does not.
 * Gives what speaks against it, in the order of certainty; null where nothing does, or where there are no articles to judge by.
 */
export function cutOffBy(articles: Article[], title: string): string | null {
  const last = articles.at(-1)
  if (!last) return null
  const text = articleText(last).trimEnd()
  if (/[；;，,、：:]$/.test(text)) return 'its last words go on'
  if (!/[。！？.!?”』」》）)…]$/.test(text)) return 'its last words end no sentence'
  const ending = articles.slice(-LAST_ARTICLES).map(articleText).join('\n')
  if (TAKES_EFFECT.test(title.trim()) && !EFFECT.test(ending)) return 'it does not say when it takes effect'
  return null
}

/** The warning on the last article of a document that is cut off. */
export function incompleteProblem(articles: Article[], title: string): Problem[] {
  const reason = cutOffBy(articles, title)
  if (!reason) return []
  const { start, end } = articles.at(-1)!
  const message = `the text seems to be cut off here: ${reason}; get it again, or ignore this if it is whole`
  return [{ rule: 'incomplete', severity: 'warning', message, span: { start, end } }]
}

// Where the final clause stands; after it come at most what is repealed, what prevails, and who explains it.
const LAST_ARTICLES = 4

// Of 83 regulations of four kinds 76 have such a clause among their last four articles; the seven others break off before it.
const EFFECT = /施行|生效|废止|起(?:实施|执行)|(?:公布|发布|印发|颁布|实施|执行)之日/

// What these names stand for says when it takes effect; a decision, a notice or an opinion need not.
const TAKES_EFFECT = /(?:条例|规定|办法|规则|细则|章程)(?:[（(【〔].*)?$/
