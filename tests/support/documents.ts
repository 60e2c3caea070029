import { statementsOf } from '../../src/statements/statements.ts'
import { fold } from '../../src/text/fold.ts'
import { passageOf } from '../../src/text/passage.ts'
import type { Analysis, Article, Match, Metadata, Paragraph, Provision, Regulation } from '../../src/types.ts'
import { memberOf } from './members.ts'

/** Small hand-made documents for tests of what comes after structure: each article is a list of paragraphs. */
export function regulationOf(
  id: string,
  place: string,
  texts: string[][],
): { regulation: Regulation; source: string } {
  const lines: string[] = [`${place}人民政府工作规则\n`]
  const articles: Article[] = []
  let offset = lines[0]!.length
  for (const [index, paragraphs] of texts.entries()) {
    const label = `第${'一二三四五六七八九十'[index]}条`
    const start = offset
    const address = `${id}/${index + 1}`
    lines.push(`${label} `)
    offset += label.length + 1
    const read: Paragraph[] = []
    for (const [at, text] of paragraphs.entries()) {
      const kept = Array.from(text, (_, character) => offset + character)
      const passage = passageOf(' '.repeat(offset) + fold(text), kept)
      read.push({
        address: `${address}/${at + 1}`,
        number: at + 1,
        passage,
        items: [],
        start: offset,
        end: offset + text.length,
      })
      lines.push(`${text}\n`)
      offset += text.length + 1
    }
    articles.push({
      address,
      number: String(index + 1),
      label,
      division: `${id}/c1`,
      paragraphs: read,
      start,
      end: offset - 1,
    })
  }
  return { regulation: documentOf(id, place, articles), source: lines.join('') }
}

function documentOf(id: string, place: string, articles: Article[]): Regulation {
  const title = `${place}人民政府工作规则`
  return {
    id,
    place,
    title,
    script: 'simplified',
    numbering: '第X条',
    metadata: { ...NOTHING, title, place },
    complete: true,
    divisions: [
      {
        address: `${id}/c1`,
        kind: 'chapter',
        parent: null,
        number: 1,
        label: '第一章',
        heading: '总则',
        start: 0,
        end: 1,
      },
    ],
    articles,
    annexes: [],
    references: [],
    accounting: [],
    problems: [{ rule: 'article-gap', severity: 'warning', message: '缺第二条', span: { start: 0, end: 3 } }],
  }
}

/** What a text says of itself when it says nothing. */
export const NOTHING: Metadata = {
  title: null,
  place: '',
  province: null,
  issuing_authority: null,
  document_number: null,
  adopted_on: null,
  adopted_by: null,
  signed_on: null,
  printed_on: null,
  effective: null,
  replaces: null,
  main_recipients: null,
  copied_to: null,
  disclosure: null,
  enactments: [],
}

/** A meeting held `times` times a year, quoted from clean characters `from`–`to` of the paragraph's passage. */
export function frequencyOf(paragraph: Paragraph, from: number, to: number, times: number): Provision {
  const start = paragraph.start + from
  return {
    address: paragraph.address,
    range: { from, to },
    span: { start, end: paragraph.start + to },
    quote: paragraph.passage.text.slice(from, to),
    subject: '全体会议',
    subjectFrom: 'clause',
    actor: null,
    measure: 'meeting-frequency',
    comparator: '=',
    value: times,
    max: null,
    unit: '次',
    per: '年',
    annualized: [times, times],
    base: null,
    modality: '一般',
    rule: 'meeting-frequency',
    lost: [],
    note: '',
    condition: null,
    addressee: null,
  }
}

export function matchOf(a: string, b: string): Match {
  return {
    a,
    b,
    relation: 'equivalent',
    score: 0.876543,
    probability: 0.95,
    basis: 'model',
    evidence: {
      phrases: ['全体会议', '每年召开'],
      containment: [0.8, 0.75],
      runnerUp: { a, b: `${b}1`, score: 0.25 },
      parts: [],
    },
  }
}

/** Two documents whose first articles answer each other; the left one's text begins like a formula. */
export function smallAnalysis(): { analysis: Analysis; sourceOf: (id: string) => string } {
  const left = regulationOf('jia', '甲市', [['=1+1 "引号", 逗号', '全体会议一般每年召开2次。'], ['其他。']])
  const right = regulationOf('yi-2020', '乙市', [['全体会议一般每年召開3次。']])
  const sources = new Map([
    ['jia', left.source],
    ['yi-2020', right.source],
  ])
  const regulations = [left.regulation, right.regulation]
  const analysis: Analysis = {
    title: '市人民政府工作规则',
    entries: [
      { id: 'jia', place: '甲市', file: 'raw/jia.txt', sha256: 'ab' },
      { id: 'yi-2020', place: '乙市', file: 'raw/yi.txt', province: '丙省', url: 'https://example.org/' },
    ],
    regulations,
    statements: regulations.flatMap(statementsOf),
    provisions: [
      frequencyOf(regulations[0]!.articles[0]!.paragraphs[1]!, 4, 12, 2),
      frequencyOf(regulations[1]!.articles[0]!.paragraphs[0]!, 4, 12, 3),
    ],
    penalties: [],
    acts: [],
    matches: [matchOf('jia/1', 'yi-2020/1')],
    families: [
      {
        id: 'plenary-meeting',
        topic: { id: 'plenary-meeting', zh: '全体会议', en: 'plenary meeting' },
        label: 'curated',
        members: [{ ...memberOf('jia/1/2', 'A'), basis: 'curated' }, memberOf('yi-2020/1', 'B')],
      },
    ],
    said: () => [],
    differences: [
      {
        family: 'plenary-meeting',
        left: 'jia/1/2',
        right: 'yi-2020/1/1',
        kind: 'quantity',
        rule: 'numbers',
        code: 'other-number',
        probability: 0.9,
        leftStatement: 'jia/1/2#1',
        rightStatement: 'yi-2020/1/1#1',
        searched: 'place',
        leftText: '2次',
        rightText: '3次',
        leftCore: [{ from: 0, to: 2 }],
        rightCore: [{ from: 0, to: 2 }],
        note: '每年2次 → 每年3次',
        gist: { zh: '多1次', en: '1 more' },
        elsewhere: null,
        direction: 'more',
        leftSpan: { start: 1, end: 3 },
        rightSpan: { start: 1, end: 3 },
        leftSpans: [{ start: 1, end: 3 }],
        rightSpans: [{ start: 1, end: 3 }],
      },
    ],
    mentions: [],
    problems: [],
  }
  return { analysis, sourceOf: id => sources.get(id)! }
}
