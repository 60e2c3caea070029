import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { penaltyLines } from '../support/penalties-cases.ts'

const page = readFileSync(new URL('../cases/penalties.txt', import.meta.url), 'utf8')

describe('who is punished how, for what', () => {
  const cases = page.split('\n=== ').slice(1)
  it.each(cases.map(each => [each.split('\n')[0]!, each] as const))('%s', (title, each) => {
    const [text, lines] = each.slice(title.length + 1).split('\n==>\n')
    expect(penaltyLines(text!)).toEqual(lines!.split('\n').filter(line => line !== ''))
  })
})
