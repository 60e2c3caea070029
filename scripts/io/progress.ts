let silent = false
let current = 'starting'

/** No more progress is told; failures still are. */
export function beQuiet(): void {
  silent = true
}

/** Tells on stderr what is being done, so that stdout holds results alone. */
export function progress(message: string): void {
  current = message
  if (!silent) process.stderr.write(`${message}\n`)
}

/** What was told last: what a fault of the program came in between. */
export function doing(): string {
  return current
}
