import { likeness } from '../diff/likeness.ts'
import { LEVELS } from '../lexicon/modality.ts'
import type { Answer, Statement } from '../statement-types.ts'
import { articleAddressOf, documentOf } from '../structure/address.ts'
import type { Regulation } from '../types.ts'
import type { Asked } from './asking.ts'
import { ALL, type Check, type Draft, type DraftDocument, type Finding } from './check-types.ts'
import { both, foundAt } from './findings.ts'
import { ownText, type PeerNumber, rangeText } from './peer-numbers.ts'
import { AGREEING_PEERS, ENOUGH_PEERS, PARAGRAPH_SHOWN, SAME_MODAL_ACT, STRAY_SHARE } from './thresholds.ts'

/** Checks that need the peers: what most of them have, say, or put elsewhere. Told only where at least three peers speak. */

export interface Beside {
  peers: DraftDocument[]
  asked: Asked
  numbers: PeerNumber[]
}

type PeerCheck = Omit<Check, 'find'> & { find(draft: Draft, beside: Beside): Finding[] }

const OUTSIDE: PeerCheck = {
  name: 'number-outside',
  applies: ALL,
  severity: 'warning',
  source: 'peers',
  find: (draft, { numbers }) =>
    numbers
      .filter(({ verdict }) => verdict === 'outside')
      .flatMap(number => {
        const { address, quote, subject, peers } = number
        const provision = draft.provisions.find(each => each.address === address && each.quote === quote)
        const [range, given] = [rangeText(number), ownText(number)]
        return provision
          ? [
              foundAt(address, provision.span, {
                message: both(
                  `“${subject}”为${given.zh}，${peers.length}地的同类规定为${range.zh}`,
                  `${subject}: ${given.en}; in ${peers.length} peers it is ${range.en}`,
                ),
                remedy: both('核对数字，确需不同的说明理由', 'check the number, or give a reason'),
              }),
            ]
          : []
      }),
}

const NO_APPLICATION: PeerCheck = {
  name: 'application-missing',
  applies: ALL,
  severity: 'warning',
  source: 'peers',
  find: (draft, { peers }) => {
    const having = peers.filter(({ statements }) => statements.some(isApplication)).length
    const first = draft.regulation.articles[0]
    if (
      !first ||
      peers.length < ENOUGH_PEERS ||
      having * 2 <= peers.length ||
      draft.statements.some(isApplication)
    )
      return []
    return [
      foundAt(
        first.address,
        { start: first.start, end: first.start + Math.max(1, first.label.length) },
        {
          message: both(
            `没有适用范围条款，${peers.length}地中${having}地有`,
            `no clause says to what the text applies; ${having} of ${peers.length} peers have one`,
          ),
          remedy: both('写明适用范围（本……适用于……）', 'say to what it applies: 本……适用于……'),
        },
      ),
    ]
  },
}

function isApplication({ text }: Statement): boolean {
  return /适用(?:于)?本(?:条例|规则|办法|规定|细则)|本(?:条例|规则|办法|规定|细则)(?:所称[^。]*)?适用于/.test(
    text,
  )
}

const MODALITY: PeerCheck = {
  name: 'modality-differs',
  applies: ALL,
  severity: 'note',
  source: 'peers',
  find: (draft, { asked }) =>
    draft.statements.flatMap(statement => {
      const own = levelOf(statement)
      if (own === null) return []
      const act = actOf(statement)
      const levels = saidBy(asked, statement)
        .filter(each => likeness(actOf(each), act) >= SAME_MODAL_ACT)
        .flatMap(each => levelOf(each) ?? [])
      if (levels.length < ENOUGH_PEERS) return []
      const usual = mostCommon(levels)
      const agreeing = levels.filter(each => each === usual).length
      if (usual === own || agreeing < levels.length * AGREEING_PEERS) return []
      const [zh, en] = own > usual ? ['严于', 'stricter than'] : ['宽于', 'looser than']
      return [
        foundAt(statement.address, statement.span, {
          message: both(
            `用语轻重${zh}多数同类规定（${agreeing}/${levels.length}地用“${LEVEL_WORDS[usual]}”）`,
            `${en} the wording of most peers (${agreeing} of ${levels.length} say ${LEVEL_WORDS[usual]})`,
          ),
          remedy: both('核对是否有意为之', 'check whether it is meant'),
        }),
      ]
    }),
}

