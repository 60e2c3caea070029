import { broken, columns, styled, widthOf } from './terminal.ts'

/** A stretch of text that is marked as differing, or not. */
export interface Marked {
  text: string
  marked: boolean
}

interface Glyph {
  text: string
  marked: boolean
}

/** How a marked stretch is shown: coloured on a terminal, between signs elsewhere. */
interface Mark {
  style: 'red' | 'green'
  open: string
  close: string
}

const LEFT_OUT: Mark = { style: 'red', open: '[-', close: '-]' }
const ADDED: Mark = { style: 'green', open: '[+', close: '+]' }

/** Two texts beside each other, wrapped to half the terminal each; wide characters count two. */
export function beside(left: Marked[], right: Marked[], width = columns()): string {
  const half = Math.floor((width - 3) / 2)
  const rows = [linesOf(left, LEFT_OUT, half), linesOf(right, ADDED, half)]
  const height = Math.max(...rows.map(lines => lines.length))
  return Array.from({ length: height }, (_, index) => {
    const [a, b] = rows.map(lines => lines[index] ?? [])
    return `${filled(shown(a!, LEFT_OUT), half)} ${styled('dim', '│')} ${shown(b!, ADDED)}`.trimEnd()
  }).join('\n')
}

/** The text broken into lines. Where there are no colours the signs take part in the breaking. */
function linesOf(runs: Marked[], { open, close }: Mark, width: number): Glyph[][] {
  const glyphs = runs.flatMap(({ text, marked }) => {
    const signed = (line: string) => (line === '' ? [] : [open, ...line, close])
    const lines = text.split('\n').map(line => (marked && !coloured() ? signed(line) : [...line]))
    return lines.flatMap((line, at) => [...(at > 0 ? ['\n'] : []), ...line].map(text => ({ text, marked })))
  })
  return broken(glyphs, width)
}

function shown(line: Glyph[], { style }: Mark): string {
  let text = ''
  for (let from = 0, to = 0; from < line.length; from = to) {
    while (to < line.length && line[to]!.marked === line[from]!.marked) to++
    const stretch = line
      .slice(from, to)
      .map(glyph => glyph.text)
      .join('')
    text += line[from]!.marked ? styled(style, stretch) : stretch
  }
  return text
}

function filled(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

function coloured(): boolean {
  return styled('red', 'x') !== 'x'
}
