import { describe, expect, it } from 'vitest'
import gold from '../../quality/gold/alignment.json' with { type: 'json' }
import { cut } from '../../scripts/io/cut.ts'
import { scoreAlignment } from '../../scripts/quality/score-alignment.ts'
import { align } from '../../src/alignment/align.ts'
import { hashOfUnit, type Override } from '../../src/alignment/overrides.ts'
import { articleText, documentOf } from '../../src/structure/address.ts'
import type { Family, Match, Regulation } from '../../src/types.ts'
import { codebook, regulationOf, renamed, seeds } from '../support/seeds.ts'

const bare = align(seeds, { cut })
const textOf = (address: string) =>
  articleText(seeds.flatMap(({ articles }) => articles).find(article => article.address === address)!)

describe('the model alone', () => {
  it('finds what people found on the eight hard pairs, and nearly all on the twins', () => {
    const { figures } = scoreAlignment(bare.matches, gold as never, 'x')
    const figure = (name: string) => figures.find(figure => figure.name === `x, ${name}`)!.value
    expect(figure('hard pairs, equivalents f1')).toBeGreaterThan(0.86)
    expect(figure('hard pairs, all edges f1')).toBeGreaterThan(0.8)
    expect(figure('twin pairs, equivalents f1')).toBeGreaterThan(0.99)
    expect(figure('twin pairs, all edges f1')).toBeGreaterThan(0.97)
  })

  it('gives an article at most one equivalent in each other document', () => {
    const taken = bare.matches
      .filter(({ relation }) => relation === 'equivalent')
      .flatMap(({ a, b }) => [`${a} ${documentOf(b)}`, `${b} ${documentOf(a)}`])
    expect(new Set(taken).size).toBe(taken.length)
  })

  it('says why: shared phrases that stand in both, containment each way, a runner-up', () => {
    const match = bare.matches.find(({ a, b }) => a === 'zhongwei/50' && b === 'shuozhou/24')!
    expect(match.relation).toBe('equivalent')
    expect(match.evidence.phrases.length).toBeGreaterThan(0)
    for (const phrase of match.evidence.phrases)
      for (const address of [match.a, match.b]) expect(textOf(address)).toContain(phrase)
    expect(match.evidence.runnerUp?.score).toBeLessThan(match.probability)
    for (const share of match.evidence.containment) expect(share).toBeGreaterThan(0)
  })

  it('puts every article into a row, and none twice into one', () => {
    const members = bare.families.flatMap(family => family.members.map(({ address }) => address))
    const articles = new Set(members.map(address => address.split('/', 2).join('/')))
    expect(articles.size).toBe(343)
    for (const family of bare.families) {
      const addresses = family.members.map(({ address }) => address)
      expect(new Set(addresses).size).toBe(addresses.length)
    }
    expect(new Set(bare.families.map(({ id }) => id)).size).toBe(bare.families.length)
  })

  it('puts a merged article into the rows of its subjects, with the paragraph that answers', () => {
    const rows = bare.families.filter(({ members }) =>
      members.some(({ address }) => address.startsWith('shuozhou/5')),
    )
    const others = rows.map(row => row.members.map(({ address }) => address))
    expect(
      others.some(addresses => addresses.includes('zhongwei/9/1') && addresses.includes('shuozhou/5/2')),
    ).toBe(true)
    expect(others.some(addresses => addresses.includes('zhongwei/6'))).toBe(true)
  })

  // Each answer of the model, one a line: which articles, what they are to each other, how sure it is.
  it('golden: edges of the five', async () => {
    await expect(printedEdges(bare.matches)).toMatchFileSnapshot('../golden/alignment-joint.txt')
  })

  it('golden: rows of the five', async () => {
    await expect(printedRows(bare.families)).toMatchFileSnapshot('../golden/alignment-rows.txt')
  })

  it('golden: edges of two documents alone, with what is shown for them', async () => {
    const two = seeds.filter(({ id }) => ['zhongwei', 'shuozhou'].includes(id))
    const { matches } = align(two, { cut })
    const lines = matches.map(match => `${edgeLine(match)}\n${evidenceLines(match)}`)
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../golden/alignment-alone.txt')
  })

  // Forty and more documents: the five in pieces.
  it('golden: rows of many documents', async () => {
    const pieces = seeds.flatMap(inPieces)
    expect(pieces.length).toBeGreaterThan(40)
    const { matches, families } = align(pieces, { cut })
    expect(matches.length).toBeGreaterThan(pieces.length)
    await expect(printedRows(families)).toMatchFileSnapshot('../golden/alignment-many.txt')
  })
})

