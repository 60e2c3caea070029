import { writeFileSync } from 'node:fs'
import {
  type AnswerModel,
  type AnswerWeights,
  answerOf,
  type Surroundings,
  saidOf,
} from '../../src/index/answer.ts'
import { claimGenres, countsOf } from '../quality/claims.ts'
import { claimScoresLine, scoreClaims } from '../quality/score-claims.ts'
import type { ClaimsReport } from '../quality/scores.ts'
import {
  fitModel,
  isDrawnByChance,
  joined,
  type MeasuredClaim,
  type MeasuredGenre,
  measureGenre,
} from './statements.ts'

/**
 * Fits src/index/weights.json and counts src/index/frozen.json anew, and prints and keeps how good answers are in genres that
 * were neither fitted nor counted. `npx tsx scripts/training/fit-statements.ts [folder with corpora]`; with `--print` nothing is
 * written.
 */
const REPORT = 'quality/reports/claims-report.json'

async function main(): Promise<void> {
  const folder = process.argv.slice(2).find(argument => !argument.startsWith('--')) ?? '../shared/corpora'
  const genres = await claimGenres(folder)
  const measured = genres.map(genre => measureGenre(genre, countsOf(genres.filter(other => other !== genre))))
  const runs: ClaimsReport['runs'] = []
  for (const surroundings of (process.argv.includes('--within')
    ? ['within']
    : ['within', 'alone']) as Surroundings[]) {
    console.log(surroundings)
    for (const held of measured) {
      const model = fitModel(
        measured.filter(other => other !== held),
        surroundings,
      )
      runs.push(...scoresOf(model.first ? joined(held, model.first) : held, model, surroundings))
    }
  }
  if (process.argv.includes('--print')) return
  writeFileSync(REPORT, `${JSON.stringify({ runs }, null, 1)}\n`)
  const frozen = countsOf(genres)
  writeFileSync('src/index/frozen.json', `${JSON.stringify(frozen)}\n`)
  const all = genres.map(genre => measureGenre(genre, frozen))
  const weights: AnswerWeights = { within: fitModel(all, 'within'), alone: fitModel(all, 'alone') }
  writeFileSync('src/index/weights.json', `${JSON.stringify(rounded(weights), null, 1)}\n`)
}

/** How good answers are by the kind of draw, told as they come. */
function scoresOf(
  { name, claims }: MeasuredGenre,
  model: AnswerModel,
  surroundings: Surroundings,
): ClaimsReport['runs'] {
  const kinds: [draw: ClaimsReport['runs'][number]['draw'], is: (each: MeasuredClaim) => boolean][] = [
    ['gold', ({ gold }) => gold],
    ['chance', ({ claim }) => isDrawnByChance(claim)],
    ['border', ({ claim }) => !isDrawnByChance(claim)],
  ]
  return kinds.map(([draw, is]) => {
    const judged = claims.filter(is).map(({ claim, ...measured }) => {
      const { places: asked, row } = measured[surroundings]
      const { places, ...answer } = answerOf(saidOf(asked, row, model, surroundings), model)
      return { claim, verdict: { ...answer, where: places.map(({ address }) => address) } }
    })
    const scores = scoreClaims(judged)
    console.log(`  ${name.padEnd(21)}${draw.padEnd(7)} ${claimScoresLine(scores)}`)
    return { texts: name, surroundings, draw, scores }
  })
}

function rounded<Value>(value: Value): Value {
  return JSON.parse(
    JSON.stringify(value, (_, each) => (typeof each === 'number' ? Number(each.toPrecision(6)) : each)),
  )
}

await main()
