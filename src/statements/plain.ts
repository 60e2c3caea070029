import type { Statement } from '../statement-types.ts'
import { statementsOf } from './statements.ts'

/** The statements of a text in somebody's own words (folded), as if it were the one paragraph of a document without place. */
export function plainStatements(text: string): Statement[] {
  const passage = { text, runs: [[0, 0]] as [number, number][] }
  const span = { start: 0, end: text.length }
  const paragraph = { address: '/1/1', number: 1, passage, items: [], ...span }
  const article = { address: '/1', number: '1', label: '', division: null, paragraphs: [paragraph], ...span }
  return statementsOf({ id: '', articles: [article], references: [] })
}
