import { describe, expect, it } from 'vitest'
import { mutated, mutationsOf } from '../../scripts/bench/mutants/mutations.ts'

/** Each text that a change of the source gives. */
const changed = (text: string) => mutationsOf('rules.ts', text).map(mutation => mutated(text, mutation))

describe('small changes to a program', () => {
  it.each<[string, string, string[]]>([
    ['a threshold is halved', 'const FAR = 0.5', ['const FAR = 0.25']],
    ['a comparison is turned', 'f(a <= b, a === b)', ['f(a < b, a === b)', 'f(a <= b, a !== b)']],
    ['so is a logical sign', 'f(a && b)', ['f(a || b)']],
    ['a step of one goes the other way, or is not made', 'f(i + 1)', ['f(i)', 'f(i - 1)']],
    ['what is denied is not', 'f(!a)', ['f(a)']],
    ['true is false', 'f(true)', ['f(false)']],
    ['a pattern loses a word', '/^(?:甲|[乙|]丙)$/u', ['/^(?:[乙|]丙)$/u', '/^(?:甲)$/u']],
    ['so does one kept in a string', "f('(甲|乙)')", ["f('(乙)')", "f('(甲)')"]],
    [
      'a list loses an entry',
      "const LIST = ['甲', { a: b }]",
      ['const LIST = [{ a: b }]', "const LIST = ['甲']"],
    ],
  ])('%s', (_, text, expected) => {
    expect(changed(text)).toEqual(expected)
  })

  it.each([
    ['numbers without a name of their own', 'f(5, c ? 0.5 : 2)'],
    ['imports and types', "import { a } from './a|b.ts'\ntype A = true | '甲|乙'\nlet b: true"],
    ['comments', '// a === b && true\nf()'],
    ['words for people', "f({ zh: '甲|乙', note: a || b, en: x ? 'a' : 'b' })"],
    ['lists that a function makes', 'const f = () => [1, 2]'],
  ])('none of %s', (_, text) => {
    expect(changed(text)).toEqual([])
  })

  it('says where', () => {
    expect(mutationsOf('rules.ts', 'f()\n  f(!a)')).toMatchObject([
      { kind: 'negation', file: 'rules.ts', line: 2, column: 5, before: '!', after: '' },
    ])
  })
})
