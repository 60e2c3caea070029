import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import stringWidth from 'string-width'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { said } from '../../scripts/commands/said.ts'
import { Failure } from '../../scripts/io/failure.ts'
import { beQuiet } from '../../scripts/io/progress.ts'
import type { SaidOf } from '../../scripts/print/said.ts'
import { isLayout } from '../../src/text/fold.ts'
import { bash } from '../support/shell.ts'

const scratch = mkdtempSync(join(tmpdir(), 'guijian-said-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))
beforeAll(beQuiet)

// Three of the five: every run reads them anew.
const three = join(scratch, 'three')
cpSync('corpus', three, { recursive: true })
const manifest = JSON.parse(readFileSync('corpus/corpus.json', 'utf8'))
const IDS = ['zhongwei', 'shizuishan', 'pingliang']
manifest.regulations = manifest.regulations.filter(({ id }: { id: string }) => IDS.includes(id))
writeFileSync(join(three, 'corpus.json'), JSON.stringify(manifest))
for (const name of ['codebook.json', 'overrides.json']) rmSync(join(three, name), { force: true })

const OURS = { corpus: three, codebook: true }
type Options = Partial<Parameters<typeof said>[1]>

/** What the command writes. */
async function told(text: string | undefined, options: Options = {}): Promise<string> {
  const out = join(scratch, 'told')
  await said(text, { ...OURS, out, ...options })
  return readFileSync(out, 'utf8')
}

async function asked(text: string, options: Options = {}): Promise<SaidOf[]> {
  return JSON.parse(await told(text, { ...options, json: true })).asked
}

function claimsFile(claims: unknown, name = 'claims.json'): string {
  const file = join(scratch, name)
  writeFileSync(file, JSON.stringify({ claims }))
  return file
}

const MEETING = '全体会议一般每半年召开一次。会议由市长召集。'

describe('said of a text', () => {
  it('answers each sentence for every document, those that say it first', async () => {
    const [often, whose, ...more] = await asked(MEETING)
    expect(more).toEqual([])
    expect([often!.text, whose!.text]).toEqual(['全体会议一般每半年召开一次。', '会议由市长召集。'])
    expect(often!.documents.length).toBe(3)
    const zhongwei = often!.documents.find(({ document }) => document === 'zhongwei')!
    expect(zhongwei).toMatchObject({ place: '中卫市', said: 'yes', sure: true })
    expect(zhongwei.where[0]).toMatchObject({ address: 'zhongwei/43/3', label: '第四十三条第三款' })
    const rank = often!.documents.map(({ said }) => ['yes', 'partly', 'no'].indexOf(said))
    expect(rank).toEqual(rank.toSorted())
  })

  it('quotes the characters of the source', async () => {
    const [often] = await asked(MEETING, { in: ['shizuishan'] })
    const { quote, start, end } = often!.documents[0]!.where[0]!
    expect(quote).toMatch(/全體會議一般每半年召開/)
    const source = new TextDecoder('utf-8').decode(readFileSync('corpus/raw/shizuishan.txt'))
    expect(quote).toBe(
      Array.from(source.slice(start, end))
        .filter(each => !isLayout(each))
        .join(''),
    )
  })

  it('is the same in traditional script, in other widths and over two lines', async () => {
    const { documents } = (await asked('全体会议一般每半年召开1次，由市长召集。'))[0]!
    expect((await asked('（一）全體會議一般每半年\n　召開１次,由市長召集。'))[0]!.documents).toEqual(
      documents,
    )
  })

  it('is the same with and without a codebook', async () => {
    const own = await told(MEETING, { corpus: 'corpus', codebook: true })
    expect(await told(MEETING, { corpus: 'corpus', codebook: false })).toBe(own)
  })

  it('is a list for people, no wider than the terminal, with the nearest place where it is not sure', async () => {
    const list = await told(`${MEETING}城市绿化覆盖率应当达到百分之四十。`)
    expect(list).toMatch(/^全体会议一般每半年召开一次。\n有 \d，部分有 \d，未见 \d\n有 {2}0\.\d\d {2}/)
    expect(list).toMatch(/城市绿化覆盖率应当达到百分之四十。\n有 0，部分有 0，未见 3\n/)
    for (const line of list.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(80)
  })
})

describe('said of an address', () => {
  it('asks of the statements there, before all other documents', async () => {
    const found = await asked('zhongwei/45/3')
    expect(found.length).toBeGreaterThan(3)
    for (const { address, documents } of found) {
      expect(address).toMatch(/^zhongwei\/45\/3(\/|$)/)
      expect(documents.map(({ document }) => document)).not.toContain('zhongwei')
      expect(documents.length).toBe(2)
    }
    const second = await asked('zhongwei/45/3#2', { in: ['pingliang', 'zhongwei'] })
    expect(second.map(({ text }) => text)).toEqual([found[1]!.text])
    expect(second[0]!.documents.map(({ document }) => document)).toEqual(['pingliang'])
  })

  it.each([
    ['zhongwei/45/9', {}, /^no unit "zhongwei\/45\/9"; the nearest are zhongwei\/45\/3/],
    ['nowhere/45', {}, /^no document "nowhere"; the corpus has zhongwei/],
    ['zhongwei/c2', {}, /^no statement at "zhongwei\/c2"; name an article/],
    ['zhongwei/45/3', { in: ['zhongwei'] }, /^zhongwei\/45\/3 stands in the only document/],
    ['会议', { in: ['zhongwei', 'nowhere'] }, /^--in: no document "nowhere"; the corpus has zhongwei/],
  ])('%s %j is refused in a line', async (text, options, message) => {
    await expect(told(text, options)).rejects.toMatchObject({
      exitCode: 1,
      message: expect.stringMatching(message),
    })
  })
})

describe('said of claims', () => {
  const right = 'shizuishan'
  const within = { left: 'zhongwei/45/3/2', text: '', right, note: 'kept', n: 7 }
  const own = { left: '', text: '全体会议每半年召开一次', right }
  let statement = ''

  beforeAll(async () => {
    statement = (await asked('zhongwei/45/3/2', { in: [right] }))[0]!.text
  })

  async function answered(...claims: object[]) {
    const list = JSON.parse(await told(undefined, { claims: claimsFile(claims) })).claims
    return list as (Record<'said' | 'text', string> & {
      sure: boolean
      where: string[]
      probability: number
    })[]
  }

  it('fills in said, sure, where and probability, and keeps the rest and the order', async () => {
    const claims = [{ ...within, text: statement, said: null }, own]
    const [first, second] = await answered(...claims)
    expect(Object.keys(first!)).toEqual([
      'left',
      'text',
      'right',
      'note',
      'n',
      'said',
      'sure',
      'where',
      'probability',
    ])
    expect(first).toMatchObject({ ...within, text: statement, said: 'yes', sure: true })
    expect(first!.where[0]).toMatch(/^shizuishan\/44\/3\/\d+$/)
    expect(second).toMatchObject({ ...own, said: 'yes', sure: true })
    expect(second!.where[0]).toBe('shizuishan/42/3')
  })

  it('finds the statement without its label, in either script, and answers as by its address', async () => {
    const byAddress = (await asked('zhongwei/45/3/2', { in: [right] }))[0]!.documents[0]!
    const forms = [
      statement,
      `（二）${statement}`,
      `（二） ${statement.slice(0, 5)}\n ${statement.slice(5, -1)}`,
    ]
    forms.push(statement.replaceAll('请', '請').replaceAll('会', '會'))
    for (const claim of await answered(...forms.map(text => ({ ...within, text })))) {
      expect(claim).toMatchObject({ said: byAddress.said, probability: byAddress.probability })
      expect(claim.where).toEqual(byAddress.where.map(({ address }) => address))
    }
  })

  it('takes a part of a statement as own words, and several statements together', async () => {
    const [part, own] = await answered(
      { ...within, text: statement.slice(0, 12) },
      { left: '', text: statement.slice(0, 12), right },
    )
    expect(part!.said).toBe(own!.said)
    const half = '城市绿化覆盖率应当达到百分之四十。'
    const [both, one, none] = await answered(
      { left: 'zhongwei/43/3', text: MEETING, right },
      { left: '', text: `${MEETING}${half}`, right },
      { left: '', text: half, right },
    )
    expect([both!.said, one!.said, none!.said]).toEqual(['yes', 'partly', 'no'])
  })

  it('of none are none', async () => {
    expect(await answered()).toEqual([])
  })
})

describe('what said refuses', () => {
  const refused = (text: string | undefined, options: Options) =>
    said(text, { ...OURS, ...options }).catch((error: unknown) => {
      if (!(error instanceof Failure)) throw error
      return [error.exitCode, error.message]
    })

  it.each([
    ['no question', undefined, {}],
    ['an empty text', '', {}],
    ['a text without words', ' 。1', {}],
    ['two questions', '会议', { claims: 'claims.json' }],
    ['documents beside claims', undefined, { claims: 'claims.json', in: ['zhongwei'] }],
  ])('%s: the command line is not understood', async (_, text, options) => {
    expect(await refused(text, options)).toEqual([2, expect.stringMatching(/^said: [^\n]+$/)])
  })

  // Nothing of this corpus can be read: what is refused before is refused without reading.
  const unreadable = join(scratch, 'unreadable')
  beforeAll(() => {
    mkdirSync(unreadable)
    const regulations = [{ id: 'jia', place: '甲市', file: 'raw/jia.txt' }]
    writeFileSync(join(unreadable, 'corpus.json'), JSON.stringify({ regulations }))
  })

  it.each([
    [
      'an unknown document',
      { left: '', text: '会议', right: 'yi' },
      /:1:\d+: claims\[0\]\.right "yi" is no document; the corpus has jia/,
    ],
    [
      'an unknown document of its own',
      { left: 'yi/1', text: '会议', right: 'jia' },
      /claims\[0\]\.left "yi" is no document/,
    ],
    [
      'an empty text',
      { left: '', text: ' ', right: 'jia' },
      /claims\[0\]\.text must be a statement in words/,
    ],
    ['no text', { left: '', right: 'jia' }, /claims\[0\]/],
    ['another form', 'claim', /claims\[0\] must be of the form/],
  ])('%s in claims, before anything is read', async (_, claim, message) => {
    const claims = claimsFile([claim])
    expect(await refused(undefined, { corpus: unreadable, claims })).toEqual([
      1,
      expect.stringMatching(message),
    ])
  })

  it('an unknown document to look in, before anything is read', async () => {
    const [code, message] = (await refused('会议', { corpus: unreadable, in: ['yi'] })) as [number, string]
    expect([code, message]).toEqual([1, expect.stringMatching(/^--in: no document "yi"/)])
    expect(await refused('会议', { corpus: unreadable })).toEqual([1, expect.stringMatching(/raw\/jia\.txt/)])
  })

  it('a file that cannot be written, and leaves an old one as it was', async () => {
    expect(await refused('会议', { corpus: unreadable, out: scratch })).toEqual([
      3,
      expect.stringMatching(/--out/),
    ])
    const out = join(scratch, 'old')
    writeFileSync(out, 'old')
    await refused('会议', { corpus: unreadable, out })
    expect(readFileSync(out, 'utf8')).toBe('old')
    await refused('会议', { corpus: unreadable, out: `${out}-new` })
    expect(existsSync(`${out}-new`)).toBe(false)
  })
})

describe('said in a document that is cut off', () => {
  const cut = join(scratch, 'cut')
  const ABSENT = '蜂。'

  beforeAll(() => {
    cpSync(three, cut, { recursive: true })
    const file = join(cut, 'raw/pingliang.txt')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.slice(0, text.indexOf('第六十条')))
  })

  it('what is not found is no verdict, and the document is marked; what is found stays one', async () => {
    const [absent, often] = await asked(`${ABSENT}${MEETING}`, { corpus: cut })
    const sureOf = ({ documents }: SaidOf) =>
      Object.fromEntries(
        documents.map(({ document, said, sure, complete }) => [document, [said, sure, complete]]),
      )
    expect(sureOf(absent!)).toEqual({
      zhongwei: ['no', true, true],
      shizuishan: ['no', true, true],
      pingliang: ['no', false, false],
    })
    expect(sureOf(often!).pingliang).toEqual(['yes', true, false])
    expect(await told(ABSENT, { corpus: cut })).toMatch(/未见（存疑） {2}0\.\d\d {2}平凉市（不全） pingliang/)
    const claims = ['shizuishan', 'pingliang'].map(right => ({ left: '', text: ABSENT, right }))
    const answered = JSON.parse(await told(undefined, { corpus: cut, claims: claimsFile(claims) })).claims
    expect(answered.map(({ said, sure }: { said: string; sure: boolean }) => [said, sure])).toEqual([
      ['no', true],
      ['no', false],
    ])
  })
})

it('the command line tells its examples and exit codes', { timeout: 120_000 }, () => {
  const help = bash('$guijian said --help')
  expect(help.out).toMatch(/guijian said zhongwei\/45\/3 --in shizuishan,pingliang/)
  expect(bash('$guijian said').code).toBe(2)
  expect(bash('$guijian said ""').error).toMatch(/^guijian: said: no text[^\n]*\n$/)
  const run = bash('$guijian said -q --no-codebook --in zhongwei 全体会议每半年召开一次')
  expect([run.code, run.error]).toEqual([0, ''])
  expect(run.out).toMatch(/中卫市 zhongwei\n +第四十三条第三款 zhongwei\/43\/3/)
})
