import type { Fault } from '../../../src/drafting/check-types.ts'
import { targetOf } from '../../../src/drafting/editing/adopt.ts'
import { shifted } from '../../../src/drafting/editing/shifting.ts'
import { currentRoute, refresh } from '../../parts/router.ts'
import type { Checked, CheckedSoFar, Covered, OpenedText } from '../../work/desk-types.ts'
import { run } from '../../work/work.ts'
import type { Work } from './draft-work.ts'
import { keepDraft } from './keeping.ts'

/**
 * The draft that is being written. It lives in the memory of the page alone: not in the address, and in the browser's storage only
 * on consent (keeping.ts). Views are told of it by `refresh`.
 */

export interface Desk {
  work: Work | null
  /** What was left out of the file, and doubts in reading it. */
  left: OpenedText['left']
  problems: OpenedText['problems']
  /** Of the present text, or of the text just before it while it is being checked. */
  checked: Checked | null
  /** The faults of a text after that, as far as its changed article tells them; null once that text is checked. */
  quick: { text: string; faults: Fault[] } | null
  covered: Covered | null
  /** How far the draft has been put beside the peers, 0 to 1; null when nobody is at it. */
  share: number | null
  /** Peers that count; null for all. */
  peers: string[] | null
  /** What went wrong in a worker. */
  failed: string | null
}

export const desk: Desk = {
  work: null,
  left: [],
  problems: [],
  checked: null,
  quick: null,
  covered: null,
  share: null,
  peers: null,
  failed: null,
}

const EMPTY: Work = {
  text: '',
  place: '',
  province: '',
  file: '',
  mark: '',
  wanted: [],
  ignored: {},
  unneeded: {},
  taken: [],
  reasons: {},
}

/** Begins with a draft; what was there before is gone. */
export function begin(work: Partial<Work>, opened?: Pick<OpenedText, 'left' | 'problems'>): void {
  desk.work = { ...EMPTY, ...work }
  desk.left = opened?.left ?? []
  desk.problems = opened?.problems ?? []
  desk.checked = null
  desk.quick = null
  desk.covered = null
  desk.failed = null
  past = []
  future = []
  keepDraft(desk.work)
  void check()
}

/** Puts the draft away. */
export function end(): void {
  desk.work = null
  desk.checked = null
  desk.quick = null
  desk.covered = null
  past = []
  future = []
  stop()
}

/** Changes anything but the text. */
export function change(changes: Partial<Omit<Work, 'text'>>): void {
  if (!desk.work) return
  const place = desk.work.place
  Object.assign(desk.work, changes)
  keepDraft(desk.work)
  if (desk.work.place !== place) {
    desk.covered = null
    void check()
  }
  tell()
}

// Undo ------------------------------------------------------------------------------------------------------------------

interface Step {
  text: string
  caret: number
}

let past: Step[] = []
let future: Step[] = []
let lastTyped = 0

// Keys that follow each other within this time are undone together.
const TYPED_TOGETHER = 900
const MOST_STEPS = 400

/** Sets the text as it is after a key. */
export function typed(text: string, caret: number, now: number): void {
  const { work } = desk
  if (!work || text === work.text) return
  const isSame = now - lastTyped < TYPED_TOGETHER && Math.abs(text.length - work.text.length) <= 2
  if (!isSame || past.length === 0) remember(caret)
  lastTyped = now
  future = []
  setText(text)
}

/** Sets a text that a command made; one step back undoes it. */
export function edit(text: string, caret = 0): void {
  if (!desk.work || text === desk.work.text) return
  remember(caret)
  lastTyped = 0
  future = []
  setText(text)
  tell()
}

export const canUndo = (): boolean => past.length > 0
export const canRedo = (): boolean => future.length > 0

/** Goes a step back (or forward); gives where the caret belongs. */
export function undo(): number | null {
  return goTo(past, future)
}
export function redo(): number | null {
  return goTo(future, past)
}

function goTo(from: Step[], to: Step[]): number | null {
  const step = from.pop()
  if (!step || !desk.work) return null
  to.push({ text: desk.work.text, caret: step.caret })
  lastTyped = 0
  setText(step.text)
  tell()
  return step.caret
}

function remember(caret: number): void {
  past.push({ text: desk.work!.text, caret })
  if (past.length > MOST_STEPS) past.shift()
}

