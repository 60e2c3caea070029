import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { add } from '../../scripts/commands/add.ts'
import { analysisOf } from '../../scripts/io/analyse-corpus.ts'
import { readClaims, refuseUnknownDocuments } from '../../scripts/io/claims-file.ts'
import { loadCorpus } from '../../scripts/io/corpus.ts'
import { Failure } from '../../scripts/io/failure.ts'
import { parseJson } from '../../scripts/io/json.ts'
import { readGold } from '../../scripts/quality/gold.ts'
import { judgedOf } from '../../scripts/quality/judged.ts'
import { judgedRows, replay, replayScores } from '../../scripts/quality/replay.ts'
import { keptFigures, qualityReport } from '../../scripts/quality/report.ts'
import { type AlignmentGold, scoreAlignment } from '../../scripts/quality/score-alignment.ts'
import { type GoldProvision, scoreProvisions } from '../../scripts/quality/score-provisions.ts'
import { type StructureGold, scoreStructure } from '../../scripts/quality/score-structure.ts'
import { hashOfUnit } from '../../src/alignment/overrides.ts'
import { readRegulation } from '../../src/analyse.ts'
import { csvOf } from '../../src/tables/formats/csv.ts'
import { tablesOf } from '../../src/tables/tables.ts'
import type { Source } from '../../src/types.ts'
import { mutationsOf } from '../support/mutate.ts'

// Each JSON file that a person may have written, with any of its values of another kind or left out: the command gives its
// result or one line, and never breaks.

