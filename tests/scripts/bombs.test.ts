import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BOMBS } from '../../scripts/bench/bombs/files.ts'
import { readWithinLimits } from '../../scripts/io/reading/read.ts'
import { readDocument } from '../../src/analyse.ts'
import { ReadError } from '../../src/read/error.ts'
import { readSource } from '../../src/read/read.ts'

const entry = (file: string) => ({ id: 'x', place: '甲市', file })
const TEXT = '甲市工作规则\n第一条 为规范工作，制定本规则。\n第二条 本规则自公布之日起施行。\n'
const bytes = new TextEncoder().encode(TEXT)

// With a limit far below the usual one: what a file takes is measured by `npm run bench -- bombs`.
const SECONDS = 2

describe('a file made to burst', { timeout: 300_000 }, () => {
  it.each(Object.entries(BOMBS))(
    '%s ends with a document or one line, and the next one is read',
    async (name, make) => {
      const outcome = await readWithinLimits(make(), entry(name), {}, SECONDS).catch(error => error)
      if (outcome instanceof Error) {
        expect(outcome).toBeInstanceOf(ReadError)
        expect(outcome.message).toMatch(new RegExp(`^${name}: [^\\n]+; [^\\n]+$`))
      } else expect(outcome.regulation.articles.length).toBeLessThanOrEqual(2000)
      const { regulation } = await readWithinLimits(bytes, entry('next.txt'))
      expect(regulation.articles).toHaveLength(2)
    },
  )

  it.each([
    ['commas.txt', 'takes more than 2 s to read'],
    ['one-line.txt', 'has 5200005 characters; at most 500000 are read'],
    ['many-sentences.txt', 'has 8000 sentences and items; at most 6000 are compared'],
    ['paragraphs.txt', 'has an article of more than 30000 characters (第一条)'],
  ])('%s %s', async (name, reason) => {
    const outcome = await readWithinLimits(BOMBS[name]!(), entry(name), {}, SECONDS).catch(error => error)
    expect(outcome).toMatchObject({
      code: 'too-large',
      message: expect.stringContaining(`${name}: ${reason}`),
    })
  })

  // Which of the two limits it reaches first depends on how busy the machine is.
  it('may need little memory and little time', async () => {
    const outcome = await readWithinLimits(BOMBS['deep-lines.html']!(), entry('a.html')).catch(error => error)
    expect(outcome).toMatchObject({
      code: 'too-large',
      message: expect.stringMatching(/MB of memory|takes more than \d+ s/),
    })
  })
})

describe('a document read in a thread', () => {
  it('is the one that is read without, with its structure and provisions', async () => {
    const file = readFileSync('corpus/raw/zhongwei.txt')
    const source = await readSource(file, entry('a.txt'))
    expect(await readWithinLimits(file, entry('a.txt'))).toEqual(readDocument(source))
  })

  it('that cannot be read says why as without a thread', async () => {
    const wrong = new Uint8Array([0xe4, 0xb8, 0xff, 0xff, 0xff, 0x81, 0x41])
    const options = { ...entry('a.txt'), encoding: 'utf-8' }
    await expect(readWithinLimits(wrong, options)).rejects.toMatchObject({
      code: 'undecodable',
      place: { offset: 2 },
    })
  })
})
