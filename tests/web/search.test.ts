import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Converter } from 'opencc-js'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { articleAddressOf } from '../../src/structure/address.ts'
import { structureOf } from '../../src/structure/structure.ts'
import { isLayout } from '../../src/text/fold.ts'
import type { Article, ManifestEntry, Regulation } from '../../src/types.ts'
import { fetchFrom } from '../../web/parts/data.ts'
import { findIn, type Haystack, haystacksOf } from '../../web/work/find.ts'
import { JOBS } from '../../web/work/jobs.ts'
import type { Concordance, Question } from '../../web/work/question.ts'
import { seeded } from '../support/gold-numbers.ts'

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

// What the worker runs for the page, on the data of the built site, which it asks for as it does there.
const DATA = 'dist/data'

describe('the job that the page gives to its worker', () => {
  const SITE = 'http://site.test/some/folder/'
  let documents: { id: string; dense: string; articles: Article[] }[] = []

  beforeAll(() => {
    vi.stubGlobal('fetch', async (address: URL) => {
      expect(address.href.startsWith(`${SITE}data/`)).toBe(true)
      return new Response(
        readFileSync(`${DATA}/${decodeURIComponent(address.href.slice(`${SITE}data/`.length))}`),
      )
    })
    fetchFrom(SITE)
    documents = readdirSync(`${DATA}/site/regulations`).map(file => {
      const regulation: Regulation = JSON.parse(readFileSync(`${DATA}/site/regulations/${file}`, 'utf8'))
      const source = readFileSync(`${DATA}/sources/${regulation.id}.txt`, 'utf8')
      const dense = [...source].filter(character => !isLayout(character)).join('')
      return { id: regulation.id, dense, articles: regulation.articles }
    })
  })

  afterAll(() => {
    vi.unstubAllGlobals()
  })

  const ask = (words: string, more: Partial<Question> = {}, signal = new AbortController().signal) =>
    JOBS.find({ words, in: null, topic: null, limit: 1e6, ...more }, () => {}, signal)
  const linesOf = ({ groups }: Concordance) =>
    groups.flatMap(({ id, lines }) => lines.map(line => ({ ...line, id })))

  it.each(['会', '会议', '常务会议', '工作日', '第十条', '《中华人民共和国', '。'])(
    'finds %s as often as a plain scan, in each document, in either script',
    async words => {
      const scanned = documents
        .map(({ id, dense }): [string, number] => [id, toSimplified(dense).split(words).length - 1])
        .filter(([, n]) => n > 0)
      for (const written of [words, toTraditional(words)]) {
        const all = await ask(written)
        expect(new Map(all.byDocument)).toEqual(new Map(scanned))
        expect(all.foundIn).toBe(scanned.length)
        expect(linesOf(all)).toHaveLength(all.found)
        expect(sum(all.byDocument)).toBe(all.found)
        expect(sum(all.byTopic)).toBe(all.found)
      }
    },
  )

  it('finds a number in either form', async () => {
    const scanned = (words: string) =>
      documents.reduce((total, { dense }) => total + toSimplified(dense).split(words).length - 1, 0)
    const both = scanned('7个工作日') + scanned('七个工作日')
    expect(both).toBeGreaterThan(0)
    for (const words of ['7个工作日', '七个工作日', '７個工作日']) expect((await ask(words)).found).toBe(both)
  })

  it('finds any one to eight characters where they stand, in either script', async () => {
    const random = seeded(5)
    for (const { id, dense } of documents)
      for (const written of [dense, toTraditional(toSimplified(dense))])
        for (let turn = 0; turn < 10; turn++) {
          const at = Math.floor(random() * (written.length - 8))
          const words = written.slice(at, at + 1 + Math.floor(random() * 8))
          expect(new Map((await ask(words)).byDocument).get(id) ?? 0, words).toBeGreaterThan(0)
        }
  })

  it('says of every place its unit and topic, and shows the words among what stands around them', async () => {
    const lines = linesOf(await ask('常务会议'))
    for (const { id, unit, folded, hit } of lines) {
      expect(folded.slice(hit.from, hit.to)).toBe('常务会议')
      if (unit) expect(unit.startsWith(`${id}/`)).toBe(true)
    }
    expect(lines.filter(({ family }) => family).length).toBeGreaterThan(lines.length / 2)
  })

  it('counts places under the chosen topic and topics in the chosen place', async () => {
    const lines = linesOf(await ask('会议'))
    const [id, family] = [lines[0]!.id, lines.find(line => line.id === lines[0]!.id && line.family)!.family]
    const both = await ask('会议', { in: id, topic: family })
    const of = (some: typeof lines) => some.length
    expect(both.found).toBe(lines.length)
    expect(both.wanted).toBe(of(lines.filter(line => line.id === id && line.family === family)))
    expect(sum(both.byDocument)).toBe(of(lines.filter(line => line.family === family)))
    expect(sum(both.byTopic)).toBe(of(lines.filter(line => line.id === id)))
    expect(linesOf(both)).toHaveLength(both.wanted)
  })

  it('finds several words in the articles that have all of them, and where they follow each other', async () => {
    const lines = linesOf(await ask('常务会议　議題'))
    const has = (article: Article, word: string) => JSON.stringify(article.paragraphs).includes(word)
    const both = documents.flatMap(({ articles }) =>
      articles
        .filter(article => has(article, '常务会议') && has(article, '议题'))
        .map(({ address }) => address),
    )
    expect(new Set(lines.map(({ unit }) => articleAddressOf(unit)))).toEqual(new Set(both))
    expect(both.length).toBeGreaterThan(0)
    const one = (await ask('常务会议')).found
    expect((await ask('常务 会议')).found).toBeGreaterThanOrEqual(one)
  })

  it('keeps to the limit with some lines of each document, and all counts', async () => {
    const [all, some] = [await ask('的'), await ask('的', { limit: 40 })]
    expect({ ...some, groups: [] }).toEqual({ ...all, groups: [] })
    expect(linesOf(some).length).toBeLessThanOrEqual(40)
    expect(new Set(linesOf(some).map(({ id }) => id)).size).toBe(Math.min(documents.length, 13))
  })

  it('suggests the longest parts of a word that is nowhere, and each of several words', async () => {
    expect((await ask('常务会议狮子')).shorter).toEqual([['常务会议', (await ask('常务会议')).found]])
    expect((await ask('会议 狮子')).shorter).toEqual([['会议', (await ask('会议')).found]])
    expect((await ask('狮')).shorter).toEqual([])
  })

  it('lets go when it is no longer wanted', async () => {
    expect((await ask('会', {}, AbortSignal.abort())).read).toBe(1)
  })
})

const sum = (counts: [string, number][]) => counts.reduce((total, [, n]) => total + n, 0)

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
