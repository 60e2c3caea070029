import { groupBy } from '../group.ts'
import type { Vector } from '../index/vector.ts'
import type { Penalty, PunishedAct } from '../penalty-types.ts'
import type { Statement } from '../statement-types.ts'
import { isInAnnex } from '../structure/address.ts'
import type { Cut, Provision } from '../types.ts'
import { actsAlike } from './acts.ts'
import type { Deed } from './deeds.ts'
import { type Delegation, delegateFor, delegationsIn } from './delegation.ts'
import { brokenBy, citedDuties, conductWithin, type Duty, dutiesIn } from './duties.ts'
import { cosine, type Described, vectorsOf, verbsOf } from './likeness.ts'
import type { OwnAct } from './own.ts'
import { type Act, BEFORE_COURTS, type PenalDocument, type Placed, punishedIn } from './read.ts'
import { type Nearby, NOBODY } from './said.ts'
import { sumsOf } from './sanctions.ts'
import { statesOf } from './states.ts'
import { BROKEN_FROM } from './thresholds.ts'

export interface Penalties {
  /** In the order of the documents and of their texts. */
  penalties: Penalty[]
  /** Rows over all documents; those of most documents first. */
  acts: PunishedAct[]
}

/**
 * Who is fined how much for what, over all documents; their order changes nothing but that of the rows. `nearby` says which statements
 * say each other.
 */
export function penaltiesOf(documents: PenalDocument[], cut: Cut, nearby: Nearby = NOBODY): Penalties {
  const drafts = documents.map(draftOf)
  const described = drafts.flatMap(({ place, acts, duties }) => [
    ...acts.map(({ deed }) => describedAs(deed, place)),
    ...duties.map(({ deed }) => describedAs(deed, place)),
  ])
  const { vectorOf } = vectorsOf(described, cut)
  const own = drafts.map(draft => withDuties(draft, vectorOf))
  const { acts, idOf } = actsAlike(
    own.flatMap(({ acts }) => acts),
    nearby,
  )
  const penalties = own.flatMap(({ acts }) =>
    acts.flatMap(act => act.rows.map(row => ({ act: idOf(act), ...row }))),
  )
  return { penalties, acts: statesOf(acts, own, documents) }
}

function describedAs({ text, setting }: Deed, place: string, duty = ''): Described {
  return { text, setting, duty, place }
}

interface DraftAct {
  deed: Deed
  /** Id of the sentence whose open list takes it in; it is none where the sentence names it. */
  restOf?: string
  cited: string[]
  rows: Omit<Penalty, 'act' | 'duty'>[]
}

interface Draft {
  id: string
  place: string
  acts: DraftAct[]
  duties: Duty[]
  /** Ids of the statements of each unit. */
  statements: Map<string, string[]>
}

function draftOf(document: PenalDocument): Draft {
  const { regulation, statements, provisions } = document
  const duties = dutiesIn(statements, regulation.articles)
  const delegated = delegationsIn(statements)
  const inText = punishedIn(document).flatMap(({ act, sanctions }) =>
    deedsIn(act, duties).map(deed => ({
      deed,
      ...(act.isRest && { restOf: act.statement.id }),
      cited: act.cited,
      rows: sanctions.map(sanction => rowOf(deed, act, sanction, delegated)),
    })),
  )
  return {
    id: regulation.id,
    place: regulation.place,
    acts: [...inText, ...inTables(provisions)],
    duties,
    statements: idsByUnit(statements),
  }
}

function idsByUnit(statements: Statement[]): Draft['statements'] {
  const byUnit = groupBy(statements, ({ address }) => address)
  return new Map([...byUnit].map(([address, own]) => [address, own.map(({ id }) => id)]))
}

/** The acts as named, else those of the duties cited, else the words of the citation. */
function deedsIn({ deed, words, cited, isRest }: Act, duties: Duty[]): Deed[] {
  if (deed) return [deed]
  if (isRest) return conductWithin(cited, duties).map(duty => duty.deed)
  const found = citedDuties(cited, duties)
  return found.length > 0 ? found.map(duty => duty.deed) : [{ text: words, setting: '', subject: null }]
}

function rowOf(deed: Deed, act: Act, sanction: Placed, delegated: Delegation[]): DraftAct['rows'][number] {
  const { statement: at, only: _, ...rest } = sanction
  // An item that its lead-in punishes is quoted itself; else the sentence that punishes.
  const statement = act.statement.address.startsWith(`${at.address}/`) ? act.statement : at
  const { address, id, range, span, text } = statement
  return {
    address,
    statement: id,
    range,
    span,
    quote: text,
    deed: wordsOf(deed),
    ...rest,
    note: [act.isRest ? '由“等行为”概括' : '', rest.note].filter(Boolean).join('；'),
    authority: rest.authority ?? (BEFORE_COURTS.test(rest.note) ? null : delegateFor(address, delegated)),
    addressee: rest.addressee ?? deed.subject,
  }
}

function wordsOf({ text, setting }: Deed): string {
  return setting === '' || text.startsWith(setting) ? text : `${setting}，${text}`
}

/** Fines in tables of an annex: the row names the act. */
function inTables(provisions: Provision[]): DraftAct[] {
  return provisions
    .filter(({ address, measure }) => isInAnnex(address) && /^fine/.test(measure))
    .map(provision => {
      const { address, range, span, quote, subject, addressee, condition, actor } = provision
      const { note, ...sums } = sumsOf(provision)
      const deed = { text: subject, setting: '', subject: addressee }
      const row = {
        address,
        statement: null,
        range,
        span,
        quote,
        deed: subject,
        kind: 'fine' as const,
        addressee,
        condition,
        ...sums,
        authority: actor,
        note,
      }
      return { deed, cited: [], rows: [row] }
    })
}

/** A document's acts with the duties they break, found by likeness where they are not cited. */
function withDuties({ id, place, acts, duties, statements }: Draft, vectorOf: (act: Described) => Vector) {
  const named = acts
    .filter(({ restOf }) => restOf === undefined)
    .map(act => ({ act, vector: vectorOf(describedAs(act.deed, place)) }))
  const isNamed = ({ deed, restOf }: DraftAct) =>
    named.some(
      ({ act, vector }) =>
        act.rows[0]?.statement === restOf &&
        cosine(vector, vectorOf(describedAs(deed, place))) >= BROKEN_FROM,
    )
  const dutyVectors = duties.map(({ deed }) => vectorOf(describedAs(deed, place)))
  return {
    id,
    duties: duties.map((duty, at) => ({ ...duty, vector: dutyVectors[at]!, verbs: verbsOf(duty.deed.text) })),
    acts: acts
      .filter(act => act.restOf === undefined || !isNamed(act))
      .map(({ deed, cited, rows }): OwnAct => {
        const address = rows[0]?.address ?? ''
        const vector = vectorOf(describedAs(deed, place))
        const { addresses, best } = brokenBy({ vector, address, cited }, duties, dutyVectors)
        const duty = best === null ? '' : wordsOf(duties[best]!.deed)
        return {
          regulation: id,
          deed,
          duty: addresses,
          vector: vectorOf(describedAs(deed, place, duty)),
          verbs: verbsOf(deed.text),
          rows: rows.map(row => ({ ...row, duty: addresses })),
          duties: addresses.flatMap(each => statements.get(each) ?? []),
        }
      }),
  }
}
