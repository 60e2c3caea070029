import { readFileSync } from 'node:fs'
import { Converter } from 'opencc-js/cn2t'
import { describe, expect, it } from 'vitest'
import { changesOf, diff } from '../../src/diff/diff.ts'
import { namesOf } from '../../src/diff/names.ts'
import { unitTextOf } from '../../src/diff/unit-text.ts'
import { structureOf } from '../../src/structure/structure.ts'
import type { Regulation } from '../../src/types.ts'
import { cut } from '../support/compare-cases.ts'

const toTraditional = Converter({ from: 'cn', to: 't' })

/** The file as another office would have sent it: traditional script, full-width digits, half-width punctuation. */
function retyped(text: string): string {
  return toTraditional(text)
    .replace(/[0-9]/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    .replace(/，/g, ', ')
    .replace(/；/g, ';')
}

function read(id: string, text: string): Regulation {
  return structureOf({ id, place: '', file: '', text })
}

describe('a file and the same file retyped', () => {
  it.each(['zhongwei', 'shizuishan', 'pingliang', 'shuozhou', 'qinzhou'])(
    '%s: no change in any article',
    id => {
      const text = readFileSync(new URL(`../../corpus/raw/${id}.txt`, import.meta.url), 'utf8')
      const [left, right] = [read(id, text), read(id, retyped(text))]
      const names = { a: namesOf(left), b: namesOf(right) }
      const changes = left.articles.flatMap(({ address }) =>
        changesOf(diff(unitTextOf(left, address), unitTextOf(right, address), { cut, names })),
      )
      expect(right.articles.length).toBe(left.articles.length)
      expect(changes).toEqual([])
    },
  )
})
