import { fileURLToPath } from 'node:url'

/** Path of a file or folder that belongs to the program, wherever the command is run. What users name is relative to where they are. */
export function inProgram(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url))
}
