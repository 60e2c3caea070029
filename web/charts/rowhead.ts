import { rollup } from 'd3-array'
import { type Group, linkTo, type Paper, write } from './paper.ts'
import { isMany, type Row, type State } from './rows.ts'
import { spreadWords } from './summary.ts'
import { shorten, textWidth } from './text.ts'
import { stateName, WORDS_ONLY } from './words.ts'

const HEAD = 34

/** The row's topic, a link where the page has more on it, and a remark at the right end; gives back the height below it. */
export function drawRowHead(group: Group, row: Row, paper: Paper, y: number): number {
  const aside = paper.show(isMany(row) ? statesText(row, paper) : spreadWords(row, paper.language))
  const room = paper.width - textWidth(aside, 12) - 20
  const topic = paper.show(row.topic[paper.language] || row.topic.zh)
  const address = paper.rowHref(row)
  group
    .append('path')
    .attr('class', 'rule')
    .attr('d', `M0,${y + 8.5}H${paper.width}`)
  // Bold letters are wider than others.
  const seen = shorten(topic, room, 14.5)
  // The spoken name holds what is seen, and all of it where only a part is.
  const parent =
    address === null ? group : linkTo(group, address, seen === topic ? topic : `${seen} ${topic}`)
  write(parent, 'topic', 0, y + 26, seen)
  write(group, 'aside', paper.width, y + 26, aside).attr('text-anchor', 'end')
  return y + HEAD
}

/** `有数值 30 · 有条文，无此类数值 5 · 未见规定 7`: how many documents say what; short on a narrow page. */
export function statesText(row: Row, { language, width }: Paper): string {
  const counts = rollup(
    row.cells,
    same => same.length,
    cell => cell.state,
  )
  if (width < 480) {
    const state = counts.has('value') ? 'value' : 'unnumbered'
    return `${state === 'value' ? stateName(state, row, language) : REGULATED[language]} ${counts.get(state) ?? 0}/${row.cells.length}`
  }
  const states = (['value', 'unnumbered', 'absent', 'unknown'] as State[]).filter(
    state => state === 'absent' || counts.has(state) || (state === 'unnumbered' && !row.subjects),
  )
  return states.map(state => `${stateName(state, row, language)} ${counts.get(state) ?? 0}`).join(' · ')
}

const REGULATED = { zh: '有规定', en: 'regulated' }

/** The line above the rows that have no number; gives back the height below it. */
export function drawWordsOnly(group: Group, paper: Paper, y: number): number {
  group.attr('class', 'words-head').attr('data-top', y)
  write(group, 'words-only', 0, y + 30, paper.show(WORDS_ONLY[paper.language]))
  return y + 34
}
