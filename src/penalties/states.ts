import type { PunishedAct } from '../penalty-types.ts'
import type { AlikeActs } from './acts.ts'
import { cosine } from './likeness.ts'
import type { OwnAct, OwnDuty } from './penalties.ts'
import type { PenalDocument } from './read.ts'
import { FORBIDS_FROM } from './thresholds.ts'

/** How each document stands to each act: it punishes it, it forbids it alone, or nothing was found in the whole of it. */
export function statesOf(
  acts: AlikeActs[],
  own: { id: string; acts: OwnAct[]; duties: OwnDuty[] }[],
  documents: PenalDocument[],
): PunishedAct[] {
  return acts.map(({ id, zh, en, members }) => ({
    id,
    zh,
    en,
    states: own.map(({ id: regulation, duties }, at) => {
      const punished = members.filter(member => member.regulation === regulation)
      if (punished.length > 0) {
        const addresses = [...new Set(punished.flatMap(({ rows }) => rows.map(({ address }) => address)))]
        return { regulation, state: 'punished' as const, addresses }
      }
      const addresses = forbidding(members, duties)
      if (addresses.length > 0) return { regulation, state: 'forbidden' as const, addresses }
      const { complete } = documents[at]!.regulation
      return { regulation, state: complete ? ('not-found' as const) : ('incomplete' as const), addresses }
    }),
  }))
}

/** Addresses of the duties that are as like the members as these are among themselves, the likest first. */
function forbidding(members: OwnAct[], duties: OwnDuty[]): string[] {
  const found = duties
    .map(duty => ({ duty, likeness: meanLikeness(members, duty) }))
    .filter(({ likeness }) => likeness >= FORBIDS_FROM)
    .sort((a, b) => b.likeness - a.likeness || (a.duty.statement.address < b.duty.statement.address ? -1 : 1))
  return [...new Set(found.map(({ duty }) => duty.statement.address))]
}

function meanLikeness(members: OwnAct[], { vector }: OwnDuty): number {
  return members.reduce((sum, member) => sum + cosine(member.vector, vector), 0) / members.length
}
