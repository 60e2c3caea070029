import { styleText } from 'node:util'
import stringWidth from 'string-width'

/** Columns of the terminal, 80 where there is none. */
export function columns(): number {
  return process.stdout.columns || 80
}

export type Style = Parameters<typeof styleText>[0]

/** The text in a style, on a terminal that wants colours (NO_COLOR unset); bare elsewhere. */
export function styled(style: Style, text: string): string {
  return process.stdout.isTTY && !process.env.NO_COLOR ? styleText(style, text) : text
}

/** Columns that the text fills: wide characters count two, escapes none. */
export function widthOf(text: string): number {
  return stringWidth(text)
}

/** The text filled with spaces to a width; longer text is cut and ends in …. */
export function padded(text: string, width: number): string {
  const fitting = widthOf(text) <= width ? text : `${cutTo(text, width - 1)}…`
  return fitting + ' '.repeat(width - widthOf(fitting))
}

function cutTo(text: string, width: number): string {
  let fitting = ''
  for (const character of text) {
    if (widthOf(fitting) + widthOf(character) > width) break
    fitting += character
  }
  return fitting
}

// Chinese breaks anywhere but before these.
const NO_START = /^[，。、；：？！）》”’〕%]$/

/** The text broken into lines of at most `width` columns; no line begins with closing punctuation, its own line feeds are kept. */
export function wrapped(text: string, width: number): string[] {
  return text.split('\n').flatMap(line => wrapLine(line, width))
}

function wrapLine(text: string, width: number): string[] {
  const lines: string[] = []
  let line: string[] = []
  let filled = 0
  for (const character of text.match(/[\x21-\x7e]+|[\s\S]/gu) ?? []) {
    const columns = widthOf(character)
    if (filled + columns > width && line.length > 0) {
      const carried = NO_START.test(character) && line.length > 1 ? [line.pop()!] : []
      lines.push(line.join(''))
      line = carried
      filled = widthOf(carried.join(''))
    }
    line.push(character)
    filled += columns
  }
  return [...lines, line.join('')]
}

/** Every line of the wrapped text behind an indent. */
export function indented(text: string, indent: string, width = columns()): string {
  return wrapped(text, width - widthOf(indent))
    .map(line => indent + line)
    .join('\n')
}
