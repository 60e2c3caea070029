import { describe, expect, it } from 'vitest'
import { BOMBS } from '../../scripts/bench/bombs/files.ts'
import { pdfAssets } from '../../scripts/io/pdf-assets.ts'
import { readSource } from '../../src/read/read.ts'

/** Each reader refuses by itself what grows without end, before the limits of the thread it is read in come to bear. */

const read = (bytes: Uint8Array, file: string) =>
  readSource(bytes, { id: 'x', place: '甲市', file }, { pdf: pdfAssets })

describe('refused by its reader', { timeout: 60_000 }, () => {
  it.each([
    ['nested.docx', 'has elements nested deeper than 512'],
    ['elements.docx', 'has more than 250000 elements'],
    ['attributes.docx', 'has an element of more than 1000 attributes'],
    ['paragraphs.docx', 'word/document.xml has 96 MB when unpacked; at most 32 are read'],
    ['parts.docx', 'what the file holds has 90 MB when unpacked; at most 64 are read'],
    ['named-often.docx', 'has more than 250000 elements'],
    ['inside.docx', 'takes in Word files inside each other, more than 4 deep'],
    ['attributes.xml', 'has an element of more than 1000 attributes'],
    ['elements.xml', 'has more than 250000 elements'],
    ['nested.xml', 'has elements nested deeper than 512'],
    ['parts.mht', 'has more than 5000 parts'],
    ['nested.mht', 'has more than 5000 parts'],
    ['attributes.html', 'has an element of more than 1000 attributes'],
    ['all-attributes.html', 'has more than 1000000 attributes'],
    ['comments.html', 'has more than 250000 elements'],
    ['cells.html', 'has more than 250000 elements'],
    ['pages.pdf', 'has 20000 pages; at most 2000 are read'],
    ['pieces.pdf', 'has more than 20000 pieces of text on page 1; print those of the regulation'],
  ])('%s', async (name, reason) => {
    const error = await read(BOMBS[name]!(), name).then(
      () => 'read to its end',
      thrown => thrown,
    )
    expect(error).toMatchObject({ code: 'too-large', message: expect.stringContaining(reason) })
    expect(error.message).toMatch(new RegExp(`^${name}: [^\\n]+; [^\\n]+$`))
  })

  it('nested.html', async () => {
    await expect(read(BOMBS['nested.html']!(), 'a.html')).rejects.toMatchObject({ code: 'html-too-deep' })
  })

  it('a file of too many bytes, whatever it is', async () => {
    const error = await read(new Uint8Array(64_000_001), 'a.txt').catch(thrown => thrown)
    expect(error).toMatchObject({
      code: 'too-large',
      message: 'a.txt: has 64 MB; at most 64 are read; give the text of the regulation alone',
    })
  })
})

describe('read all the same', () => {
  const attributes = (count: number) => Array.from({ length: count }, (_, n) => `a${n}="1"`).join(' ')
  const page = (paragraph: string) => new TextEncoder().encode(`<html><body>${paragraph}</body></html>`)

  it('elements of many attributes, of one attribute many times over', async () => {
    const texts = [
      `<p ${attributes(900)}>第一条 为了规范工作，制定本规则。</p>`,
      `<p ${'a="1" '.repeat(50_000)}>第一条 为了规范工作，制定本规则。</p>`,
    ]
    for (const text of texts)
      expect((await read(page(text), 'a.html')).text).toBe('第一条 为了规范工作，制定本规则。\n')
  })

  it('a page of which nearly all is hidden', async () => {
    const hidden = '<p hidden>隐藏的字。</p>'.repeat(100_000)
    const { text } = await read(page(`${hidden}<p>第一条 为了规范工作，制定本规则。</p>`), 'a.html')
    expect(text).toBe('第一条 为了规范工作，制定本规则。\n')
  })
})
