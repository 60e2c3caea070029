import { Failure } from './failure.ts'

/** What the keeper of a corpus should know of its manifest, codebook or overrides. */
export interface Finding {
  rule: string
  severity: 'warning' | 'note'
  /** File, or file:line:column. */
  place: string
  message: string
}

/** Tells warnings on stderr, a line each; when `strict`, any is a failure. Notes are for who asks. */
export function tellWarnings(findings: Finding[], strict: boolean): void {
  const warnings = findings.filter(({ severity }) => severity === 'warning')
  for (const finding of warnings) process.stderr.write(`guijian: ${lineOf(finding)}\n`)
  if (strict && warnings.length > 0)
    throw new Failure(
      `${warnings.length === 1 ? 'a warning' : `${warnings.length} warnings`}, and --strict lets none pass; mend them or leave --strict out`,
    )
}

export function lineOf({ severity, place, message }: Finding): string {
  return `${severity}: ${place}: ${message.replace(/\s+/g, ' ')}`
}
