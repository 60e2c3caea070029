import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { cut } from '../../scripts/io/cut.ts'
import { type DocumentRead, readDocument } from '../../src/analyse.ts'
import { checkDraft } from '../../src/drafting/check-draft.ts'
import { readOf } from '../../src/drafting/draft.ts'
import { draftDocx } from '../../src/official/draft.ts'
import { explanationDocx } from '../../src/official/explanation.ts'
import { type DraftTold, draftMarkdown, reportDocx } from '../../src/official/report.ts'
import { threeColumnsDocx } from '../../src/official/three-columns.ts'
import { readSource } from '../../src/read/read.ts'
import { unitsOf } from '../../src/structure/address.ts'

const IDS = ['zhongwei', 'shizuishan', 'pingliang', 'shuozhou', 'qinzhou']
const fileOf = (id: string) => new URL(`../../corpus/raw/${id}.txt`, import.meta.url)

async function readFile(bytes: Uint8Array, file: string, id = 'draft', place = ''): Promise<DocumentRead> {
  return readDocument(await readSource(bytes, { id, place, file }))
}

const unitLines = ({ regulation }: DocumentRead) =>
  unitsOf(regulation).map(({ address, label, heading, text }) => [address, label, heading, text].join('|'))

/** The text of a Word file as our own reader reads it. */
async function textIn(bytes: Uint8Array): Promise<string> {
  return (await readSource(bytes, { id: 'x', place: '', file: 'x.docx' })).text
}

const DRAFT = readDocument({
  id: 'draft',
  place: '兰州市',
  file: 'draft.txt',
  text: '兰州市公园管理办法\n（2024年1月2日市人民政府常务会议通过）\n\n第一章　总则\n\n第一条　为了加强公园管理，根据《城市绿化条例》，制定本办法。\n第二条　公园应当每日开放，遵守下列规定：\n（一）免费入园；\n（二）不得携犬。\n第三条　本办法自公布之日起实行。\n',
})
const PEER = readDocument({
  id: 'peer',
  place: '西宁市',
  file: 'peer.txt',
  text: '西宁市公园管理办法\n第一条　为了加强公园管理，根据《城市绿化条例》，制定本办法。\n第二条　公园应当每日免费开放，不得携犬入园。\n第三条　本办法自公布之日起施行。\n',
})

