/// <reference path="./ambient.d.ts" />
import { TextDecoder } from '@exodus/bytes/encoding-browser.js'
import type { Problem } from '../types.ts'
import { ReadError } from './error.ts'
import { plausibility } from './plausibility.ts'
import {
  CONTROLS_IN_TEXT,
  DOUBTFUL,
  PLAUSIBILITY_SAMPLE,
  PLAUSIBLE,
  STATED_ADVANTAGE,
  STRAY_CONTROLS,
} from './thresholds.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5'

export interface Decoded {
  /** Without byte order mark; otherwise every character as it stands, line ends included. */
  text: string
  encoding: Encoding
  problems: Problem[]
}

/**
 * Text of a file's bytes. The encoding is the byte order mark's, else the one stated (`hint`, the manifest's `encoding`)
 * or declared (by `declared`, what an archive says of its parts, else in the file: meta charset, XML declaration) when the bytes are valid in it and give plausible Chinese,
 * else the first of UTF-8, GB18030, Big5, UTF-16 that is. GB2312 and GBK are read as GB18030, which holds them.
 * Never replaces a character silently: throws ReadError `undecodable` with byte offset and line; only when a lossy reading
 * is asked for (`lossy`, or a hint such as `gb18030-lossy`) each unreadable stretch becomes U+FFFD and a Problem.
 */
export function decode(
  bytes: Uint8Array,
  hint?: string,
  options: { lossy?: boolean | undefined; declared?: string | undefined } = {},
): Decoded {
  const stated = encodingNamed(hint)
  const lossy = options.lossy || isLossy(hint)
  const marked = byteOrderMark(bytes)
  const declared = encodingNamed(options.declared) ?? declaredIn(bytes)
  const reading = marked ? readAs(bytes, marked) : bestReading(bytes, stated, declared)
  const encoding = reading?.encoding ?? marked ?? likeliest(bytes, stated, declared).encoding
  if (!reading && isForeign(bytes, encoding, marked)) throw notText(bytes)
  if (!reading && !lossy) throw undecodable(bytes, encoding)
  const text = reading?.text ?? new TextDecoder(encoding).decode(bytes)
  if (isBinary(text)) throw notText(bytes)
  return {
    text,
    encoding,
    problems: [...doubts(text, encoding, hint, stated), ...lostCharacters(text, !reading)],
  }
}

interface ReadAs {
  encoding: Encoding
  text: string
  plausibility: number
}

/** GB18030 comes before Big5: Big5 text read as GB18030 gives rare characters, and is passed over for that. */
const CANDIDATES: Encoding[] = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be']

function bestReading(bytes: Uint8Array, stated: Encoding | null, declared: Encoding | null): ReadAs | null {
  let best: ReadAs | null = null
  for (const encoding of encodingsToTry(stated, declared)) {
    const reading = readAs(bytes, encoding)
    if (reading && reading.plausibility >= PLAUSIBLE) return reading
    const advantage = best?.encoding === stated ? STATED_ADVANTAGE : 1
    if (reading && (!best || reading.plausibility > best.plausibility * advantage)) best = reading
  }
  // One bad byte in a Chinese file must not make it a valid file of nonsense in UTF-16.
  const damaged =
    best && best.plausibility < DOUBTFUL && likeliest(bytes, stated, declared).plausibility >= PLAUSIBLE
  return damaged ? null : best
}

function encodingsToTry(stated: Encoding | null, declared: Encoding | null): Set<Encoding> {
  return new Set([stated, declared, ...CANDIDATES].filter(encoding => encoding !== null))
}

function readAs(bytes: Uint8Array, encoding: Encoding): ReadAs | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return { encoding, text: text.replace(/^\ufeff/, ''), plausibility: plausibility(text) }
  } catch {
    return null
  }
}

/** The encoding in which most of the bytes give common characters, unreadable ones left aside. */
function likeliest(bytes: Uint8Array, stated: Encoding | null, declared: Encoding | null) {
  const scored = Array.from(encodingsToTry(stated, declared), encoding => ({
    encoding,
    plausibility: plausibility(new TextDecoder(encoding).decode(bytes)),
  }))
  return scored.reduce((best, next) => (next.plausibility > best.plausibility ? next : best))
}

function byteOrderMark(bytes: Uint8Array): Encoding | null {
  const opens = (...mark: number[]) => mark.every((byte, at) => bytes[at] === byte)
  if (opens(0xef, 0xbb, 0xbf)) return 'utf-8'
  if (opens(0xff, 0xfe)) return 'utf-16le'
  if (opens(0xfe, 0xff)) return 'utf-16be'
  return opens(0x84, 0x31, 0x95, 0x33) ? 'gb18030' : null
}

const LABELS: [RegExp, Encoding][] = [
  [/^utf-?8/, 'utf-8'],
  [/^(utf-?16-?be|unicodefffe)/, 'utf-16be'],
  [/^(utf-?16|unicode|ucs-?2)/, 'utf-16le'],
  [/^(gb|gb[_-]?2312|x-gbk|cp936|windows-936|euc-cn|hz)/, 'gb18030'],
  [/^(big-?5|cp950|windows-950|x-big5)/, 'big5'],
]

function encodingNamed(label: string | undefined): Encoding | null {
  const name = label?.trim().toLowerCase() ?? ''
  return LABELS.find(([pattern]) => pattern.test(name))?.[1] ?? null
}

