import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** Numbers that decide something stand in one file a stage, each with what it separates and where its value comes from. */

const src = new URL('../../src/', import.meta.url)
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'))
const textOf = (file: string) => readFileSync(new URL(file, src), 'utf8')
const thresholds = files.filter(file => file.endsWith('thresholds.ts'))

/** Each exported constant and each number inside one, with the comment right above it. */
function numbersIn(text: string): { name: string; comment: string }[] {
  const numbers = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n(?:export const (\w+) = | {2}(\w+): -?[\d._])/g
  return [...text.matchAll(numbers)].map(([, comment, name, inner]) => ({
    name: (name ?? inner)!,
    comment: comment!,
  }))
}

describe.each(thresholds)('src/%s', file => {
  const text = textOf(file)

  it('has a comment on every number', () => {
    const declared = [...text.matchAll(/^(?:export const (\w+) = | {2}(\w+): -?[\d._])/gm)]
    expect(numbersIn(text).map(({ name }) => name)).toEqual(declared.map(([, name, inner]) => name ?? inner))
    for (const { comment } of numbersIn(text)) expect(comment.trim().length).toBeGreaterThan(20)
  })

  it('has names that no other file gives to a constant of its own', () => {
    const names = [...text.matchAll(/^export const (\w+) = /gm)].map(match => match[1]!)
    expect(names.length).toBeGreaterThan(0)
    for (const other of files.filter(each => each !== file)) {
      const own = [...textOf(other).matchAll(/^(?:export )?const (\w+) = /gm)].map(match => match[1]!)
      expect([other, names.filter(name => own.includes(name))]).toEqual([other, []])
    }
  })
})

it('every stage that decides by numbers has such a file', () => {
  const stages = ['alignment', 'drafting', 'insights', 'provisions', 'read', 'structure', 'tables', 'text']
  expect(thresholds).toEqual(expect.arrayContaining(stages.map(stage => `${stage}/thresholds.ts`)))
})
