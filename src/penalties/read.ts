import { groupBy } from '../group.ts'
import { MODAL } from '../lexicon/modality.ts'
import { SANCTION_WORDS } from '../lexicon/penalties.ts'
import { addresseeKind } from '../provisions/like.ts'
import type { Statement } from '../statement-types.ts'
import { nameAtHead } from '../statements/actor.ts'
import { spanOf } from '../text/passage.ts'
import type { Item, Paragraph, Passage, Provision, Reference, Regulation, Span, Subitem } from '../types.ts'
import { bare, type Deed, deedsOf, isOpen, subjectOf } from './deeds.ts'
import { type Phrase, phrasesOf, type Role } from './phrases.ts'
import { type Sanction, sanctionsIn } from './sanctions.ts'

/** A document as penalties are read from it. */
export interface PenalDocument {
  regulation: Pick<Regulation, 'id' | 'place' | 'articles' | 'annexes' | 'references' | 'complete'>
  statements: Statement[]
  provisions: Provision[]
}

/** An act in the place that names it. */
export interface Act {
  /** Null where only its duty is cited, in these words. */
  deed: Deed | null
  words: string
  /** Whether it stands for what a list leaves open: 有第五条规定的乱扔垃圾等行为. */
  isRest?: true
  cited: string[]
  statement: Statement
}

/** A sanction in its statement, with what must come on top of the act. */
export interface Placed extends Sanction {
  condition: string | null
  statement: Statement
  /** Items of its own list that alone it is about; null for all. */
  only: string[] | null
}

/** An act with what follows on it. */
export interface Punished {
  act: Act
  sanctions: Placed[]
}

/** What the articles of a document punish, in the order of its text. Takes any text. */
export function punishedIn({ regulation, statements, provisions }: PenalDocument): Punished[] {
  const reading: Reading = {
    statements: groupBy(statements, ({ address }) => address),
    provisions: groupBy(provisions, ({ address }) => address),
    references: groupBy(
      regulation.references.filter(({ kind }) => kind === 'internal'),
      ({ from }) => from,
    ),
  }
  return regulation.articles.flatMap(({ paragraphs }) => {
    let carried: State = NOTHING
    return paragraphs.flatMap(paragraph => {
      const { punished, state } = readUnit(unitOf(paragraph), carried, [], reading)
      carried = state
      return punished
    })
  })
}

interface Reading {
  statements: Map<string, Statement[]>
  provisions: Map<string, Provision[]>
  references: Map<string, Reference[]>
}

/** A unit with those that its text introduces. */
interface Unit extends Span {
  address: string
  passage: Passage
  below: Unit[]
}

function unitOf(unit: Paragraph | Item | Subitem): Unit {
  const { address, passage, start, end } = unit
  const below = 'items' in unit ? unit.items : 'subitems' in unit ? unit.subitems : []
  return { address, passage, start, end, below: below.map(unitOf) }
}

/** The unit's sentences; where an address stands twice (a fault of numbering) not those of the other unit. */
function statementsIn({ address, start, end }: Unit, { statements }: Reading): Statement[] {
  return (statements.get(address) ?? []).filter(({ span }) => start <= span.start && span.end <= end)
}

/** What holds on from one sentence to the next. */
interface State {
  acts: Act[]
  authority: string | null
  /** Who is meant right now: by the act's own words, or by a sanction's (对个人处…). */
  addressee: string | null
  /** Whom the act's words name, and whom the sanctions on it have been on since. */
  doer: string | null
  punished: (string | null)[]
  /** Whether the acts are the items below. */
  isListing: boolean
}

const NOTHING: State = {
  acts: [],
  authority: null,
  addressee: null,
  doer: null,
  punished: [],
  isListing: false,
}

/**
 * Whom a sentence is on that names nobody: whom the sanctions before it name, where that is one; of several (对个人…，对单位…) nobody
 * knows which. Who answers for a unit that is punished too is not who goes on, but where the unit is a body of officials.
 */
