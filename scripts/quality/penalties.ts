import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { linksOf, nearbyIn } from '../../src/alignment/links/links.ts'
import { indexOf } from '../../src/index/index.ts'
import { penaltiesOf } from '../../src/penalties/penalties.ts'
import { loadCorpus } from '../io/corpus.ts'
import { cut } from '../io/cut.ts'
import { progress } from '../io/progress.ts'
import { readGold } from './gold.ts'
import type { Part } from './score-claims.ts'
import { type GoldPenalties, type PenaltyScores, scorePenalties } from './score-penalties.ts'

/** Penalties as measured of one genre (quality/reports/penalties-report.json). */
export interface PenaltyRun {
  texts: string
  /** Commit at which texts were scored that nobody had used to make the rules. */
  frozen?: string
  scores: PenaltyScores
}

/** What is kept: texts as scored when they were unread, and all as they are scored today. */
export function keptPenalties(gold: string, reports: string): PenaltyRun[] {
  return [join(gold, 'penalties-unread.json'), join(reports, 'penalties-report.json')].flatMap(
    file => readGold<{ runs: PenaltyRun[] }>(file, 'acts').runs,
  )
}

/** The genres with a gold of penalties; of those without a corpus in `folder` none. */
export async function measurePenalties(gold: string, folder: string): Promise<PenaltyRun[]> {
  const runs: PenaltyRun[] = []
  for (const texts of ['civility', 'greening']) {
    const file = join(gold, `penalties-${texts}.json`)
    if (!existsSync(join(folder, texts, 'corpus.json')) || !existsSync(file)) continue
    progress(`penalties: ${texts}`)
    const { documents } = await loadCorpus(join(folder, texts), { codebook: false })
    const { entries } = readGold<{ entries: GoldPenalties[] }>(file, 'penalties')
    const { penalties, acts } = penaltiesOf(documents, cut, nearbyIn(linksOf(indexOf(documents, { cut }))))
    runs.push({ texts, scores: scorePenalties(penalties, entries, acts) })
  }
  return runs
}

/** What docs/QUALITY.md says above the table of these scores. */
export const PENALTIES_TOLD = [
  '## Who is fined how much, for what',
  'Acts in regulations, as careful readers found them (`quality/gold/penalties-*.json`): the clause that punishes, every sanction with ' +
    'its sums, whom it is for and what must come on top; acts forbidden and not punished; and the rows, B-cubed of our acts against ' +
    'theirs. The rules were made on the one genre and scored on the other unread; then the kinds of misses there were mended, so that it ' +
    'is unread no longer. Its readers count all harm done to greenery as one act, which is several rows here.',
]

/** The scores that a reader is shown, with their names. */
export const SHOWN_PENALTIES: [name: string, shown: (scores: PenaltyScores) => string][] = [
  ['clause found', ({ found }) => inWords(found)],
  ['all sums right', ({ sumsRight }) => inWords(sumsRight)],
  ['addressee and condition too', ({ qualified }) => inWords(qualified)],
  ['forbidden, not punished', ({ forbidden }) => inWords(forbidden)],
  ['rows, precision', ({ rows }) => rows.precision.toFixed(3)],
  ['rows, recall', ({ rows }) => rows.recall.toFixed(3)],
]

/** Head and rows of the table below it; `nameOf` names texts for a reader. */
export function penaltyTable(
  runs: PenaltyRun[],
  nameOf: (texts: string) => string,
): [head: string[], rows: string[][]] {
  const rows = runs.map(({ texts, frozen, scores }) => [
    nameOf(texts) + (frozen === undefined ? '' : ` (unread, at ${frozen})`),
    ...SHOWN_PENALTIES.map(([, shown]) => shown(scores)),
  ])
  return [['texts', ...SHOWN_PENALTIES.map(([name]) => name)], rows]
}

function inWords({ are, of }: Part): string {
  return of === 0 ? '' : `${(are / of).toFixed(3)} (${are} of ${of})`
}
