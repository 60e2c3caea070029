import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { qualityOf } from '../../scripts/commands/data.ts'
import { documentsOf } from '../../scripts/commands/evaluate.ts'
import { loadCorpus } from '../../scripts/io/corpus.ts'
import { compareEvaluations, printEvaluation } from '../../scripts/quality/evaluation.ts'
import { judgedOf } from '../../scripts/quality/judged.ts'
import { scoreAlignment } from '../../scripts/quality/score-alignment.ts'
import { scoreStructure } from '../../scripts/quality/score-structure.ts'
import type { Scores } from '../../scripts/quality/scores.ts'
import type { Quality } from '../../src/site-types.ts'
import type { Relation } from '../../src/types.ts'
import { matchOf, regulationOf } from '../support/documents.ts'

const edge = (a: string, b: string, relation: Relation) => ({ ...matchOf(a, b), relation })
const figuresOf = ({ figures }: Scores) => Object.fromEntries(figures.map(({ name, value }) => [name, value]))

describe('scoring of an alignment', () => {
  const gold = {
    ids: { a: 'jia', b: 'yi-2020' },
    pairs: {
      'a-b': [
        [1, 1, 'equivalent'],
        [2, 2, 'equivalent'],
        [3, 3, 'partial'],
        [4, 4, 'equivalent-or-partial'],
        [5, 5, 'disputed'],
        [6, 6, 'partial'],
      ] as [number, number, string][],
    },
  }

  it('counts as the README of the gold says', () => {
    const found = [
      edge('jia/1', 'yi-2020/1', 'equivalent'),
      edge('jia/3', 'yi-2020/3', 'equivalent'), // costs precision of equivalents, is right as an edge
      edge('yi-2020/4', 'jia/4', 'partial'), // either label is right, and either order
      edge('jia/5', 'yi-2020/5', 'equivalent'), // disputed: ignored
      edge('jia/7', 'yi-2020/7', 'partial'), // no edge
    ]
    expect(figuresOf(scoreAlignment(found, gold, 'x'))).toMatchObject({
      'x, all pairs, equivalents precision': 0.5,
      'x, all pairs, equivalents recall': 0.5,
      'x, all pairs, all edges precision': 0.75,
      'x, all pairs, all edges recall': 0.6,
    })
  })

  it('lists every miss in a line of its own', () => {
    const { misses } = scoreAlignment([edge('jia/1', 'yi-2020/1', 'partial')], gold, 'x')
    expect(misses).toContain('x: a-b 1–1 equivalent, found partial')
    expect(misses).toContain('x: a-b 2–2 equivalent, found none')
    expect(misses.filter(miss => miss.includes('5–5'))).toEqual([])
  })
})

describe('scoring of structure', () => {
  const { regulation, source } = regulationOf('jia', '甲市', [['全体会议。', '每年召开2次。']])
  const metadata = regulation.metadata
  const gold = {
    script: 'simplified',
    numbering: '第X条',
    metadata,
    chapters: [{ number: 1, heading: '总 则' }],
    articles: [
      {
        number: 1,
        paragraphs: [
          { text: '全体会议。', items: [] },
          { text: '每年召开3次。', items: [] },
        ],
      },
    ],
    noise: [],
  }

  it('finds what is exact and lists what is not', () => {
    const { figures, misses } = scoreStructure([regulation], () => source, { jia: gold })
    const of = (name: string) => figures.find(figure => figure.name === name)
    expect(of('articles')).toMatchObject({ value: 1, of: 1 })
    expect(of('chapters')).toMatchObject({ value: 1, of: 1 })
    expect(of('paragraphs')).toMatchObject({ value: 1, of: 2 })
    expect(misses).toContain('paragraphs: jia/1/2 每年召开2次。')
  })
})

describe('two evaluations', () => {
  const figure = (value: number) => ({ stage: 'structure' as const, name: 'articles', value })
  const before: Scores = { figures: [figure(1)], misses: ['old', 'both'] }
  const now: Scores = { figures: [figure(2)], misses: ['both', 'new'] }

  it('are compared row by row: gains and losses, not only totals', () => {
    const { changes, lost, mended } = compareEvaluations(before, now)
    expect(changes).toEqual([{ figure: figure(2), before: figure(1) }])
    expect([lost, mended]).toEqual([['new'], ['old']])
  })

  it('are kept one fact a line', () => {
    const printed = printEvaluation(now)
    expect(JSON.parse(printed)).toEqual(now)
    expect(printed.split('\n').filter(line => line.includes('"new"'))).toHaveLength(1)
  })
})

describe('the committed figures', () => {
  const committed: Quality = JSON.parse(readFileSync('quality/reports/evaluation.json', 'utf8'))

  it('have the form that the page reads', () => {
    const { figures, misses } = committed
    expect(new Set(figures.map(({ stage }) => stage))).toEqual(
      new Set(['structure', 'provisions', 'differences', 'alignment']),
    )
    expect(new Set(figures.map(({ stage, name }) => `${stage} ${name}`)).size).toBe(figures.length)
    expect(new Set(misses).size).toBe(misses.length)
  })

  it('hold what was judged by reading and what the measuring scripts reported last', () => {
    expect(committed).toMatchObject(judgedOf('quality/gold'))
  })

  it('say which texts they were measured on, so that no other corpus is shown them', async () => {
    const corpus = await loadCorpus('corpus', { codebook: true })
    expect(committed.documents).toEqual(documentsOf(corpus))
    const other = {
      ...corpus,
      sources: corpus.sources.map(source => ({ ...source, text: `${source.text}。` })),
    }
    expect([qualityOf(corpus.sources), qualityOf(other.sources), qualityOf([])]).toEqual([
      readFileSync('quality/reports/evaluation.json', 'utf8'),
      'null\n',
      'null\n',
    ])
  })

  it('agree with the report of the alignment that people read', () => {
    const report = readFileSync('quality/reports/alignment-report.txt', 'utf8')
    for (const { said, of } of committed.reliability!)
      expect(report).toMatch(new RegExp(`edges said ${said.toFixed(2)} .* of ${of}\n`))
  })
})
