import { type ChildProcess, spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Mutation, mutated } from './mutations.ts'
import type { FileRun } from './vitest.config.ts'

export type { FileRun } from './vitest.config.ts'

// What is made from the rest, and what git keeps.
const NOT_COPIED = ['node_modules', 'build', 'dist', '.git']

/** A copy of the tree to change, removed when the process ends, however it ends. */
export function copyOfTree(): string {
  const copy = mkdtempSync(join(tmpdir(), 'guijian-mutants-'))
  process.once('exit', () => {
    if (running?.pid) stop(running.pid)
    rmSync(copy, { recursive: true, force: true })
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130))
  for (const name of readdirSync('.'))
    if (!NOT_COPIED.includes(name)) cpSync(name, join(copy, name), { recursive: true })
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
  return copy
}

export const SURVIVED = 'SURVIVED'

/** Which test fails with the change made, or that none does; null where it does not compile. */
export async function tryMutation(
  copy: string,
  mutation: Mutation,
  known: FileRun[],
): Promise<string | null> {
  const file = join(copy, mutation.file)
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, mutated(text, mutation))
  try {
    if (!(await compiles(copy))) return null
    const { runs, isStopped } = await testsIn(copy, [mutation.file], ordered(known, mutation), limitOf(known))
    const failed = runs?.find(each => each.failed)
    if (failed) return `killed by ${failed.file} › ${failed.failed}`
    return isStopped ? 'killed: the tests do not end' : runs ? SURVIVED : 'killed: the tests do not run'
  } finally {
    writeFileSync(file, text)
  }
}

// What takes a minute and three times what all tests take without a change will never end.
function limitOf(known: FileRun[]): number {
  return 60_000 + 3 * known.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
}

/** Test files in the order of what they take, those likely to see it before others: of the same folder, then the goldens. */
function ordered(known: FileRun[], { file }: Mutation): string[] {
  const folder = `tests/${file.split('/')[1]}/`
  const worth = (test: string) => (test.startsWith(folder) ? 4 : test.includes('golden') ? 2 : 1)
  const cost = ({ file, milliseconds }: FileRun) => milliseconds / worth(file)
  return known.toSorted((a, b) => cost(a) - cost(b)).map(each => each.file)
}

const HOUR = 3_600_000

/** Runs the tests that see one of the files, without any change: how long each takes, and what fails all the same. */
export async function testsUnchanged(copy: string, files: string[]): Promise<FileRun[] | null> {
  const { runs } = await testsIn(copy, files, [], HOUR)
  return runs
}

async function compiles(copy: string): Promise<boolean> {
  const { code } = await node(copy, ['node_modules/typescript/bin/tsc', '-p', 'src'], HOUR)
  return code === 0
}

/** Runs the tests of the copy that see one of the files; `runs` is null where vitest wrote no report. */
async function testsIn(
  copy: string,
  files: string[],
  order: string[],
  limit: number,
): Promise<{ runs: FileRun[] | null; isStopped: boolean }> {
  const report = join(copy, 'mutants-report.json')
  rmSync(report, { force: true })
  writeFileSync(join(copy, 'mutants-order.json'), JSON.stringify(order))
  const { isStopped } = await node(copy, [...VITEST, ...files], limit)
  return { runs: existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null, isStopped }
}

const VITEST = [
  'node_modules/vitest/vitest.mjs',
  '--run',
  '--config',
  'scripts/bench/mutants/vitest.config.ts',
  '--root',
  '.',
  'related',
]

// As in CI, a golden that is not there fails and is not written.
const ENVIRONMENT = { ...process.env, CI: '1' }

let running: ChildProcess | undefined

/** A program of its own process group, so that what it started ends with it. */
async function node(
  copy: string,
  args: string[],
  limit: number,
): Promise<{ code: number; isStopped: boolean }> {
  const child = spawn(process.execPath, args, {
    cwd: copy,
    stdio: 'ignore',
    detached: true,
    env: ENVIRONMENT,
  })
  running = child
  let isStopped = false
  const timer = setTimeout(() => {
    isStopped = true
    stop(child.pid!)
  }, limit)
  const code = await new Promise<number>(done => child.once('close', status => done(status ?? 1)))
  clearTimeout(timer)
  running = undefined
  return { code, isStopped }
}

function stop(group: number): void {
  try {
    process.kill(-group, 'SIGKILL')
  } catch {
    // It has ended meanwhile.
  }
}
