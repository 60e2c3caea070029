import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../src/read/read.ts'
import { articleText } from '../../src/structure/address.ts'
import { structureOf } from '../../src/structure/structure.ts'
import { fold } from '../../src/text/fold.ts'

/** Pages as two sites published them, against the articles that others took out of them by hand. */
const folder = join(import.meta.dirname, '../../../shared/samples/html')

const bare = (text: string) => fold(text).replace(/\s/g, '').replace(/:/g, '：')

async function articlesIn(file: string) {
  const source = await readSource(readFileSync(join(folder, file)), { id: 'x', place: '全国', file })
  return structureOf(source).articles.map(article => ({
    label: article.label,
    text: bare(articleText(article)),
  }))
}

/** Articles of the `.akn.xml`. Headings of the next chapter or section, which it leaves at an article's end, are taken off. */
function articlesOfAkn(file: string) {
  const units = readFileSync(join(folder, file), 'utf8').matchAll(
    /number="([^"]*)"[^>]*>\s*<content>([^<]*)/g,
  )
  return Array.from(units, ([, label, text]) => ({
    label: label!,
    text: bare(text!.replace(/\n第[一二三四五六七八九十]+[章节][\s\S]*$/, '')),
  }))
}

/** The same by the simplest means: paragraphs of the page's source, an article from one 第X条 to the next. */
function articlesOfParagraphs(file: string) {
  const articles: { label: string; text: string }[] = []
  const page = readFileSync(join(folder, file), 'utf8')
  for (const [, inner] of page.slice(0, page.indexOf('版权所有')).matchAll(/<p[^>]*>([\s\S]*?)<\/p>/g)) {
    const line = bare(inner!.replace(/<[^>]*>/g, ''))
    const label = /^第[一二三四五六七八九十百零]+条/.exec(line)?.[0]
    if (label) articles.push({ label, text: line.slice(label.length) })
    else if (articles.length > 0 && !/^第[一二三四五六七八九十]+[章节]/.test(line))
      articles.at(-1)!.text += line
  }
  return articles
}

describe.skipIf(!existsSync(folder))('published pages', () => {
  it('公司法 1993 on a wiki: 230 articles with the numbers and texts of the akn', async () => {
    const articles = await articlesIn('公司法_1993_wikisource.html')
    expect(articles.length).toBe(230)
    expect(articles).toEqual(articlesOfAkn('公司法_1993.akn.xml'))
  })

  it('公司法 on a ministry site: every article as in its paragraphs', async () => {
    const articles = await articlesIn('公司法_2013_gjxfj.html')
    expect(articles.length).toBe(219)
    expect(articles).toEqual(articlesOfParagraphs('公司法_2013_gjxfj.html'))
  })

  // The page holds the revision of 2005 (219 articles), the akn that of 2013 (218), in which articles moved by one:
  // but for references to articles, what the amendment left alone must be the same.
  it('公司法 on a ministry site: the articles that 2013 left alone as in the akn', async () => {
    const plain = (text: string) => text.replace(/第[一二三四五六七八九十百零]+条/g, '第某条')
    const texts = new Set((await articlesIn('公司法_2013_gjxfj.html')).map(article => plain(article.text)))
    const akn = articlesOfAkn('公司法_2013.akn.xml')
    const amended = akn.filter(article => !texts.has(plain(article.text)))
    expect(akn.length).toBe(218)
    expect(amended.map(article => article.label)).toMatchInlineSnapshot(`
      [
        "第七条",
        "第二十三条",
        "第二十六条",
        "第二十七条",
        "第二十九条",
        "第三十二条",
        "第五十八条",
        "第七十六条",
        "第八十条",
        "第八十三条",
        "第一百七十七条",
      ]
    `)
  })
})
