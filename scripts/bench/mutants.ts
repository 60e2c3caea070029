import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { groupBy } from '../../src/group.ts'
import { generator } from '../io/chance.ts'
import { Failure, run } from '../io/failure.ts'
import { progress } from '../io/progress.ts'
import { type Mutation, mutationsOf } from './mutants/mutations.ts'
import { copyOfTree, SURVIVED, testsUnchanged, tryMutation } from './mutants/trial.ts'

const FOLDERS = ['src/compare', 'src/diff', 'src/provisions', 'src/alignment']

interface Options {
  seed: string
  count: string
  only?: string[]
  list?: boolean
}

/**
 * Whether a test would miss it: changes the rules in a copy of the tree, one small change at a time, and says for each which
 * test fails, or that none does. `npm run mutants -- --seed 2 --count 40`; `--only src/compare/scope.ts:27` for one file or
 * line of it, which may also lie outside FOLDERS; `--list` for all that could be drawn. Half a minute a mutant. Nothing here
 * fails.
 */
await run(async () => {
  const options = new Command('mutants')
    .option('--seed <n>', 'which mutants are drawn', '1')
    .option('--count <n>', 'how many', '40')
    .option('--only <file...>', 'files, or lines of them as FILE:LINE')
    .option('--list', 'list all that could be drawn')
    .option('--debug', 'tell after an error where in the program it arose')
    .parse()
    .opts<Options>()
  const mutations = candidates(options.only)
  if (options.list) for (const mutation of mutations) console.log(nameOf(mutation))
  else await runMutants(mutations, Number(options.seed), Number(options.count))
})

function candidates(only: string[] = FOLDERS.flatMap(sourcesIn)): Mutation[] {
  return only.flatMap(wanted => {
    const [file, line] = wanted.split(':') as [string, string?]
    if (!existsSync(file)) throw new Failure(`${file}: no such file; name one as src/compare/scope.ts`)
    const found = mutationsOf(file, readFileSync(file, 'utf8'))
    return found.filter(mutation => !line || mutation.line === Number(line))
  })
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .sort()
    .map(name => join(folder, name))
}

/** Draws until `count` of them compile, and tries each. */
async function runMutants(mutations: Mutation[], seed: number, count: number): Promise<void> {
  const copy = copyOfTree()
  progress('the tests without any change')
  const known = await testsUnchanged(copy, [...new Set(mutations.map(({ file }) => file))])
  const broken = known?.find(({ failed }) => failed)
  if (!known || broken)
    throw new Failure(
      `${broken?.file ?? 'tests'}: fails without any change (${broken?.failed}); mend it first`,
    )
  const seconds = known.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000
  progress(`${known.length} test files, ${Math.round(seconds)} s`)
  let [tried, killed] = [0, 0]
  for (const mutation of drawn(mutations, seed)) {
    if (tried === count) break
    progress(`${tried + 1} of ${count}: ${nameOf(mutation)}`)
    const outcome = await tryMutation(copy, mutation, known)
    if (outcome === null) continue
    tried++
    if (outcome !== SURVIVED) killed++
    console.log(`${nameOf(mutation)}  ${outcome}`)
  }
  console.log(`${killed} of ${tried} killed`)
}

/**
 * All of them, each once, evenly over folders, within a folder over files, within a file over kinds of change: a file of
 * many words has no more mutants than another.
 */
function* drawn(mutations: Mutation[], seed: number): Generator<Mutation> {
  const chance = generator(seed)
  const rest = new Set(mutations)
  const parts: ((mutation: Mutation) => unknown)[] = [
    ({ file }) => file.split('/').slice(0, 2).join('/'),
    ({ file }) => file,
    ({ kind }) => kind,
    mutation => mutation,
  ]
  while (rest.size > 0) {
    let left = [...rest]
    for (const part of parts) left = oneOf([...groupBy(left, part).values()], chance)
    rest.delete(left[0]!)
    yield left[0]!
  }
}

function oneOf<Value>(values: Value[], chance: () => number): Value {
  return values[Math.floor(chance() * values.length)]!
}

/** `src/compare/scope.ts:27:14`, the kind, and what becomes what. */
function nameOf({ kind, file, line, column, before, after }: Mutation): string {
  const shown = (words: string) => (words.trim() === '' ? '∅' : words.trim().replace(/\s+/g, ' '))
  return `${file}:${line}:${column}  ${kind}  ${shown(before)} → ${shown(after)}`
}