function carriedOn({ doer, punished }: State): string | null {
  const [only, another] = new Set(punished.filter(each => each !== doer))
  if (!only || another !== undefined) return doer
  const isAside = addresseeKind(only) === 'official' && addresseeKind(doer) !== 'official'
  return isAside && punished.includes(doer) ? doer : only
}

/** Reads a unit and what is below it; `above` are sanctions of its lead-ins that are due for each of its acts. */
function readUnit(
  unit: Unit,
  before: State,
  above: Placed[],
  reading: Reading,
): { punished: Punished[]; state: State } {
  const own = readSentences(unit, before, reading)
  if (unit.below.length === 0) return { punished: leafOf(unit, own, above, reading), state: own.state }
  const listed = own.punished.filter(({ act }) => act.deed === LISTED).flatMap(({ sanctions }) => sanctions)
  const named = own.punished.filter(({ act }) => act.deed !== LISTED)
  const acts = own.state.acts.filter(({ deed }) => deed !== LISTED)
  const lead: State = { ...own.state, acts }
  const below = unit.below.flatMap(item => {
    const due = [...above, ...listed].filter(({ only }) => only === null || only.includes(item.address))
    return readUnit(item, lead, due, reading).punished
  })
  // What stands behind a list that is punished goes on about its items: 情节严重的，处五千元罚款.
  const items = listed.length > 0 ? below.map(({ act }) => act) : []
  return { punished: [...named, ...below], state: { ...lead, acts: [...acts, ...new Set(items)] } }
}

/** Stands for the items below. */
const LISTED: Deed = { text: '', setting: '', subject: null }

function listedBelow(statement: Statement): Act {
  return { deed: LISTED, words: '', cited: [], statement }
}

/** An item: its own sanctions with those of its lead-in, or its acts with the lead-in's alone. */
function leafOf(unit: Unit, own: Sentences, above: Placed[], reading: Reading): Punished[] {
  if (own.punished.length > 0)
    return own.punished.map(({ act, sanctions }) => ({ act, sanctions: [...above, ...sanctions] }))
  const [statement] = statementsIn(unit, reading)
  if (!statement || above.length === 0) return []
  return actsNamed(unit, statement, reading).map(act => ({ act, sanctions: above }))
}

function actsNamed(unit: Unit, statement: Statement, reading: Reading): Act[] {
  const phrases = phrasesOf(statement.text, statement.range.from)
  const cited = phrases.filter(({ role }) => role === 'cited').flatMap(each => citesIn(each, unit, reading))
  const words = phrases.filter(({ role }) => role !== 'cited' && role !== 'listing').map(({ text }) => text)
  return actsOf(words, cited, statement)
}

function actsOf(words: string[], cited: string[], statement: Statement): Act[] {
  const deeds = deedsOf(words)
  const rest: Act[] =
    isOpen(words) && cited.length > 0 ? [{ deed: null, words: '', isRest: true, cited, statement }] : []
  return deeds.length > 0
    ? deeds.map((deed): Act => ({ deed, words: '', cited, statement })).concat(rest)
    : [{ deed: null, words: words.join('，'), cited, statement }]
}

interface Sentences {
  punished: Punished[]
  state: State
}

/** The sentences of one unit in their order. */
function readSentences(unit: Unit, before: State, reading: Reading): Sentences {
  let state = before
  const punished: Punished[] = []
  for (const statement of statementsIn(unit, reading)) {
    const read = readSentence(statement, state, unit, reading)
    punished.push(...read.punished)
    state = read.state
  }
  return { punished: joined(punished), state }
}