function isLossy(hint: string | undefined): boolean {
  return /lossy$/i.test(hint?.trim() ?? '')
}

// Only the head of the file, where standards want the declaration; as Latin letters, which all candidates but UTF-16 keep.
function declaredIn(bytes: Uint8Array): Encoding | null {
  const head = String.fromCharCode(...bytes.subarray(0, 4096))
  const label =
    /<\?xml[^>]*\bencoding\s*=\s*["']?([\w-]+)/i.exec(head) ??
    /<meta[^>]*\bcharset\s*=\s*["']?\s*([\w-]+)/i.exec(head)
  const encoding = encodingNamed(label?.[1])
  // A declaration that could be read as Latin letters is not in UTF-16, whatever it declares (WHATWG HTML, prescan).
  return encoding?.startsWith('utf-16') ? 'utf-8' : encoding
}

function isBinary(text: string): boolean {
  const controls = text.match(/[\u0000-\u0008\u000e-\u0019\u001b-\u001f]/g)?.length ?? 0
  return controls > STRAY_CONTROLS && controls > text.length * CONTROLS_IN_TEXT
}

/**
 * Whether bytes that are valid in no encoding are no damaged text either: hardly a common character in the likeliest encoding,
 * and control characters all over, as in every packed or compiled file.
 */
function isForeign(bytes: Uint8Array, encoding: Encoding, marked: Encoding | null): boolean {
  if (marked || plausibility(new TextDecoder(encoding).decode(bytes)) >= DOUBTFUL) return false
  const sample = bytes.subarray(0, PLAUSIBILITY_SAMPLE)
  const controls = sample.filter(byte => byte < 0x20 && !TEXT_CONTROLS.has(byte)).length
  return controls > STRAY_CONTROLS && controls > sample.length * CONTROLS_IN_TEXT
}

/** Tab, line feed, form feed, carriage return, the old end of file, and what opens escape sequences. */
const TEXT_CONTROLS = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x1a, 0x1b])

function notText(bytes: Uint8Array): ReadError {
  const first = Array.from(bytes.subarray(0, 8), byte => byte.toString(16).padStart(2, '0')).join(' ')
  return new ReadError(
    'not-text',
    `the bytes are no text and of no kind that is known here (they begin ${first}); ` +
      'give the regulation as txt, md, html, mht, docx, pdf or Akoma Ntoso',
  )
}

function undecodable(bytes: Uint8Array, encoding: Encoding): ReadError {
  const offset = firstBadByte(bytes, encoding)
  const before = new TextDecoder(encoding).decode(bytes.subarray(0, offset), { stream: true })
  const line = before.split('\n').length
  const context = before.slice(-12).replace(/\s+/g, ' ').trim()
  return new ReadError(
    'undecodable',
    `byte ${offset} (line ${line}${context ? `, after “${context}”` : ''}) is not ${encoding}; save the file as UTF-8, ` +
      `or state its encoding in the manifest ("encoding": "gb18030"), ` +
      `or accept the loss there ("encoding": "${encoding}-lossy"): unreadable bytes then show as \ufffd and are listed as problems`,
    { offset, line },
  )
}

/** Offset of the first byte that no valid text can have there; halves the file until it is found. */
function firstBadByte(bytes: Uint8Array, encoding: Encoding): number {
  let good = 0
  let bad = bytes.length + 1
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (isValidStart(bytes.subarray(0, middle), encoding)) good = middle
    else bad = middle
  }
  return bad > bytes.length ? startOfUnfinished(bytes, encoding) : bad - 1
}

function isValidStart(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** The file ends inside a character: where that character begins. No encoding here uses more than four bytes. */
function startOfUnfinished(bytes: Uint8Array, encoding: Encoding): number {
  for (let length = bytes.length; length > bytes.length - 4 && length > 0; length--)
    if (readAs(bytes.subarray(0, length), encoding)) return length
  return Math.max(0, bytes.length - 1)
}

function doubts(
  text: string,
  encoding: Encoding,
  hint: string | undefined,
  stated: Encoding | null,
): Problem[] {
  const problems: Problem[] = []
  const report = (rule: string, message: string) =>
    problems.push({ rule, severity: 'warning', message, span: { start: 0, end: 0 } })
  if (hint && !stated)
    report(
      'encoding-unknown',
      `the manifest says encoding “${hint}”, which is not read here; read as ${encoding}`,
    )
  if (stated && stated !== encoding)
    report(
      'encoding-contradiction',
      `the manifest says encoding “${hint}”, but the bytes are ${encoding}, read as such`,
    )
  if (plausibility(text) < DOUBTFUL)
    report(
      'encoding-doubtful',
      `read as ${encoding}, but hardly any character is a common one; perhaps another encoding`,
    )
  return problems
}

function lostCharacters(text: string, here: boolean): Problem[] {
  return Array.from(text.matchAll(/\ufffd+/g), match => ({
    rule: here ? 'undecodable-bytes' : 'replacement-character',
    severity: here ? 'error' : 'warning',
    message: here
      ? 'bytes that could not be read stand here as U+FFFD, as a lossy reading was asked for'
      : 'the file itself holds U+FFFD here: a character was lost before the file came',
    span: { start: match.index, end: match.index + match[0].length },
  }))
}
