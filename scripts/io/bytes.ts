import { readFileSync, statSync } from 'node:fs'
import { MOST_BYTES } from '../../src/read/thresholds.ts'

/**
 * The bytes of a file; throws as the system says. What is neither file nor folder (a named pipe, a device) is refused: the
 * reading of it may never end.
 */
export function readBytesOf(file: string): Buffer {
  const stats = statSync(file)
  if (!stats.isFile() && !stats.isDirectory()) throw new Error('is a pipe or a device, not a file')
  if (stats.size > MOST_BYTES)
    throw new Error(`has ${Math.round(stats.size / 1e6)} MB; at most ${MOST_BYTES / 1e6} are read`)
  return readFileSync(file)
}
