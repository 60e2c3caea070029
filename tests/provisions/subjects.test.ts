import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { provisionsOf } from '../../src/provisions/extract.ts'
import { regulationOf } from '../support/provisions-cases.ts'

const PAGE = readFileSync('tests/cases/provisions-subjects.txt', 'utf8')
  .trim()
  .split(/\n\n(?=# )/)

/** A sentence and the lines behind it: what each number in it is about. */
function readSentences(lines: string[]): { sentence: string; expected: string[] }[] {
  const starts = lines.flatMap((line, at) => (line.startsWith('==> ') ? [] : [at]))
  return starts.map((at, index) => ({
    sentence: lines[at]!,
    expected: lines.slice(at + 1, starts[index + 1] ?? lines.length),
  }))
}

function linesOf(sentence: string): string[] {
  return provisionsOf(regulationOf(sentence)).map(({ quote, subject, condition, addressee }) =>
    [`==> ${quote}`, subject, condition ?? '–', addressee ?? '–'].join(' | '),
  )
}

describe('what a number is about', () => {
  describe.each(PAGE.slice(1).map(page => page.split('\n')))('%s', (_title, ...lines) => {
    it.each(readSentences(lines))('$sentence', ({ sentence, expected }) => {
      expect(linesOf(sentence)).toEqual(expected)
    })
  })
})
