import type { Said, SaidAt } from '../../statement-types.ts'
import { documentOf } from '../../structure/address.ts'
import { LEAST_SAID, MOST_PLACES } from '../thresholds.ts'
import type { Links } from './links.ts'

/** What the links of a corpus tell; a copy of a document (`copies`, see copies.ts) says what its original does. */
export function saidOf(links: Links, copies: Map<string, string[]>): Said {
  const numbers = new Map(links.entries.map(({ statement: { id } }, number) => [id, number]))
  const originals = new Map([...copies].flatMap(([id, others]) => others.map(other => [other, id] as const)))
  const documents = links.first.map(at => links.entries[at]?.statement.regulation)
  const grouped = links.said.map(() => null as Map<string, SaidAt[]> | null)
  const placesOf = (number: number) => {
    const known = grouped[number]
    if (known) return known
    const places = new Map<string, SaidAt[]>()
    for (const [to, probability] of links.said[number]!) {
      const document = documents[links.documents[to]!]!
      if (probability < LEAST_SAID) continue
      const at = {
        statement: links.entries[to]!.statement.id,
        probability: Math.round(probability * 100) / 100,
      }
      const others = places.get(document)
      if (others) others.push(at)
      else places.set(document, [at])
    }
    for (const [document, others] of places)
      places.set(
        document,
        others
          .sort((x, y) => y.probability - x.probability || (x.statement < y.statement ? -1 : 1))
          .slice(0, MOST_PLACES),
      )
    grouped[number] = places
    return places
  }
  return (statement, document) => {
    const own = documentOf(statement)
    const [from, to] = [originals.get(own) ?? own, originals.get(document) ?? document]
    if (from === to) return [{ statement: `${document}${statement.slice(own.length)}`, probability: 1 }]
    const number = numbers.get(`${from}${statement.slice(own.length)}`)
    const places = number === undefined ? [] : (placesOf(number).get(to) ?? [])
    if (to === document) return places
    return places.map(place => ({ ...place, statement: `${document}${place.statement.slice(to.length)}` }))
  }
}

/** What two documents say of each other, as the page loads it: for each statement that the other may say its places, ids without the document. */
export interface PackedSaid {
  a: Record<string, [statement: string, probability: number][]>
  b: Record<string, [statement: string, probability: number][]>
}

/** Packs what two documents say of each other; `statements` are the ids of either one's. */
export function packSaid(
  said: Said,
  a: { id: string; statements: string[] },
  b: { id: string; statements: string[] },
): PackedSaid {
  const packed = (from: typeof a, to: typeof b) =>
    Object.fromEntries(
      from.statements.flatMap(id => {
        const places = said(id, to.id).map(({ statement, probability }): [string, number] => [
          statement.slice(to.id.length + 1),
          probability,
        ])
        return places.length > 0 ? [[id.slice(from.id.length + 1), places] as const] : []
      }),
    )
  return { a: packed(a, b), b: packed(b, a) }
}

/** What `packSaid` packed of the documents with these ids. */
export function unpackSaid(a: string, b: string, packed: PackedSaid): Said {
  return (statement, document) => {
    const own = document === b ? packed.a : document === a ? packed.b : {}
    const from = document === b ? a : b
    const places = own[statement.slice(from.length + 1)] ?? []
    return places.map(([id, probability]) => ({ statement: `${document}/${id}`, probability }))
  }
}
