import { groupBy } from '../group.ts'
import { documentOf } from '../structure/address.ts'
import { hashOf } from '../text/hash.ts'
import type { Regulation } from '../types.ts'
import type { Decisions } from './codebook.ts'
import type { Row, Standing } from './rows/rows.ts'

/** For each document its copies: others of the same articles. People's own comes first, then the first by id. */
export function copiesOf(regulations: Regulation[], { covered }: Decisions): Map<string, string[]> {
  const byText = groupBy(
    regulations.filter(({ articles }) => articles.length > 0),
    ({ articles }) => hashOf(articles.map(textOf).join('\n')),
  )
  return new Map(
    [...byText.values()].map(alike => {
      const ids = alike.map(({ id }) => id)
      const [first, ...others] = ids.toSorted(
        (a, b) => Number(covered.has(b)) - Number(covered.has(a)) || (a < b ? -1 : 1),
      )
      return [first!, others.filter(id => !covered.has(id))]
    }),
  )
}

/** Structure and words of an article, whatever its document is called. */
function textOf({ paragraphs }: Regulation['articles'][number]): string {
  return paragraphs
    .map(({ passage, items }) =>
      [
        passage.text,
        ...items.flatMap(item => [item.passage.text, ...item.subitems.map(sub => sub.passage.text)]),
      ].join('\n'),
    )
    .join('\n')
}

/** Puts copies of documents wherever their originals stand. */
export function withCopies(rows: Row[], copies: Map<string, string[]>): Row[] {
  const copied = (members: Row['core']): Row['core'] =>
    new Map(
      [...members].flatMap(([unit, standing]) => {
        const id = documentOf(unit)
        const others = copies.get(id) ?? []
        return [
          [unit, standing] as const,
          ...others.map(copy => [renamed(unit, id, copy), standingOf(standing, id, copy)] as const),
        ]
      }),
    )
  return rows.map(row => ({ ...row, core: copied(row.core), guests: copied(row.guests) }))
}

function standingOf({ statements, ...standing }: Standing, id: string, copy: string): Standing {
  return {
    ...standing,
    basis: 'model',
    statements: statements?.map(statement => renamed(statement, id, copy)) ?? null,
  }
}

/** An address or the id of a statement, of another document. */
function renamed(address: string, id: string, copy: string): string {
  return `${copy}${address.slice(id.length)}`
}
