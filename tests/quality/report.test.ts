import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { type Kept, keptFigures, qualityReport } from '../../scripts/quality/report.ts'

const kept = keptFigures('quality/gold', 'quality/reports')

it('docs/QUALITY.md is what the committed figures come to: npm run evaluate -- --write', () => {
  expect(readFileSync('docs/QUALITY.md', 'utf8')).toBe(qualityReport(kept))
})

// Every measured number is made NaN, which no arithmetic turns into a number again.
it('no number of it is written by hand', () => {
  const report = qualityReport(withoutNumbers(kept) as Kept)
  expect(report).toContain('| NaN of NaN |')
  expect(report.replaceAll(/\bF1\b/gi, '').match(/.*\d.*/g)).toEqual(null)
})

it('every figure of a stage, every round and every run has a row', () => {
  const lines = qualityReport(kept).split('\n')
  const rows = (heading: string) => {
    const section = lines.slice(lines.indexOf(`## ${heading}`) + 1)
    const end = section.findIndex(line => line.startsWith('## '))
    return section.slice(0, end < 0 ? undefined : end).filter(line => /^\| (?!---)/.test(line))
  }
  const { measured, replays, alignment, unread } = kept
  const figures = (stage: string) => measured.figures.filter(figure => figure.stage === stage).length
  const elsewhere = measured.elsewhere!.filter(({ stage }) => stage === 'structure').length
  // Of each table one row is its head.
  expect(rows('Structure')).toHaveLength(figures('structure') + elsewhere + 2)
  expect(rows('Provisions with numbers')).toHaveLength(figures('provisions') + unread.length + 2)
  expect(rows('Typed differences')).toHaveLength(measured.differences!.length + 1 + replays.length + 2)
  expect(rows('Which article answers which').join('\n')).toContain('shizuishan-pingliang')
  expect(rows('Which article answers which').length).toBeGreaterThan(
    alignment.runs.length + measured.reliability!.length,
  )
  const counted = rows('Known misses')
    .slice(1)
    .map(row => Number(row.match(/(\d+) \|$/)![1]))
  const listed = [measured, ...replays].reduce((total, { misses }) => total + misses.length, 0)
  expect(counted.reduce((total, each) => total + each, 0)).toBe(listed)
})

/** The same with NaN for every number, without misses, and without the digits of names that are only quoted. */
function withoutNumbers(value: unknown, key = ''): unknown {
  if (typeof value === 'number') return Number.NaN
  if (typeof value === 'string') return key === 'name' ? value : value.replaceAll(/\d/g, '')
  if (Array.isArray(value)) return key === 'misses' ? [] : value.map(each => withoutNumbers(each, key))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withoutNumbers(part, name)]))
}
