import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { structureOf } from '../../src/structure/structure.ts'
import { unitsIn } from '../support/variants.ts'

/** Two documents in one file: one of them is read as if it stood alone, the other is named and reported. */

const ids = ['zhongwei', 'shizuishan', 'pingliang', 'shuozhou', 'qinzhou']
const textOf = (id: string) => readFileSync(new URL(`../../corpus/raw/${id}.txt`, import.meta.url), 'utf8')
const read = (text: string) => structureOf({ id: 'x', place: '', file: '', text })
const pairs = ids.flatMap(first =>
  ids.filter(second => second !== first).map(second => [first, second] as const),
)

describe('two documents in one file', () => {
  it.each(pairs)('%s, then %s', (first, second) => {
    const regulation = read(`${textOf(first)}\n\n${textOf(second)}`)
    const border = textOf(first).length
    const main = regulation.articles[0]!.start < border ? first : second
    const alone = read(textOf(main))
    expect(unitsIn(regulation)).toEqual(unitsIn(alone))
    expect(regulation.metadata.title).toBe(alone.metadata.title)
    expect(regulation.articles.every(each => each.start < border === (main === first))).toBe(true)
  })
})
