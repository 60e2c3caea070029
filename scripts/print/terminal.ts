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

// Chinese breaks anywhere but before closing and after opening punctuation. The signs of columns.ts count as such.
const NO_START = /^([，。、；：？！）》”’〕%…]|[+-]\])$/
const NO_END = /^([（《“‘〔]|\[[+-])$/

/** Glyphs (a character, a word or a sign each) in lines of at most `width` columns; a line feed ends a line. */
export function broken<Glyph extends { text: string }>(glyphs: Glyph[], width: number): Glyph[][] {
  const lines: Glyph[][] = [[]]
  let filled = 0
  for (const glyph of glyphs) {
    const columns = widthOf(glyph.text)
    if (glyph.text === '\n' || filled + columns > width) {
      const carried = glyph.text === '\n' ? [] : unbreakable(lines.at(-1)!, glyph)
      lines.push(carried)
      filled = widthOf(carried.map(({ text }) => text).join(''))
    }
    if (glyph.text !== '\n') lines.at(-1)!.push(glyph)
    filled += columns
  }
  return lines
}

/** Takes from the line's end what must go on to the next line together with the glyph. Changes the line. */
function unbreakable<Glyph extends { text: string }>(line: Glyph[], next: Glyph): Glyph[] {
  const carried: Glyph[] = []
  while (line.length > 1 && carried.length < 4) {
    const first = carried[0] ?? next
    if (!NO_START.test(first.text) && !NO_END.test(line.at(-1)!.text)) break
    carried.unshift(line.pop()!)
  }
  return carried
}

/** The text broken into lines of at most `width` columns; its own line feeds are kept. */
export function wrapped(text: string, width: number): string[] {
  const glyphs = (text.match(/[\x21-\x7e]+|[\s\S]/gu) ?? []).map(text => ({ text }))
  return broken(glyphs, width).map(line => line.map(({ text }) => text).join(''))
}

/** Every line of the wrapped text behind an indent. */
export function indented(text: string, indent: string, width = columns()): string {
  return wrapped(text, width - widthOf(indent))
    .map(line => indent + line)
    .join('\n')
}