function edgeLine({ a, b, relation, score, probability, basis }: Match): string {
  return `${a} ${b} ${relation} ${score} ${probability}${basis === 'model' ? '' : ` ${basis}`}`
}

function printedEdges(matches: Match[]): string {
  return `${matches.map(edgeLine).join('\n')}\n`
}

function evidenceLines({ evidence: { phrases, containment, runnerUp, parts } }: Match): string {
  return [
    `${containment.join(' ')}  ${phrases.join('、')}`,
    runnerUp && `rather than ${runnerUp.a} ${runnerUp.b} ${runnerUp.score}`,
    ...parts.map(part => `part ${part.a} ${part.b} ${part.score}`),
  ]
    .filter(Boolean)
    .map(line => `  ${line}`)
    .join('\n')
}

function printedRows(families: Family[]): string {
  const memberLine = ({ address, basis }: Family['members'][number]) =>
    `  ${address}${basis === 'model' ? '' : ` ${basis}`}`
  return families
    .flatMap(({ id, topic, members }) => [`${id} ${topic.zh}`, ...members.map(memberLine), ''])
    .join('\n')
}

/** The regulation as documents of eight articles each. */
function inPieces(regulation: Regulation): Regulation[] {
  const pieces = Array.from({ length: Math.ceil(regulation.articles.length / 8) }, (_, at) => at)
  return pieces.map(at =>
    renamed(
      { ...regulation, articles: regulation.articles.slice(8 * at, 8 * at + 8) },
      `${regulation.id}-${at + 1}`,
    ),
  )
}

describe('people’s codebook', () => {
  const known = align(seeds, { cut, codebook })

  it('stands where it covers: its pairs are the matches, its topics the rows', () => {
    const decided = Object.values(codebook.pairs!)
      .flat()
      .filter(([, , relation]) => relation !== 'disputed')
    expect(known.matches.length).toBe(decided.length)
    expect(known.matches.every(({ basis }) => basis === 'curated')).toBe(true)
    const row = known.families.find(({ id }) => id === 'meeting-leave')!
    expect(row.topic.zh).toBe('会议请假')
    expect(row.members.map(({ address }) => address)).toEqual([
      'zhongwei/50',
      'shizuishan/49',
      'pingliang/57',
      'shuozhou/24',
      'qinzhou/24',
    ])
  })

  it('takes in a document that it does not cover', async () => {
    const without = withoutDocument('qinzhou')
    const { families, matches } = align(seeds, { cut, codebook: without })
    const row = families.find(({ id }) => id === 'meeting-leave')!
    expect(row.members.at(-1)).toMatchObject({ address: 'qinzhou/24', basis: 'model' })
    expect(
      matches.some(({ a, b, basis }) => a === 'zhongwei/50' && b === 'qinzhou/24' && basis === 'model'),
    ).toBe(true)
    const own = matches.filter(({ basis }) => basis === 'model')
    await expect(printedEdges(own)).toMatchFileSnapshot('../golden/alignment-guided.txt')
  })
})

function withoutDocument(id: string) {
  return {
    topics: codebook.topics.map(topic => ({
      ...topic,
      members: Object.fromEntries(Object.entries(topic.members).filter(([document]) => document !== id)),
    })),
    pairs: Object.fromEntries(
      Object.entries(codebook.pairs!).filter(([key]) => !key.split('-').includes(id)),
    ),
  }
}

