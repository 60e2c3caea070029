import type { Statement } from '../../src/statement-types.ts'
import { documentOf, holds } from '../../src/structure/address.ts'
import type { Family, FamilyMember } from '../../src/types.ts'
import { randomFrom } from '../io/chance.ts'

/** So many statements outside a row are shown with it, of one document at most OF_ONE. */
const OUTSIDE = 16
const OF_ONE = 2

/** Rows of at least two documents, drawn by seed whatever the order of rows and documents. */
export function drawnRows(families: Family[], seed: string, count: number): Family[] {
  const random = randomFrom(seed)
  return families
    .filter(({ members }) => new Set(members.map(({ address }) => documentOf(address))).size > 1)
    .sort((x, y) => (x.id < y.id ? -1 : 1))
    .map(family => ({ family, place: random() }))
    .sort((x, y) => x.place - y.place)
    .slice(0, count)
    .map(({ family }) => family)
}

/** What a judge of a row is shown: its name, what stands in it by document, and the statements outside that are nearest to it. */
export interface RowShown {
  family: Family
  inside: Statement[]
  outside: { statement: Statement; near: number }[]
}

/** The row with its statements; `near` tells how like each statement outside is to the row, 0 where it is not. */
export function rowShown(
  family: Family,
  statements: Statement[],
  near: (outside: Statement, inside: Statement[]) => number,
): RowShown {
  const inside = statements.filter(statement => family.members.some(member => standsIn(statement, member)))
  const own = new Set(inside)
  const found = statements
    .filter(statement => !own.has(statement))
    .map(statement => ({ statement, near: near(statement, inside) }))
    .filter(each => each.near > 0)
    .sort((x, y) => y.near - x.near || (x.statement.id < y.statement.id ? -1 : 1))
  const counts = new Map<string, number>()
  const outside = found.filter(({ statement: { regulation } }) => {
    counts.set(regulation, (counts.get(regulation) ?? 0) + 1)
    return counts.get(regulation)! <= OF_ONE
  })
  return { family, inside, outside: outside.slice(0, OUTSIDE) }
}

function standsIn({ id, address }: Statement, member: FamilyMember): boolean {
  return member.statements === null ? holds(member.address, address) : member.statements.includes(id)
}

/** The sheet for a judge, as Markdown. */
export function rowSheet(title: string, rows: RowShown[]): string {
  return [`# ${title}`, RULES, ...rows.map(rowText)].join('\n\n')
}

const RULES = `Judge each row by three questions, strictly, by reading; a draw is used once.

- pure: all documents are in it for one matter. A document whose only statement is about another matter makes the row impure; a statement beside another that fits does not.
- complete: no document outside says the same in a statement of its own, or at most one does. Nearest statements outside are below; other documents of the corpus may be looked up.
- named: good (reads as a heading and says what the row is about), fair (points to the matter, but clumsy, cut, too narrow or too wide), bad (misleading, an accidental detail or a fragment).`

function rowText({ family, inside, outside }: RowShown, at: number): string {
  const documents = [...new Set(inside.map(({ regulation }) => regulation))]
  return [
    `## ${at + 1}. ${family.topic.zh}`,
    `${documents.length} documents, ${inside.length} statements`,
    documents
      .flatMap(document => inside.filter(({ regulation }) => regulation === document))
      .map(lineOf)
      .join('\n'),
    'Nearest outside:',
    outside.map(({ statement }) => lineOf(statement)).join('\n') || '- none',
  ].join('\n\n')
}

function lineOf({ id, lead, text }: Statement): string {
  return `- ${id}: ${lead === '' ? '' : `［${lead.slice(-60)}］`}${text}`
}

/** What the judge fills in, without the texts. */
export function rowKey(about: string, rows: RowShown[]): string {
  const judged = rows.map(({ family: { id, topic, members } }) => ({
    family: id,
    name: topic.zh,
    units: members.map(({ address }) => address),
    pure: null,
    complete: null,
    named: null,
    note: '',
  }))
  return `${JSON.stringify({ about, judged }, null, 1)}\n`
}
