import { extent } from 'd3-array'
import { axisTop } from 'd3-axis'
import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from 'd3-scale'
import type { Extent } from './marks.ts'
import type { Group } from './paper.ts'
import { textWidth } from './text.ts'
import { type Language, moneyText } from './words.ts'

export type Scale = ScaleContinuousNumeric<number, number>

/** Usual rhythms, in times a year: every year, half-year, quarter, two months, month, twice and thrice a month, week … */
const RHYTHMS = [1, 2, 4, 6, 12, 24, 36, 52, 104, 365]

/**
 * A scale over the ends of the extents, in the panel's unit. Logarithmic where ratios matter (money, times a year) or
 * the values span more than a decade or so; else linear from zero, so that lengths can be compared.
 */
export function scaleOf(extents: Extent[], unit: string, range: [number, number]): Scale {
  const ends = extents.flatMap(({ low, high }) => [low, high]).filter(end => end !== null)
  const [low = 0, high = 1] = extent(ends) as [number | undefined, number | undefined]
  if (low > 0 && (unit === '元' || unit === '次/年' || high / low > 12)) return logScale(low, high, range)
  const top = unit === '' ? Math.max(1, high) : high * 1.1 || 1
  return scaleLinear([Math.min(0, low), top], range)
}

// One value alone still wants a scale that shows where it stands.
function logScale(low: number, high: number, range: [number, number]): Scale {
  return low === high ? scaleLog([low / 4, high * 4], range) : scaleLog([low, high], range)
}

/** The ticks that fit, from the left, with at least a label's width between them. */
export function ticksOf(scale: Scale, unit: string, language: Language): { value: number; label: string }[] {
  const [from = 0, to = 0] = scale.range()
  const candidates = candidatesOf(scale, unit, Math.max(2, (to - from) / 80))
  const ticks: { value: number; label: string }[] = []
  let free = -Infinity
  for (const value of candidates) {
    const label = tickLabel(value, unit, language)
    const half = textWidth(label, 11) / 2 + 5
    if (scale(value) - half < free) continue
    ticks.push({ value, label })
    free = scale(value) + half
  }
  return ticks
}

function candidatesOf(scale: Scale, unit: string, count: number): number[] {
  const [low = 0, high = 1] = scale.domain()
  if (unit === '次/年') return RHYTHMS.filter(rhythm => rhythm >= low * 0.999 && rhythm <= high * 1.001)
  if (unit === '') return [0, 1 / 3, 1 / 2, 2 / 3, 1].filter(share => share >= low && share <= high)
  const ticks = scale.ticks(count)
  const isLog = low > 0
  return isLog && high / low > 30 ? ticks.filter(tick => /^[15]/.test(tick.toExponential())) : ticks
}

function tickLabel(value: number, unit: string, language: Language): string {
  if (unit === '元') return moneyText(value, language).replace(' ', '')
  if (unit === '')
    return { '0.333': '1/3', '0.500': '1/2', '0.667': '2/3' }[value.toFixed(3)] ?? String(value)
  return String(Number(value.toPrecision(4)))
}

/** An axis above the plot, with a line down from each tick over `height`. */
export function drawAxis(
  parent: Group,
  scale: Scale,
  ticks: { value: number; label: string }[],
  height: number,
) {
  const axis = axisTop(scale)
    .tickValues(ticks.map(tick => tick.value))
    .tickFormat((_, index) => ticks[index]!.label)
    .tickSizeOuter(0)
    .tickSizeInner(-height)
    .tickPadding(6)
  parent.attr('class', 'axis').attr('aria-hidden', 'true').call(axis)
  // d3-axis sets fonts and colours of its own; ours come from the style sheet.
  parent.attr('fill', null).attr('font-size', null).attr('font-family', null)
  parent.selectAll('.tick line, .tick text, .domain').attr('stroke', null).attr('fill', null)
}
