import type { Problem } from '../types.ts'
import { decode } from './decode.ts'
import { ReadError, tooLarge } from './error.ts'
import { type Extract, ofWhole } from './extract.ts'
import { extractHtml } from './html.ts'
import { DEEPEST_ARCHIVED, LONGEST_HEADERS, MOST_ARCHIVED } from './thresholds.ts'

/**
 * The text of a web archive (mht, as browsers and Word save a page whole) or of a mail (RFC 2045, 2046, 2557): that of the page
 * it opens with, or of the first that holds any. Throws ReadError `html-no-text` where none does.
 */
export function extractMht(bytes: Uint8Array, options: { lossy?: boolean } = {}): Extract {
  const pages = pagesIn(bytes, options)
  const refusals: unknown[] = []
  for (const page of pages) {
    try {
      return extractOf(page)
    } catch (error) {
      refusals.push(error)
    }
  }
  throw refusals[0]
}

function extractOf({ isHtml, text, problems }: ArchivedPage): Extract {
  if (!isHtml && /\p{L}/u.test(text)) return { text, noise: [], problems }
  const extract = extractHtml(text)
  return { ...extract, problems: [...problems.map(ofWhole), ...extract.problems] }
}

/** A page of an archive, decoded. */
export interface ArchivedPage {
  /** Else plain text. */
  isHtml: boolean
  text: string
  problems: Problem[]
}

/** The pages of an archive: the one it opens with first, plain text last, for in mails it says the same again. Never none. */
export function pagesIn(bytes: Uint8Array, options: { lossy?: boolean } = {}): ArchivedPage[] {
  const parts = textParts(partOf(bytes.subarray(leading(bytes))), 1)
  const pages = [...parts.filter(isPage), ...parts.filter(part => !isPage(part))]
  if (pages.length === 0)
    throw new ReadError('html-no-text', 'the web archive (mht) holds no page; save the page itself as html')
  return pages.map(part => {
    const declared = part.type.parameters.get('charset')
    const { text, problems } = decode(contentOf(part), undefined, { ...options, declared })
    return { isHtml: isPage(part), text, problems }
  })
}

/** Line ends before the headers, which some programs write. */
function leading(bytes: Uint8Array): number {
  const first = bytes.findIndex(byte => byte !== LINE_FEED && byte !== CARRIAGE_RETURN)
  return Math.max(0, first)
}

interface Part {
  headers: Map<string, string>
  type: { name: string; parameters: Map<string, string> }
  body: Uint8Array
}

function isPage({ type }: Part): boolean {
  return type.name === 'text/html' || type.name === 'application/xhtml+xml'
}

/** Headers, folded lines put together, and what follows the first empty line. */
function partOf(bytes: Uint8Array): Part {
  const end = endOfHeaders(bytes)
  const headers = new Map<string, string>()
  const written = latin(bytes.subarray(0, end)).trim()
  for (const line of written.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase()
    if (!headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
  }
  return { headers, type: typeOf(headers.get('content-type') ?? 'text/plain'), body: bytes.subarray(end) }
}

/** Where the first empty line ends. */
function endOfHeaders(bytes: Uint8Array): number {
  for (let line = 0; line < Math.min(bytes.length, LONGEST_HEADERS); ) {
    const end = bytes.indexOf(LINE_FEED, line)
    if (end < 0) return bytes.length
    if (end === line || (end === line + 1 && bytes[line] === CARRIAGE_RETURN)) return end + 1
    line = end + 1
  }
  return bytes.length
}

function typeOf(header: string): Part['type'] {
  const parameters = new Map<string, string>()
  for (const [, name, quoted, plain] of header.matchAll(/;\s*([\w-]+)\s*=\s*(?:"([^"]*)"|([^;\s]*))/g))
    parameters.set(name!.toLowerCase(), quoted ?? plain ?? '')
  return { name: header.split(';')[0]!.trim().toLowerCase(), parameters }
}

/** The parts that are text, in order; the one that an archive says to open with (`start`) before the others. */
function textParts(part: Part, depth: number): Part[] {
  const { name, parameters } = part.type
  if (depth > DEEPEST_ARCHIVED) throw tooLarge(`has parts nested deeper than ${DEEPEST_ARCHIVED}`)
  if (name === 'message/rfc822') return textParts(partOf(contentOf(part)), depth + 1)
  if (!name.startsWith('multipart/')) return isPage(part) || name === 'text/plain' ? [part] : []
  const parts = split(part.body, parameters.get('boundary') ?? '').map(partOf)
  const opensWith = ({ headers }: Part) => headers.get('content-id') === (parameters.get('start') ?? '')
  const ordered = [...parts.filter(opensWith), ...parts.filter(each => !opensWith(each))]
  return ordered.flatMap(each => textParts(each, depth + 1))
}

/** What stands between the lines `--boundary`, up to `--boundary--` or, in an archive cut off, to the end. */
function split(body: Uint8Array, boundary: string): Uint8Array[] {
  const parts: Uint8Array[] = []
  let from = -1
  let next = 0
  for (let line = 0; line < body.length; line = next) {
    const end = body.indexOf(LINE_FEED, line)
    next = end < 0 ? body.length : end + 1
    if (body[line] !== DASH || body[line + 1] !== DASH) continue
    const mark = latin(body.subarray(line, Math.min(next, line + boundary.length + 6))).trimEnd()
    if (mark !== `--${boundary}` && mark !== `--${boundary}--`) continue
    if (from >= 0) parts.push(body.subarray(from, Math.max(from, line - 1)))
    if (parts.length > MOST_ARCHIVED) throw tooLarge(`has more than ${MOST_ARCHIVED} parts`)
    from = next
    if (mark !== `--${boundary}`) return parts
  }
  return from < 0 ? parts : [...parts, body.subarray(from)]
}

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
const DASH = 0x2d

function contentOf({ headers, body }: Part): Uint8Array {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase()
  if (encoding === 'base64') return fromBase64(body)
  return encoding === 'quoted-printable' ? fromQuotedPrintable(body) : body
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const SIX_BITS = Int8Array.from({ length: 256 }, (_, code) => ALPHABET.indexOf(String.fromCharCode(code)))

/** What is no character of the alphabet (line ends, =) is passed over. */
function fromBase64(body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((body.length * 3) / 4))
  let [length, bits, held] = [0, 0, 0]
  for (const code of body) {
    const six = SIX_BITS[code]!
    if (six < 0) continue
    held = ((held << 6) | six) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[length++] = held >> bits
  }
  return bytes.subarray(0, length)
}

/** A = before no two hexadecimal digits, and bytes that should have been written so, stay: some programs write only = as =3D. */
function fromQuotedPrintable(body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(body.length)
  let length = 0
  for (let at = 0; at < body.length; at++) {
    const written = body[at] === EQUALS ? latin(body.subarray(at + 1, at + 3)) : ''
    if (written === '\r\n') at += 2
    else if (written.startsWith('\n')) at += 1
    else if (/^[\da-f]{2}$/i.test(written)) {
      bytes[length++] = Number.parseInt(written, 16)
      at += 2
    } else bytes[length++] = body[at]!
  }
  return bytes.subarray(0, length)
}

const EQUALS = 0x3d

function latin(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}