describe('a penalty is about what it names', () => {
  const law = (id: string, order: string[]) =>
    regulationOf(id, [
      '为了促进文明行为，根据有关法律，结合本市实际，制定本条例。',
      '在公共场所不得随地吐痰、便溺。',
      '携犬出户应当使用牵引绳，及时清除犬只粪便。',
      ...order,
      '本条例自公布之日起施行。',
    ])

  it('and answers the penalty for the same act, not the one with the same words', () => {
    const { matches } = align(
      [
        law('east', [
          '违反本条例第二条规定的，由城市管理部门责令改正，处五十元罚款。',
          '违反本条例第三条规定的，由公安机关责令改正，处一百元罚款。',
        ]),
        law('west', [
          '违反本条例第三条规定的，由城市管理部门责令改正，处五十元罚款。',
          '违反本条例第二条规定的，由公安机关责令改正，处一百元罚款。',
        ]),
      ],
      { cut },
    )
    const equivalents = matches
      .filter(({ relation }) => relation === 'equivalent')
      .map(({ a, b }) => `${a} ${b}`)
    expect(equivalents).toContain('east/4 west/5')
    expect(equivalents).toContain('east/5 west/4')
  })
})

describe('the keeper’s decisions', () => {
  const decide = (kind: Override['kind'], units: string[], more = {}): Override => ({
    kind,
    units,
    hashes: units.map(unit => hashOfUnit(textOf(unit))),
    ...more,
  })
  const three = seeds.filter(({ id }) => ['zhongwei', 'pingliang', 'shuozhou'].includes(id))
  const run = (...overrides: Override[]) => align(three, { cut, codebook, overrides })
  const rowsWith = (families: Family[], ...units: string[]) =>
    families.filter(({ members }) => units.every(unit => members.some(({ address }) => address === unit)))

  it('wrong takes the edge away, and the two apart', () => {
    const { matches, families, problems } = run(decide('wrong', ['zhongwei/50', 'pingliang/57']))
    expect(matches.some(({ a, b }) => a === 'zhongwei/50' && b === 'pingliang/57')).toBe(false)
    expect(rowsWith(families, 'zhongwei/50', 'pingliang/57')).toEqual([])
    expect(problems).toEqual([])
  })

  it('accepted puts an edge where none was found', () => {
    const { matches } = run(decide('accepted', ['zhongwei/4', 'pingliang/60'], { relation: 'partial' }))
    expect(matches.find(({ a, b }) => a === 'zhongwei/4' && b === 'pingliang/60')).toMatchObject({
      relation: 'partial',
      basis: 'curated',
      probability: 1,
    })
  })

  it('join and split move units between rows', () => {
    const joined = run(decide('join', ['zhongwei/4', 'pingliang/60']))
    expect(rowsWith(joined.families, 'zhongwei/4', 'pingliang/60').length).toBe(1)
    const split = run(decide('split', ['pingliang/57']))
    const own = rowsWith(split.families, 'pingliang/57')
    expect(own.map(({ members }) => members.length)).toEqual([1])
  })

  it('relabel names a row', () => {
    const { families } = run(decide('relabel', ['zhongwei/50', 'shuozhou/24'], { label: { zh: '参会请假' } }))
    expect(rowsWith(families, 'zhongwei/50')[0]!.topic.zh).toBe('参会请假')
  })

  it('a decision on another text is reported, not replayed', () => {
    const { families, problems } = run({ kind: 'split', units: ['pingliang/57'], hashes: ['000000000000'] })
    expect(problems).toMatchObject([{ rule: 'override-stale', severity: 'warning', regulation: 'pingliang' }])
    expect(problems[0]!.message).toContain('pingliang/57')
    expect(rowsWith(families, 'zhongwei/50', 'pingliang/57').length).toBe(1)
  })

  it('a needless decision is reported', () => {
    const { problems } = run(decide('join', ['zhongwei/50', 'pingliang/57']))
    expect(problems).toMatchObject([{ rule: 'override-needless', severity: 'note' }])
  })
})
