import { readFileSync } from 'node:fs'

const read = (name: string) => JSON.parse(readFileSync(`quality/gold/${name}.json`, 'utf8'))

interface Round {
  corpus: string
  judged: { left_text: string; right_text: string }[]
}

/** Clauses of other genres as people judged them, left and right, each couple once; one of the two may be empty. */
export function judgedClauses(): [left: string, right: string][] {
  const { rounds }: { rounds: Round[] } = read('differences-judged')
  const rows = rounds.filter(({ corpus }) => !corpus.startsWith('five')).flatMap(({ judged }) => judged)
  const couples = new Map(rows.map(row => [`${row.left_text}\n\n${row.right_text}`, row]))
  return [...couples.values()].map(row => [row.left_text, row.right_text])
}

/** Sentences with numbers, of regulations of many genres. */
export function unreadSentences(): string[] {
  const { groups }: { groups: { sentences: { text: string }[] }[] } = read('unread-sentences')
  return groups.flatMap(({ sentences }) => sentences.map(({ text }) => text))
}
