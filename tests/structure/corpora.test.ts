import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { structureOf } from '../../src/structure/structure.ts'
import { formatNumeral } from '../../src/text/numerals.ts'
import type { Regulation } from '../../src/types.ts'

/**
 * Whole corpora beside the checkout, where there are any: articles, headings and items against an independent count of
 * the raw lines. What differs is listed with its reason.
 */

const shared = new URL('../../../shared/', import.meta.url)
const genres = ['civility', 'greening', 'business-environment']
const texts = genres.flatMap(genre => textsIn(`corpora/${genre}/raw/`, genre))
const traditional = textsIn('samples/traditional/', 'traditional')

// The reader sees more, or reads otherwise, than lines that begin with a label.
const REASONS: Record<string, string> = {
  'civility/周口市-2020 articles': '第四十二条 stands on the line of 第四十一条',
  'civility/东莞市-2023 items':
    'five labels lost in the file are read from their neighbours, one number is missing',
  'business-environment/云浮市-2023 items': 'the label （一） of article 24 is lost in the file',
  'civility/安阳市-2020 headings': '行为规范 stands without 第二章',
  'civility/潮州市-2022 headings': '倡导与规范 and 附则 stand without 第二章, 第六章',
  'greening/南阳市-2019 headings': '规划与建设 and 法律责任 stand without 第二章, 第四章',
}

// Where each text that is cut off ends: chapters that its genre has behind that are not there, and no day on which it takes effect.
const CUT_OFF: Record<string, string> = {
  'civility/台州市-2020': '保障措施, without liability and 附则',
  'civility/威海市-2018': '基本行为规范, article 17',
  'civility/淄博市-2019': '保障与监督, without liability and 附则',
  'civility/舟山市-2017': '法律责任, without 附则',
  'greening/宁波市-2017': '规划和建设, article 18',
  'greening/泰安市-2018': '法律责任, without 附则',
  'business-environment/德州市-2021': '监督保障, without 附则',
}

describe.skipIf(texts.length === 0)('corpora', () => {
  it('those that are cut off are told, and no other', () => {
    const told = texts.filter(({ regulation }) => !regulation.complete).map(({ name }) => name)
    expect(told.sort()).toEqual(Object.keys(CUT_OFF).sort())
  })

  it('78 documents are there', () => expect(texts).toHaveLength(78))

  it.each(texts)(
    '$name: articles, headings and items as counted in the raw lines',
    ({ name, text, regulation }) => {
      const lines = text.split('\n').map(line => line.trim())
      const counts = {
        articles: [consecutive(lines), regulation.articles.length],
        headings: [
          lines.filter(line => /^#+\s*第[一二三四五六七八九十]+[章节]/.test(line)).length,
          regulation.divisions.length,
        ],
        items: [
          lines.filter(line => /^[（(][一二三四五六七八九十]+[)）]/.test(line)).length,
          itemsOf(regulation),
        ],
      }
      for (const [what, [counted, read]] of Object.entries(counts))
        if (REASONS[`${name} ${what}`]) expect(read).toBeGreaterThan(counted!)
        else expect([what, read]).toEqual([what, counted])
    },
  )

  it.each(texts)('$name: numbered without gap, every character accounted for', ({ text, regulation }) => {
    expect(regulation.articles.map(each => each.number)).toEqual(
      regulation.articles.map((_, index) => String(index + 1)),
    )
    expectTiled(regulation, text)
  })
})

describe.skipIf(traditional.length === 0)('traditional samples', () => {
  it.each(traditional)('$name: every 條', ({ text, regulation }) => {
    const labels = [...text.matchAll(/^第 ([\d-]+) 條\s*$/gm)].map(match => match[1])
    expect(regulation.articles.map(each => each.number)).toEqual(labels)
    expectTiled(regulation, text)
  })
})

function textsIn(folder: string, genre: string) {
  const url = new URL(folder, shared)
  if (!existsSync(url)) return []
  return readdirSync(url).map(file => {
    const text = readFileSync(new URL(encodeURIComponent(file), url), 'utf8')
    const id = file.replace(/\.txt$/, '')
    return { name: `${genre}/${id}`, text, regulation: structureOf({ id, place: '', file, text }) }
  })
}

/** How many lines begin with 第一条, 第二条, 第三条 … one after another. */
function consecutive(lines: string[]): number {
  let count = 0
  for (const line of lines) if (line.startsWith(`第${formatNumeral(count + 1)}条`)) count++
  return count
}

function itemsOf({ articles }: Regulation): number {
  return articles.flatMap(each => each.paragraphs).flatMap(each => each.items).length
}

function expectTiled({ accounting }: Regulation, text: string): void {
  let end = 0
  for (const stretch of accounting) {
    expect(stretch.start).toBe(end)
    end = stretch.end
  }
  expect(end).toBe(text.length)
}