function setText(text: string): void {
  desk.work!.text = text
  keepDraft(desk.work!)
  schedule()
}

// Checking --------------------------------------------------------------------------------------------------------------

let waiting: ReturnType<typeof setTimeout> | undefined
let checking: AbortController | null = null
let covering: AbortController | null = null

// A pause in typing: long enough for the next key of who types quickly, short enough that findings follow at once.
const PAUSE = 70
const PAUSE_BEFORE_PEERS = 500
// The page is not drawn again for each of forty peers.
const SHARE_SHOWN_EVERY = 250

function schedule(): void {
  stop()
  waiting = setTimeout(check, PAUSE)
}

/** What is being worked out of a text that is no more is of no use. */
function stop(): void {
  clearTimeout(waiting)
  checking?.abort()
  stopCovering()
}

function stopCovering(): void {
  covering?.abort()
  covering = null
  desk.share = null
}

async function check(): Promise<void> {
  const { work } = desk
  if (!work) return
  stop()
  const own = new AbortController()
  checking = own
  const { text, place } = work
  try {
    const told = (so: CheckedSoFar) => {
      if (own.signal.aborted) return
      desk.quick = so
      tell()
    }
    const checked = await run('checkDraft', { text, place }, { told, signal: own.signal })
    if (own.signal.aborted || !('read' in checked)) return
    desk.checked = checked
    desk.quick = null
    desk.failed = null
    tell()
    if (!isCovered()) waiting = setTimeout(cover, desk.covered ? PAUSE_BEFORE_PEERS : 0)
  } catch (error) {
    if (own.signal.aborted) return
    desk.failed = String(error)
    tell()
  }
}

/** Where the draft is of: as the drafter says, else as its title tells, and the province in full by the list of cities. */
export function placeOfDraft(): { place: string; province: string } {
  const { work, checked } = desk
  return targetOf(work?.place || checked?.place || '', work?.province)
}

/** Whether the peers were asked about this very text. */
export function isCovered(): boolean {
  return desk.covered !== null && desk.covered.text === desk.work?.text
}

/** Puts the draft beside the chosen peers, now. */
export async function cover(): Promise<void> {
  const { work } = desk
  if (!work || work.text.trim() === '') return
  stopCovering()
  const own = new AbortController()
  covering = own
  desk.share = 0
  tell()
  const { text } = work
  const { place } = placeOfDraft()
  let shown = performance.now()
  try {
    const told = (so: Covered | { share: number }) => {
      if (own.signal.aborted || !('share' in so)) return
      desk.share = so.share
      if (performance.now() - shown < SHARE_SHOWN_EVERY) return
      shown = performance.now()
      tell()
    }
    const covered = await run('cover', { text, place, peers: desk.peers }, { told, signal: own.signal })
    if (own.signal.aborted || desk.work !== work || !('coverage' in covered)) return
    desk.covered = covered
    desk.share = null
    desk.failed = null
  } catch (error) {
    if (own.signal.aborted) return
    desk.failed = String(error)
    desk.share = null
  }
  tell()
}

function tell(): void {
  if (currentRoute().view === 'desk') refresh()
}

// Findings --------------------------------------------------------------------------------------------------------------

/** What tells a finding from others when the text around it has changed. */
export function keyOfFault({ rule, article, quote }: Pick<Fault, 'rule' | 'article' | 'quote'>): string {
  return [rule, article, quote].join('|')
}

/** All findings at their places in the present text, in its order; those whose words have changed meanwhile are left out. */
export function findings(): Fault[] {
  const { work, checked, quick, covered } = desk
  if (!work) return []
  const own = quick ?? checked
  if (told?.text === work.text && told.own === own && told.covered === covered) return told.faults
  const all = [own, covered].flatMap(each => (each ? shifted(each.faults, each.text, work.text) : []))
  told = { text: work.text, own, covered, faults: all.sort((a, b) => a.start - b.start || a.end - b.end) }
  return told.faults
}

// A screen asks for them many times over.
let told: { text: string; own: Desk['quick']; covered: Covered | null; faults: Fault[] } | null = null

/** Findings that are to be followed: not those ignored. */
export function openFindings(): Fault[] {
  return findings().filter(fault => desk.work!.ignored[keyOfFault(fault)] === undefined)
}
