import { describe, expect, it } from 'vitest'
import { pdfAssets } from '../../scripts/io/pdf-assets.ts'
import { extractPdf } from '../../src/read/pdf.ts'
import { type PdfOptions, pdfOf } from '../support/files.ts'

const TEXT = [
  '某市人民政府工作规则',
  '第一章 总则',
  '第一条 为了加强市人民政府工作，提高效率，根据宪法和法律，结合本市实际情况，制定本规则，请认真贯彻执行。',
  '第二条 市人民政府组成人员要履行职责。',
  '（一）执政为民；',
  '（二）依法行政。',
  '第三条 本规则自公布之日起施行，有效期五年，由市人民政府办公室负责解释，原有规定与本规则不一致的，以本规则为准。',
]

async function read(options: PdfOptions, text = TEXT) {
  const { text: extracted, noise, problems } = await extractPdf(pdfOf(text, options), pdfAssets)
  const named = (kind: string) =>
    noise.filter(each => each.kind === kind).map(({ span }) => extracted.slice(span.start, span.end).trim())
  let joined = extracted
  for (const { span } of [...noise].reverse()) joined = joined.slice(0, span.start) + joined.slice(span.end)
  return {
    extracted,
    named,
    problems,
    paragraphs: joined
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean),
  }
}

describe('pdf', () => {
  it('lines come by position with their indent; line feeds inside a paragraph are named, so the paragraphs come back', async () => {
    const { extracted, paragraphs, problems } = await read({ columns: 20 })
    expect(extracted.split('\n').slice(2, 4)).toEqual([
      '　　第一条 为了加强市人民政府工作，提高',
      '效率，根据宪法和法律，结合本市实际情况，',
    ])
    expect(paragraphs).toEqual(TEXT)
    expect(problems).toEqual([])
  })

  it('running heads and page numbers are named, also where they cut a paragraph; a repeated rule is not', async () => {
    const repeated = [...TEXT, '本条同样适用。', ...TEXT.slice(2), '本条同样适用。']
    const { named, paragraphs } = await read(
      { rows: 4, header: '某市人民政府公报 2023年第8期', numbered: true },
      repeated,
    )
    const pages = named('page-number').length
    expect(pages).toBeGreaterThanOrEqual(4)
    expect(named('page-number')).toEqual(Array.from({ length: pages }, (_, at) => `- ${at + 1} -`))
    expect(named('running-head').length).toBe(pages)
    expect(new Set(named('running-head'))).toEqual(new Set(['某市人民政府公报 2023年第8期']))
    expect(paragraphs).toEqual(repeated)
  })

  it('pages stored on their side are read as shown', async () => {
    const { paragraphs, named } = await read({ turned: true, numbered: true, rows: 4 })
    expect(paragraphs).toEqual(TEXT)
    expect(named('page-number').length).toBeGreaterThanOrEqual(2)
  })

  it('two columns are read one after the other and reported', async () => {
    const { paragraphs, problems } = await read({ twoColumns: true, columns: 36, rows: 10 }, [
      ...TEXT,
      ...TEXT,
    ])
    expect(paragraphs).toEqual([...TEXT, ...TEXT])
    expect(problems.map(problem => problem.rule)).toEqual(['two-columns'])
  })

  it('predefined Chinese code tables are read where the place has them', async () => {
    expect((await read({ font: 'gb' })).paragraphs).toEqual(TEXT)
    const error = await extractPdf(pdfOf(TEXT, { font: 'gb' })).catch(thrown => thrown)
    expect([error.code, error.message]).toEqual(['pdf-no-tables', expect.stringContaining('UniGB-UTF16-H')])
  })
})
