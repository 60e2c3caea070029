import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { OutputFile } from '../../src/tables/site.ts'
import { EXIT, Failure, reasonOf } from './failure.ts'

/** Fails at once, before any work is done, when the folder cannot be made or written into. */
export function refuseUnwritable(folder: string): void {
  const probe = partialOf(folder)
  try {
    makeFolder(probe)
    rmSync(probe, { recursive: true })
  } catch (error) {
    throw notWritable(folder, error)
  }
}

/**
 * Writes the files into the folder: first all of them into a folder of their own inside it, then each into its place.
 * Until everything is written the previous output stays as it was; what is not ours in the folder is left alone.
 */
export function writeOutput(folder: string, files: OutputFile[]): void {
  const partial = partialOf(folder)
  try {
    for (const file of files) {
      const path = join(partial, file.path)
      makeFolder(dirname(path))
      writeFileSync(path, file.content)
    }
    for (const name of readdirSync(partial)) {
      rmSync(join(folder, name), { recursive: true, force: true })
      renameSync(join(partial, name), join(folder, name))
    }
  } catch (error) {
    throw notWritable(folder, error)
  } finally {
    if (existsSync(partial)) rmSync(partial, { recursive: true })
  }
}

// Folder by folder: node's recursive mkdir goes on for ever where the system says "no such folder" of a child (/proc).
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder)
}

function partialOf(folder: string): string {
  return join(folder, `.partial-${process.pid}`)
}

function notWritable(folder: string, error: unknown): Failure {
  const remedy = 'choose another folder with --out'
  return new Failure(
    `${folder}: cannot write the output (${reasonOf(error)}); ${remedy}`,
    EXIT.outputNotWritable,
  )
}
