import { createHash } from 'node:crypto'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, extname, join, resolve, sep } from 'node:path'
import { setImmediate as turnOfTheLoop } from 'node:timers/promises'
import type { OutputFile } from '../../src/tables/site.ts'
import { EXIT, Failure, reasonOf } from './failure.ts'
import { alone } from './lock.ts'
import { realPath } from './paths.ts'
import { progress } from './progress.ts'

/** In every output folder: the files that were written there, a line each as `sha256sum -c` reads it. What has none is not ours. */
export const MARKER = '.guijian-output'

/**
 * Fails at once, before any work is done, where the output could not be written: a folder with files that no run of ours wrote,
 * a root, the home or working folder or one above it, a place where nothing can be made. Writes nothing.
 */
export function refuseOutput(folder: string): void {
  const target = targetOf(folder)
  refuseForeign(folder, target)
  probe(folder, target)
}

/**
 * Replaces an output folder as a whole: `fill` writes into a new folder beside it, which then takes its place by renaming.
 * Whoever reads meanwhile, and whatever ends the process, finds the old output or the new one; a run that was killed is
 * tidied up after by the next. Files that others put into the folder, or edited there, are kept. A second run waits.
 */
export async function replaceOutput(
  folder: string,
  fill: (fresh: string) => Promise<void> | void,
): Promise<void> {
  const target = targetOf(folder)
  await alone(target, async () => {
    try {
      settle(target)
      refuseForeign(folder, target)
      makeFolder(besideOf(target).fresh)
      await fill(besideOf(target).fresh)
      mark(besideOf(target).fresh)
      await swap(target)
    } catch (error) {
      throw error instanceof Failure || !isOfTheSystem(error) ? error : notWritable(folder, error)
    } finally {
      rmSync(besideOf(target).fresh, { recursive: true, force: true })
    }
  })
}

/** Writes files below a folder. */
export function writeFiles(folder: string, files: OutputFile[]): void {
  for (const { path, content } of files) {
    makeFolder(dirname(join(folder, path)))
    writeFileSync(join(folder, path), content)
  }
}

/** The absolute path of an output folder, links followed; a place that can't be replaced as a whole is refused. */
function targetOf(folder: string): string {
  if (folder.trim() === '') throw new Failure('--out: names no folder', EXIT.usage)
  const target = realPath(resolve(folder))
  const guarded = [homedir(), process.cwd()].map(realPath)
  if (guarded.some(place => `${place}${sep}`.startsWith(target === sep ? sep : `${target}${sep}`)))
    throw new Failure(
      `${folder}: would be replaced as a whole, with all that lies in it; name a new folder inside it with --out`,
      EXIT.outputNotWritable,
    )
  return target
}

// Found again by the next run: what was being written, what was there before, and what of it is being removed.
function besideOf(target: string): { fresh: string; old: string; gone: string } {
  const beside = (state: string) => join(dirname(target), `.${basename(target)}.guijian-${state}`)
  return { fresh: beside('new'), old: beside('old'), gone: beside('gone') }
}

function refuseForeign(folder: string, target: string): void {
  if (!existsSync(target)) return
  if (!statSync(target).isDirectory())
    throw notWritable(folder, Object.assign(new Error(), { code: 'ENOTDIR' }))
  if (readdirSync(target).length === 0 || writtenIn(target)) return
  throw new Failure(
    `${folder}: holds files, and no ${MARKER} says that guijian wrote them; empty the folder yourself or name another with --out`,
    EXIT.outputNotWritable,
  )
}

/** The files that the marker of a folder names with their hashes; null where there is no marker. */
function writtenIn(folder: string): Map<string, string> | null {
  const marker = join(folder, MARKER)
  if (!existsSync(marker) || !lstatSync(marker).isFile()) return null
  const lines = readFileSync(marker, 'utf8').split('\n')
  if (lines.pop() !== '' || !lines.every(line => /^[0-9a-f]{64} {2}./.test(line))) return null
  return new Map(lines.map(line => [line.slice(66), line.slice(0, 64)]))
}

