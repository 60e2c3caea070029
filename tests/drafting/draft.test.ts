import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cut } from '../../scripts/io/cut.ts'
import { align } from '../../src/alignment/align.ts'
import { readDocument } from '../../src/analyse.ts'
import { checkDraft } from '../../src/drafting/check-draft.ts'
import { draftReport } from '../../src/drafting/draft.ts'
import { targetOf } from '../../src/drafting/editing/adopt.ts'
import { compose } from '../../src/drafting/editing/compose.ts'
import { outlineOf } from '../../src/drafting/editing/outline.ts'
import { withFamilies } from '../../src/tables/membership.ts'
import type { Codebook, ManifestEntry, Source } from '../../src/types.ts'

// 钦州's rules as if they were a draft beside the other four: the meeting held nine times a month, the article on petitions
// left out without numbering the rest anew, a paragraph on official documents put among the principles, a duty made a permission.
const { regulations } = JSON.parse(readFileSync('corpus/corpus.json', 'utf8')) as {
  regulations: ManifestEntry[]
}
const codebook = JSON.parse(readFileSync('corpus/codebook.json', 'utf8')) as Codebook
const read = (entry: ManifestEntry): Source => ({
  ...entry,
  text: readFileSync(`corpus/${entry.file}`, 'utf8'),
})
const peers = regulations.filter(({ id }) => id !== 'qinzhou').map(entry => readDocument(read(entry)))
const original = read(regulations.find(({ id }) => id === 'qinzhou')!)
const draft = readDocument({
  ...original,
  id: 'draft',
  text: original.text
    .replace('一般每月召开1－2次', '一般每月召开9次')
    .replace(/^十七、.*$/m, '')
    .replace(/^四十五、.*$/m, ''),
})

const { families } = align(
  peers.map(({ regulation }) => regulation),
  { cut, codebook: { ...codebook, pairs: {} } },
)
const provisions = withFamilies(
  peers.flatMap(peer => peer.provisions),
  families,
  peers.flatMap(peer => peer.statements),
)
const report = draftReport(draft, { peers, families, provisions }, cut, '钦州市')
const topic = (id: string) => report.coverage.find(each => each.topic === id)!

