import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cut } from '../../scripts/io/cut.ts'
import { penaltiesOf } from '../../src/penalties/penalties.ts'
import { penalDocument } from '../support/penalties-cases.ts'

const page = readFileSync(new URL('../cases/penalties.txt', import.meta.url), 'utf8')
const texts = page
  .split('\n=== ')
  .slice(1)
  .map(each => each.slice(each.indexOf('\n') + 1).split('\n==>\n')[0]!)

describe('penalties of any text', () => {
  it('are read of one that breaks off anywhere, and of articles numbered twice', () => {
    const whole = texts.join('\n')
    const cutOff = Array.from({ length: 40 }, (_, n) =>
      whole.slice(0, Math.ceil((whole.length * (n + 1)) / 40)),
    )
    for (const [at, text] of [...cutOff, `${whole}\n${whole}`].entries())
      expect(
        penaltiesOf([penalDocument('x', text)], cut).penalties.length,
        String(at),
      ).toBeGreaterThanOrEqual(0)
    expect(penaltiesOf([penalDocument('x', '')], cut)).toEqual({ penalties: [], acts: [] })
  })

  it('quote the sentence at their span, and name an act that has a row', () => {
    for (const text of texts) {
      const source = `x市公共场所管理办法\n${text}`
      const { penalties, acts } = penaltiesOf([penalDocument('x', text)], cut)
      for (const { span, quote, act, address } of penalties) {
        expect(source.slice(span.start, span.end)).toBe(quote)
        expect(acts.find(({ id }) => id === act)?.states[0]?.addresses).toContain(address)
      }
    }
  })

  it('of two documents that say the same are the same but for the addresses', () => {
    const documents = ['a', 'b'].map(id => penalDocument(id, texts[0]!))
    const { penalties } = penaltiesOf(documents, cut)
    const told = (id: string) =>
      penalties
        .filter(({ address }) => address.startsWith(id))
        .map(({ act, deed, kind, min, max }) => [act, deed, kind, min, max])
    expect(told('a')).toEqual(told('b'))
    expect(told('a').length).toBeGreaterThan(0)
  })
})
