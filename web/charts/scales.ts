import { extent, range } from 'd3-array'
import { axisTop } from 'd3-axis'
import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from 'd3-scale'
import type { Language } from '../reader/settings.ts'
import type { Extent } from './marks.ts'
import type { Group, Paper } from './paper.ts'
import { textWidth } from './text.ts'
import { moneyText } from './words.ts'

export type Scale = ScaleContinuousNumeric<number, number>

/** Usual rhythms in times a year, the roundest first: every year, month, week, half-year, quarter, twice a month … */
const RHYTHMS = [1, 12, 52, 2, 4, 24, 6, 36, 104, 365, 0.5, 0.2]
const DAYS = [1, 30, 365, 7, 10, 90, 180, 3, 5, 15, 60, 730, 1095, 1825, 3650, 20]
const SHARES = [0, 1, 1 / 2, 1 / 3, 2 / 3]

/**
 * A scale over the ends of the extents, in the panel's unit. Logarithmic where ratios matter (money, times a year) or
 * the values span more than a decade or so; else linear from zero, so that lengths can be compared.
 */
export function scaleOf(extents: Extent[], unit: string, range: [number, number]): Scale {
  const ends = extents.flatMap(({ low, high }) => [low, high]).filter(end => end !== null)
  const [low = 0, high = 1] = extent(ends) as [number | undefined, number | undefined]
  if (unit === '时') return scaleLinear([0, 24], range)
  if (unit === '%') return scaleLinear([0, Math.max(100, high)], range)
  if (low > 0 && (isRatio(unit) || high / low > 12)) return logScale(low, high, range)
  const top = unit === '' ? Math.max(1, high) : high * 1.1 || 1
  return scaleLinear([Math.min(0, low), top], range)
}

function isRatio(unit: string): boolean {
  return unit === '次/年' || isMoney(unit)
}

/** Whether the labels of an axis name their unit themselves (50万元). */
export function isMoney(unit: string): boolean {
  return unit === '元' || unit.startsWith('元/')
}

// One value alone still wants a scale that shows where it stands.
function logScale(low: number, high: number, range: [number, number]): Scale {
  return low === high ? scaleLog([low / 4, high * 4], range) : scaleLog([low, high], range)
}

/** The ticks that fit with a label's width between them; rounder values are placed first. */
export function ticksOf(scale: Scale, unit: string, language: Language): Tick[] {
  const [low = 0, high = 1] = scale.domain()
  const inside = (value: number) => value >= low * 0.999 && value <= high * 1.001
  const placed: Tick[] = []
  for (const value of candidatesOf(scale, unit).filter(inside)) {
    const tick = { value, label: tickLabel(value, unit, language) }
    if (placed.every(other => isClear(tick, other, scale))) placed.push(tick)
  }
  return placed.sort((a, b) => a.value - b.value)
}

interface Tick {
  value: number
  label: string
}

function isClear(a: Tick, b: Tick, scale: Scale): boolean {
  const room = (textWidth(a.label, 11) + textWidth(b.label, 11)) / 2 + 10
  return Math.abs(scale(a.value) - scale(b.value)) >= room
}

/** Possible ticks, the roundest first. */
function candidatesOf(scale: Scale, unit: string): number[] {
  const [low = 0, high = 1] = scale.domain()
  const [from = 0, to = 0] = scale.range()
  if (unit === '次/年') return RHYTHMS
  if (unit === '') return SHARES
  if (unit === '日' && isLogarithmic(scale)) return DAYS
  if (unit === '时') return [0, 12, 24, 6, 18]
  return isLogarithmic(scale) ? roundNumbers(low, high) : evenTicks(scale, Math.max(2, (to - from) / 80))
}

// Half a person or half a document is no tick; half a day is one where nothing reaches a whole day.
function evenTicks(scale: Scale, count: number): number[] {
  const ticks = scale.ticks(count)
  const whole = ticks.filter(Number.isInteger)
  return whole.length > 1 ? whole : ticks
}

function isLogarithmic(scale: Scale): boolean {
  return 'base' in scale
}

function roundNumbers(low: number, high: number): number[] {
  const powers = range(Math.floor(Math.log10(low)), Math.ceil(Math.log10(high)) + 1).map(power => 10 ** power)
  return [1, 5, 2, 3, 7].flatMap(factor => powers.map(power => factor * power))
}

function tickLabel(value: number, unit: string, language: Language): string {
  if (isMoney(unit)) return moneyText(value, language).replace(/ yuan$| /, '')
  if (unit === '时') return `${value}:00`
  if (unit === '日' && value % 365 === 0 && value > 0)
    return `${value / 365}${language === 'en' ? 'y' : '年'}`
  if (unit === '')
    return { '0.333': '1/3', '0.500': '1/2', '0.667': '2/3' }[value.toFixed(3)] ?? String(value)
  return String(Number(value.toPrecision(4)))
}

/** An axis above the plot, with a line down from each tick over `height`. */
export function drawAxis(parent: Group, scale: Scale, ticks: Tick[], { show }: Paper, height: number): void {
  const axis = axisTop(scale)
    .tickValues(ticks.map(tick => tick.value))
    .tickFormat((_, index) => show(ticks[index]!.label))
    .tickSizeOuter(0)
    .tickSizeInner(-height)
    .tickPadding(6)
  parent.attr('class', 'axis').attr('aria-hidden', 'true').call(axis)
  // d3-axis sets fonts and colours of its own; ours come from the style sheet.
  parent.attr('fill', null).attr('font-size', null).attr('font-family', null)
  parent.selectAll('.tick line, .tick text, .domain').attr('stroke', null).attr('fill', null)
}
