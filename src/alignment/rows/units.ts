import { groupBy } from '../../group.ts'

/** A statement by its id and the unit it stands in. */
export interface Standing {
  id: string
  address: string
}

/**
 * The largest units (article, paragraph, item) of which all statements are among those wanted; a unit of which only some are stands
 * with these. `article` are all statements of one article; units come in the order of the text, each
 * with its statements wanted, null for all of them.
 */
export function unitsFilled(
  article: Standing[],
  wanted: Set<string>,
): [unit: string, statements: string[] | null][] {
  return filled(article, wanted, 2)
}

/** `depth` is how many steps of the address a unit has: 2 an article, 3 a paragraph, 4 an item. */
function filled(within: Standing[], wanted: Set<string>, depth: number): [string, string[] | null][] {
  const ids = within.map(({ id }) => id).filter(id => wanted.has(id))
  if (ids.length === 0) return []
  const unit = within[0]!.address.split('/').slice(0, depth).join('/')
  if (ids.length === within.length) return [[unit, null]]
  const own = within.filter(({ address }) => address.split('/').length <= depth)
  const deeper = within.filter(({ address }) => address.split('/').length > depth)
  const ownIds = own.map(({ id }) => id).filter(id => wanted.has(id))
  const below = groupBy(deeper, ({ address }) =>
    address
      .split('/')
      .slice(0, depth + 1)
      .join('/'),
  )
  return [
    ...(ownIds.length > 0 ? [[unit, ownIds] satisfies [string, string[]]] : []),
    ...[...below.values()].flatMap(part => filled(part, wanted, depth + 1)),
  ]
}
