import { readFileSync, statSync } from 'node:fs'

/**
 * The bytes of a file; throws as the system says. What is neither file nor folder (a named pipe, a device) is refused: the
 * reading of it may never end.
 */
export function readBytesOf(file: string): Buffer {
  const stats = statSync(file)
  if (!stats.isFile() && !stats.isDirectory()) throw new Error('is a pipe or a device, not a file')
  return readFileSync(file)
}
