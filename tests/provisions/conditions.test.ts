import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { provisionsOf } from '../../src/provisions/extract.ts'
import type { Provision } from '../../src/types.ts'
import { regulationOf } from '../support/provisions-cases.ts'

const PAGE = readFileSync('tests/cases/provisions-conditions.txt', 'utf8')
  .trim()
  .split(/\n\n(?=# )/)

function lineOf({ comparator, value, max, unit, condition, addressee }: Provision): string {
  const number = comparator === 'range' ? `${value}–${max}` : `${comparator} ${value}`
  return `==> ${number} ${unit} | ${condition ?? '–'} | ${addressee ?? '–'}`
}

describe('when only a number counts, and for whom', () => {
  it.each(PAGE.slice(1).map(page => page.split('\n')))('%s', (_title, sentence, ...expected) => {
    expect(provisionsOf(regulationOf(sentence!)).map(lineOf)).toEqual(expected)
  })
})

describe('two numbers of one article on one subject', () => {
  const notes = (text: string) => provisionsOf(regulationOf(text)).map(({ note }) => note.includes('同对象'))

  it.each<[string, boolean[]]>([
    ['随地吐痰的，处五十元罚款；随地吐痰的，处二百元罚款。', [true, true]],
    ['随地吐痰的，处五十元罚款；情节严重的，处二百元罚款。', [false, false]],
    ['随地吐痰的，对个人处五十元罚款，对单位处二百元罚款。', [false, false]],
    ['随地吐痰的，处五十元罚款；乱倒垃圾的，处五十元罚款。', [false, false]],
    ['资金10万元以上50万元以下的，由副市长审定；50万元以上的，由市长审定。', [false, false]],
    ['主席团不少于三人；主席团不超过五人。', [false, false]],
  ])('is told unless condition or addressee tell them apart: %s', (text, expected) => {
    expect(notes(text)).toEqual(expected)
  })
})