describe('a draft as an official document', () => {
  it.each(IDS)('%s reads back to the same units', async id => {
    const draft = await readFile(readFileSync(fileOf(id)), 'draft.txt')
    const back = await readFile(draftDocx(draft), 'draft.docx')
    expect(unitLines(back)).toEqual(unitLines(draft))
    expect(back.regulation.title).toBe(draft.regulation.title)
  })

  it('is laid out as GB/T 9704-2012 says: a block of 156 by 225 mm, 22 lines of 28 characters, numbered outside', () => {
    const parts = unzipSync(draftDocx(DRAFT, '征求意见稿'))
    const xml = strFromU8(parts['word/document.xml']!)
    const number = (pattern: RegExp) => Number(pattern.exec(xml)![1])
    const mm = (twips: number) => Math.round((twips * 25.4) / 1440)
    const [width, height] = [number(/<w:pgSz w:w="(\d+)"/), number(/<w:pgSz[^>]* w:h="(\d+)"/)]
    const [top, bottom] = [number(/w:top="(\d+)"/), number(/w:bottom="(\d+)"/)]
    const [left, right] = [number(/<w:pgMar[^>]*w:left="(\d+)"/), number(/<w:pgMar[^>]*w:right="(\d+)"/)]
    expect([top, left, width - left - right, height - top - bottom].map(mm)).toEqual([37, 28, 156, 225])
    const line = number(/w:line="(\d+)" w:lineRule="exact"\/><w:ind/)
    expect(Math.floor((height - top - bottom) / line)).toBe(22)
    const character = 16 * 20 + number(/<w:spacing w:val="(-?\d+)"\/><w:sz w:val="32"/)
    expect(Math.floor((width - left - right) / character)).toBe(28)
    expect(xml).toMatch(
      /eastAsia="方正小标宋简体"[^>]*\/>.{0,160}<w:sz w:val="44"\/>.{0,160}兰州市公园管理办法/,
    )
    expect(xml).toMatch(/eastAsia="黑体"[^>]*\/>.{0,160}第一章/)
    expect(xml).toMatch(/eastAsia="仿宋_GB2312"[^>]*\/>.{0,160}免费入园/)
    expect(strFromU8(parts['word/footer1.xml']!)).toMatch(/w:val="right".*— .* PAGE .* —/)
    expect(strFromU8(parts['word/footer2.xml']!)).toMatch(/w:val="left"/)
    expect(strFromU8(parts['word/settings.xml']!)).toContain('evenAndOddHeaders')
  })

  it('has its mark under its title, and what stood in brackets there too', async () => {
    const lines = (await textIn(draftDocx(DRAFT, '征求意见稿')))
      .split('\n')
      .filter(line => line.trim() !== '')
    expect(lines.slice(0, 4).map(line => line.trim())).toEqual([
      '兰州市公园管理办法',
      '（征求意见稿）',
      '（2024年1月2日市人民政府常务会议通过）',
      '第一章　总则',
    ])
  })

  it('leaves marks of a file that is no text behind', async () => {
    const marked = readDocument({
      id: 'draft',
      place: '',
      file: 'draft.md',
      text: '# 某市公园管理办法\n\n<!-- 导出 -->\n\n## 第一章 总则\n\n第一条 公园应当开放。\n\n第二条 本办法自公布之日起施行。\n',
    })
    const text = await textIn(draftDocx(marked))
    expect(text).not.toMatch(/[#<]/)
    expect(text).toContain('某市公园管理办法')
  })
})

describe('nothing of a draft is lost in its official layout', () => {
  it.each([
    [
      'text under a heading',
      '某市公园办法\n第一章　总则\n本章说明目的。\n第一条　为了管理公园，制定本办法。\n第二章　附则\n第二条　本办法自公布之日起施行。\n',
    ],
    ['text without articles', '某市公园管理的若干说明\n\n公园应当开放。\n园内不得携犬。\n'],
    [
      'articles that start over in each chapter',
      '某市公园办法\n第一章　总则\n第一条　为了管理公园，制定本办法。\n第二条　公园应当开放。\n第二章　管理\n第一条　园内不得携犬。\n第二条　违反前条的，责令改正。\n第三章　附则\n第一条　本办法自公布之日起施行。\n',
    ],
    [
      'a heading behind the last article, a signature and an annex',
      '某市公园办法\n第一章　总则\n第一条　为了管理公园，制定本办法。\n第二条　公园应当开放。\n第二章　附则\n\n某市人民政府\n2024年3月1日\n\n附件\n公园名录\n一、东湖公园\n',
    ],
    [
      'two articles of one number and a table',
      '某市公园办法\n第一条　为了管理公园，制定本办法。\n第二条　公园应当开放。\n第二条　票价如下：\n成人|10元\n儿童|5元\n第三条　本办法自公布之日起施行。\n',
    ],
    ['headings alone', '某市公园办法\n第一章　总则\n第二章　附则\n'],
  ])('%s', async (_, text) => {
    const draft = readDocument({ id: 'draft', place: '', file: 'draft.txt', text })
    const written = await textIn(draftDocx(draft))
    expect(written.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
  })
})

describe('what goes with a draft', () => {
  const told: DraftTold = {
    report: {
      read: readOf(DRAFT),
      coverage: [
        {
          topic: 'a',
          zh: '公园规划',
          en: 'plan',
          state: 'no',
          share: 0,
          places: [],
          peers: [{ id: 'peer', places: ['peer/2'] }],
        },
      ],
      numbers: [],
      ladders: [],
      faults: checkDraft(DRAFT, '兰州市'),
    },
    regulation: DRAFT.regulation,
    labelOf: () => '第二条',
    places: new Map([['peer', '西宁市']]),
    share: 0.5,
    language: 'zh',
  }

  it('a comparison in three columns: the draft, what answers it, and why', async () => {
    const table = { draft: DRAFT, peers: [PEER], asked: null, cut, title: '兰州市公园管理办法', peer: 'peer' }
    const bytes = threeColumnsDocx({ ...table, reasons: { 'draft/2': '便于管理' } })
    const text = await textIn(bytes)
    expect(text).toContain('草案条文')
    expect(text).toMatch(/第二条　公园应当每日免费开放，不得携犬入园。/)
    expect(text).toContain('理由：便于管理')
    const xml = strFromU8(unzipSync(bytes)['word/document.xml']!)
    const changed = [...xml.matchAll(/<w:color w:val="A6321C"\/>.*?<w:t xml:space="preserve">([^<]*)/g)].map(
      ([, words]) => words,
    )
    expect(changed.join('')).toContain('实行')
    expect(changed.join('')).not.toContain('公布之日')
  })

  it('names the other document by its place where it has nothing like an article', async () => {
    const draft = readDocument({
      id: 'draft',
      place: '',
      file: 'draft.txt',
      text: '兰州市公园管理办法\n第一条　为了加强公园管理，制定本办法。\n第二条　垂钓者应当向船务所申领木牌并系于竿尾。\n',
    })
    const table = { draft, peers: [PEER], asked: null, cut, title: '办法', peer: 'peer', reasons: {} }
    const text = await textIn(threeColumnsDocx(table))
    expect(text).toContain('西宁市没有找到同类规定')
    expect(text).not.toMatch(/peer/)
  })

  it('a report with every finding, and what was set aside with its reason', async () => {
    const ignored = ({ rule }: { rule: string }) => (rule === 'force-word' ? '沿用旧法' : null)
    const text = await textIn(reportDocx({ ...told, ignored }))
    const markdown = draftMarkdown({ ...told, ignored, unneeded: { a: '另行规定' } })
    expect(text).toMatch(/公园规划 \(无\)/)
    expect(text.indexOf('起草人说明不采纳')).toBeLessThan(text.indexOf('沿用旧法'))
    expect(text.slice(0, text.indexOf('起草人说明不采纳'))).not.toContain('force-word')
    expect(markdown).toContain('公园规划: 另行规定')
  })

  it('an explanation with bases, contents, sources and departures', async () => {
    const text = await textIn(
      explanationDocx({
        regulation: DRAFT.regulation,
        title: '兰州市公园管理办法',
        coverage: told.report.coverage,
        numbers: [
          {
            address: 'draft/2/1',
            quote: '9次',
            subject: '会议',
            peers: [],
            median: 24,
            low: 24,
            high: 30,
            verdict: 'outside',
            value: 108,
            unit: 'per-year',
          },
        ],
        peers: new Map([['peer', '西宁市《西宁市公园管理办法》']]),
        labelOf: () => '第二条',
        taken: new Map([['draft/2', ['peer/2']]]),
        unneeded: {},
        reasons: {},
      }),
    )
    expect(text).toContain('《城市绿化条例》')
    expect(text).toContain('“会议”为9次（每年108次），0地的同类规定为每年24次至每年30次。')
    expect(text).toContain('草案共3条，分1章。')
    expect(text).toMatch(/第二条（公园应当每日.*采自西宁市.*第二条/)
    expect(text).toContain('未规定“公园规划”，1地中1地有规定')
  })
})
