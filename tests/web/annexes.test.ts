// @vitest-environment happy-dom
import { render } from 'lit-html'
import { describe, expect, it } from 'vitest'
import { structureOf } from '../../src/structure/structure.ts'
import { annexSections } from '../../web/views/document/annexes.ts'
import { litSpan } from '../../web/views/document/lit.ts'
import type { Reading } from '../../web/views/document/reading.ts'
import { ANNEX_TEXTS } from '../support/annexes.ts'

/** The annexes on the page of a document, and the address that names a place in one. */
const raw = ANNEX_TEXTS['jia.txt']!
const text = structureOf({ id: 'jia', place: '甲市', file: '', text: raw })

function routeTo(...path: string[]): Reading['route'] {
  return { view: 'doc', path, query: {} }
}

function shownAt(...path: string[]): HTMLElement {
  const route = routeTo('jia', ...path)
  const summary = {
    id: 'jia',
    title: text.title,
    divisions: [],
    articles: [],
    annexes: [],
    metadata: text.metadata,
  }
  const data = { byArticle: new Map(), familyById: new Map() }
  const reading = {
    data,
    summary,
    text,
    raw,
    route,
    lit: litSpan(route, text),
    marks: [],
    fading: null,
    shared: new Map(),
  }
  const main = document.createElement('main')
  render(annexSections(reading as unknown as Reading), main)
  return main
}

describe('annexes on the page', () => {
  it('stand below the articles with their titles, each unit at its address', () => {
    const main = shownAt()
    const titles = [...main.querySelectorAll('h2')].map(each => each.textContent!.replace(/\s+/g, ' ').trim())
    expect(titles).toEqual(['附件1 甲市市容罚款标准', '附件2 甲市执法文书样式', '附表三： 甲市执法工作规则'])
    expect(main.querySelector('[id="u-jia/a1/4/2"]')!.textContent).toBe('占用绿地')
    expect(main.querySelector('[id="u-jia/a2/1/1/2"]')!.textContent).toBe('（二）立案审批表保存十年。')
    expect(main.querySelector('[id="u-jia/a3/art2"]')!.textContent).toContain('会议依照前条召开')
  })

  it('show a table as one, its head as such, each cell in its column', () => {
    const rows = [...shownAt().querySelectorAll('table')].map(table =>
      [...table.querySelectorAll('tr')].map(row => [...row.children].map(cell => cell.textContent)),
    )
    expect(rows.length).toBe(1)
    expect(rows[0]![0]).toEqual(['序号', '违法行为', '情节', '罚款金额', '适用对象'])
    expect(rows[0]![2]).toEqual(['', '', '严重', '5000元', '单位'])
    expect(shownAt().querySelectorAll('th').length).toBe(5)
  })

  it('light up what the address names', () => {
    const lit = (...path: string[]) =>
      [...shownAt(...path).querySelectorAll('.lit')].map(each => each.id.replace('u-', ''))
    expect(lit('a1')).toEqual(['jia/a1'])
    expect(lit('a1', '3')).toEqual(['jia/a1/3'])
    expect(lit('a1', '3', '4')).toEqual(['jia/a1/3/4'])
    expect(lit('a3', 'art2', '1')).toEqual(['jia/a3/art2/1'])
  })

  it('are found by their address in the source', () => {
    const slice = (...path: string[]) => {
      const span = litSpan(routeTo('jia', ...path), text)
      return span && raw.slice(span.start, span.end)
    }
    expect(slice('a1', '3', '4')).toBe('5000元')
    expect(slice('a3', 'art1')).toBe('第一条 会议每月召开一次。')
    expect(slice('a9')).toBeNull()
  })
})