const LEVEL_WORDS: Record<number, string> = { 4: '不得', 3: '应当', 2: '鼓励', 1: '可以' }

/** 4 forbids … 1 permits; null without a modal word. */
function levelOf({ text }: Statement): number | null {
  const place = LEVELS.findIndex(pattern => pattern.test(text))
  return place < 0 ? null : 4 - place
}

/** What the modal word is said of: the clause behind it. Two statements that say each other may bind, in theirs, to other acts. */
function actOf({ text }: Statement): string {
  const found = LEVELS.map(pattern => pattern.exec(text)).find(each => each !== null)
  return found ? /^[^，；。：]*/.exec(text.slice(found.index + found[0].length))![0] : ''
}

/** Statements of the peers that say the draft's wholly, as far as it can be told for sure: the best of each peer. */
function saidBy({ ofDraft, statements }: Asked, { id }: Statement): Statement[] {
  const answers: Answer[] = [...(ofDraft.get(id)?.values() ?? [])]
  return answers.flatMap(({ said, sure, places }) => {
    const there = said === 'yes' && sure && places[0] ? statements.get(places[0].statement) : undefined
    return there ? [there] : []
  })
}

function mostCommon(values: number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]![0]
}

/** An article whose matter most peers put under the heading of another chapter of the draft. */
const ASTRAY: PeerCheck = {
  name: 'paragraph-astray',
  applies: ALL,
  severity: 'note',
  source: 'peers',
  find: (draft, { peers, asked }) => {
    const headings = new Map(peers.flatMap(({ regulation }) => headingsOf(regulation)))
    // A peer without a chapter of this name could not put it there.
    const chaptersOf = new Map(
      peers.map(({ regulation }) => [regulation.id, new Set(headingsOf(regulation).map(([, each]) => each))]),
    )
    const own = new Map(headingsOf(draft.regulation))
    const chapters = new Set(own.values())
    return draft.units
      .filter(({ kind }) => kind === 'paragraph')
      .flatMap(unit => {
        const here = own.get(articleAddressOf(unit.address))
        if (here === undefined) return []
        const votes = draft.statements
          .filter(({ address }) => address === unit.address)
          .flatMap(statement => saidBy(asked, statement))
          .filter(({ address }) => chaptersOf.get(documentOf(address))?.has(here))
          .flatMap(({ address }) => headings.get(articleAddressOf(address)) ?? [])
        const known = votes.filter(heading => chapters.has(heading))
        if (known.length < ENOUGH_PEERS || known.includes(here)) return []
        const [heading, count] = [...countsOf(known)].sort((a, b) => b[1] - a[1])[0]!
        if (count < votes.length * STRAY_SHARE) return []
        const from = unit.passage.runs[0]?.[1]
        if (from === undefined) return []
        return [
          foundAt(
            unit.address,
            { start: from, end: from + Math.min(unit.text.length, PARAGRAPH_SHOWN) },
            {
              message: both(
                `内容属于“${heading}”，同类规定多放在该章，此处在“${here}”`,
                `its matter belongs to ${heading}, where most peers put it; here it stands in ${here}`,
              ),
              remedy: both(`移至“${heading}”一章`, `move it to the chapter ${heading}`),
            },
          ),
        ]
      })
  },
}

/** Each article's chapter heading. */
function headingsOf({ divisions, articles }: Regulation): [string, string][] {
  const headings = new Map(divisions.map(({ address, heading }) => [address, heading]))
  const chapters = new Map(
    divisions.map(({ address, parent, kind }) => [address, kind === 'section' && parent ? parent : address]),
  )
  return articles.flatMap(({ address, division }): [string, string][] => {
    const heading = division === null ? undefined : headings.get(chapters.get(division) ?? division)
    return heading ? [[address, heading]] : []
  })
}

function countsOf(values: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** In the order in which they are told. */
export const PEER_CHECKS: readonly PeerCheck[] = [NO_APPLICATION, OUTSIDE, MODALITY, ASTRAY]
