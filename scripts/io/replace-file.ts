import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { EXIT, Failure, reasonOf } from './failure.ts'

/** Writes a file beside its place and renames it: whoever reads it meanwhile, or whatever ends the process, finds the old or the new one. */
export function replaceFile(file: string, content: Uint8Array | string): void {
  const beside = join(dirname(file), `.${basename(file)}.guijian-new`)
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(beside, content)
    renameSync(beside, file)
  } catch (error) {
    rmSync(beside, { force: true })
    throw new Failure(
      `${file}: ${reasonOf(error)}; make the folder and the file writable`,
      EXIT.outputNotWritable,
    )
  }
}

/** Removes what a run that was killed left in a folder; the caller sees to it that no other run is at work there. */
export function sweep(folder: string): void {
  for (const name of readdirSync(folder))
    if (/^\..*\.guijian-new$/.test(name)) rmSync(join(folder, name), { force: true })
}
