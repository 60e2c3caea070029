import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Converter } from 'opencc-js'
import { beforeAll, describe, expect, it } from 'vitest'
import { structureOf } from '../src/structure/structure.ts'
import { isLayout } from '../src/text/fold.ts'
import type { ManifestEntry, Regulation } from '../src/types.ts'
import { findIn, type Haystack, haystacksOf } from '../web/parts/find.ts'
import { seeded } from './gold-numbers.ts'

// Search must miss nothing: a plain scan of the files, white space taken out, is the judge.

interface Text {
  id: string
  haystacks: Haystack[]
  regulation: Regulation
  source: string
  /** Source offsets of the characters that are no white space, and those characters. */
  offsets: number[]
  dense: string
}

let texts: Text[] = []

beforeAll(() => {
  const { regulations } = JSON.parse(readFileSync('corpus/corpus.json', 'utf8')) as {
    regulations: ManifestEntry[]
  }
  texts = regulations.map(entry => textOf(entry, readFileSync(`corpus/${entry.file}`, 'utf8')))
})

function textOf(entry: ManifestEntry, source: string): Text {
  const regulation = structureOf({ ...entry, text: source })
  const offsets = Array.from({ length: source.length }, (_, at) => at).filter(at => !isLayout(source[at]!))
  return {
    id: entry.id,
    haystacks: haystacksOf(regulation, source),
    regulation,
    source,
    offsets,
    dense: offsets.map(at => source[at]).join(''),
  }
}

/** Whether a hit covers these characters of the dense text. */
function covers({ haystacks, offsets }: Text, words: string, at: number, length: number): boolean {
  const [start, end] = [offsets[at]!, offsets[at + length - 1]!]
  return findIn(haystacks, words).some(({ hit }) => hit.span.start <= start && hit.span.end > end)
}

const toTraditional = Converter({ from: 'cn', to: 't' })
const toTaiwan = Converter({ from: 'cn', to: 'tw' })
const toSimplified = Converter({ from: 't', to: 'cn' })

describe.each([
  ['as they stand in the file', (dense: string) => dense],
  ['in simplified script', (dense: string) => toSimplified(dense)],
  ['in traditional script', (dense: string) => toTraditional(toSimplified(dense))],
  ['in the script of Taiwan', (dense: string) => toTaiwan(toSimplified(dense))],
])('any one to eight characters %s', (_, convert) => {
  it('are found where they stand', () => {
    const random = seeded(20)
    const missed: string[] = []
    for (const text of texts) {
      const written = convert(text.dense)
      expect(written.length).toBe(text.dense.length)
      for (let turn = 0; turn < 150; turn++) {
        const length = 1 + Math.floor(random() * 8)
        const at = Math.floor(random() * (written.length - length))
        const words = written.slice(at, at + length)
        if (!covers(text, words, at, length)) missed.push(`${text.id}: ${words}`)
      }
    }
    expect(missed).toEqual([])
  })
})

describe('counts', () => {
  // The folded text of both scripts is what a reader means by the words; overlapping finds count, as in a plain scan.
  it.each(['的', '会议', '常务会议', '工作日', '第十条', '《中华人民共和国'])(
    'finds %s exactly as often as a plain scan',
    words => {
      for (const { haystacks, dense } of texts) {
        const folded = toSimplified(dense)
        let scanned = 0
        for (let at = folded.indexOf(words); at >= 0; at = folded.indexOf(words, at + 1)) scanned++
        expect(findIn(haystacks, words)).toHaveLength(scanned)
      }
    },
  )

  it('finds each place once, in the order of the text', () => {
    for (const { haystacks } of texts) {
      const starts = findIn(haystacks, '会').map(({ hit }) => hit.span.start)
      expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b))
    }
  })

  it('leads back to the very words in the source', () => {
    for (const { haystacks, source } of texts)
      for (const { hit } of findIn(haystacks, '常务会议'))
        expect(
          toSimplified(
            [...source.slice(hit.span.start, hit.span.end)].filter(each => !isLayout(each)).join(''),
          ),
        ).toBe('常务会议')
  })
})

// Texts of other genres stand beside the checkout; where they do not, the five must do.
const CORPORA = '../shared/corpora'

describe.skipIf(!existsSync(CORPORA))('seventy-eight regulations of three genres', () => {
  const others = existsSync(CORPORA)
    ? readdirSync(CORPORA).flatMap(genre => corpusTexts(`${CORPORA}/${genre}`))
    : []

  it('are searched without a miss, in either script', () => {
    const random = seeded(78)
    const missed: string[] = []
    for (const text of others)
      for (const written of [text.dense, toTraditional(toSimplified(text.dense))])
        for (let turn = 0; turn < 20; turn++) {
          const length = 1 + Math.floor(random() * 8)
          const at = Math.floor(random() * (written.length - length))
          const words = written.slice(at, at + length)
          if (!covers(text, words, at, length)) missed.push(`${text.id}: ${words}`)
        }
    expect(others.length).toBe(78)
    expect(missed).toEqual([])
  })

  it.each(['的', '文明', '犬只', '罚款', '绿化', '营商环境'])(
    'give %s exactly as often as a plain scan',
    words => {
      const scanned = others.reduce((sum, { dense }) => sum + toSimplified(dense).split(words).length - 1, 0)
      const found = others.reduce((sum, { haystacks }) => sum + findIn(haystacks, words).length, 0)
      expect(found).toBe(scanned)
    },
  )
})

function corpusTexts(folder: string): Text[] {
  const { regulations } = JSON.parse(readFileSync(`${folder}/corpus.json`, 'utf8')) as {
    regulations: ManifestEntry[]
  }
  return regulations.map(entry => textOf(entry, readFileSync(`${folder}/${entry.file}`, 'utf8')))
}

describe('numbers', () => {
  const all = (words: string) =>
    texts.flatMap(({ id, haystacks }) => findIn(haystacks, words).map(({ hit }) => `${id} ${hit.span.start}`))

  it('are found in either form', () => {
    expect(all('7个工作日').length).toBeGreaterThan(0)
    expect(all('七个工作日')).toEqual(all('7个工作日'))
    expect(all('兩個以上部門')).toEqual(all('两个以上部门'))
    expect(all('2个以上部门')).toEqual(all('两个以上部门'))
  })

  it('do not turn a lone 一 into every 1', () => {
    expect(texts.some(({ dense }) => dense.includes('1'))).toBe(true)
    for (const { haystacks, dense } of texts)
      expect(findIn(haystacks, '一')).toHaveLength(dense.split('一').length - 1)
  })
})

it('looks through what breaks a word, and finds what was set aside as noise too', () => {
  const source =
    '第一条　市人民政府常\n\n- 2 -\n\n务会议讨论决定重大事项。\n第二条　本规则自公布之日起施行。\n'
  const text = textOf({ id: 'x', place: 'X', file: 'x.txt' }, source)
  expect(text.regulation.accounting.some(stretch => stretch.class === 'noise')).toBe(true)
  expect(findIn(text.haystacks, '常务会议')).toHaveLength(1)
  expect(findIn(text.haystacks, '-2-')).toHaveLength(1)
  expect(findIn(text.haystacks, '')).toHaveLength(0)
  expect(findIn(text.haystacks, ' \n')).toHaveLength(0)
})
