import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { applyEdits, modify } from 'jsonc-parser'
import { hashOfUnit, type Override } from '../../src/alignment/overrides.ts'
import { lookupOf } from '../../src/tables/lookup.ts'
import type { Analysis, Family, Match } from '../../src/types.ts'
import { analyseCorpus, type CorpusOptions } from '../io/analyse-corpus.ts'
import { writeWhole } from '../io/emit.ts'
import { EXIT, Failure } from '../io/failure.ts'
import { parseJson } from '../io/json.ts'
import { alone } from '../io/lock.ts'
import { progress } from '../io/progress.ts'
import { overridesIn } from '../io/schema.ts'
import { styled } from '../print/terminal.ts'

interface ReviewOptions extends CorpusOptions {
  /** How many questions to print. */
  top: number
  /** Numbers of questions, as printed, whose decisions are written into overrides.json. */
  take?: number[]
  json?: boolean
}

/** Something the keeper may decide, what is gained by it, and the decision for overrides.json. */
interface Question {
  gain: number
  asks: string
  units: string[]
  decision: Pick<Override, 'kind' | 'units' | 'hashes'>
}

/**
 * Prints the edges and rows most worth a look, with their texts, the most doubtful and far-reaching first; with `take`, writes
 * the decisions of these into overrides.json instead.
 */
export async function review(options: ReviewOptions): Promise<void> {
  const { analysis } = await analyseCorpus(options)
  const questions = questionsOf(analysis)
  if (options.take) await decide(takenOf(questions, options.take), options.corpus)
  else if (options.json) console.log(JSON.stringify(questions.slice(0, options.top), null, 2))
  else print(questions.slice(0, options.top), analysis)
}

function print(questions: Question[], analysis: Analysis): void {
  const lookup = lookupOf(analysis.regulations)
  if (questions.length === 0)
    console.log('nothing to decide: every match and row was decided by people (try --no-codebook)')
  for (const [at, { gain, asks, units, decision }] of questions.entries()) {
    console.log(styled('bold', `${at + 1}. ${asks}  (gain ${gain.toFixed(2)})`))
    for (const unit of units) console.log(`  ${unit}: ${lookup.get(unit)?.text.replaceAll('\n', ' ') ?? ''}`)
    console.log(styled('dim', `  ${JSON.stringify(decision)}\n`))
  }
}

function takenOf(questions: Question[], numbers: number[]): Question['decision'][] {
  const absent = numbers.find(number => !questions[number - 1])
  if (absent !== undefined)
    throw new Failure(`--take: there is no question ${absent}; there are ${questions.length}`, EXIT.usage)
  return numbers.map(number => questions[number - 1]!.decision)
}

/** Adds to the decisions that stand in the file when it is this run's turn; what is typed there stays as it is. */
async function decide(decisions: Question['decision'][], corpus: string): Promise<void> {
  const file = join(corpus, 'overrides.json')
  await alone(corpus, async () => {
    const before = existsSync(file) ? readFileSync(file, 'utf8') : '{"decisions": []}\n'
    overridesIn(parseJson(before, file))
    writeWhole(file, decisions.reduce(appended, before), 'make the file writable')
  })
  for (const decision of decisions) console.log(JSON.stringify(decision))
  progress(`written to ${file}`)
}

function appended(text: string, decision: Question['decision']): string {
  const edits = modify(text, ['decisions', -1], decision, {
    isArrayInsertion: true,
    formattingOptions: { insertSpaces: true, tabSize: 2 },
  })
  return applyEdits(text, edits)
}

function questionsOf(analysis: Analysis): Question[] {
  const lookup = lookupOf(analysis.regulations)
  const hashes = (units: string[]) => units.map(unit => hashOfUnit(lookup.get(unit)?.text ?? ''))
  const edges = analysis.matches
    .filter(({ basis }) => basis === 'model')
    .map(match => edgeQuestion(match, analysis.families, hashes))
  const rows = analysis.families.flatMap(family => rowQuestion(family, analysis.matches, hashes))
  return [...edges, ...rows].sort((x, y) => y.gain - x.gain || (x.units.join() < y.units.join() ? -1 : 1))
}

/** Doubt is greatest at an even chance; a decision reaches every row that holds the two articles. */
function edgeQuestion(match: Match, families: Family[], hashes: (units: string[]) => string[]): Question {
  const { a, b, probability, relation } = match
  const units = [a, b]
  const rows = families.filter(({ members }) =>
    units.some(unit => members.some(({ address }) => address === unit)),
  )
  const reach = rows.reduce((sum, { members }) => sum + members.length, 0)
  const kind = probability < 0.5 ? 'wrong' : 'accepted'
  return {
    gain: doubt(probability) * Math.log2(2 + reach),
    asks: `Do these answer each other? Found ${relation}, ${probability.toFixed(2)}`,
    units,
    decision: { kind, units, hashes: hashes(units) },
  }
}

function doubt(probability: number): number {
  return 1 - Math.abs(2 * probability - 1)
}

/** A row whose members are held together by weak edges. */
function rowQuestion(family: Family, matches: Match[], hashes: (units: string[]) => string[]): Question[] {
  const units = family.members.filter(({ basis }) => basis === 'model').map(({ address }) => address)
  if (units.length < 2) return []
  const weakest = units.map(unit => ({
    unit,
    held: Math.max(
      0,
      ...matches
        .filter(({ a, b }) => (a === unit && units.includes(b)) || (b === unit && units.includes(a)))
        .map(({ probability }) => probability),
    ),
  }))
  const loose = weakest.filter(({ held }) => held > 0).sort((x, y) => x.held - y.held)[0]
  if (!loose) return []
  return [
    {
      gain: doubt(loose.held) * Math.log2(2 + units.length),
      asks: `Does ${loose.unit} belong to 「${family.topic.zh}」? Held by ${loose.held.toFixed(2)}`,
      units: [loose.unit, ...units.filter(unit => unit !== loose.unit).slice(0, 3)],
      decision: { kind: 'split', units: [loose.unit], hashes: hashes([loose.unit]) },
    },
  ]
}