const COUNT = Number(process.env.COUNT ?? 200)
const scratch = mkdtempSync(join(tmpdir(), 'guijian-wrong-json-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** Writes each mutation of a JSON file in its place and does the work; faults are errors that are no failures of one line. */
async function faultsOf(
  file: string,
  valid: unknown,
  work: () => unknown,
  mayRefuse = true,
): Promise<string[]> {
  const faults: string[] = []
  let refused = 0
  for (const mutated of mutationsOf(valid, COUNT, 17)) {
    writeFileSync(file, mutated)
    try {
      await work()
    } catch (error) {
      refused++
      const isLine = error instanceof Failure && !error.message.includes('\n') && error.exitCode === 1
      if (!isLine) faults.push(`${(error as Error).stack?.slice(0, 600)}\n${mutated.slice(0, 300)}`)
    }
  }
  writeFileSync(file, JSON.stringify(valid))
  // What is valid gives a result, and of mutations that nobody minds nothing would be learnt.
  await work()
  expect(refused).toBeGreaterThan(mayRefuse ? COUNT / 10 : -1)
  return faults
}

describe('a corpus with values of another kind', () => {
  const folder = join(scratch, 'corpus')
  const TEXT =
    '市人民政府工作规则\n第一章 总则\n第一条 为规范工作，制定本规则。\n第二条 全体会议每半年召开一次。\n（一）传达决定；\n（二）部署工作。\n'
  const regulations = [
    { id: 'jia', place: '甲市', file: 'raw/jia.txt', province: '甲省', level: 'prefecture', title: '规则' },
    { id: 'yi', place: '乙市', file: 'raw/yi.txt', url: 'https://example.com', encoding: 'utf-8' },
  ]
  const files: Record<string, unknown> = {
    'corpus.json': { title: '规则', regulations },
    'codebook.json': {
      topics: [
        { id: 'basis', zh: '依据', en: 'basis', members: { jia: ['1'], yi: ['1'] } },
        { id: 'plenary', zh: '全体会议', en: 'plenary', members: { jia: ['2', '2.1'], yi: ['2'] } },
      ],
      pairs: {
        'a-b': [
          [1, '1', 'equivalent'],
          [2, 2, 'partial'],
        ],
      },
      ids: { a: 'jia', b: 'yi' },
    },
    'overrides.json': {
      decisions: [
        { kind: 'wrong', units: ['jia/1', 'yi/1'], hashes: [hash(), hash()] },
        { kind: 'accepted', units: ['jia/1', 'yi/1'], hashes: [hash(), hash()], relation: 'partial' },
        { kind: 'relabel', units: ['jia/1'], hashes: [hash()], label: { zh: '依据', en: 'basis' }, note: '' },
      ],
    },
  }

  function hash(): string {
    return hashOfUnit('为规范工作，制定本规则。')
  }

  beforeAll(() => {
    mkdirSync(join(folder, 'raw'), { recursive: true })
    writeFileSync(join(folder, 'raw/jia.txt'), TEXT)
    writeFileSync(join(folder, 'raw/yi.txt'), TEXT.replace('半年', '季度'))
    for (const [name, value] of Object.entries(files))
      writeFileSync(join(folder, name), JSON.stringify(value))
  })

  it.each(Object.keys(files))('%s', async name => {
    const options = { corpus: folder, codebook: true }
    const work = async () => {
      const corpus = await loadCorpus(folder, options)
      const analysis = analysisOf(corpus, options)
      return tablesOf(analysis, id => corpus.sources.find(source => source.id === id)!.text).map(csvOf)
    }
    // A decision of the wrong form is a problem among the results.
    const mayRefuse = name !== 'overrides.json'
    expect(await faultsOf(join(folder, name), files[name], work, mayRefuse)).toEqual([])
  })
})

describe('a manifest that a file is added to', () => {
  const folder = join(scratch, 'added-to')
  const regulations = [
    { id: 'jia', place: '甲市', file: 'raw/jia.txt', sha256: 'x' },
    { id: 'yi', place: '乙市', file: 'raw/yi.txt', encoding: 'utf-8' },
  ]
  const adding = () => add(join(folder, 'bing.txt'), { corpus: folder, place: '丙市', dryRun: true })

  beforeAll(() => {
    mkdirSync(folder)
    writeFileSync(join(folder, 'bing.txt'), '规则\n第一条 为规范工作，制定本规则。\n')
    vi.spyOn(console, 'log').mockImplementation(() => {})
    return () => vi.restoreAllMocks()
  })

  it('with values of another kind', async () => {
    const valid = { title: '规则', regulations, more: { regulations: [1] } }
    expect(await faultsOf(join(folder, 'corpus.json'), valid, adding)).toEqual([])
  })

  it('with a name that is written otherwise', async () => {
    const entry = JSON.stringify(regulations[0])
    writeFileSync(join(folder, 'corpus.json'), `{"regul\\u0061tions": [${entry}]}`)
    await expect(adding()).resolves.toBeUndefined()
  })
})

it('claims with values of another kind', async () => {
  const file = join(scratch, 'claims.json')
  const claims = [
    { left: 'jia/1', text: '制定本规则', right: 'yi', said: null },
    { left: '', text: '会议', right: 'jia' },
  ]
  const work = () => refuseUnknownDocuments(readClaims(file), ['jia', 'yi'])
  expect(await faultsOf(file, { claims, about: ['a'] }, work)).toEqual([])
})

describe('a gold with values of another kind', () => {
  const gold = join(scratch, 'gold')
  mkdirSync(gold)
  for (const name of readdirSync('quality/gold')) {
    const short = (_: string, value: unknown) => (Array.isArray(value) ? value.slice(0, 4) : value)
    const whole = readFileSync(join('quality/gold', name), 'utf8')
    writeFileSync(join(gold, name), JSON.stringify(JSON.parse(whole, short)))
  }
  const file = (name: string) => join(gold, `${name}.json`)
  const source: Source = { id: 'zhongwei', place: '中卫市', text: '规则\n第一条 为规范工作。\n' } as Source
  const regulation = readRegulation(source)
  const edge = { a: 'zhongwei/1', b: 'shizuishan/1', relation: 'equivalent' as const }
  const kept = () => qualityReport(keptFigures(gold, 'quality/reports'))

  const WORK: Record<string, () => unknown> = {
    alignment: () => scoreAlignment([edge], readGold<AlignmentGold>(file('alignment'), 'alignment'), ''),
    'business-alignment': () =>
      scoreAlignment([edge], readGold<AlignmentGold>(file('business-alignment'), 'alignment'), ''),
    structure: () =>
      scoreStructure(
        [regulation],
        () => source.text,
        readGold<StructureGold>(file('structure'), 'structure'),
      ),
    provisions: () => {
      const { records } = readGold<{ records: GoldProvision[] }>(file('provisions'), 'provisions')
      return scoreProvisions([], () => '', records)
    },
    'differences-judged': () => [replayScores(replay(judgedRows(gold, ''), [])), judgedOf(gold), kept()],
    agreement: () => judgedOf(gold),
    'mentions-judged': () => [judgedOf(gold), kept()],
    'names-judged': () => [judgedOf(gold), kept()],
    'company-law-provisions': () => [judgedOf(gold), kept()],
    'unread-sentences': () => [judgedOf(gold), kept()],
  }

  it.each(Object.keys(WORK))('%s', async name => {
    const valid: unknown = JSON.parse(readFileSync(file(name), 'utf8'))
    expect(await faultsOf(file(name), valid, WORK[name]!)).toEqual([])
  })
})

describe('JSON nested a hundred thousand deep', () => {
  it.each([
    ['lists', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['lists without an end', '['.repeat(100_000)],
    ['lists in a title', `{"title": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ])('is refused with its place: %s', (_, text) => {
    expect(() => parseJson(text, 'corpus.json')).toThrow(/^corpus\.json:1:\d+: more than 200 levels/)
  })

  it('is no matter of brackets inside of text', () => {
    const value = { title: '[{"\\'.repeat(1000) }
    expect(parseJson(JSON.stringify(value), 'corpus.json').value).toEqual(value)
  })
})
