import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, resolve, sep } from 'node:path'
import { Failure } from './failure.ts'

/** The path with links followed, as far as it exists. */
export function realPath(path: string): string {
  if (existsSync(path) || dirname(path) === path) return realpathSync(path)
  return join(realPath(dirname(path)), basename(path))
}

/**
 * The path of a file that lies in the folder, by its real path: what a corpus names is read and published, so nothing outside
 * may be named, neither by `..` nor by a link. Anything else is a failure that ends with the remedy.
 */
export function fileInside(folder: string, name: string, remedy: string): string {
  const path = join(folder, name)
  const refuse = (reason: string) => new Failure(`${path}: ${reason}; ${remedy}`)
  if (isAbsolute(name)) throw refuse(`"${name}" is no path inside the corpus folder`)
  if (!isInside(resolve(folder), resolve(path))) throw refuse('lies outside the corpus folder')
  return path
}

/** Whether an absolute path, existing or not, lies in a folder when links are followed. */
export function isInside(folder: string, path: string): boolean {
  return realPath(path).startsWith(realPath(folder) + sep)
}
