import { existsSync, writeFileSync } from 'node:fs'
import { pairKey } from '../../src/alignment/codebook.ts'
import type { Surroundings, Weights } from '../../src/alignment/relations/judge.ts'
import type { Logistic } from '../../src/index/logistic.ts'
import { loadCorpus } from '../io/corpus.ts'
import { claimGenres } from '../quality/claims.ts'
import { printEvaluation } from '../quality/evaluation.ts'
import { type AlignmentGold, type PairScore, scorePairs, sum, TWINS } from '../quality/score-alignment.ts'
import { type AlignmentReport, type AlignmentRun, f1Of, type RelationF1, round } from '../quality/scores.ts'
import { decideAll, fitWeights, type Genre, goldOf, judge, measureGenre } from './fit.ts'
import { answersWithout } from './statements.ts'

/**
 * Fits src/alignment/relations/weights.json anew and prints how good the model is on texts it has not seen.
 * `npx tsx scripts/training/fit-weights.ts [folder with corpora of other genres]`; with `--print` nothing is written, with
 * `--no-report` nothing is measured.
 */
const REPORT = 'quality/reports/alignment-report.txt'
/** The same figures for programs. */
const REPORT_DATA = 'quality/reports/alignment-report.json'
const SURROUNDINGS: Surroundings[] = ['joint', 'alone', 'guided']

const OTHER_GENRES = [
  ['civility', 'quality/gold/civility-alignment.json'],
  ['greening', 'quality/gold/greening-alignment.json'],
  ['business-environment', 'quality/gold/business-alignment.json'],
] as const

async function main(): Promise<void> {
  const folder = process.argv.slice(2).find(argument => !argument.startsWith('--')) ?? '../shared/corpora'
  const claims = await claimGenres(folder)
  const genres = [
    await genreOf('gold', 'corpus', 'quality/gold/alignment.json', answersWithout('seeds', claims)),
  ]
  for (const [name, file] of OTHER_GENRES)
    if (existsSync(`${folder}/${name}`) && existsSync(file))
      genres.push(await genreOf(name, `${folder}/${name}`, file, answersWithout(name, claims)))

  const data: AlignmentReport = { runs: [], reliability: [] }
  const report = process.argv.includes('--no-report')
    ? []
    : [
        ...leftOneGenre(genres, data),
        ...(process.argv.includes('--genres') ? [] : leftOneDocument(genres, data)),
      ]
  console.log(report.join('\n'))
  if (!process.argv.includes('--print')) write(fitWeights(genres), genres)
  if (report.length > 0 && !process.argv.includes('--print')) writeReport(report, data)
}

async function genreOf(
  name: string,
  corpus: string,
  file: string,
  unseen: Parameters<typeof measureGenre>[3],
): Promise<Genre> {
  const gold = goldOf(file)
  const ids = new Set(Object.keys(gold.pairs).flatMap(key => key.split('-').map(id => gold.ids?.[id] ?? id)))
  const { documents } = await loadCorpus(corpus, { codebook: false })
  return measureGenre(
    name,
    documents.filter(({ regulation }) => ids.has(regulation.id)),
    gold,
    unseen,
  )
}

/**
 * Each document of the corpus left out in turn: fitted without it on all genres, scored on its pairs; every pair is met
 * twice. Other genres were aligned to be left out as a whole.
 */
function leftOneDocument(genres: Genre[], data: AlignmentReport): string[] {
  const predicted: PredictedEdge[] = []
  const lines = genres.slice(0, 1).flatMap(genre => {
    const found: Record<Surroundings, PairScore[]> = { joint: [], alone: [], guided: [] }
    for (const document of documentsIn(genre)) {
      const weights = fitWeights(genres, id => id === document)
      predicted.push(...predictedOf(genre, weights, document))
      for (const surroundings of SURROUNDINGS)
        found[surroundings].push(...scoresOf(genre, weights, document, surroundings))
    }
    return SURROUNDINGS.flatMap(surroundings =>
      noteRun({ corpus: genre.name, left: 'document', surroundings }, found[surroundings], data),
    )
  })
  const tenths = reliability(predicted)
  data.reliability = tenths.map(({ said, seen, of }) => ({ said: round(said), seen: round(seen), of }))
  return [...lines, ...tenths.map(reliabilityLine)]
}

function scoresOf(genre: Genre, weights: Weights, document: string, surroundings: Surroundings): PairScore[] {
  const edges = decideAll(judge(genre, weights, document, surroundings), weights.thresholds)
  return scorePairs(edges, goldOfDocument(genre.gold, document))
}

function goldOfDocument(gold: AlignmentGold, document: string): AlignmentGold {
  const pairs = Object.entries(gold.pairs).filter(([key]) => idsOf(key, gold).includes(document))
  return { ...gold, pairs: Object.fromEntries(pairs) }
}

function idsOf(key: string, gold: AlignmentGold): string[] {
  return key.split('-').map(id => gold.ids?.[id] ?? id)
}

function documentsIn({ gold }: Genre): string[] {
  return [...new Set(Object.keys(gold.pairs).flatMap(key => idsOf(key, gold)))]
}

