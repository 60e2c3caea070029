import type { Noise, Problem, Span } from '../types.ts'

/** Text taken out of an html, docx or pdf file: what `start`/`end` of every address count in. */
export interface Extract {
  text: string
  /** Stretches of `text` known not to be the regulation, in order, disjoint. */
  noise: Noise[]
  problems: Problem[]
}

/** One line of a file that has no plain lines, with what its reader knows about it. */
export interface ExtractLine {
  text: string
  /** The whole line is no part of the regulation, and why: `page-number`, `page-furniture`, … */
  noise?: string
  /** Parts of the line that are not: `[from, to)` in `text`. */
  marks?: { kind: string; from: number; to: number }[]
  /** The line goes on in the next one that is no noise: the line feed between them is named `hard-wrap`. */
  wrapped?: boolean
}

/** Joins lines with line feeds and turns what is known about them into named spans; a noise line takes its line feed along. */
export function joinLines(lines: ExtractLine[]): { text: string; noise: Noise[] } {
  const parts: string[] = []
  const noise: Noise[] = []
  let at = 0
  for (const line of lines) {
    const end = at + line.text.length
    if (line.noise) noise.push(named(line.noise, at, end + 1))
    else for (const mark of line.marks ?? []) noise.push(named(mark.kind, at + mark.from, at + mark.to))
    if (line.wrapped && !line.noise) noise.push(named('hard-wrap', end, end + 1))
    parts.push(line.text, '\n')
    at = end + 1
  }
  return { text: parts.join(''), noise }
}

/** A note, warning or error about the file as a whole. */
export function about(rule: string, severity: Problem['severity'], message: string, span?: Span): Problem {
  return { rule, severity, message, span: span ?? { start: 0, end: 0 } }
}

/** A problem found in the file's own text, whose places are not those of the text taken out of it. */
export function ofWhole(problem: Problem): Problem {
  return { ...problem, span: { start: 0, end: 0 } }
}

function named(kind: string, start: number, end: number): Noise {
  return { kind, span: { start, end } }
}
