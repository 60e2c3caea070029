import type { ReadErrorCode } from '../../src/read/error.ts'
import { dictionary } from './index.ts'

/** Why a file could not be opened as a draft: one sentence each, with what to do. */
type Reason = ReadErrorCode | 'too-long' | 'no-chinese'

const zh: Record<Reason, string> = {
  empty: '《{file}》是空的，请换一份。',
  damaged: '《{file}》读不出来，文件可能已损坏；请重新下载，或者直接粘贴文字。',
  undecodable: '《{file}》的文字编码认不出来；请另存为 UTF-8，或者直接粘贴文字。',
  'not-text': '《{file}》不是文本文件（内容是程序或二进制数据）；请打开 txt、md、html、docx 或 pdf。',
  'unknown-format': '《{file}》不是这里能读的格式；请另存为 docx、pdf 或 txt。',
  'html-no-text': '《{file}》这个网页里没有正文；请打开正文所在的网页，或者直接粘贴文字。',
  'html-too-deep': '《{file}》这个网页嵌套太深，读不了；请直接粘贴文字。',
  'xml-no-text': '《{file}》里没有正文。',
  'docx-damaged': '《{file}》不是完整的 docx；请在 Word 里打开后另存一次。',
  'docx-no-text': '《{file}》里没有文字（可能只有图片）；请用带文字的版本。',
  'pdf-damaged': '《{file}》不是完整的 pdf；请重新下载，或者打印成新的 pdf。',
  'pdf-encrypted': '《{file}》加了密码；请先在阅读器里打开并另存为不加密的 pdf。',
  'pdf-no-text': '《{file}》只有图片（扫描件），没有文字层；请先做文字识别，或者直接粘贴文字。',
  'pdf-no-tables': '《{file}》缺少文字编码表，读不出来；请打印成新的 pdf，或者直接粘贴文字。',
  'too-large': '《{file}》太大了；请只打开条文正文。',
  'too-long': '《{file}》超过 40 万字，不像一份草案；请只打开条文正文。',
  'no-chinese': '《{file}》里没有汉字，不是这里能检查的草案。',
}

const en: Record<Reason, string> = {
  empty: '“{file}” is empty; take another one.',
  damaged: '“{file}” cannot be read, it may be damaged; get it again, or paste its text.',
  undecodable: 'The encoding of “{file}” is not known; save it as UTF-8, or paste its text.',
  'not-text': '“{file}” is no text (a program or binary data); open txt, md, html, docx or pdf.',
  'unknown-format': '“{file}” is of a kind that is not read here; save it as docx, pdf or txt.',
  'html-no-text': 'The page “{file}” holds no text; open the page that does, or paste the text.',
  'html-too-deep': 'The page “{file}” is nested too deeply; paste its text.',
  'xml-no-text': '“{file}” holds no text.',
  'docx-damaged': '“{file}” is no whole docx; open it in Word and save it again.',
  'docx-no-text': '“{file}” holds no text (pictures only, perhaps); take a version with text.',
  'pdf-damaged': '“{file}” is no whole pdf; get it again, or print it to a new pdf.',
  'pdf-encrypted': '“{file}” is locked by a password; save it without one first.',
  'pdf-no-text':
    '“{file}” is pictures only (a scan) without text; have the text recognised first, or paste it.',
  'pdf-no-tables':
    'A table of character codes for “{file}” is missing; print it to a new pdf, or paste its text.',
  'too-large': '“{file}” is too large; open the text of the articles alone.',
  'too-long':
    '“{file}” has more than 400,000 characters, which is no draft; open the text of the articles alone.',
  'no-chinese': '“{file}” holds no Chinese; it is no draft that can be checked here.',
}

const words = dictionary(zh, en)

export function refusalText(reason: Reason, file: string): string {
  return words(reason, { file })
}