/** Fitted on all other genres, scored on one; and how other thresholds would have done. */
function leftOneGenre(genres: Genre[], data: AlignmentReport): string[] {
  const runs = genres.map(genre => ({ genre, weights: fitWeights(genres.filter(other => other !== genre)) }))
  if (genres.length < 2) return []
  const lines = runs.flatMap(({ genre, weights }) => {
    const found = documentsIn(genre).flatMap(document => scoresOf(genre, weights, document, 'joint'))
    return noteRun({ corpus: genre.name, left: 'genre', surroundings: 'joint' }, found, data)
  })
  const judged = runs.map(({ genre, weights }) => ({
    genre,
    pairs: documentsIn(genre).map(document => ({
      document,
      judged: judge(genre, weights, document, 'joint'),
    })),
  }))
  const tried = TRIED.map(thresholds => {
    const scores = judged.map(({ genre, pairs }) =>
      figuresOf(
        pairs
          .flatMap(({ document, judged }) =>
            scorePairs(decideAll(judged, thresholds), goldOfDocument(genre.gold, document)),
          )
          .filter(({ pair }) => !TWINS.has(pair)),
      ),
    )
    const mean = (what: 'equivalents' | 'edges') =>
      (scores.reduce((total, score) => total + score[what], 0) / scores.length).toFixed(3)
    return `thresholds ${thresholds.edge} ${thresholds.equivalent}: mean over genres ${mean('equivalents')} ${mean('edges')}`
  })
  return [...lines, ...tried]
}

const TRIED = [0.35, 0.4, 0.45, 0.5, 0.55].flatMap(edge =>
  [0.25, 0.3, 0.35, 0.4, 0.45].map(equivalent => ({ edge, equivalent })),
)

/** Notes down what a run reached, and gives it back as lines: hard pairs, twins, each pair of documents. */
function noteRun(
  run: Pick<AlignmentRun, 'corpus' | 'left' | 'surroundings'>,
  scores: PairScore[],
  data: AlignmentReport,
): string[] {
  const twins = scores.filter(({ pair }) => TWINS.has(pair))
  const names = [...new Set(scores.map(({ pair }) => pair))]
  const measured: AlignmentRun = {
    ...run,
    hard: figuresOf(scores.filter(({ pair }) => !TWINS.has(pair))),
    ...(twins.length > 0 && { twins: figuresOf(twins) }),
    pairs: Object.fromEntries(
      names.map(name => [name, figuresOf(scores.filter(({ pair }) => pair === name))]),
    ),
  }
  data.runs.push(measured)
  return linesOf(measured)
}

function linesOf({ corpus, left, surroundings, hard, twins, pairs }: AlignmentRun): string[] {
  const title = `${corpus}, ${left} left out${left === 'document' ? `, ${surroundings}` : ''}`
  return [
    line(title, hard),
    ...(twins ? [line(`${title}, twins`, twins)] : []),
    ...Object.entries(pairs).map(([name, figures]) => line(`    ${name}`, figures)),
  ]
}

function line(title: string, { equivalents, edges }: RelationF1): string {
  return `${title.padEnd(56)} equivalents ${equivalents.toFixed(3)}  all edges ${edges.toFixed(3)}`
}

function figuresOf(scores: PairScore[]): RelationF1 {
  return {
    equivalents: f1Of(sum(scores.map(score => score.equivalents))).f1,
    edges: f1Of(sum(scores.map(score => score.edges))).f1,
  }
}

/** How likely the model finds an edge, and whether people see one. */
interface PredictedEdge {
  probability: number
  there: boolean
}

function predictedOf(genre: Genre, weights: Weights, document: string): PredictedEdge[] {
  return judge(genre, weights, document, 'joint').flatMap(({ a, b, edge }) => {
    const relation = genre.relations.get(pairKey(a, b))
    return relation === 'disputed' ? [] : [{ probability: edge, there: relation !== undefined }]
  })
}

/** How often edges that the model finds so likely are there, by tenths of the probability. */
function reliability(predicted: PredictedEdge[]): AlignmentReport['reliability'] {
  return Array.from({ length: 10 }, (_, tenth) => {
    const inside = predicted.filter(({ probability }) => Math.min(9, Math.floor(probability * 10)) === tenth)
    const said = inside.reduce((total, { probability }) => total + probability, 0) / (inside.length || 1)
    const seen = inside.filter(({ there }) => there).length / (inside.length || 1)
    return { said, seen, of: inside.length }
  })
}

function reliabilityLine({ said, seen, of }: AlignmentReport['reliability'][number]): string {
  return `edges said ${said.toFixed(2)}  seen ${seen.toFixed(2)}  of ${of}`
}

function write(weights: Weights, genres: Genre[]): void {
  const fitted = {
    by: 'scripts/training/fit-weights.ts',
    on: genres.map(({ name, gold }) => `${name}: ${Object.keys(gold.pairs).join(' ')}`),
    report: REPORT,
  }
  const heads = ({ edge, equivalent }: Weights['first']) => ({
    edge: short(edge),
    equivalent: short(equivalent),
  })
  const { alone, joint, guided } = weights.second
  const data = {
    fitted,
    thresholds: weights.thresholds,
    first: heads(weights.first),
    second: { alone: heads(alone), joint: heads(joint), guided: heads(guided) },
  }
  writeFileSync('src/alignment/relations/weights.json', `${JSON.stringify(data, null, 1)}\n`)
}

function writeReport(report: string[], data: AlignmentReport): void {
  writeFileSync(REPORT, `${report.join('\n')}\n`)
  writeFileSync(REPORT_DATA, printEvaluation(data))
}

/** Five figures are enough, and hold still. */
function short({ bias, features }: Logistic): Logistic {
  const figure = (value: number) => Number(value.toPrecision(5))
  return {
    bias: figure(bias),
    features: features.map(({ name, mean, deviation, weight }) => ({
      name,
      mean: figure(mean),
      deviation: figure(deviation),
      weight: figure(weight),
    })),
  }
}

await main()
