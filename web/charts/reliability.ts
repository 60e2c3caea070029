import { scaleLinear, scaleSqrt } from 'd3-scale'
import { svg, type TemplateResult } from 'lit-html'
import type { Quality } from '../../src/site-types.ts'

/** How likely edges were said to be, and how many of them are there: a dot for each part of the scale, its size by its number. */
export function reliabilityChart(
  parts: NonNullable<Quality['reliability']>,
  words: { title: string; said: string; seen: string; of: string },
  size: number,
): TemplateResult {
  const [from, to] = [42, size - 12]
  const along = scaleLinear([0, 1], [from, to])
  const up = scaleLinear([0, 1], [to - from + 12, 12])
  const radius = scaleSqrt([0, Math.max(...parts.map(({ of }) => Math.log10(of + 1)))], [0, 7])
  const [low, high] = up.range() as [number, number]
  return svg`<svg class="chart reliability" width=${size} height=${size} viewBox=${`0 0 ${size} ${size}`} role="img" aria-label=${words.title}>
    ${TICKS.map(
      tick => svg`<g class="axis">
        <line x1=${along(tick)} x2=${along(tick)} y1=${high} y2=${low}></line>
        <line x1=${from} x2=${to} y1=${up(tick)} y2=${up(tick)}></line>
        <text x=${along(tick)} y=${low + 18} text-anchor="middle">${tick}</text>
        <text x=${from - 11} y=${up(tick) + 4} text-anchor="end">${tick}</text>
      </g>`,
    )}
    <line class="ideal" x1=${from} y1=${low} x2=${to} y2=${high}></line>
    ${parts
      .filter(({ of }) => of > 0)
      .map(
        ({ said, seen, of }) =>
          svg`<circle class="part" cx=${along(said)} cy=${up(seen)} r=${radius(Math.log10(of + 1))}><title>${`${words.said} ${said.toFixed(2)}, ${words.seen} ${seen.toFixed(2)}, ${words.of} ${of}`}</title></circle>`,
      )}
    <text class="aside" x=${to} y=${low + 34} text-anchor="end">${words.said} →</text>
    <text class="aside" x=${from + 6} y=${high + 12}>↑ ${words.seen}</text>
  </svg>`
}

const TICKS = [0, 0.25, 0.5, 0.75, 1]
