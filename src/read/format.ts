import { ReadError } from './error.ts'

export type Format = 'text' | 'html' | 'docx' | 'pdf'

/**
 * What a file is: by its first bytes, whatever it is called; only between text and html the file's ending counts too.
 * Throws ReadError `empty` or `unknown-format` with the remedy for what people often have instead: doc, wps, rtf, ofd, a picture.
 */
export function formatOf(bytes: Uint8Array, file: string): Format {
  if (bytes.length === 0) throw new ReadError('empty', 'the file is empty; get it again')
  const head = latin(bytes, 1024)
  if (head.includes('%PDF-')) return 'pdf'
  if (head.startsWith('PK\u0003\u0004')) return zipFormat(bytes)
  const foreign = OTHER_FORMATS.find(([magic]) => magic.test(head))
  if (foreign) throw new ReadError('unknown-format', `the file is ${foreign[1]}`)
  return looksLikeHtml(latin(bytes, 4096).replaceAll('\0', ''), file) ? 'html' : 'text'
}

const SAVE_AS = 'open it in a word processor and save it as docx'
const OTHER_FORMATS: [RegExp, string][] = [
  [/^\u00d0\u00cf\u0011\u00e0/, `an old Word or WPS file (doc, wps); ${SAVE_AS}`],
  [/^\{\\rtf/, `rich text (rtf); ${SAVE_AS}`],
  [
    /^(\u0089PNG|\u00ff\u00d8\u00ff|GIF8|II\*\0|MM\0\*|BM.{4}\0\0\0\0)/s,
    'a picture; run character recognition and give its text',
  ],
  [/^(Rar!|7z\u00bc\u00af|\u001f\u008b)/, 'an archive; unpack it and give the document inside'],
  [/^(From:|MIME-Version:)/i, 'a web archive (mht); save the page as html'],
]

function zipFormat(bytes: Uint8Array): 'docx' {
  // Names of the parts stand uncompressed in the directory at the end.
  const names = latin(bytes, 4096) + latin(bytes.subarray(Math.max(0, bytes.length - 65_536)), 65_536)
  if (names.includes('word/')) return 'docx'
  const what = names.includes('OFD.xml')
    ? `an OFD document; save it as pdf in its viewer`
    : names.includes('xl/')
      ? 'a spreadsheet (xlsx); give the regulation as txt, html, docx or pdf'
      : names.includes('opendocument')
        ? `an OpenDocument file; ${SAVE_AS}`
        : 'a zip archive that is no docx; unpack it and give the document inside'
  throw new ReadError('unknown-format', `the file is ${what}`)
}

function looksLikeHtml(head: string, file: string): boolean {
  const opening = head
    .replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replace(/^(\s|<\?[^>]*>|<!--[\s\S]*?-->)+/, '')
  if (
    /^<(!doctype\s+html|html|head|body|meta|title|div|table|p|article|section|main|h[1-6])[\s>]/i.test(
      opening,
    )
  )
    return true
  return /\.([sx]?html?|mhtml|jsp|asp|aspx|php)$/i.test(file) && /<[a-z][^>]*>/i.test(head)
}

function latin(bytes: Uint8Array, length: number): string {
  let text = ''
  for (const byte of bytes.subarray(0, length)) text += String.fromCharCode(byte)
  return text
}
