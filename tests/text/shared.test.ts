import { describe, expect, it } from 'vitest'
import { generator } from '../../scripts/io/chance.ts'
import { noCharacters, stretcher } from '../../src/index/stretch.ts'
import { sharedWith } from '../../src/text/shared.ts'

/** Texts of few characters, so that much repeats in them. */
function textsOf(seed: number, length: number): [string, string] {
  const chance = generator(seed)
  const text = () => Array.from({ length }, () => '甲乙的'[Math.floor(chance() * 3)]!).join('')
  return [text(), text()]
}

const codesOf = (text: string) => [...text].map(character => character.charCodeAt(0))

it('of each place the longest stretch that ends there and stands in the other text', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const [text, other] = textsOf(seed, seed)
    const slowly = [...other].map((_, at) => {
      let from = at + 1
      while (from > 0 && text.includes(other.slice(from - 1, at + 1))) from--
      return at + 1 - from
    })
    expect([...sharedWith(codesOf(text))(codesOf(other))]).toEqual(slowly)
  }
})

describe('the longest stretch', () => {
  it('is the same however long the text is', () => {
    const [text, other] = textsOf(7, 400)
    const long = `${text}${'丙'.repeat(2_000)}`
    const [short, automaton] = [text, long].map(each => stretcher(each, noCharacters()))
    expect(automaton!(other)).toBe(short!(other))
    expect(automaton!('丁')).toBe(0)
  })
})
