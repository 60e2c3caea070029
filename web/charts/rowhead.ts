import { type Group, linkTo, type Paper, write } from './paper.ts'
import type { Row } from './rows.ts'
import { shorten, textWidth } from './text.ts'
import { spreadText } from './words.ts'

const HEAD = 34

/** The row's topic, a link where the page has more on it, and a remark at the right end; gives back the height below it. */
export function drawRowHead(group: Group, row: Row, paper: Paper, y: number, remark?: string): number {
  const aside = paper.show(remark ?? spreadText(row.spread, paper.language))
  const room = paper.width - textWidth(aside, 12) - 12
  const topic = paper.show(row.topic[paper.language] || row.topic.zh)
  const address = paper.rowHref(row)
  group
    .append('path')
    .attr('class', 'rule')
    .attr('d', `M0,${y + 8.5}H${paper.width}`)
  const seen = shorten(topic, room, 13.5)
  // The spoken name holds what is seen, and all of it where only a part is.
  const parent =
    address === null ? group : linkTo(group, address, seen === topic ? topic : `${seen} ${topic}`)
  write(parent, 'topic', 0, y + 26, seen)
  write(group, 'aside', paper.width, y + 26, aside).attr('text-anchor', 'end')
  return y + HEAD
}
