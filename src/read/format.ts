import { ReadError } from './error.ts'
import { foreignKind, foreignZip, latin, SAVE_AS_DOCX } from './foreign.ts'

export type Format = 'text' | 'html' | 'mht' | 'akn' | 'docx' | 'pdf'

/**
 * What a file is: by its first bytes, whatever it is called; only between text and html the file's ending counts too.
 * Throws ReadError `empty` or `unknown-format` with the remedy for what people often have instead: doc, wps, rtf, ofd, a picture.
 */
export function formatOf(bytes: Uint8Array, file: string): Format {
  if (bytes.length === 0) throw new ReadError('empty', 'the file is empty; get it again')
  if (latin(bytes, 0, 1024).includes('%PDF-')) return 'pdf'
  if (latin(bytes, 0, 4) === 'PK\u0003\u0004') return zipFormat(bytes)
  const foreign = foreignKind(bytes)
  if (foreign) throw unknown(foreign)
  const head = latin(bytes, 0, LOOKED_AT).replaceAll('\0', '')
  return HEADERS_OF_ARCHIVE.test(head) ? 'mht' : (markupFormat(head, file) ?? 'text')
}

/** Bytes in which the first element of a page or an XML file is looked for: a long comment may stand before it. */
const LOOKED_AT = 16_384

/** Header lines, folded ones among them, up to one that archives and mails have. */
const HEADERS_OF_ARCHIVE =
  /^\s{0,8}(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)*(?:MIME-Version:|Content-Type:[ \t]*(?:multipart|text)\/)/i

function zipFormat(bytes: Uint8Array): 'docx' {
  // Names of the parts stand uncompressed in the directory at the end.
  const names = latin(bytes, 0, 4096) + latin(bytes, Math.max(0, bytes.length - 65_536), bytes.length)
  if (names.includes('word/')) return 'docx'
  throw unknown(foreignZip(names))
}

/** By the first element; null for what begins with none. */
function markupFormat(head: string, file: string): 'html' | 'akn' | null {
  const opening = head
    .replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replace(/^(\s|<\?[^>]*>|<!--[\s\S]*?-->)+/, '')
  const [, root = ''] = /^<(?:[\w.-]+:)?([a-z][\w.-]*)/i.exec(opening) ?? []
  if (root === 'akomaNtoso' || (root === 'law' && opening.includes('<unit'))) return 'akn'
  const looksLikeHtml =
    OPENS_PAGE.test(opening) || (/\.([sx]?html?|jsp|asp|aspx|php)$/i.test(file) && /<[a-z][^>]*>/i.test(head))
  if (looksLikeHtml) return 'html'
  if (root !== '' && /^\s*(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?<\?xml/.test(head))
    throw unknown(xmlKind(head, root))
  return null
}

const OPENS_PAGE =
  /^<(!doctype\s+html|html|head|body|meta|title|div|table|p|article|section|main|h[1-6])[\s>]/i

function xmlKind(head: string, root: string): string {
  return /progid="Word|package\/2006|wordml/.test(head)
    ? `a Word file in XML; ${SAVE_AS_DOCX}`
    : `XML of a kind that is not read here (${root}); give it as Akoma Ntoso, html or text`
}

function unknown(what: string): ReadError {
  return new ReadError('unknown-format', `the file is ${what}`)
}