function mark(folder: string): void {
  const lines = filesIn(folder).map(path => `${sha256(join(folder, path))}  ${path}\n`)
  writeFileSync(join(folder, MARKER), lines.join(''))
}

/** Paths of all files below a folder, with `/` between their parts, in code unit order. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => !entry.isDirectory())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll(sep, '/'),
    )
    .sort()
}

function sha256(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

/** Nothing but two renames lies between the old output and the new one; a signal that ends the process waits until after them. */
async function swap(target: string): Promise<void> {
  const { fresh, old } = besideOf(target)
  let asked: NodeJS.Signals | undefined
  const wait = (signal: NodeJS.Signals) => {
    asked = signal
  }
  for (const signal of SIGNALS) process.on(signal, wait)
  try {
    if (existsSync(target)) renameSync(target, old)
    renameSync(fresh, target)
    settle(target)
    await turnOfTheLoop()
  } finally {
    for (const signal of SIGNALS) process.off(signal, wait)
  }
  if (asked) process.kill(process.pid, asked)
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Ends what a run began: where it was killed between the renames the old output comes back, else what is not ours moves over. */
function settle(target: string): void {
  const { fresh, old, gone } = besideOf(target)
  if (existsSync(old)) {
    if (existsSync(target)) bringOver(old, target)
    // Once it is being removed nothing in it counts any more: a run may be killed before all of it is gone.
    renameSync(old, existsSync(target) ? gone : target)
  }
  for (const folder of [fresh, gone]) rmSync(folder, { recursive: true, force: true })
}

function bringOver(old: string, target: string): void {
  const written = writtenIn(old) ?? new Map()
  for (const path of foreignIn(old, '', written)) {
    const place = freePlace(join(target, path))
    makeFolder(dirname(place))
    renameSync(join(old, path), place)
    if (written.has(path)) progress(`${join(target, path)}: was changed by hand; kept as ${basename(place)}`)
  }
}

/** What a folder holds besides the files written there as they were written: whole folders where nothing in them is. */
function foreignIn(folder: string, below: string, written: Map<string, string>): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap(entry => {
    const path = below + entry.name
    if (path === MARKER) return []
    const holdsOurs = () => [...written.keys()].some(ours => ours.startsWith(`${path}/`))
    if (entry.isDirectory()) return holdsOurs() ? foreignIn(folder, `${path}/`, written) : [path]
    return entry.isFile() && written.get(path) === sha256(join(folder, path)) ? [] : [path]
  })
}

/** The path itself, or one beside it that is not taken: units.kept.csv, units.kept-2.csv. */
function freePlace(path: string): string {
  const ending = extname(path)
  const start = path.slice(0, path.length - ending.length)
  for (let count = 0; ; count++) {
    const place = count === 0 ? path : `${start}.kept${count > 1 ? `-${count}` : ''}${ending}`
    if (!existsSync(place)) return place
  }
}

/** Whether a folder can be made beside the output. */
function probe(folder: string, target: string): void {
  try {
    const made = makeFolder(dirname(target))
    rmdirSync(mkdtempSync(join(dirname(target), '.guijian-probe-')))
    for (const parent of made) rmdirSync(parent)
  } catch (error) {
    throw notWritable(folder, error)
  }
}

/**
 * Makes a folder and those above it that are missing, and gives back those made, the lowest first. Folder by folder: node's
 * recursive mkdir goes on for ever where the system says "no such folder" of a child (/proc).
 */
function makeFolder(folder: string): string[] {
  if (existsSync(folder)) return []
  const made = makeFolder(dirname(folder))
  mkdirSync(folder)
  return [folder, ...made]
}

function isOfTheSystem(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}

function notWritable(folder: string, error: unknown): Failure {
  const remedy = 'name another folder with --out'
  return new Failure(
    `${folder}: cannot write the output (${reasonOf(error)}); ${remedy}`,
    EXIT.outputNotWritable,
  )
}
