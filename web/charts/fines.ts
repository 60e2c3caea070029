import { ascending } from 'd3-array'
import { groupBy } from '../../src/group.ts'
import { type FineGroup, type GroupFigures, intervalOf } from '../../src/penalties/summary.ts'
import type { Interval } from '../../src/provisions/like.ts'
import type { SitePenalty } from '../../src/site-types.ts'
import { documentOf } from '../../src/structure/address.ts'
import { fineText, groupName, timesText } from './fine-words.ts'
import { ARROW, drawExtent } from './glyphs.ts'
import { drawLegend, type LegendEntry, unusualEntry } from './legend.ts'
import type { Extent } from './marks.ts'
import { type Canvas, canvasOf, finish, type Group, linkTo, type Paper, write } from './paper.ts'
import { drawAxis, type Scale, scaleOf, ticksOf } from './scales.ts'
import { shorten, textWidth } from './text.ts'
import { circumstanceText } from './words.ts'

/** Fines on one axis: what may be compared stands together, on its lines one fine each. */
export interface FinePanel {
  /** 元, 元/每只 … or 倍. */
  unit: string
  groups: { group: FineGroup<SitePenalty>; figures: GroupFigures }[]
  /** What a fine is called when it is pointed at: quote and source. */
  tipOf: (penalty: SitePenalty) => unknown
}

const LANE = 23
const TITLE = 16
const HEAD = 34
const SUMMARY = 26
const AXIS = 30
const WIDE = 560

interface Sheet {
  paper: Paper
  panel: FinePanel
  scale: Scale
  place: number
  plot: [number, number]
  value: number
  words: number
}

/** One line for each fine by who is fined and when, lowest first; above them where the middle lies, behind them where half of them lie. */
export function fineChart(panel: FinePanel, paper: Paper): SVGSVGElement {
  const title = paper.show(panel.groups.map(({ group }) => groupName(group, paper.language)).join('; '))
  const svg = canvasOf(paper, 'fines', title, paper.show(descriptionOf(panel, paper)))
  const sheet = sheetOf(panel, paper)
  const top = drawLegend(svg.append('g'), legendOf(panel, paper), paper) + AXIS
  const axis = svg.append('g').attr('transform', `translate(0,${top})`)
  const bottom = panel.groups.reduce((y, each) => drawGroup(svg, each, sheet, y), top)
  drawAxis(axis, sheet.scale, ticksOf(sheet.scale, panel.unit, paper.language), paper, bottom - top)
  return finish(svg, paper.width, bottom + 4)
}

function sheetOf(panel: FinePanel, paper: Paper): Sheet {
  const all = panel.groups.flatMap(({ group }) => group.fines.flatMap(({ penalties }) => penalties))
  const wide = paper.width >= WIDE
  const lanes = panel.groups.flatMap(each => lanesOf(each, { paper }))
  const names = panel.groups.flatMap(({ group }) =>
    group.fines.map(fine => paper.show(paper.place(fine.regulation))),
  )
  const place = Math.min(wide ? 130 : 74, Math.max(...names.map(name => textWidth(name, 13)))) + 8
  const values = panel.groups.flatMap(({ group, figures }) => [
    ...group.fines.flatMap(({ penalties }) =>
      penalties.map(each => fineText(intervalOf(each), group, paper.language)),
    ),
    fineText(figures.median, group, paper.language),
  ])
  const valueWidth = Math.max(...values.map(text => textWidth(text, 12.5))) + 14
  const wordsWidth = wide
    ? Math.min(
        paper.width * 0.3,
        Math.max(0, ...lanes.map(({ words }) => textWidth(paper.show(words), 12))) + 12,
      )
    : 0
  const value = paper.width - wordsWidth - valueWidth
  const ends = all.map(intervalOf)
  const left = place + (ends.some(({ low }) => low === null) ? ARROW + 6 : 12)
  const right = value - (ends.some(({ high }) => high === null) ? ARROW + 6 : 12)
  const plot: [number, number] = [left, right]
  return {
    paper,
    panel,
    scale: scaleOf(ends.map(extentOf), panel.unit, plot),
    place,
    plot,
    value,
    words: value + valueWidth,
  }
}

function extentOf({ low, high }: Interval): Extent {
  return { low, high, lowIncluded: true, highIncluded: true }
}

/** One line of a group: fines of one clause that are alike in all but the words of the act. */
interface Lane {
  penalty: SitePenalty
  /** Whose line it is; null below the first of a document. */
  place: string | null
  /** Whom, when and, where a document has several lines, for what. */
  words: string
  unusual: boolean
}

