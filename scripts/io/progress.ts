let silent = false

/** No more progress is told; failures still are. */
export function beQuiet(): void {
  silent = true
}

/** Tells on stderr what is being done, so that stdout holds results alone. */
export function progress(message: string): void {
  if (!silent) process.stderr.write(`${message}\n`)
}
