import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { analyse } from '../../src/analyse.ts'
import { articleAddressOf } from '../../src/structure/address.ts'
import type { Codebook, Difference } from '../../src/types.ts'
import { type Corpus, loadCorpus } from '../io/corpus.ts'
import { cut } from '../io/cut.ts'
import { progress } from '../io/progress.ts'
import { readGold } from './gold.ts'
import type { Figure, Scores } from './scores.ts'

/** A row as it was judged. The address on the right was not kept of rows judged blind. */
export interface JudgedRow extends Pick<Difference, 'kind' | 'left'> {
  right?: string
  left_text: string
  right_text: string
  right_told: boolean
  /** Why what it says counts as a difference no more. */
  withdrawn?: string
}

/** A typed difference, as far as it is compared with a judged one. */
export type Reported = Pick<Difference, 'kind' | 'left' | 'right' | 'leftText' | 'rightText'>

export interface Replay {
  /** Rows judged right, and those of them that are no longer reported: losses. */
  right: JudgedRow[]
  lost: JudgedRow[]
  /** Rows judged wrong, and those of them that are reported still: debts. */
  wrong: JudgedRow[]
  owed: JudgedRow[]
}

/**
 * Judged rows against the differences that are reported now. A row is reported where a difference of its kind stands
 * between the same articles in the same words, or in more or fewer of them. A row that was judged in several rounds counts
 * once; as right only if it was judged right each time. Withdrawn rows are left out.
 */
export function replay(judged: JudgedRow[], differences: Reported[]): Replay {
  const rows = distinct(judged.filter(({ withdrawn }) => withdrawn === undefined))
  const isReported = reportedIn(differences)
  const [right, wrong] = [rows.filter(row => row.right_told), rows.filter(row => !row.right_told)]
  return { right, lost: right.filter(row => !isReported(row)), wrong, owed: wrong.filter(isReported) }
}

function distinct(judged: JudgedRow[]): JudgedRow[] {
  const rows = new Map<string, JudgedRow>()
  for (const row of judged) {
    const key = [row.kind, row.left, row.right, row.left_text, row.right_text].join('\n')
    const known = rows.get(key)
    rows.set(key, known?.right_told === false ? known : row)
  }
  return [...rows.values()]
}

function reportedIn(differences: Reported[]): (row: JudgedRow) => boolean {
  const keyOf = ({ kind, left }: Pick<Difference, 'kind' | 'left'>) => `${kind} ${articleAddressOf(left)}`
  const byLeft = new Map<string, Reported[]>()
  for (const difference of differences) {
    const known = byLeft.get(keyOf(difference))
    if (known) known.push(difference)
    else byLeft.set(keyOf(difference), [difference])
  }
  return row =>
    (byLeft.get(keyOf(row)) ?? []).some(
      ({ right, leftText, rightText }) =>
        (row.right === undefined || articleAddressOf(right) === articleAddressOf(row.right)) &&
        isSame(leftText, row.left_text) &&
        isSame(rightText, row.right_text),
    )
}

/** Whether two quotes are one, or one a part of the other; an empty one only is an empty one. */
function isSame(now: string, then: string): boolean {
  const [a, b] = [now, then].map(text => text.replace(/[\s，。；：、]/g, ''))
  return a === b || (a !== '' && b !== '' && (a!.includes(b!) || b!.includes(a!)))
}

/** The counts of a replay as figures, and each loss and debt as a line. */
export function replayScores({ right, lost, wrong, owed }: Replay): Scores {
  const figure = (name: string, value: number, of: number): Figure => ({
    stage: 'differences',
    name,
    value,
    of,
  })
  return {
    figures: [
      figure('judged right and reported still', right.length - lost.length, right.length),
      figure('judged wrong and reported still', owed.length, wrong.length),
    ],
    misses: [
      ...lost.map(row => `differences: lost ${lineOf(row)}`),
      ...owed.map(row => `differences: owed ${lineOf(row)}`),
    ],
  }
}

function lineOf({ kind, left, right, left_text, right_text }: JudgedRow): string {
  const words = `${left_text || '∅'} → ${right_text || '∅'}`.replace(/\s+/g, ' ')
  return `${left}${right ? ` ~ ${right}` : ''} ${kind}: ${words}`
}

/** The judged rows of one set of texts: those of the rounds whose corpus begins with the name. */
export function judgedRows(gold: string, texts: string): JudgedRow[] {
  const { rounds } = readGold<{ rounds: { corpus: string; judged: JudgedRow[] }[] }>(
    join(gold, 'differences-judged.json'),
    'differences',
  )
  return rounds.filter(({ corpus }) => corpus.startsWith(texts)).flatMap(({ judged }) => judged)
}

/** The name of the corpus of the project in the rounds. */
export const FIVE = 'five regulations'

const ELSEWHERE = ['civility', 'business-environment', 'greening']

/** What was judged in corpora of other genres, replayed; form of quality/reports/replay-elsewhere.json. */
export interface ReplayedElsewhere extends Scores {
  texts: string
}

/** Replays each genre that is a subfolder of `folder`; one that is not there is left out. */
export async function replayElsewhere(gold: string, folder: string): Promise<ReplayedElsewhere[]> {
  const replays: ReplayedElsewhere[] = []
  for (const texts of ELSEWHERE) {
    if (!existsSync(join(folder, texts, 'corpus.json'))) continue
    progress(`replay of judged differences: ${texts}`)
    const corpus = await loadCorpus(join(folder, texts), { codebook: false })
    const { documents, codebook } = asJudged(texts, corpus, gold)
    const { differences } = analyse(texts, documents, { cut, overrides: [], ...(codebook && { codebook }) })
    replays.push({ texts, ...replayScores(replay(judgedRows(gold, texts), differences)) })
  }
  return replays
}

/** Of civility four documents were judged, by the pairs of articles that people had aligned; of the others the whole corpus. */
function asJudged(
  genre: string,
  { documents }: Corpus,
  gold: string,
): Pick<Corpus, 'documents' | 'codebook'> {
  if (genre !== 'civility') return { documents, codebook: undefined }
  const aligned = readGold<Pick<Codebook, 'pairs' | 'ids'>>(
    join(gold, 'civility-alignment.json'),
    'alignment',
  )
  const ids = new Set(Object.values(aligned.ids ?? {}))
  return {
    documents: documents.filter(({ source }) => ids.has(source.id)),
    codebook: { topics: [], ...aligned },
  }
}