/** The lines of a group, lowest first; no two of a document that their words do not tell apart. */
function lanesOf({ group, figures }: FinePanel['groups'][number], { paper }: Pick<Sheet, 'paper'>): Lane[] {
  return group.fines
    .toSorted(
      (a, b) => ascending(a.low ?? 0, b.low ?? 0) || ascending(a.high ?? Infinity, b.high ?? Infinity),
    )
    .flatMap(({ regulation, penalties }) => {
      const alike = [...groupBy(penalties, laneKey).values()]
      return alike.map((same, at): Lane => {
        const deeds = alike.length > 1 ? [...new Set(same.map(({ deed }) => deed))].join('；') : ''
        return {
          penalty: same[0]!,
          place: at === 0 ? paper.place(regulation) : null,
          words: [circumstanceText(same[0]!), deeds].filter(Boolean).join(' · '),
          unusual: figures.outliers.includes(regulation),
        }
      })
    })
}

// Of two fines each is as far from their middle as the other.
function hasMedian({ fines }: FineGroup): boolean {
  return fines.length >= 3
}

function laneKey(penalty: SitePenalty): string {
  const { low, high } = intervalOf(penalty)
  return [penalty.address, penalty.span.start, low, high, circumstanceText(penalty)].join('|')
}

function drawGroup(svg: Canvas, each: FinePanel['groups'][number], sheet: Sheet, top: number): number {
  const { group, figures } = each
  const part = svg.append('g').attr('class', 'row').attr('data-top', top)
  drawHead(part, group, figures, sheet, top)
  const lanes = lanesOf(each, sheet)
  const isSummed = hasMedian(group)
  const first = top + HEAD + (isSummed ? SUMMARY : 0)
  const bottom = lanes.reduce((y, lane) => y + heightOf(lane, lanes, sheet), first)
  if (figures.half) drawBand(part, figures.half, sheet, top + HEAD, bottom)
  if (isSummed) drawSummary(part, group, figures, sheet, top + HEAD)
  lanes.reduce((y, lane) => {
    const next = y + heightOf(lane, lanes, sheet)
    drawLane(part, lane, group, sheet, [y, next])
    return next
  }, first)
  return bottom + 12
}

// On a narrow page a line that only its words tell from another has them above it.
function heightOf(lane: Lane, lanes: Lane[], { paper }: Sheet): number {
  const next = lanes[lanes.indexOf(lane) + 1]
  const several = lane.place === null || next?.place === null
  return paper.width < WIDE && several && lane.words !== '' ? LANE + TITLE : LANE
}

function drawHead(part: Group, group: FineGroup, figures: GroupFigures, { paper }: Sheet, top: number): void {
  part
    .append('path')
    .attr('class', 'rule')
    .attr('d', `M0,${top + 8.5}H${paper.width}`)
  const { language } = paper
  const narrow = paper.width < WIDE
  const counted = language === 'en' ? (narrow ? '' : 'documents: ') : ''
  const number = `${counted}${group.fines.length}${language === 'en' ? '' : ' 件'}`
  const times = timesText(figures.spread, language)
  const spread = times && (language === 'en' ? `largest sum ${times} the smallest` : `最大为最小的 ${times}`)
  const aside = paper.show([number, narrow ? times : spread].filter(Boolean).join(' · '))
  const room = paper.width - textWidth(aside, 12) - 20
  write(part, 'topic', 0, top + 26, shorten(paper.show(groupName(group, language)), room, 14.5))
  write(part, 'aside', paper.width, top + 26, aside).attr('text-anchor', 'end')
}

/** The stretch that holds half of the fines, behind their lines. */
function drawBand(
  part: Group,
  { low, high }: { low: number; high: number },
  { scale, plot }: Sheet,
  top: number,
  bottom: number,
): void {
  const from = low === 0 ? plot[0] - 8 : scale(low) - 6
  part
    .append('rect')
    .attr('class', 'half-band')
    .attr('x', from)
    .attr('y', top + 2)
    .attr('width', scale(high) + 6 - from)
    .attr('height', bottom - top)
}

