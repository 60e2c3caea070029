import { refresh } from '../parts/router.ts'
import type { Concordance, Question } from './question.ts'
import { run } from './work.ts'

/** A search under way or done. */
export interface Looking {
  question: Question
  /** Null until something is known. */
  found: Concordance | null
  /** What the search before this one had found. */
  before: Concordance | null
  done: boolean
  error: unknown
}

interface Own extends Looking {
  stop: AbortController
  /** Settled when there is something to show. */
  first: Promise<void>
  /** Whether the page shows it: then what comes later must be shown as well. */
  isShown: boolean
}

// Only the last words count: there is never more than one search.
let latest: Own | null = null

/** Looks for what is asked, unless that is under way already; any other search is given up. */
export function look(question: Question): Looking {
  if (latest && keyOf(latest.question) === keyOf(question)) return latest
  const before = latest?.found ?? latest?.before ?? null
  leave()
  latest = begin(question, before)
  return latest
}

/** Gives up the search, if there is one. */
export function leave(): void {
  latest?.stop.abort()
  latest = null
}

// Long enough for a few documents; with many the page says meanwhile that it is looking.
const PATIENCE = 100

/** The search when there is something to show of it, or it has taken too long for the page to say nothing. Rejects as the search does. */
export async function soon(looking: Looking): Promise<Looking> {
  const own = looking as Own
  await Promise.race([own.first, new Promise(resolve => setTimeout(resolve, PATIENCE))])
  own.isShown = true
  if (!own.error) return own
  // Asking again tries again.
  if (own === latest) latest = null
  throw own.error
}

function begin(question: Question, before: Concordance | null): Own {
  let isKnown = () => {}
  const first = new Promise<void>(resolve => {
    isKnown = resolve
  })
  const stop = new AbortController()
  const own: Own = { question, found: null, before, done: false, error: null, stop, first, isShown: false }
  const tell = (news: Partial<Own>) => {
    if (stop.signal.aborted) return
    Object.assign(own, news)
    isKnown()
    if (own.isShown) refresh()
  }
  run('find', question, { told: found => tell({ found }), signal: stop.signal }).then(
    found => tell({ found, done: true }),
    error => tell({ error }),
  )
  return own
}

function keyOf(question: Question): string {
  return JSON.stringify(question)
}
