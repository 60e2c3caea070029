import { CHINESE_NUMERAL } from '../lexicon/numerals.ts'
import { LABEL_BEFORE_STOP, LAYOUT_INSIDE_NUMBER } from './thresholds.ts'

/**
 * Marks that are typed as others that look like them: labels (笫一条, 第—条) and the full stop of Latin type. Both are
 * settled at the door, one character for one, in text whose script and widths are settled already.
 */

const LEVEL = '[编章节条款项]'
const LOOK_ALIKE = '—\\-ーニミハOoIl|'

/** Labels with the characters that they are meant to have: 笫 and 苐 are 第, （—） is （一）, 第ニ条 is 第二条. */
export function settleLabels(text: string): string {
  return text
    .replace(ORDINAL, '第')
    .replace(WORDED, settleNumeral)
    .replace(DASHED, mark => mark.replace(/[—ーニミハ]/, sign => KATAKANA[sign] ?? '一'))
}

// 弟 is a word of its own: only where a line or sentence begins with it and a number and a level follow.
const ORDINAL = new RegExp(
  `[笫苐]|(?<=^|[\\s。；：])弟(?=[ \\u3000]?(?:[${CHINESE_NUMERAL}]{1,7}|\\d{1,4})[ \\u3000]?[编章节条])`,
  'g',
)
const WORDED = new RegExp(`第[${CHINESE_NUMERAL}\\d${LOOK_ALIKE}]{1,9}(?=${LEVEL})`, 'g')
const DASHED = /（[十百]?[—ーニミハ]）|(?<=^|[\s。；：])[—ーニミハ](?=、)/g

const KATAKANA: Record<string, string> = { ー: '一', ニ: '二', ミ: '三', ハ: '八' }

// 第五—七条 is a range and 第10-1条 an inserted article: a dash is 一 only where no number could go on from it.
function settleNumeral(label: string): string {
  return label
    .replace(/[ーニミハ]/g, sign => KATAKANA[sign]!)
    .replace(/(?<=[第十百零])[—-]$|(?<=第)[—-](?=[十百])/g, '一')
    .replace(/^第(?=.*\d)[\dOoIl|]+$|^第[Il]$/, digits => digits.replace(/[Oo]/g, '0').replace(/[Il|]/g, '1'))
}

/**
 * The text with 。 where a full stop of Latin type ends a sentence: always at the end of a line, and inside lines where
 * the text has no other full stops, or fewer. The mark of a label (一. and 1.), decimal points and names stay.
 */
export function settleStops(text: string): string {
  const stops = placesOf(text, '.').filter(at => isStop(text, at) && !endsLabel(text, at))
  const last = stops.filter(at => ENDS_LINE.test(ahead(text, at)))
  const everywhere = last.length > 0 && stops.length > placesOf(text, '。').length
  const chosen = everywhere ? stops : last
  return chosen.length === 0 ? text : replaced(text, chosen)
}

function placesOf(text: string, character: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) places.push(at)
  return places
}

function isStop(text: string, at: number): boolean {
  STOP.lastIndex = at
  return STOP.test(text)
}

// After a Chinese character or a closing mark anywhere; after a number or a percentage only where no word or number follows.
const STOP =
  /(?<=[\u4e00-\u9fff）”’》〕】〇]\s{0,6})\.(?![.A-Za-z])|(?<=[\u4e00-\u9fff][\d%.,]{0,11}[\d%]\s{0,6})\.(?!\d|[.A-Za-z])/y
const ENDS_LINE = /^\.[”’）》]{0,3}[ \t\u3000]{0,8}(?:[\n\r\f\u2028]|$)/

function ahead(text: string, at: number): string {
  return text.slice(at, at + LAYOUT_INSIDE_NUMBER * 2)
}

const LABEL = new RegExp(
  `(?:^|[\\n\\r\\f：；。])[ \\t\\u3000#*·-]{0,8}(?:（?[${CHINESE_NUMERAL}]{1,7}）?|（\\d{1,3}）|第[${CHINESE_NUMERAL}\\d]{1,7}[编章节条])[ \\u3000]?$`,
)

const LABEL_END = new RegExp(`[${CHINESE_NUMERAL}）编章节条\\s]`)

/** Whether the full stop closes the label at the head of a line, and words follow. */
function endsLabel(text: string, at: number): boolean {
  if (!LABEL_END.test(text[at - 1]!)) return false
  return LABEL.test(text.slice(Math.max(0, at - LABEL_BEFORE_STOP), at)) && !ENDS_LINE.test(ahead(text, at))
}

function replaced(text: string, places: number[]): string {
  const parts: string[] = []
  let from = 0
  for (const at of places) {
    parts.push(text.slice(from, at), '。')
    from = at + 1
  }
  return [...parts, text.slice(from)].join('')
}
