import { originalOf } from '../text/passage.ts'
import type { Article, Passage, Regulation } from '../types.ts'
import { paragraph, type Run, titleOf, wordDocument } from './word.ts'

/** What a document is written from: a draft as read, with its decoded text. */
export interface Written {
  source: { text: string }
  regulation: Regulation
}

/** The draft itself in official layout; `mark` (征求意见稿) stands under the title. Nothing of the text is left out but layout. */
export function draftDocx(draft: Written, mark = ''): Uint8Array {
  const { regulation } = draft
  const units = [
    ...regulation.divisions.map(({ start, label, heading, kind }) => ({
      start,
      xml: divisionOf(`${label}　${heading}`, kind),
    })),
    ...regulation.articles.map(article => ({ start: article.start, xml: articleOf(article, draft) })),
  ].sort((a, b) => a.start - b.start)
  const body = frontOf(draft, mark) + units.map(({ xml }) => xml).join('') + backOf(draft)
  return wordDocument(body)
}

function divisionOf(text: string, kind: string): string {
  const isSection = kind === 'section'
  return paragraph(text, {
    font: isSection ? '楷体' : '黑体',
    align: 'center',
    before: isSection ? 120 : 300,
    after: isSection ? 120 : 300,
    keep: true,
    level: isSection ? 2 : 1,
  })
}

/** The title, the mark, and what else stands before the first unit, as brackets under a title do. */
function frontOf({ source: { text }, regulation }: Written, mark: string): string {
  const { divisions, articles, title } = regulation
  const first = Math.min(divisions[0]?.start ?? text.length, articles[0]?.start ?? text.length)
  const bare = (words: string) => words.replace(/\s/g, '')
  const lines = linesOf(text.slice(0, first))
  const head: string[] = []
  // A title may be broken over lines.
  while (lines.length > 0 && title !== '' && bare(title).startsWith(bare(head.join('') + lines[0])))
    head.push(lines.shift()!)
  const heading = head.length > 0 ? head.map(titleOf).join('') : ''
  const marked =
    mark === ''
      ? ''
      : paragraph(`（${mark.replace(/^（|）$/g, '')}）`, { font: '楷体', align: 'center', after: 240 })
  return heading + marked + lines.map(line => paragraph(line, { font: '楷体', align: 'center' })).join('')
}

function articleOf(article: Article, draft: Written): string {
  const { label, heading, paragraphs } = article
  const caption = heading ? `【${heading}】` : ''
  // 一、 ends in its mark; 第一条 is set off by a space.
  const gap = /[、.．]$/.test(label) ? '' : '　'
  return paragraphs
    .flatMap(({ passage, items }, at) => {
      const text = original(passage, draft)
      const runs: Run[] =
        at === 0 ? [{ text: `${label}${caption}${gap}`, font: '黑体' }, { text }] : [{ text }]
      return [
        text === '' && at > 0 ? '' : paragraph(runs, { indent: true }),
        ...items.flatMap(item => [
          paragraph(item.label + original(item.passage, draft), { indent: true }),
          ...item.subitems.map(sub => paragraph(sub.label + original(sub.passage, draft), { indent: true })),
        ]),
      ]
    })
    .join('')
}

function original(passage: Passage, { source }: Written): string {
  return originalOf(passage, { from: 0, to: passage.text.length }, source.text)
}

/** What stands behind the last article: signature and date to the right, all else as it is. */
function backOf({ source: { text }, regulation: { articles } }: Written): string {
  const end = articles.at(-1)?.end
  if (end === undefined) return ''
  return linesOf(text.slice(end))
    .map(line => {
      const isSigned =
        /^\s*\d{4}年\d{1,2}月\d{1,2}日\s*$|(?:人民政府|委员会|办公室)\s*$/.test(line) && line.length < 24
      return paragraph(line, isSigned ? { align: 'right' } : { indent: !/^附(?:件|表|录)/.test(line) })
    })
    .join('')
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
}
