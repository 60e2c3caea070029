/** A fault of the page of planted faults: the rule that must report it, where, and what its remedy says. */
export interface PlantedFault {
  rule: string
  start: number
  end: number
  remedy: string
}

export interface PlantedDraft {
  id: string
  text: string
  faults: PlantedFault[]
}

/** The drafts of the page `tests/cases/drafting-planted.txt`, each with all its faults; `textOf` gives the finished text. */
export function plantedDrafts(page: string, textOf: (id: string) => string): PlantedDraft[] {
  return page
    .split(/^# /m)
    .slice(1)
    .map(section => {
      const [id = '', ...lines] = section.split('\n')
      return planted(
        id,
        textOf(id),
        lines.filter(line => line.trim() !== ''),
      )
    })
}

function planted(id: string, finished: string, lines: string[]): PlantedDraft {
  const faults = lines.map(line => {
    const match = /^(\S+) ([=+]) (\S+) (.*?)\s*→\s*(.*)$/.exec(line)
    if (!match) throw new Error(`planted: ${line}`)
    const [, rule = '', how, label = '', text = '', remedy = ''] = match
    return { rule, how, label, text: text.replaceAll(/ ?\| ?/g, '\n'), remedy }
  })
  let marked = finished
  // Additions first: a label that is changed is no place to put something behind.
  for (const [at, { how, label, text }] of faults.entries())
    if (how === '+') marked = putBehind(marked, label, numbered(text, at))
  for (const [at, { how, label, text }] of faults.entries())
    if (how === '=') marked = putFor(marked, label, numbered(text, at))
  const found: PlantedFault[] = []
  let text = ''
  for (const part of marked.split(/(⟦\d+\|[^⟧]*⟧)/)) {
    const match = /^⟦(\d+)\|([^⟧]*)⟧$/.exec(part)
    if (match) {
      const { rule, remedy } = faults[Number(match[1])]!
      found.push({ rule, start: text.length, end: text.length + match[2]!.length, remedy })
    }
    text += match ? match[2]! : part
  }
  return { id, text, faults: found }
}

function numbered(text: string, at: number): string {
  return text.replaceAll('⟦', `⟦${at}|`)
}

/** At the end of the article, before the next label or heading. */
function putBehind(text: string, label: string, put: string): string {
  const start = startOf(text, label)
  const next = /\n\s*(?:第[一二三四五六七八九十百]+[条章]|[一二三四五六七八九十]+、)/.exec(
    text.slice(start + label.length),
  )
  const end = text.slice(0, next ? start + label.length + next.index : text.length).trimEnd().length
  return text.slice(0, end) + put + text.slice(end)
}

function putFor(text: string, label: string, put: string): string {
  const start = startOf(text, label)
  // A heading is changed with all its line.
  const end = put.endsWith('\n') ? text.indexOf('\n', start) : start + label.length
  return text.slice(0, start) + put.trimEnd() + text.slice(end)
}

function startOf(text: string, label: string): number {
  const found = new RegExp(`^[ \\t　]*(?=${label})`, 'm').exec(text)
  if (!found) throw new Error(`planted: no ${label}`)
  return found.index + found[0].length
}
