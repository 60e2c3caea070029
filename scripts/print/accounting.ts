import type { Regulation, Stretch } from '../../src/types.ts'
import { type Style, styled } from './terminal.ts'

const STYLES: Record<Stretch['class'], Style> = {
  label: ['bold', 'cyan'],
  heading: ['bold', 'magenta'],
  text: 'white',
  layout: 'bgGray',
  front: 'blue',
  back: 'green',
  noise: ['black', 'bgYellow'],
}

/** Prints where every character of the document went: coloured stretches on a terminal, a table (tab-separated) elsewhere. */
export function printAccounting({ accounting }: Regulation, source: string): void {
  if (process.stdout.isTTY) process.stdout.write(`${legend()}\n\n${coloured(accounting, source)}\n`)
  else process.stdout.write(tabular(accounting, source))
}

function legend(): string {
  return Object.entries(STYLES)
    .map(([name, style]) => styled(style, ` ${name} `))
    .join(' ')
}

function coloured(accounting: Stretch[], source: string): string {
  return accounting
    .map(stretch => styled(STYLES[stretch.class], source.slice(stretch.start, stretch.end)))
    .join('')
}

function tabular(accounting: Stretch[], source: string): string {
  const rows = accounting.map(({ start, end, class: kind, name }) =>
    [start, end, kind, name, JSON.stringify(source.slice(start, end))].join('\t'),
  )
  return `${['start\tend\tclass\tname\ttext', ...rows].join('\n')}\n`
}
