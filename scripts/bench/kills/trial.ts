import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { generator } from '../../io/chance.ts'
import { inProgram } from '../../io/program.ts'

/** The commands that write. */
export const KILLED = ['data', 'build', 'add'] as const
export type Killed = (typeof KILLED)[number]

/**
 * What a kill left: the `old` state or the `new` one, whole; `aside`: killed between two renames, so that the old output stands
 * whole beside its place and the next run puts it back; `half`: a fault.
 */
export type Found = 'old' | 'new' | 'aside' | 'half'

export interface Trial {
  /** When it was killed. */
  moment: string
  /** Of each folder that the command writes. */
  found: Found[]
  /** Whether the next run, which nobody killed, made the new state and left nothing else. */
  mended: boolean
}

/**
 * Runs a command again and again over a small corpus, each time from the same state, and kills it (SIGKILL) at a moment that
 * chance draws: every other time anywhere in what it takes, else within what it takes to write. `corpus` has at least two
 * documents; it is copied, not changed.
 */
export async function* killsOf(
  command: Killed,
  { corpus, seed, count }: { corpus: string; seed: number; count: number },
): AsyncGenerator<Trial> {
  const folder = mkdtempSync(join(tmpdir(), 'guijian-kills-'))
  try {
    const scene = await SCENES[command](folder, resolve(corpus))
    const chance = generator(seed)
    for (let number = 0; number < count; number++) yield await trial(scene, chance, number % 2 === 0)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A command to be killed, and how what it writes looks before and after. */
interface Scene {
  args: string[]
  cwd: string
  /** Puts everything as it was before the command. */
  reset: () => void
  outputs: Output[]
  /** Milliseconds that the command takes. */
  takes: number
}

interface Output {
  folder: string
  /** What stands there, in one line. */
  state: () => string
  old: string
  new: string
  /** Milliseconds from the first sign of writing to the last. */
  writes: number
}

/** Runs the command to its end: how long it takes, and how long it writes each output. */
async function timed(
  scene: Pick<Scene, 'args' | 'cwd'>,
  folders: string[],
): Promise<{ takes: number; writes: number[] }> {
  const start = performance.now()
  const run = guijian(scene)
  const seen = folders.map(() => ({ from: 0, to: 0 }))
  while (run.exitCode === null) {
    for (const [at, folder] of folders.entries())
      if (leftBeside({ folder }).length > 0) {
        seen[at]!.from ||= performance.now()
        seen[at]!.to = performance.now()
      }
    await pause(1)
  }
  return { takes: performance.now() - start, writes: seen.map(({ from, to }) => to - from) }
}

async function trial(scene: Scene, chance: () => number, anywhere: boolean): Promise<Trial> {
  scene.reset()
  const output = scene.outputs[Math.floor(chance() * scene.outputs.length)]!
  const wait = Math.round(chance() * (anywhere ? scene.takes : output.writes) * 1.05)
  const run = guijian(scene)
  const ended = once(run, 'exit')
  if (!anywhere) await writing(output, run)
  await Promise.race([pause(wait), ended])
  run.kill('SIGKILL')
  await ended
  const found = scene.outputs.map(foundIn)
  await once(guijian(scene), 'exit')
  const mended = scene.outputs.every(each => each.state() === each.new && leftBeside(each).length === 0)
  const moment = anywhere ? `${wait} ms after it began` : `${wait} ms after it began to write`
  return { moment, found, mended }
}

function guijian({ args, cwd }: Pick<Scene, 'args' | 'cwd'>): ChildProcess {
  return spawn(process.execPath, [PROGRAM, ...args, '-q'], { cwd, stdio: 'ignore' })
}

const PROGRAM = inProgram('scripts/guijian.mjs')

async function writing(output: Output, run: ChildProcess): Promise<void> {
  while (leftBeside(output).length === 0 && run.exitCode === null) await pause(1)
}

function foundIn(output: Output): Found {
  const state = output.state()
  if (state === output.new) return 'new'
  if (state === output.old) return 'old'
  const aside = join(dirname(output.folder), `.${basename(output.folder)}.guijian-old`)
  return !existsSync(output.folder) && stateOf(aside) === output.old ? 'aside' : 'half'
}

/** Names of what a run of ours makes beside an output or in it while it writes. */
function leftBeside({ folder }: Pick<Output, 'folder'>): string[] {
  const names = readdirSync(dirname(folder))
  return [...names, ...namesInside(folder)].filter(name => /\.guijian(?:-new|-old|-gone)?$/.test(name))
}

/** Names of all that is below a folder; none of one that is not there, or that is taken away while it is read. */
function namesInside(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** Every file below a folder with its content. */
function stateOf(folder: string): string {
  if (!existsSync(folder)) return 'nothing'
  const hash = createHash('sha256')
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
  for (const name of names.sort()) hash.update(`${name}\0`).update(readFileSync(name))
  return hash.digest('hex')
}

const SCENES: Record<Killed, (folder: string, corpus: string) => Promise<Scene>> = {
  data: (folder, corpus) => outputScene(folder, corpus, 'data', ['build/data']),
  build: (folder, corpus) => outputScene(folder, corpus, 'build', ['build/data', 'dist']),
  add: addScene,
}

/** The corpus has another title than the one that the old output is of. */
async function outputScene(folder: string, corpus: string, command: string, names: string[]): Promise<Scene> {
  const changed = join(folder, 'changed')
  cpSync(corpus, changed, { recursive: true })
  const manifest = readFileSync(join(changed, 'corpus.json'), 'utf8')
  writeFileSync(join(changed, 'corpus.json'), manifest.replace(/("title": *")/, '$1新'))
  const cwd = join(folder, 'work')
  const kept = join(folder, 'kept')
  const folders = names.map(name => join(cwd, name))
  mkdirSync(join(cwd, 'build'), { recursive: true })
  await timed({ args: [command, '--corpus', corpus], cwd }, folders)
  const old = folders.map(stateOf)
  cpSync(cwd, kept, { recursive: true })
  const { takes, writes } = await timed({ args: [command, '--corpus', changed], cwd }, folders)
  const outputs = folders.map((output, at) => ({
    folder: output,
    state: () => stateOf(output),
    old: old[at]!,
    new: stateOf(output),
    writes: writes[at]!,
  }))
  const reset = () => {
    rmSync(cwd, { recursive: true, force: true })
    cpSync(kept, cwd, { recursive: true })
  }
  return { args: [command, '--corpus', changed], cwd, reset, outputs, takes }
}

/** The last document of the corpus is added to the others. */
async function addScene(folder: string, corpus: string): Promise<Scene> {
  const target = join(folder, 'corpus')
  const kept = join(folder, 'kept')
  const { regulations, ...rest } = JSON.parse(readFileSync(join(corpus, 'corpus.json'), 'utf8'))
  const { file, place } = regulations.pop()
  cpSync(corpus, kept, { recursive: true })
  rmSync(join(kept, file))
  writeFileSync(join(kept, 'corpus.json'), JSON.stringify({ ...rest, regulations }))
  const added = join(folder, `added${extname(file)}`)
  cpSync(join(corpus, file), added)
  const scene = {
    args: ['add', added, '--place', place, '--corpus', target],
    cwd: folder,
    reset: () => {
      rmSync(target, { recursive: true, force: true })
      cpSync(kept, target, { recursive: true })
    },
  }
  scene.reset()
  const state = () => stateOfCorpus(target)
  const old = state()
  const { takes, writes } = await timed(scene, [target])
  const output = { folder: target, state, old, new: state(), writes: writes[0]! }
  return { ...scene, outputs: [output], takes }
}

/** The manifest and every file that it names: what it does not name is no part of the corpus. */
function stateOfCorpus(folder: string): string {
  try {
    const manifest = readFileSync(join(folder, 'corpus.json'), 'utf8')
    const hash = createHash('sha256').update(manifest)
    const { regulations } = JSON.parse(manifest) as { regulations: { file: string }[] }
    for (const { file } of regulations) hash.update(readFileSync(join(folder, file)))
    return hash.digest('hex')
  } catch (error) {
    return String(error)
  }
}