/** From the smallest to the largest end a line, at the medians of both ends a stroke. */
function drawSummary(
  part: Group,
  group: FineGroup,
  { median }: GroupFigures,
  { paper, scale, value }: Sheet,
  top: number,
): void {
  const y = top + SUMMARY / 2
  const ends = group.fines.flatMap(({ low, high }) => [low, high]).filter(end => end !== null)
  const line = part.append('g').attr('class', 'middle').attr('aria-hidden', 'true')
  line.append('path').attr('d', `M${scale(Math.min(...ends))},${y}H${scale(Math.max(...ends))}`)
  for (const end of [median.low, median.high])
    if (end !== null)
      line
        .append('path')
        .attr('class', 'median')
        .attr('d', `M${scale(end)},${y - 8}v16`)
  write(part, 'middle-text', 0, y + 4, paper.show(paper.language === 'en' ? 'median' : '中位'))
  write(part, 'middle-text', value, y + 4, paper.show(fineText(median, group, paper.language)))
}

function drawLane(
  part: Group,
  lane: Lane,
  group: FineGroup,
  sheet: Sheet,
  [top, bottom]: [number, number],
): void {
  const { paper, scale, place, value, words } = sheet
  const { penalty, unusual } = lane
  const y = bottom - LANE
  if (lane.place) write(part, 'place', 0, y + LANE / 2 + 4.5, shorten(paper.show(lane.place), place - 6, 13))
  const link = linkTo(part, paper.quoteHref(penalty), '')
    .attr('class', unusual ? 'mark unusual-mark' : 'mark')
    .attr('data-address', penalty.address)
    .property('__data__', sheet.panel.tipOf(penalty))
  const box = (kind: string, from: number, to: number) =>
    link
      .append('rect')
      .attr('class', kind)
      .attr('x', place)
      .attr('y', from)
      .attr('width', paper.width - place)
      .attr('height', to - from)
  box('hit', top, bottom)
  if (unusual) box('ground', y + 1.5, bottom - 1.5)
  drawExtent(link, extentOf(intervalOf(penalty)), scale, y + LANE / 2)
  const text = paper.show(fineText(intervalOf(penalty), group, paper.language))
  write(link, 'value', value, y + LANE / 2 + 4.5, `${text} `)
  const said = paper.show(lane.words)
  if (paper.width >= WIDE)
    write(link, 'subject', words, y + LANE / 2 + 4, shorten(said, paper.width - words, 12))
  else if (y > top) write(link, 'subject', place, y - 2, shorten(said, paper.width - place, 12))
  const where = paper.show(`${paper.place(documentOf(penalty.address))} ${paper.unitName(penalty.address)}`)
  link.attr('aria-label', `${where}: ${text} ${said}. ${paper.show(`“${penalty.quote}”`)}`)
}

function legendOf({ groups }: FinePanel, paper: Paper): LegendEntry[] {
  const name = (zh: string, en: string) => paper.show(paper.language === 'en' ? en : zh)
  const entries: LegendEntry[] = []
  if (groups.some(({ group }) => hasMedian(group)))
    entries.push({ name: name('上下限的中位', 'medians of the ends'), draw: drawMiddle })
  if (groups.some(({ figures }) => figures.half))
    entries.push({ name: name('至少半数所在', 'holds at least half'), draw: drawSampleBand })
  if (groups.some(({ figures }) => figures.outliers.length > 0)) entries.push(unusualEntry(paper))
  return entries
}

function drawMiddle(sample: Group, x: number, y: number): void {
  const line = sample.append('g').attr('class', 'middle')
  line.append('path').attr('d', `M${x - 16},${y}h32`)
  for (const at of [x - 8, x + 8])
    line
      .append('path')
      .attr('class', 'median')
      .attr('d', `M${at},${y - 7}v14`)
}

function drawSampleBand(sample: Group, x: number, y: number): void {
  sample
    .append('rect')
    .attr('class', 'half-band')
    .attr('x', x - 14)
    .attr('y', y - 9)
    .attr('width', 28)
    .attr('height', 18)
}

/** Of each group who fines least and most, for those who do not see the drawing. */
function descriptionOf({ groups }: FinePanel, paper: Paper): string {
  const { language, place } = paper
  const [least, most] = language === 'en' ? ['lowest', 'highest'] : ['最低', '最高']
  return groups
    .map(({ group, figures }) => {
      const of = (ids: string[]) => {
        const fine = group.fines.find(({ regulation }) => regulation === ids[0])!
        return `${fineText(fine, group, language)} ${ids.map(place).join('、')}`
      }
      return `${groupName(group, language)}: ${least} ${of(figures.lowest)}, ${most} ${of(figures.highest)}`
    })
    .join(language === 'en' ? '; ' : '；')
}
