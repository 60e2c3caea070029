import { describe, expect, it } from 'vitest'
import { generator } from '../../scripts/io/chance.ts'
import {
  cosinesWith,
  heaviestLacking,
  type KIND,
  mark,
  markMore,
  marksFor,
  profileOf,
  sharedWith,
} from '../../src/index/marks.ts'
import { noCharacters, stretcher } from '../../src/index/stretch.ts'
import { type Vector, vectorOf } from '../../src/index/vector.ts'

// What is fast is judged by what is slow and plain.

const chance = generator(7)
const below = (number: number) => Math.floor(chance() * number)
const TERMS = 60
const weightOf = (term: number) => (1 + ((term * 37) % 90)) / 16

function someVector(): Vector {
  return vectorOf(
    new Map(Array.from({ length: below(25) }, () => below(TERMS)).map(term => [term, weightOf(term)])),
  )
}

function someStatement() {
  const vectors = {
    words: someVector(),
    grams: someVector(),
    fullWords: someVector(),
    fullGrams: someVector(),
    act: someVector(),
    deed: someVector(),
    characters: someVector(),
    triples: someVector(),
  }
  // Clauses are parts of the grams.
  const grams = [...vectors.grams.terms]
  const clauses = Array.from({ length: below(4) }, () =>
    vectorOf(new Map(grams.filter(() => below(2) === 0).map(term => [term, weightOf(term)]))),
  )
  return { vectors, clauses, profile: profileOf(vectors, clauses) }
}

const inBoth = (a: Vector, b: Vector) => [...a.terms].filter(term => b.terms.includes(term))
const mass = (terms: number[]) => terms.reduce((sum, term) => sum + weightOf(term), 0)

describe('what is shared by one walk', () => {
  it('is what two plain lists have in common, one statement after the other', () => {
    const marks = marksFor(TERMS)
    for (let round = 0; round < 200; round++) {
      const [q, s] = [someStatement(), someStatement()]
      mark(marks, q.profile)
      const shared = sharedWith(marks, s.profile)
      const of = (a: keyof typeof KIND, b: keyof typeof KIND) => mass(inBoth(q.vectors[a], s.vectors[b]))
      expect(shared).toMatchObject({
        wordsInWords: of('words', 'words'),
        heaviestWord: Math.max(0, ...inBoth(q.vectors.words, s.vectors.words).map(weightOf)),
        wordsInFullWords: of('words', 'fullWords'),
        gramsInGrams: of('grams', 'grams'),
        gramsInFullGrams: of('grams', 'fullGrams'),
        fullGramsInFullGrams: of('fullGrams', 'fullGrams'),
        actInFullGrams: of('act', 'fullGrams'),
        fullGramsInAct: of('fullGrams', 'act'),
        deedInDeed: of('deed', 'deed'),
        charactersInCharacters: of('characters', 'characters'),
        triplesInTriples: inBoth(q.vectors.triples, s.vectors.triples).length,
      })
      expect([...shared.clauses.slice(0, q.clauses.length)]).toEqual(
        q.clauses.map(clause => mass(inBoth(clause, s.vectors.fullGrams))),
      )
      expect([...shared.clausesOfOther.slice(0, s.clauses.length)]).toEqual(
        s.clauses.map(clause => mass(inBoth(clause, q.vectors.fullGrams))),
      )
    }
  })

  it('leaves what is lacking', () => {
    const marks = marksFor(4)
    const [words, none] = [
      vectorOf(
        new Map([
          [1, 2],
          [2, 5],
          [9, 3],
        ]),
      ),
      vectorOf(new Map()),
    ]
    const empty = {
      words: none,
      grams: none,
      fullWords: none,
      fullGrams: none,
      act: none,
      deed: none,
      characters: none,
      triples: none,
    }
    mark(marks, profileOf({ ...empty, words }, []))
    const lacking = (...terms: number[]) => {
      const fullWords = vectorOf(new Map(terms.map(term => [term, 1])))
      return heaviestLacking(marks, words, sharedWith(marks, profileOf({ ...empty, fullWords }, [])).found)
    }
    // Terms beyond the last number stand in no other text.
    expect([lacking(1, 2), lacking(1), lacking(2), lacking()]).toEqual([3, 5, 3, 5])
  })

  it('is the cosine with several vectors at once', () => {
    const marks = marksFor(TERMS)
    for (let round = 0; round < 50; round++) {
      const several = Array.from({ length: 1 + below(5) }, someVector)
      const other = someVector()
      markMore(marks, several)
      const plain = several.map(each => {
        const product = inBoth(each, other).reduce((sum, term) => sum + weightOf(term) ** 2, 0)
        return product / (each.norm * other.norm)
      })
      for (const [at, cosine] of cosinesWith(marks, other).entries())
        expect(cosine).toBeCloseTo(plain[at]!, 12)
    }
  })
})

it('the longest common stretch is that of trying all', () => {
  const some = (length: number) => Array.from({ length }, () => '市长主持会议'[below(6)]).join('')
  const characters = noCharacters()
  for (let round = 0; round < 40; round++) {
    const text = some(below(30))
    const longest = stretcher(text, characters)
    for (const other of [some(below(40)), some(12), text, '']) {
      const all = [...other].flatMap((_, from) => [...other].map((__, to) => other.slice(from, to + 1)))
      const plain = Math.max(0, ...all.filter(each => text.includes(each)).map(each => each.length))
      expect(longest(other), `${text} ${other}`).toBe(plain)
    }
  }
})
