import { type ComparedCell, type ComparedRun, type ComparisonTable, sourceLine } from '../comparison.ts'

/** The comparison as Markdown: a table for each family, a line for each document; what differs from the base **bold**, what it lacks ~~struck~~. */
export function markdownOf({ regulations, rows }: ComparisonTable): string {
  const placeOf = new Map(regulations.map(({ id, place }) => [id, place]))
  const sections = rows.map(({ family, base, cells }) => {
    const lines = cells.map(cell => {
      const place = `${placeOf.get(cell.regulation)}${cell.regulation === base ? '（基准）' : ''}`
      return `| ${escaped(place)} | ${escaped(cell.labels.join('、'))} | ${cellText(cell)} |`
    })
    return [
      `## ${escaped(family.topic.zh)}`,
      '',
      '| 地区 | 条款 | 文字 |',
      '| --- | --- | --- |',
      ...lines,
    ].join('\n')
  })
  const sources = regulations.map(regulation => `- ${escaped(sourceLine(regulation))}`)
  return `${['# 对照表', sources.join('\n'), ...sections].join('\n\n')}\n`
}

function cellText({ runs }: ComparedCell): string {
  return runs.map(marked).join('')
}

const MARKS: Record<ComparedRun['kind'], string> = { same: '', changed: '**', 'left-out': '~~' }

// A mark must not reach over a line end or stand against white space.
function marked({ text, kind }: ComparedRun): string {
  const mark = MARKS[kind]
  return text
    .split('\n')
    .map(line => (line.trim() === '' ? '' : `${mark}${escaped(line)}${mark}`))
    .join('<br>')
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|~#]/g, '\\$&')
}
