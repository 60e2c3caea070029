import type { Vector } from '../index/vector.ts'
import type { ActState, PunishedAct } from '../penalty-types.ts'
import type { AlikeActs } from './acts.ts'
import { agreement } from './likeness.ts'
import type { OwnAct, OwnDuty } from './own.ts'
import type { PenalDocument } from './read.ts'
import { FORBIDS_FROM } from './thresholds.ts'

/** A document with what it punishes and what it asks. */
interface OwnDocument {
  id: string
  acts: OwnAct[]
  duties: OwnDuty[]
}

/** How each document stands to each act: it punishes it, it forbids it alone, or nothing was found in the whole of it. */
export function statesOf(acts: AlikeActs[], own: OwnDocument[], documents: PenalDocument[]): PunishedAct[] {
  return acts.map(({ id, zh, en, members }) => {
    const centre = centreOf(members.map(({ vector }) => vector))
    return {
      id,
      zh,
      en,
      states: own.map((document, at) => {
        const found = foundIn(members, centre, document)
        const missing: ActState = documents[at]!.regulation.complete ? 'not-found' : 'incomplete'
        return { regulation: document.id, ...(found ?? { state: missing, addresses: [] }) }
      }),
    }
  })
}

function foundIn(
  members: OwnAct[],
  centre: Map<number, number>,
  { id, duties }: OwnDocument,
): { state: ActState; addresses: string[] } | null {
  const punished = members.filter(({ regulation }) => regulation === id)
  if (punished.length > 0) {
    const addresses = new Set(punished.flatMap(({ rows }) => rows.map(({ address }) => address)))
    return { state: 'punished', addresses: [...addresses] }
  }
  const forbidding = duties
    .map(({ statement, vector, verbs }) => ({
      address: statement.address,
      likeness: likenessTo(centre, vector) * meanAgreement(members, verbs),
    }))
    .filter(({ likeness }) => likeness >= FORBIDS_FROM)
    .sort((a, b) => b.likeness - a.likeness || (a.address < b.address ? -1 : 1))
  const addresses = new Set(forbidding.map(({ address }) => address))
  return addresses.size > 0 ? { state: 'forbidden', addresses: [...addresses] } : null
}

/** The mean of the vectors, each of length 1: the product with it is the mean cosine. */
function centreOf(vectors: Vector[]): Map<number, number> {
  const centre = new Map<number, number>()
  // In the order of their words, so that sums are the same whatever the order of documents.
  const sorted = vectors.toSorted((a, b) => a.mass - b.mass || a.norm - b.norm)
  for (const { terms, weights, norm } of sorted)
    for (let at = 0; at < terms.length; at++)
      centre.set(terms[at]!, (centre.get(terms[at]!) ?? 0) + weights[at]! / norm / vectors.length)
  return centre
}

function meanAgreement(members: OwnAct[], verbs: Set<string>): number {
  return members.reduce((sum, member) => sum + agreement(member.verbs, verbs), 0) / members.length
}

function likenessTo(centre: Map<number, number>, { terms, weights, norm }: Vector): number {
  let product = 0
  for (let at = 0; at < terms.length; at++) product += (centre.get(terms[at]!) ?? 0) * weights[at]!
  return product / norm
}
