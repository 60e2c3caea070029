import { existsSync, writeFileSync } from 'node:fs'
import { pairKey } from '../src/alignment/codebook.ts'
import type { Surroundings, Weights } from '../src/alignment/judge.ts'
import type { Logistic } from '../src/alignment/model.ts'
import { readRegulation } from '../src/analyse.ts'
import type { Regulation } from '../src/types.ts'
import { loadCorpus } from './corpus.ts'
import { cut } from './cut.ts'
import { decideAll, fitWeights, type Genre, goldOf, judge, measureGenre } from './fit.ts'
import { type AlignmentGold, type Edge, type PairScore, scorePairs, sum, TWINS } from './score-alignment.ts'
import { f1Of } from './scores.ts'

/**
 * Fits src/alignment/weights.json anew and prints how good the model is on texts it has not seen.
 * `npx tsx scripts/fit-weights.ts [folder of the other genre]`; with `--print` nothing is written, with
 * `--no-report` nothing is measured.
 */
const SURROUNDINGS: Surroundings[] = ['joint', 'alone', 'guided']

const folder =
  process.argv.slice(2).find(argument => !argument.startsWith('--')) ?? '../shared/corpora/civility'
const genres = [await genreOf('gold', 'corpus', 'tests/gold/alignment.json')]
if (existsSync(folder)) genres.push(await genreOf('civility', folder, 'tests/gold/civility-alignment.json'))

const report = process.argv.includes('--no-report')
  ? []
  : [...leftOneDocument(genres), ...leftOneGenre(genres), ...reliability(genres)]
console.log(report.join('\n'))
if (!process.argv.includes('--print')) write(fitWeights(genres), genres, report)

async function genreOf(name: string, corpus: string, file: string): Promise<Genre> {
  const gold = goldOf(file)
  const ids = new Set(Object.keys(gold.pairs).flatMap(key => key.split('-').map(id => gold.ids?.[id] ?? id)))
  const { sources } = await loadCorpus(corpus, { codebook: false })
  const regulations: Regulation[] = sources.filter(({ id }) => ids.has(id)).map(readRegulation)
  return measureGenre(name, regulations, gold, cut)
}

/** Each document left out in turn: fitted without it on all genres, scored on its pairs; every pair is met twice. */
function leftOneDocument(genres: Genre[]): string[] {
  return genres.flatMap(genre => {
    const found: Record<Surroundings, PairScore[]> = { joint: [], alone: [], guided: [] }
    for (const document of documentsIn(genre)) {
      const weights = fitWeights(genres, id => id === document)
      for (const surroundings of SURROUNDINGS)
        found[surroundings].push(...scoresOf(genre, weights, document, surroundings))
    }
    return SURROUNDINGS.flatMap(surroundings =>
      tell(`${genre.name}, document left out, ${surroundings}`, found[surroundings]),
    )
  })
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

/** Fitted on one genre, scored on another. */
function leftOneGenre(genres: Genre[]): string[] {
  return genres.flatMap(genre => {
    const others = genres.filter(other => other !== genre)
    if (others.length === 0) return []
    const weights = fitWeights(others)
    const found = documentsIn(genre).flatMap(document => scoresOf(genre, weights, document, 'joint'))
    return tell(`${genre.name}, fitted on ${others.map(({ name }) => name).join(', ')} only`, found)
  })
}

function tell(title: string, scores: PairScore[]): string[] {
  const hard = scores.filter(({ pair }) => !TWINS.has(pair))
  const twins = scores.filter(({ pair }) => TWINS.has(pair))
  const pairs = [...new Set(scores.map(({ pair }) => pair))]
  return [
    line(title, hard),
    ...(twins.length > 0 ? [line(`${title}, twins`, twins)] : []),
    ...pairs.map(name =>
      line(
        `    ${name}`,
        scores.filter(({ pair }) => pair === name),
      ),
    ),
  ]
}

function line(title: string, scores: PairScore[]): string {
  const equivalents = f1Of(sum(scores.map(score => score.equivalents)))
  const edges = f1Of(sum(scores.map(score => score.edges)))
  return `${title.padEnd(48)} equivalents ${equivalents.f1.toFixed(3)}  all edges ${edges.f1.toFixed(3)}`
}

/** How often edges said to be so likely are there, over both genres, each fitted without the document. */
function reliability(genres: Genre[]): string[] {
  const judged = genres.flatMap(genre =>
    documentsIn(genre).flatMap(document =>
      judge(
        genre,
        fitWeights(genres, id => id === document),
        document,
        'joint',
      ).map(pair => ({
        probability: pair.edge,
        relation: genre.relations.get(pairKey(pair.a, pair.b)),
      })),
    ),
  )
  const told = judged.filter(({ relation }) => relation !== 'disputed')
  return Array.from({ length: 10 }, (_, tenth) => {
    const inside = told.filter(({ probability }) => Math.min(9, Math.floor(probability * 10)) === tenth)
    const said = inside.reduce((total, { probability }) => total + probability, 0) / (inside.length || 1)
    const seen = inside.filter(({ relation }) => relation).length / (inside.length || 1)
    return `said ${said.toFixed(2)}  seen ${seen.toFixed(2)}  of ${inside.length}`
  })
}

function write(weights: Weights, genres: Genre[], report: string[]): void {
  const fitted = {
    by: 'scripts/fit-weights.ts',
    on: genres.map(({ name, gold }) => `${name}: ${Object.keys(gold.pairs).join(' ')}`),
    report,
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
  writeFileSync('src/alignment/weights.json', `${JSON.stringify(data, null, 1)}\n`)
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