describe('a draft beside its peers', () => {
  it('says how it was read', () => {
    expect(report.read).toMatchObject({ articles: 44, numbering: '一、', title: '钦州市人民政府工作规则' })
    expect(report.read.problems.map(({ rule }) => rule)).toContain('article-gap')
  })

  it('has what its peers say, proved by a quote of the draft', () => {
    expect(topic('standing-meeting')).toMatchObject({ state: expect.stringMatching(/^(?:yes|partly)$/) })
    const { places, peers: having } = topic('standing-meeting')
    expect(places[0]!.address).toMatch(/^draft\/20\//)
    expect(draft.source.text.replace(/\s/g, '')).toContain(places[0]!.quote)
    expect(having.map(({ id }) => id)).toEqual(['zhongwei', 'shizuishan', 'pingliang', 'shuozhou'])
  })

  it('lacks what was left out, the most common first', () => {
    expect(topic('petitions').state).toMatch(/^(?:no|mentioned)$/)
    const lacking = report.coverage.filter(({ state }) => state === 'no' || state === 'mentioned')
    expect(report.coverage.slice(0, lacking.length)).toEqual(lacking)
    const counts = lacking.map(each => each.peers.length)
    expect(counts).toEqual(counts.toSorted((x, y) => y - x))
    expect(lacking.length).toBeLessThan(report.coverage.length / 3)
    expect(lacking.filter(({ state }) => state === 'no').every(({ places }) => places.length === 0)).toBe(
      true,
    )
  })

  it('has numbers out of the usual range: nine meetings a month, and one full meeting a year', () => {
    const outside = report.numbers.filter(({ verdict }) => verdict === 'outside')
    expect(outside).toMatchObject([
      { address: 'draft/19/2', quote: expect.stringContaining('1次'), low: 2, high: 2 },
      { address: 'draft/20/2', quote: expect.stringContaining('9次'), low: 24, high: 30 },
    ])
    expect(outside[0]!.peers.length).toBeGreaterThanOrEqual(3)
    expect(report.faults).toContainEqual(
      expect.objectContaining({ rule: 'number-outside', article: '第二十条', source: 'peers' }),
    )
    expect(report.numbers.filter(({ verdict }) => verdict === 'within').length).toBeGreaterThan(0)
  })

  it('has no clause on what it applies to, as most peers have', () => {
    expect(report.faults.map(({ rule }) => rule)).toContain('application-missing')
    const whole = draftReport(
      readDocument({ ...original, id: 'draft' }),
      { peers, families, provisions },
      cut,
    )
    expect(whole.faults.map(({ rule }) => rule)).not.toContain('application-missing')
    expect(whole.faults.filter(({ source }) => source === 'peers').length).toBeLessThanOrEqual(3)
  })

  it('tells faults in the order of the text, each the slice of the source that it quotes', () => {
    expect(report.faults.map(({ rule }) => rule)).toContain('article-number-missing')
    expect(report.faults.map(({ start }) => start)).toEqual(
      report.faults.map(({ start }) => start).toSorted((a, b) => a - b),
    )
    for (const { start, end, quote } of report.faults)
      expect(draft.source.text.slice(start, end).replace(/\s/g, '')).toBe(quote.replace(/\s/g, ''))
  })
})

describe('peers speak', () => {
  const said = (text: string, chapters = '') =>
    readDocument({ id: 'draft', place: '', file: '', text: `兰州市档案办法\n${chapters}${text}` })
  const whole = (lines: string[]) => lines.join('\n')
  const peer = (id: string, lines: string[]) =>
    readDocument({ id, place: '', file: '', text: `${id}市档案办法\n${whole(lines)}` })
  const lines = (duty: string, moved = false) => {
    const lent = `读者借阅古籍档案${duty}持有单位出具的介绍信并交纳押金。`
    return [
      '第一章 总则',
      '第一条 为了规范档案的保管和借阅，根据有关法律，制定本办法。',
      `第二条 档案馆的经费列入财政预算。${moved ? lent : ''}`,
      '第二章 档案借阅',
      `第三条 ${moved ? '档案馆每天开放八小时。' : lent}`,
      '第四条 借阅期满的档案由馆员清点后放回原来的库房。',
      '第三章 附则',
      '第五条 本办法自2024年3月1日起施行。',
    ]
  }
  const beside = (text: string[]) =>
    draftReport(
      said(whole(text)),
      { peers: ['a', 'b', 'c', 'd'].map(id => peer(id, lines('应当'))), families: [], provisions: [] },
      cut,
    )

  it('of a duty that the draft makes a permission', () => {
    expect(beside(lines('可以')).faults.filter(({ rule }) => rule === 'modality-differs')).toMatchObject([
      { address: 'draft/3/1', severity: 'note' },
    ])
    expect(beside(lines('必须')).faults.filter(({ rule }) => rule === 'modality-differs')).toEqual([])
    // The modal word is said of another act than theirs.
    const other = lines('').map(line =>
      line.replace('读者借阅古籍档案', '读者借阅古籍档案的，馆员可以提醒，'),
    )
    expect(beside(other).faults.filter(({ rule }) => rule === 'modality-differs')).toEqual([])
  })

  it('of a paragraph that they put into another chapter', () => {
    const split = lines('应当', true).map(line => line.replace('财政预算。', '财政预算。\n'))
    expect(beside(split).faults.filter(({ rule }) => rule === 'paragraph-astray')).toMatchObject([
      { address: 'draft/2/2', message: expect.stringContaining('档案借阅') },
    ])
    expect(beside(lines('应当')).faults.filter(({ rule }) => rule === 'paragraph-astray')).toEqual([])
    // No peer has a chapter of that name to put it in.
    const renamed = split.map(line => line.replace('总则', '一般规定'))
    expect(beside(renamed).faults.filter(({ rule }) => rule === 'paragraph-astray')).toEqual([])
  })
})

describe('whole texts', () => {
  const names = (text: string) =>
    checkDraft(readDocument({ id: 'x', place: '', file: '', text })).map(({ rule }) => rule)
  const articles = Array.from(
    { length: 14 },
    (_, n) =>
      `第${'二三四五六七八九十'[n] ?? `十${'一二三四五'[n - 9]}`}条 第${n}号档案由馆长保管在第${n}号库房。`,
  )
  const first = '第一条 为了管理档案，制定本办法。'
  const last = '第十六条 本办法自2024年3月1日起施行。'
  const text = (...lines: string[]) => ['兰州市档案办法', ...lines].join('\n')

  it('without a purpose or a day of entry into force are reported', () => {
    expect(names(text(first, ...articles, last))).toEqual([])
    expect(names(text('第一条 档案由市档案馆管理。', ...articles, last))).toContain('purpose-missing')
    expect(names(text(first, ...articles, '第十六条 档案馆每天开放。'))).toContain('entry-into-force-missing')
    expect(names(text(first, '第二条 档案馆每天开放。'))).toEqual([])
  })

  it('of which the reader could not read a part are reported', () => {
    const document = readDocument({
      id: 'x',
      place: '',
      file: '',
      text: text(first, '第二条 档案由馆长在库房里保管。', '第三条 本办法自2024年3月1日起施行。'),
    })
    const lost = {
      class: 'front' as const,
      name: 'page',
      start: document.source.text.indexOf('档案由'),
      end: document.source.text.indexOf('里保管') + 3,
    }
    const regulation = { ...document.regulation, accounting: [lost] }
    expect(checkDraft({ ...document, regulation }).map(({ rule }) => rule)).toContain('text-outside-articles')
  })
})

describe('a first draft composed of the peers', () => {
  const texts = peers.map(({ regulation }) => regulation)
  const { topics, chapters } = outlineOf(texts, families)
  const common = topics.filter(({ documents }) => documents === peers.length).slice(0, 25)
  const wanted = new Set(common.map(each => each.topic))
  const composed = compose(
    { title: '兰州市人民政府工作规则', target: targetOf('兰州市'), topics: wanted, base: null },
    families,
    texts,
  )
  const first = readDocument({ ...original, id: 'draft', place: '兰州市', text: composed.text })

  it('knows the chapters and the order of most, and what no text is whole without', () => {
    expect(chapters.map(({ heading }) => heading)).toEqual(
      expect.arrayContaining(['总则', '会议制度', '附则']),
    )
    expect(chapters.findIndex(({ heading }) => heading === '总则')).toBe(0)
    const basic = topics.filter(each => each.basic).map(each => each.topic)
    expect(basic).toEqual(expect.arrayContaining(['legal-basis']))
    expect(basic).not.toContain('standing-meeting')
  })

  it('has every topic that was chosen, from a named place each, each article once', () => {
    expect([...wanted].filter(id => !composed.sources.some(({ topics: own }) => own.includes(id)))).toEqual(
      [],
    )
    const addresses = composed.sources.map(({ address }) => address)
    expect(new Set(addresses).size).toBe(addresses.length)
    for (const { words, article } of composed.sources)
      expect(first.regulation.articles[article - 1]!.paragraphs[0]!.passage.text.slice(0, 12)).toBe(
        words.slice(0, 12),
      )
  })

  it('is in the names of its own place, numbered through, with a clause on entry into force', () => {
    const faults = checkDraft(first, '兰州市').map(({ rule }) => rule)
    for (const rule of [
      'other-place',
      'article-number-missing',
      'chapter-number-missing',
      'entry-into-force-missing',
    ])
      expect(faults).not.toContain(rule)
    expect(composed.text).not.toMatch(/中卫|石嘴山|平凉|朔州|宁夏|山西/)
  })

  it('has a clause on entry into force also where a topic speaks of how a plan is put into force', () => {
    const lines = ['第一条 为了规范档案工作，制定本办法。', '第二条 市档案馆组织施行年度计划。']
    const own = lines.join('\n')
    const [a, b] = ['a', 'b'].map(id =>
      readDocument({
        id,
        place: '',
        file: '',
        text: `${id}市档案办法\n${own}\n第三条 本办法自2024年3月1日起施行。`,
      }),
    )
    const both = [a!.regulation, b!.regulation]
    const { families: rows } = align(both, { cut, statements: [...a!.statements, ...b!.statements] })
    const plan = rows.filter(({ members }) => members.some(({ address }) => /\/2/.test(address)))
    const { text } = compose(
      {
        title: '兰州市档案办法',
        target: targetOf('兰州市'),
        topics: new Set(plan.map(({ id }) => id)),
        base: null,
      },
      rows,
      both,
    )
    expect(text).toContain('组织施行年度计划')
    expect(text).toContain('本办法自公布之日起施行')
  })
})
