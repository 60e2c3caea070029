/**
 * What a command ends with when it cannot do its work: one line that names file, place and remedy, and an exit code.
 */

/** Exit codes of every command, as the README lists them. */
export const EXIT = { notFoundOrBadInput: 1, usage: 2, outputNotWritable: 3 } as const

export class Failure extends Error {
  readonly exitCode: number

  constructor(message: string, exitCode: number = EXIT.notFoundOrBadInput) {
    super(message.replace(/\s+/g, ' ').trim())
    this.exitCode = exitCode
  }
}

/** Runs a command. A failure becomes its one line on stderr and its exit code; anything else is a fault of ours and is thrown. */
export async function run(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    process.stderr.write(`guijian: ${error.message}\n`)
    process.exitCode = error.exitCode
  }
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
}
