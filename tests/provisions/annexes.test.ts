import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { provisionsOf } from '../../src/provisions/extract.ts'
import { structureOf } from '../../src/structure/structure.ts'
import type { Provision } from '../../src/types.ts'

/**
 * Numbers in annexes: tests/cases/annex-provisions.txt has what stands below 附件 and its title, tabs between cells, and what is to
 * be read of it: address, measure, number | subject | condition | addressee.
 */

const page = readFileSync(new URL('../cases/annex-provisions.txt', import.meta.url), 'utf8')

const cases = page
  .split(/^=== /m)
  .slice(1)
  .map(part => {
    const [head, answer] = part.split(/^==>\n/m)
    const [why, ...lines] = head!.trimEnd().split('\n')
    return { why: why!, lines, answer: answer!.split('\n').filter(line => line !== '') }
  })

const TEXT = '甲市办法\n第一条 标准见附件。\n第二条 本办法自公布之日起施行。\n附件\n甲市标准表\n'

function fact({ address, measure, comparator, value, max, unit, subject, condition, addressee }: Provision) {
  const number = [comparator, max === null ? value : `${value}–${max}`, unit].join(' ')
  return `${address.slice(2)} ${measure} ${number} | ${[subject, condition, addressee].map(each => each ?? '').join(' | ')}`
}

describe('numbers in annexes', () => {
  it.each(cases)('$why', ({ lines, answer }) => {
    const text = TEXT + lines.join('\n')
    const found = provisionsOf(structureOf({ id: 'x', place: '甲市', file: '', text }))
    expect(found.map(fact)).toEqual(answer)
    // Where the source says it: the quote is there but for layout.
    for (const { span, quote } of found) expect(text.slice(span.start, span.end)).toBe(quote)
  })
})
