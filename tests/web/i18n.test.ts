import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { structureOf } from '../../src/structure/structure.ts'
import type { ManifestEntry, Problem } from '../../src/types.ts'
import { problemText } from '../../web/i18n/problems.ts'

// Where there is no browser the page speaks Chinese, its first language.

const problem = (rule: string, message: string): Problem => ({
  rule,
  message,
  severity: 'note',
  span: { start: 0, end: 0 },
})

describe('problems in Chinese', () => {
  it('leave no English on the page for what the five texts are doubted for', () => {
    const { regulations } = JSON.parse(readFileSync('corpus/corpus.json', 'utf8')) as {
      regulations: ManifestEntry[]
    }
    const problems = regulations.flatMap(
      entry => structureOf({ ...entry, text: readFileSync(`corpus/${entry.file}`, 'utf8') }).problems,
    )
    expect(problems.length).toBeGreaterThan(5)
    expect(problems.map(problemText).filter(text => /[a-z]{3}/.test(text))).toEqual([])
  })

  it.each([
    ['conversion-fault', '人蔘加 should be 人參加', '“人蔘加”应为“人參加”（繁简转换之误）'],
    ['article-gap', 'article 5 follows article 3', '第 5 条前面是第 3 条，编号不连续'],
    ['chapter-gap', 'chapter 2 follows 0', '第 2 章前面是第 0 章，编号不连续'],
    [
      'half-width-punctuation',
      'half-width punctuation after Chinese characters: ) (8)',
      '汉字后用了半角标点：) (8)',
    ],
    [
      'two-columns',
      'pages 2, 3 were read as two columns, left before right; compare with the file',
      '第 2, 3 页按左右两栏读取，请与原件核对',
    ],
    [
      'encoding-contradiction',
      'the manifest says encoding “utf-8”, but the bytes are gb18030, read as such',
      '清单说编码是 utf-8，实际是 gb18030，按实际读取',
    ],
    [
      'docx-comments',
      'the file holds 2 comments beside the text; they were left out',
      '文档带有 2 处批注，未计入正文',
    ],
    [
      'docx-part-unread',
      'the part word/a.rtf, whose text belongs here, was not read (rich text (rtf)); open the docx in a word processor',
      '此处的文字在部件 word/a.rtf 中，未能读出；请用文字处理软件打开原文件另存一次',
    ],
    [
      'xml-cut-off',
      'the file ends before its elements are closed: what follows is missing; get it again',
      '文件不完整：后面的内容缺失，请重新获取',
    ],
    ['dangling-reference', '第九十条 answers to no unit', '所引“第九十条”在本文中找不到'],
  ])('%s: %s', (rule, message, chinese) => {
    expect(problemText(problem(rule, message))).toBe(chinese)
  })

  it('shows a message it does not know as it is', () => {
    expect(problemText(problem('no-such-rule', 'something new'))).toBe('something new')
    expect(problemText(problem('article-gap', 'said otherwise'))).toBe('said otherwise')
  })
})
