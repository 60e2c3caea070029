import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { placeDoubts } from '../../scripts/io/place.ts'
import { structureOf } from '../../src/structure/structure.ts'

const page = readFileSync(new URL('../cases/add-place.txt', import.meta.url), 'utf8')
const cases = page
  .split('\n')
  .flatMap(line => [...line.matchAll(/^(\S+) \| (\S+) ==> ?(.*)$/g)].map(match => match.slice(1)))

describe('the place given beside the title of the text', () => {
  it.each(cases)('%s: %s', (place, title, said) => {
    const text = `${title}\n第一条 为了规范工作，制定本规则。\n第二条 本规则自公布之日起施行。\n`
    const doubts = placeDoubts(structureOf({ id: 'x', place: place!, file: 'x.txt', text }))
    if (!said) return expect(doubts).toEqual([])
    expect(doubts).toMatchObject([{ rule: 'place-contradiction', severity: 'warning' }])
    expect(doubts[0]!.message).toMatch(new RegExp(`^${said}, but the place given is ${place}; `))
  })
})