/** One sentence: its phrases in order; an act holds until the next is named, a stage until the next stage. */
function readSentence(statement: Statement, before: State, unit: Unit, reading: Reading): Sentences {
  const phrases = phrasesOf(statement.text, statement.range.from)
  const state = { ...before, addressee: carriedOn(before), isListing: false }
  const isBy = (doer: string | null) => Object.assign(state, { doer, addressee: doer, punished: [] })
  if (!punishes(statement, phrases, before))
    return { punished: [], state: { ...state, ...leftBy(statement, phrases) } }
  const punished: Punished[] = []
  let [words, named, cited, stages]: string[][] = [[], [], [], []]
  let [names, ordered, since] = [false, false, false]
  const settle = () => {
    if (state.isListing) state.acts = [listedBelow(statement)]
    else if (words!.length > 0) state.acts = actsOf(words!, cited!, statement)
    else if (names) state.acts = [{ deed: null, words: named!.join('，'), cited: cited!, statement }]
    names = false
    words = []
  }
  const begin = () => {
    if (!since) return
    ;[words, named, cited, stages] = [[], [], [], []]
    ;[since, ordered, state.isListing] = [false, false, false]
  }
  for (const phrase of phrases) {
    const { role, text } = phrase
    if (role === 'cited') {
      begin()
      cited!.push(...citesIn(phrase, unit, reading))
      named!.push(bare(text))
      names = true
      isBy(SUBJECT.exec(text)?.[1] ?? null)
    } else if (role === 'listing') {
      begin()
      state.isListing = true
      isBy(LISTED_OF.exec(text)?.[1] ?? subjectOf(words!.join('，')))
    } else if (role === 'act') {
      if (since && !ENDS_ACT.test(text)) continue
      const official = MODAL_WORD.test(text) && !ENDS_ACT.test(text) ? nameAtHead(text) : null
      if (official && words!.length === 0) {
        // 城市管理部门应当进行批评教育，责令改正: who punishes, and no act.
        state.authority = official.name
        continue
      }
      begin()
      if (words!.length === 0 && !names) isBy(null)
      words!.push(text)
    } else if (role === 'whom') state.addressee = WHOM.exec(text)![1]!
    else if (role === 'stage') {
      if (since) stages = []
      if (isAct(text, words!, names, state, before)) words!.push(text)
      else stages!.push(bare(text))
    } else if (role === 'authority' || role === 'basis')
      state.authority = AUTHORITY.exec(text)?.[1] ?? state.authority
    else if (role === 'addressed') {
      if (words!.length === 0 && !names && state.acts.length === 0) words!.push(text)
      else state.addressee = text.slice(1)
    } else if (role === 'sanction') {
      settle()
      since = true
      const found = sanctionsIn(phrase, reading.provisions.get(unit.address) ?? [], ordered)
      for (const { kind, authority, addressee } of found) {
        ordered ||= kind === 'order-to-correct'
        state.authority = authority ?? state.authority
        state.addressee = addressee ?? state.addressee
        state.punished = [...state.punished, state.addressee]
      }
      const only = cited!.some(address => address.startsWith(`${unit.address}/`)) ? [...cited!] : null
      if (only) state.acts = [listedBelow(statement)]
      const sanctions = found.map(each => ({
        ...each,
        // Who is liable, or has committed a crime, is not judged by the authority that fines.
        authority: BEFORE_COURTS.test(each.note) ? each.authority : state.authority,
        addressee: each.addressee ?? state.addressee,
        condition: stages!.join('，') || null,
        statement,
        only,
      }))
      punished.push(...state.acts.map(act => ({ act, sanctions })))
    }
  }
  settle()
  return { punished, state }
}

