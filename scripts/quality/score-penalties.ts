import type { Penalty, PunishedAct } from '../../src/penalty-types.ts'
import { documentOf } from '../../src/structure/address.ts'
import type { Part } from './score-claims.ts'

/** What a careful reader found of one act in one document (gold/README.md, "Second round"). */
export interface GoldPenalties {
  act: string
  document: string
  /** Of the clause that punishes; null where none does. */
  address: string | null
  duty: string[]
  penalties: {
    kind: string
    addressee: string | null
    condition: string | null
    min: number | null
    max: number | null
  }[]
  arguable?: boolean | string
  note?: string | null
}

/** Scores of penalties; `rows` are B-cubed precision and recall of acts. */
export interface PenaltyScores {
  /** Of the entries, those with rows at their address; of these the ones with all sums right, and with addressee and condition too. */
  found: Part
  sumsRight: Part
  qualified: Part
  /** Of the entries that are forbidden and not punished, those whose act has that state in their document. */
  forbidden: Part
  rows: { precision: number; recall: number }
  /** A line for each entry not found, or not right. */
  misses: string[]
}

type Row = Pick<Penalty, 'act' | 'address' | 'kind' | 'addressee' | 'condition' | 'min' | 'max'>

/** Scores rows against the gold as score_penalties.py does: the same definitions, entries marked arguable, close or partial left out. */
export function scorePenalties(
  rows: Row[],
  gold: GoldPenalties[],
  acts: Pick<PunishedAct, 'id' | 'states'>[] = [],
): PenaltyScores {
  const judged = gold
    .filter(entry => entry.address !== null && entry.penalties.length > 0 && !isArguable(entry))
    .map(entry => ({ entry, ...judge(entry, rows) }))
  const found = judged.filter(({ acts }) => acts !== null)
  const part = (is: (each: (typeof found)[number]) => boolean): Part => ({
    of: found.length,
    are: found.filter(is).length,
  })
  return {
    found: { of: judged.length, are: found.length },
    sumsRight: part(({ sums }) => sums),
    qualified: part(({ sums, qualified }) => sums && qualified),
    forbidden: forbiddenRight(
      judged.map(({ entry, acts }) => ({ gold: entry.act, acts })),
      gold.filter(entry => entry.address === null && entry.duty.length > 0 && !isArguable(entry)),
      acts,
    ),
    rows: bCubed(judged.map(({ entry, acts }) => ({ gold: entry.act, acts }))),
    misses: judged.flatMap(({ entry, acts, sums, qualified }) => {
      const fault =
        acts === null ? 'not found' : !sums ? 'sums' : !qualified ? 'addressee or condition' : null
      return fault === null ? [] : [`${fault}: ${entry.act} ${entry.document}/${entry.address}`]
    }),
  }
}

/** Whether careful readers may judge the entry either way. */
function isArguable({ arguable, note }: GoldPenalties): boolean {
  return Boolean(arguable) || /arguable|close|partial/.test(note ?? '')
}

/** What stands at an entry's place: how often each act does, and what of its sanctions is right; no acts where nothing stands there. */
function judge({ document, address, penalties }: GoldPenalties, rows: Row[]) {
  const at = `${document}/${address}`
  const near = rows.filter(row => documentOf(row.address) === document && isNear(row.address, at))
  if (near.length === 0) return { acts: null, sums: false, qualified: false }
  const exact = near.some(row => row.address === at) ? near.filter(row => row.address === at) : near
  const same = penalties.map(gold =>
    near.filter(row => row.kind === gold.kind && row.min === gold.min && row.max === gold.max),
  )
  const hits = same.flatMap(each => {
    const here = each.filter(row => exact.includes(row))
    return here.length > 0 ? here : each
  })
  const acts = new Map<string, number>()
  for (const { act } of hits.length > 0 ? hits : exact) acts.set(act, (acts.get(act) ?? 0) + 1)
  return {
    acts,
    sums: same.every(each => each.length > 0),
    qualified: penalties.every(({ addressee, condition }, n) =>
      same[n]!.some(row => areAlike(addressee, row.addressee) && areAlike(condition, row.condition)),
    ),
  }
}

function isNear(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`)
}

const IN_GOLD: Record<string, string> = { individual: '个人', unit: '单位', any: '' }

/** Blank is anybody; else one contains the other, or they share two characters. */
function areAlike(gold: string | null, told: string | null): boolean {
  const [a, b] = [gold, told].map(words => IN_GOLD[words ?? ''] ?? words ?? '') as [string, string]
  if (a === '' || b === '' || a.includes(b) || b.includes(a)) return true
  return Array.from({ length: Math.max(0, a.length - 1) }, (_, at) => a.slice(at, at + 2)).some(two =>
    b.includes(two),
  )
}

interface Placed {
  gold: string
  acts: Map<string, number> | null
}

/** How many entries of each gold act have each act at their place. */
function votesOf(entries: Placed[]): Map<string, Map<string, number>> {
  const votes = new Map<string, Map<string, number>>()
  for (const { gold, acts } of entries)
    for (const act of acts?.keys() ?? []) {
      const known = votes.get(gold) ?? new Map<string, number>()
      votes.set(gold, known.set(act, (known.get(act) ?? 0) + 1))
    }
  return votes
}

/** Of a gold act the row is that which most of its entries have. */
function forbiddenRight(
  entries: Placed[],
  forbidden: GoldPenalties[],
  acts: Pick<PunishedAct, 'id' | 'states'>[],
): Part {
  const votes = votesOf(entries)
  const asked = forbidden.flatMap(({ act, document }) => {
    const [id] = [...(votes.get(act) ?? [])].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? []
    const state = acts.find(each => each.id === id)?.states.find(each => each.regulation === document)?.state
    return state === undefined ? [] : [state]
  })
  return { of: asked.length, are: asked.filter(state => state === 'forbidden').length }
}

/** Of the acts at its place each entry takes the one that most entries of its gold act have. */
function bCubed(entries: Placed[]) {
  const votes = votesOf(entries)
  const most = (gold: string, acts: Map<string, number>) => {
    const vote = votes.get(gold)!
    return [...acts.keys()].sort((a, b) => vote.get(b)! - vote.get(a)! || (a < b ? 1 : -1))[0]!
  }
  const told = entries.map(({ gold, acts }) => ({ gold, act: acts && most(gold, acts) }))
  const placed = told.filter(({ act }) => act !== null)
  const share = (own: typeof told, is: (each: (typeof told)[number]) => boolean) =>
    own.filter(is).length / own.length
  const mean = (values: number[]) =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  return {
    precision: mean(
      placed.map(({ gold, act }) =>
        share(
          placed.filter(each => each.act === act),
          each => each.gold === gold,
        ),
      ),
    ),
    recall: mean(
      placed.map(({ gold, act }) =>
        share(
          placed.filter(each => each.gold === gold),
          each => each.act === act,
        ),
      ),
    ),
  }
}
