import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { analyse } from '../../src/analyse.ts'
import { provisionsOf } from '../../src/provisions/extract.ts'
import { lookupOf } from '../../src/tables/lookup.ts'
import { quoteOf } from '../../src/tables/provisions.ts'
import { hashOf } from '../../src/text/hash.ts'
import type { Codebook, Provision, Regulation } from '../../src/types.ts'
import { analyseCorpus, type CorpusOptions, regulationsOf } from '../io/analyse-corpus.ts'
import { type Corpus, loadCorpus } from '../io/corpus.ts'
import { cut } from '../io/cut.ts'
import { writeWhole } from '../io/emit.ts'
import { Failure } from '../io/failure.ts'
import { inProgram } from '../io/program.ts'
import { progress } from '../io/progress.ts'
import { padded, styled } from '../print/terminal.ts'
import { type Change, compareEvaluations, printEvaluation } from '../quality/evaluation.ts'
import { readGold, readKept } from '../quality/gold.ts'
import { judgedOf } from '../quality/judged.ts'
import { measurePenalties, SHOWN_PENALTIES } from '../quality/penalties.ts'
import {
  FIVE,
  type JudgedRow,
  judgedRows,
  type ReplayedElsewhere,
  replay,
  replayElsewhere,
  replayScores,
} from '../quality/replay.ts'
import { keptFigures, qualityReport } from '../quality/report.ts'
import { type AlignmentGold, scoreAlignment } from '../quality/score-alignment.ts'
import { type GoldProvision, scoreProvisions } from '../quality/score-provisions.ts'
import { type StructureGold, scoreStructure } from '../quality/score-structure.ts'
import { dense, type Figure, round, type Scores } from '../quality/scores.ts'
import { leaveOneOut } from '../training/fit.ts'

interface EvaluateOptions extends CorpusOptions {
  /** Folder with structure.json, provisions.json and alignment.json. */
  gold: string
  /** Keep the figures: the next run is compared with them, and the page shows them. */
  write?: boolean
  json?: boolean
  /** A folder with corpora of other genres, to replay there what was judged of differences. */
  corpora?: string
}

const COMMITTED = inProgram('quality/reports/evaluation.json')
const REPLAYED = inProgram('quality/reports/replay-elsewhere.json')
const PENALTIES = inProgram('quality/reports/penalties-report.json')
const REPORT = inProgram('docs/QUALITY.md')

/** Scores the shipped model, without codebook, on any corpus that people aligned; lists every miss. */
export async function evaluateAlignment(file: string, options: CorpusOptions): Promise<void> {
  const gold = readGold<AlignmentGold>(file, 'alignment')
  const pairs = Object.keys(gold.pairs).map(
    pair => pair.split('-').map(id => gold.ids?.[id] ?? id) as [string, string],
  )
  const { analysis } = await analyseCorpus({ ...options, codebook: false, pairs })
  const { figures, misses } = scoreAlignment(analysis.matches, gold, 'shipped model')
  console.log(
    [
      ...figures.map(figure => tellFigure({ figure, before: figure })),
      heading('All misses', misses),
      ...misses,
    ].join('\n'),
  )
}

/** Measures every stage against the gold, compares with the committed figures row by row, and lists every miss. */
export async function evaluate(options: EvaluateOptions): Promise<void> {
  const corpus = await loadCorpus(options.corpus, { codebook: true })
  refuseIncomplete(options)
  const scores = scoresOf(corpus, options)
  const replays = options.corpora ? await replayElsewhere(options.gold, options.corpora) : []
  const penalties = options.corpora ? await measurePenalties(options.gold, options.corpora) : []
  const reports = dirname(COMMITTED)
  const before = readKept<Scores>(reports, 'evaluation', 'evaluation') ?? NOTHING
  const replayed = readKept<{ replays: ReplayedElsewhere[] }>(reports, 'replay-elsewhere', 'replays')
  if (options.write && replays.length > 0) keep(REPLAYED, printEvaluation({ replays }))
  if (options.write && penalties.length > 0) keep(PENALTIES, printEvaluation({ runs: penalties }))
  const measured = { documents: documentsOf(corpus), ...scores, ...judgedOf(options.gold) }
  if (options.write) {
    keep(COMMITTED, printEvaluation(measured))
    keep(REPORT, qualityReport(keptFigures(options.gold, dirname(COMMITTED))))
  }
  if (options.json) console.log(printEvaluation(measured))
  else {
    console.log(tell(scores, before))
    for (const { texts, scores: told } of penalties)
      console.log(
        [
          `\n${styled('bold', `penalties, ${texts}`)}`,
          ...SHOWN_PENALTIES.map(([name, shown]) => `${padded(name, 30)} ${shown(told)}`),
          ...told.misses,
        ].join('\n'),
      )
    for (const { texts, ...now } of replays) {
      const known = replayed?.replays.find(each => each.texts === texts) ?? NOTHING
      console.log(`\n${styled('bold', texts)}\n${tell(now, known)}`)
    }
  }
}

