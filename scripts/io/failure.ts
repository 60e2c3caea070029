import { fstatSync, writeFileSync } from 'node:fs'
import { inspect, stripVTControlCharacters } from 'node:util'
import { doing } from './progress.ts'

/**
 * What a command ends with when it cannot do its work: one line that names file, place and remedy, and an exit code. What
 * led to it is told with --debug alone.
 */

/** Exit codes of every command, as the README lists them. 70 is `EX_SOFTWARE` of sysexits.h. */
export const EXIT = { notFoundOrBadInput: 1, usage: 2, outputNotWritable: 3, fault: 70 } as const

export class Failure extends Error {
  readonly exitCode: number

  constructor(message: string, exitCode: number = EXIT.notFoundOrBadInput, cause?: unknown) {
    super(inOneLine(message), cause === undefined ? undefined : { cause })
    this.exitCode = exitCode
  }
}

/**
 * Runs a command. Whatever it throws becomes one line on stderr and an exit code, also what is thrown beside it, by a timer or
 * a promise that nobody waits for; a reader of its output who goes away ends it without a word.
 */
export async function run(command: () => Promise<void>): Promise<void> {
  process.stdout.on('error', endOutput)
  if (isFile(1)) process.stdout._write = writeWholly
  // Whoever closed stderr wants to hear nothing; results still go to stdout.
  process.stderr.on('error', () => {})
  process.on('uncaughtException', endAtOnce)
  try {
    await command()
  } catch (error) {
    if (error instanceof Failure) tell(error)
    else endAtOnce(error)
  }
}

function isFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile()
  } catch {
    return false
  }
}

// Node writes once to a file behind stdout and does not ask how much of it a full disk has taken: the rest would be lost.
function writeWholly(chunk: Uint8Array, _: string, done: (error?: Error | null) => void): void {
  try {
    writeFileSync(1, chunk)
    done()
  } catch (error) {
    done(error as Error)
  }
}

/** A reader that has seen enough (head, less) closes the pipe: no fault. */
function endOutput(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit()
  endAtOnce(
    new Failure(`stdout: ${reasonOf(error)}; the output is not complete`, EXIT.outputNotWritable, error),
  )
}

// Nothing is known of the state that such an error leaves: the process ends as soon as all is told.
function endAtOnce(error: unknown): void {
  tell(error, () => process.stdout.write('', () => process.exit()))
}

function tell(error: unknown, then?: () => void): void {
  process.exitCode = error instanceof Failure ? error.exitCode : EXIT.fault
  const details = isDebugging() ? `${inspect(error)}\n` : ''
  process.stderr.write(`guijian: ${lineOf(error)}\n${details}`, then)
}

// Not by way of the parsed options: also what fails before or beside them is to be told.
function isDebugging(): boolean {
  return process.argv.includes('--debug')
}

function lineOf(error: unknown): string {
  if (error instanceof Failure) return error.message
  const reason = inOneLine(error instanceof Error ? `${error.name}: ${error.message}` : inspect(error))
  const remedy = isDebugging() ? 'please report it' : 'run again with --debug for the details'
  return `a fault of the program, not of yours, at "${doing()}" (${reason.slice(0, 200)}); ${remedy}`
}

/** The text without colours, and with every run of spaces, line ends and control characters as one space. */
export function inOneLine(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

/** The system's reason in a few words: `no such file or folder`, `permission denied`, … */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return REASONS[code ?? ''] ?? message
}

const REASONS: Record<string, string> = {
  ENOENT: 'no such file or folder',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EISDIR: 'is a folder, not a file',
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EROFS: 'read-only file system',
  ENOSPC: 'no space left on the disk',
  EEXIST: 'exists already and is no folder',
  ELOOP: 'a link that leads in a circle',
  ENAMETOOLONG: 'the name is too long',
  EFBIG: 'the file would be larger than is allowed',
  ENXIO: 'nobody reads from the pipe',
  EDQUOT: 'no space left on the disk for this user',
}
