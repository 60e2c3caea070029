import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { EXIT, Failure, reasonOf } from './failure.ts'

/** Writes to the file, or to stdout where none is named; as `writeWhole`. */
export function emit(content: string | Uint8Array, out: string | undefined): void {
  if (out === undefined) process.stdout.write(content)
  else writeWhole(out, content, ANOTHER)
}

const ANOTHER = 'choose another file with --out'

/**
 * Writes a file. An old one is replaced as a whole by the new one or stays as it was; what cannot be written is a failure that
 * names the remedy.
 */
export function writeWhole(out: string, content: string | Uint8Array, remedy: string): void {
  failing(out, remedy, () => {
    const stats = place(out)
    if (stats && !stats.isFile()) writeFileSync(out, content)
    else replace(out, content, stats?.mode)
  })
}

/** Removes what a run that was killed left in a folder; the caller sees to it that no other run is at work there. */
export function sweep(folder: string): void {
  for (const name of readdirSync(folder))
    if (/^\..*\.\d+\.guijian$/.test(name)) rmSync(join(folder, name), { force: true })
}

/** Fails at once, before any work is done, where `emit` could not write; writes nothing. */
export function refuseUnwritableFile(out: string | undefined): void {
  if (out !== undefined) failing(out, ANOTHER, () => place(out))
}

function failing(out: string, remedy: string, deed: () => void): void {
  try {
    deed()
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure(`${out}: ${reasonOf(error)}; ${remedy}`, EXIT.outputNotWritable, error)
  }
}

/** What stands at the path now; throws where a file could not be put there. */
function place(out: string): Stats | undefined {
  if (out.trim() === '') throw new Failure('--out: names no file', EXIT.usage)
  const stats = statSync(out, { throwIfNoEntry: false })
  if (stats?.isDirectory() || (!stats && /[\\/]$/.test(out)))
    throw Object.assign(new Error(), { code: 'EISDIR' })
  if (stats) accessSync(out, constants.W_OK)
  if (!stats || stats.isFile()) accessSync(dirname(existsSync(out) ? realpathSync(out) : out), constants.W_OK)
  // A pipe that nobody reads from would hold the program for ever: opened so, the system says so instead.
  if (stats?.isFIFO()) closeSync(openSync(out, constants.O_WRONLY | constants.O_NONBLOCK))
  return stats
}

/** Written beside its place and then renamed: whatever ends the process leaves the old file or the new one. */
function replace(out: string, content: string | Uint8Array, mode = 0o666): void {
  // A link stays a link.
  const file = existsSync(out) ? realpathSync(out) : out
  const beside = join(dirname(file), `.${basename(file).slice(0, 60)}.${process.pid}.guijian`)
  try {
    writeFileSync(beside, content, { mode })
    renameSync(beside, file)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}