const NOTHING: Scores = { figures: [], misses: [] }

/** Before minutes of work: whether all is there, and in form, that is needed at their end. */
function refuseIncomplete({ gold, write, corpora }: EvaluateOptions): void {
  if (corpora && !existsSync(corpora))
    throw new Failure(`${corpora}: no such folder; name one that holds corpora, or leave out --corpora`)
  const { agreement, differences, mentions, names } = judgedOf(gold)
  if (write && !(agreement && differences && mentions && names))
    throw new Failure(
      `${gold}: agreement, differences-judged, mentions-judged or names-judged.json is missing; docs/QUALITY.md is made of all of them: leave out --write`,
    )
}

function keep(file: string, content: string): void {
  writeWhole(file, content, 'make the file writable, or leave out --write')
}

function scoresOf(corpus: Corpus, { gold, codebook }: EvaluateOptions): Scores {
  const regulations = regulationsOf(corpus)
  const golds = goldsIn(gold)
  progress('structure and provisions')
  const stages = [
    scoreStructure(regulations, id => textOf(corpus, id), golds.structure),
    provisionScores(corpus, regulations, golds.provisions.records),
    differenceScores(corpus, golds.differences),
    alignmentScores(corpus, golds.alignment),
    ...(codebook ? [alignmentScores(corpus, golds.alignment, corpus.codebook)] : []),
  ]
  return { figures: stages.flatMap(stage => stage.figures), misses: stages.flatMap(stage => stage.misses) }
}

/** The documents that were measured: a corpus with other texts must not be shown their figures. */
export function documentsOf({ sources }: Pick<Corpus, 'sources'>): Record<string, string> {
  return Object.fromEntries(sources.map(({ id, text }) => [id, hashOf(text)]))
}

function textOf({ sources }: Corpus, id: string): string {
  return sources.find(source => source.id === id)!.text
}

function goldsIn(folder: string) {
  const file = (name: string) => join(folder, `${name}.json`)
  return {
    structure: readGold<StructureGold>(file('structure'), 'structure'),
    provisions: readGold<{ records: GoldProvision[] }>(file('provisions'), 'provisions'),
    alignment: readGold<AlignmentGold>(file('alignment'), 'alignment'),
    differences: judgedRows(folder, FIVE),
  }
}

function provisionScores(corpus: Corpus, regulations: Regulation[], records: GoldProvision[]): Scores {
  const lookup = lookupOf(regulations)
  const quote = (provision: Provision) => dense(quoteOf(provision, lookup, id => textOf(corpus, id)))
  const score = scoreProvisions(regulations.flatMap(provisionsOf), quote, records)
  const figure = (name: string, value: number, of?: number): Figure => ({
    stage: 'provisions',
    name,
    value,
    ...(of !== undefined && { of }),
  })
  return {
    figures: [
      figure('found', score.found, score.gold),
      figure('fully right', score.right, score.gold),
      figure('subject right', score.subjectRight, score.found),
      figure('predicted', score.predicted),
      figure('precision', round(score.precision)),
      figure('recall', round(score.recall)),
      figure('f1', round(score.f1)),
    ],
    misses: score.misses.map(miss => `provisions: ${miss}`),
  }
}

/** What was judged of typed differences, replayed; as judged, with the codebook. */
function differenceScores({ title, documents, codebook }: Corpus, rows: JudgedRow[]): Scores {
  progress('replay of judged differences')
  const { differences } = analyse(title, documents, { cut, overrides: [], ...(codebook && { codebook }) })
  return replayScores(replay(rows, differences))
}

/** What the model can do for a document it was not fitted on, the codebook's exemplars of that document left out. */
function alignmentScores({ documents }: Corpus, gold: AlignmentGold, codebook?: Codebook): Scores {
  const label = codebook ? 'with codebook' : 'no codebook'
  progress(`alignment, each pair by weights fitted without one of its documents, ${label}`)
  const matches = leaveOneOut(documents, { ...(codebook && { codebook }) })
  return scoreAlignment(matches, gold, label)
}

function tell(scores: Scores, before: Scores): string {
  const { changes, lost, mended } = compareEvaluations(before, scores)
  return [
    ...changes.map(tellFigure),
    heading('Gains: missed before, right now', mended),
    ...mended,
    heading('Losses: right before, missed now', lost),
    ...lost,
    heading('All misses', scores.misses),
    ...scores.misses,
  ].join('\n')
}

function heading(title: string, list: string[]): string {
  return `\n${styled('bold', title)} (${list.length})`
}

function tellFigure({ figure, before }: Change): string {
  const { stage, name, value, of } = figure
  const shown = of === undefined ? String(value) : `${value}/${of}`
  return `${padded(stage, 11)} ${padded(name, 62)} ${padded(shown, 9)} ${delta(value, before?.value)}`.trimEnd()
}

function delta(value: number, before: number | undefined): string {
  if (before === undefined) return 'new'
  if (before === value) return ''
  const change = round(value - before)
  return styled(change > 0 ? 'green' : 'red', change > 0 ? `+${change}` : String(change))
}
