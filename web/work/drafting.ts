import { readDocument, readRegulation } from '../../src/analyse.ts'
import type { DraftDocument } from '../../src/drafting/check-types.ts'
import { laddersIn, readOf } from '../../src/drafting/draft.ts'
import { type Checked as Checking, checkAgain, checkArticle } from '../../src/drafting/rechecking.ts'
import { provisionsOf } from '../../src/provisions/extract.ts'
import { ReadError } from '../../src/read/error.ts'
import { loadReaders, readSource } from '../../src/read/read.ts'
import type { Noise, Regulation, Stretch } from '../../src/types.ts'
import { deskFile } from '../parts/data.ts'
import type { Checked, CheckedSoFar, DeskJobs, Opened } from './desk-types.ts'
import { pause } from './pause.ts'

/** What the desk has done beside the page that needs no other document: files opened, drafts read and checked. */

export const DRAFT_ID = 'draft'

// Beyond this a file is no draft of one regulation, and checking it would take minutes.
const LONGEST_DRAFT = 400_000

/** Loads the readers of all kinds of files, and the tables that a pdf may lean on. */
export async function prepareReaders(): Promise<null> {
  await Promise.all([loadReaders(), tables().catch(() => null)])
  await checkedDraft({ text: WARMING, place: '' }, () => {}, new AbortController().signal)
  return null
}

// Read once before there is a draft, so that the first one finds the program warm.
const WARMING =
  '某市工作规则\n第一章　总则\n第一条　为了规范工作，制定本规则。\n第二条　会议每月召开2次，由市长主持。\n'.repeat(
    3,
  )

export async function openDraft({ bytes, file }: DeskJobs['openDraft']['input']): Promise<Opened> {
  const entry = { id: DRAFT_ID, place: '', file }
  try {
    const source = await readSource(bytes, entry, { pdf: { characterTable: tableOf } })
    if (source.text.length > LONGEST_DRAFT)
      return { refused: 'too-long', message: String(source.text.length) }
    const noise = source.noise ?? []
    return {
      text: withoutNoise(source.text, noise).replace(/\r\n?/g, '\n'),
      left: noise
        .filter(({ kind }) => kind !== 'hard-wrap')
        .map(({ kind, span }) => ({ kind, text: source.text.slice(span.start, span.end).trim() })),
      problems: source.problems ?? [],
    }
  } catch (error) {
    if (error instanceof ReadError) return { refused: error.code, message: error.message }
    throw error
  }
}

function withoutNoise(text: string, noise: Noise[]): string {
  let kept = ''
  let at = 0
  for (const { span } of noise) {
    kept += text.slice(at, Math.max(at, span.start))
    at = Math.max(at, span.end)
  }
  return kept + text.slice(at)
}

/** The draft as every job reads it. */
export function readDraft(text: string, place: string): DraftDocument {
  return readDocument({ id: DRAFT_ID, place, file: 'draft.txt', text })
}

// As it was checked last: what has not changed since is not looked at again.
let last: (Checking & { place: string }) | null = null

/** Tells what is found in the article that has changed as soon as that is known; gives up between two steps once nobody waits. */
export async function checkedDraft(
  { text, place }: DeskJobs['checkDraft']['input'],
  told: (so: CheckedSoFar) => void,
  signal: AbortSignal,
): Promise<Checked> {
  const before = last?.place === place ? last : null
  const faults = before && checkArticle(text, before)
  if (faults) told({ text, faults })
  await wanted(signal)
  const source = { id: DRAFT_ID, place, file: 'draft.txt', text }
  const regulation = readRegulation(source)
  await wanted(signal)
  const document = { source, regulation, statements: [], provisions: provisionsOf(regulation) }
  await wanted(signal)
  last = { ...checkAgain(document, place, before), place }
  return {
    text,
    regulation: { ...regulation, accounting: aroundOf(regulation) },
    read: readOf(document),
    faults: last.faults,
    ladders: laddersIn(document),
    name: last.draft.name,
    place: last.draft.place,
  }
}

async function wanted(signal: AbortSignal): Promise<void> {
  await pause()
  if (signal.aborted) throw new Error('no longer wanted')
}

/** Of where each character went what a file made of the draft needs: what stands around the articles, and noise. */
function aroundOf({ accounting }: Regulation): Stretch[] {
  return accounting.filter(({ class: kind }) => kind === 'front' || kind === 'back' || kind === 'noise')
}

let loaded: Promise<Record<string, string>> | undefined

function tables(): Promise<Record<string, string>> {
  loaded ??= deskFile<Record<string, string>>('character-tables.json')
  return loaded
}

async function tableOf(name: string): Promise<Uint8Array> {
  const table = (await tables())[name]
  if (table === undefined) throw new Error(`no table ${name}`)
  return Uint8Array.from(atob(table), character => character.charCodeAt(0))
}