/** Whether a sentence is about a breach, or about what goes on after one: of 主管部门应当依法查处违法行为 nobody is punished. */
function punishes(statement: Statement, phrases: Phrase[], { acts }: State): boolean {
  if (phrases.some(({ role }) => role === 'cited' || role === 'listing')) return true
  const first = phrases.findIndex(({ role }) => role === 'sanction')
  const isBreach = phrases.some(
    ({ role, text }) => BREACH.has(role) || (role === 'act' && ENDS_ACT.test(text)),
  )
  if (statement.kind !== 'sanction')
    return isBreach && phrases.some(({ role, text }) => role === 'sanction' && SURELY.test(text))
  if (isBreach || acts.some(act => act.statement.address === statement.address)) return true
  if (first === 0 && acts.length > 0 && ON_SOMEBODY.test(phrases[0]!.text)) return true
  return first > 0 && !phrases.slice(0, first).some(({ text }) => MODAL_WORD.test(text))
}
const BREACH = new Set<Role>(['stage', 'whom'])
const ON_SOMEBODY = /^(?:由[^，]*|并|可以)?对[^，]{2,40}(?:处|给予)/
const MODAL_WORD = new RegExp(MODAL)
const ENDS_ACT = /的$/
// What is done to nobody who did not break a rule, and what is left to the rules of penalties.
const SURELY = new RegExp(
  `${(['fine', 'warning', 'confiscation', 'detention', 'take-away'] as const).map(kind => SANCTION_WORDS[kind]).join('|')}|(?:规定|法律|法规)(?:予以|给予|进行)?处[罚理]$`,
)

/**
 * What a sentence that punishes nobody leaves to the next: who punishes (下列处罚由公安机关实施), or an act that only those who
 * do not heed what it says are punished for (乱停车辆的，应当劝阻).
 */
function leftBy(statement: Statement, phrases: Phrase[]): Partial<State> {
  const named = phrases.filter(({ role }) => role === 'basis').map(({ text }) => AUTHORITY.exec(text)?.[1])
  if (named[0]) return { authority: named[0], acts: [] }
  const acts = phrases
    .filter(({ role, text }) => role === 'act' && ENDS_ACT.test(text))
    .map(({ text }) => text)
  return acts.length > 0 ? { acts: actsOf(acts, [], statement) } : {}
}
/** Who is liable, or has committed a crime, is not judged by an authority. */
export const BEFORE_COURTS = /刑事|承担|赔偿/
const LISTED_OF = /^(?!有|对|违反)([^，]{2,40}?)(?:在[^，]*中)?有(?:下列|以下)/
const SUBJECT = /^(?:第[^条]{1,6}条)?(?!对|有|或者|以及)([^，]{2,30}?)违反/
const WHOM = /^(?:属于?|是|系|为)(.+?)(?:行为|责任)?的$/
const AUTHORITY =
  /由([^，。；]{2,60}?)(?:负责)?(?:按照?.*|依照.*|依法.*)?(?:实施|执行|处罚|决定|查处|予以.*)?$/

/** A stage is the act itself where nothing else names one: 造成绿化设施损坏的，责令赔偿. */
function isAct(text: string, words: string[], names: boolean, state: State, before: State): boolean {
  if (words.length > 0 || MERE.test(text)) return false
  return names || (state.acts.length === 0 && before.acts.length === 0)
}
const MERE =
  /^(?:有?(?:前[款条]|[上前]述)(?:规定的?)?(?:违法)?行为)?(?:情节|逾期|拒不|警告|经|限期|不改|不听|有违法所得|没有|后果|首次|初次|尚[未不]|未造成|[未不]?构成|仍|再次|多次|两次|屡|继续|未按期|造成[^，]*(?:损失|损害|后果|事故|影响|伤害)的)/

function citesIn({ from, to }: Phrase, { address, passage }: Unit, { references }: Reading): string[] {
  const { start, end } = spanOf(passage, { from, to })
  const inside = (references.get(address) ?? []).filter(({ start: at }) => start <= at && at < end)
  return [...new Set(inside.flatMap(reference => reference.to))]
}

/** The sanctions of one act together, in the order of the text. */
function joined(punished: Punished[]): Punished[] {
  return [...groupBy(punished, ({ act }) => act)].map(([act, parts]) => ({
    act,
    sanctions: parts.flatMap(({ sanctions }) => sanctions),
  }))
}
