import { Converter } from 'opencc-js/t2cn'
import type { Script } from '../types.ts'
import { settleLabels, settleStops } from './marks.ts'
import { withoutRadicals } from './radicals.ts'
import { LAYOUT_INSIDE_NUMBER, LONGEST_STRETCH, SCRIPT_MAJORITY } from './thresholds.ts'

/**
 * The door: script and width are settled here once, so that no later rule mentions both 条 and 條 or both （ and (.
 * Folding keeps the length: `fold(text).length === text.length`, so an offset means the same character in both.
 * White space is left in place; later steps delete it as layout.
 */
export function fold(text: string): string {
  return settleStops(settleLabels(foldWidth(foldScript(withoutRadicals(text)))))
}

/** Layout: white space of any kind, zero-width characters, byte order marks, soft hyphens, control characters. */
export function isLayout(character: string): boolean {
  return isLayoutCode(character.charCodeAt(0))
}

function isLayoutCode(code: number): boolean {
  if (code >= 0x3001 && code < 0xfeff) return false // nearly every character of a Chinese text
  return (
    code <= 0x20 ||
    (code >= 0x7f && code <= 0xa0) ||
    code === 0xad ||
    code === 0x1680 ||
    code === 0x180e ||
    (code >= 0x2000 && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202f) ||
    (code >= 0x205f && code <= 0x2064) ||
    code === 0x3000 ||
    code === 0xfeff
  )
}

/**
 * The script a text is written in: `mixed` where each of the two scripts holds at least a tenth of the characters
 * that exist in one script only, `simplified` where there are none. `folded` spares folding once more.
 */
export function scriptOf(text: string, folded: string = foldScript(text)): Script {
  let traditional = 0
  let simplified = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code < 0x3400 || code > 0xfaff) continue
    if (code !== folded.charCodeAt(index)) traditional++
    else if (SIMPLIFIED_ONLY.has(text[index]!)) simplified++
  }
  if (traditional === 0) return 'simplified'
  if (simplified * SCRIPT_MAJORITY < traditional) return 'traditional'
  return traditional * SCRIPT_MAJORITY < simplified ? 'simplified' : 'mixed'
}

// Frequent characters of official prose that exist in simplified script only; enough to know one script from the other.
const SIMPLIFIED_ONLY = new Set(
  '国会务规则员长议办厅实关统专听报纪审讨设机构数据项组织领导举证责任务处评审应当对区县乡镇级农业产经济财税费资质监督检查预决算执进时间认识负录编级调继续总结给线纳纠组细终统维约级纷纯纸纵纺纽缘编缓缩绿罚罗联职聚肃脑脱节药获营虑补装见观览觉触计订训记许论证评诉词译试诚诞询该详语误说请诸读课调谁谈谋谢谨责败账货质贯贵贷贸费贺贴资赋赔赞车转轮软载较辅辆输达过运还进远违连适选递邮释里针钟铁铺销锁错键镇门闭问闲间闻阅队阳阴阶际陆险随难页项须预领频题额颜风飞饭饮馆马驻驾验骗鱼鲁鸟鸡',
)

const toSimplified = Converter({ from: 't', to: 'cn' })

/**
 * Traditional to simplified, same length. Words are converted in context and layout is looked through, so a line break
 * inside a word changes nothing. `t → cn` was seen to keep lengths; where it does not, that stretch is converted singly.
 */
function foldScript(text: string): string {
  const kept: number[] = []
  for (let index = 0; index < text.length; index++)
    if (!isLayoutCode(text.charCodeAt(index))) kept.push(index)
  const folded = settleVariants(convertStretches(kept.length === text.length ? text : denseOf(text, kept)))
  if (kept.length === text.length) return folded
  const characters = text.split('')
  for (let at = 0; at < kept.length; at++) characters[kept[at]!] = folded[at]!
  return characters.join('')
}

function denseOf(text: string, kept: number[]): string {
  const characters: string[] = []
  for (const index of kept) characters.push(text[index]!)
  return characters.join('')
}

// Variant characters that the conversion table leaves alone.
const VARIANTS: Record<string, string> = {
  衞: '卫',
  汚: '污',
  戸: '户',
  榖: '谷',
  爲: '为',
  尙: '尚',
  囯: '国',
}
const VARIANT = new RegExp(`[${Object.keys(VARIANTS).join('')}]`, 'g')
// 著 is the literary 着 of Taiwan but for writings and renown (a page number may stand inside the word); 座標 comes back
// as 座标.
const ZHUO = /(?<![显卓编原名专论译合拙土巨新])著(?![^\u4e00-\u9fff]{0,16}[名作者述称录])/g

function settleVariants(folded: string): string {
  return folded
    .replace(VARIANT, character => VARIANTS[character]!)
    .replace(ZHUO, '着')
    .replace(/座标/g, '坐标')
}

function convertStretches(dense: string): string {
  // A word never crosses a full stop, and a stretch that changes its length must not disturb the others.
  return dense.replace(STRETCH, stretch => {
    const converted = toSimplified(stretch)
    return converted.length === stretch.length ? converted : stretch.replace(/[\s\S]/g, convertSingly)
  })
}

const STRETCH = new RegExp(`[^。；！？]{1,${LONGEST_STRETCH}}[。；！？]?`, 'g')

function convertSingly(character: string): string {
  const converted = toSimplified(character)
  return converted.length === 1 ? converted : character
}

const WIDTHS: Record<string, string> = {
  '(': '（',
  ')': '）',
  '﹙': '（',
  '﹚': '）',
  ';': '；',
  '!': '！',
  '?': '？',
  '﹝': '〔',
  '﹞': '〕',
  '［': '[',
  '］': ']',
  '「': '“',
  '」': '”',
  '『': '‘',
  '』': '’',
  '﹁': '“',
  '﹂': '”',
  '－': '—',
  '–': '—',
  '―': '—',
  '─': '—',
  '━': '—',
  '～': '—',
  '〜': '—',
  '~': '—',
  '﹣': '—',
  '−': '—',
  '．': '.',
  '％': '%',
  '﹪': '%',
  '・': '·',
  '•': '·',
  '‧': '·',
  '･': '·',
  '∙': '·',
  '◯': '○',
  '﹐': '，',
  '﹑': '、',
  '﹔': '；',
  '﹕': '：',
  '〈': '《',
  '〉': '》',
  '＜': '<',
  '＞': '>',
  '＝': '=',
  '＋': '+',
  '／': '/',
  '＆': '&',
  '＊': '*',
  '＃': '#',
  '＠': '@',
  '｜': '|',
  '＂': '"',
  '＇': "'",
  '＿': '_',
  '｢': '“',
  '｣': '”',
  '､': '、',
  '｡': '。',
}

/** Widths, brackets, dashes and digits: one form for each. Commas and colons between digits stay half-width. */
function foldWidth(text: string): string {
  let folded = ''
  for (let index = 0; index < text.length; index++) folded += foldCharacter(text, index)
  return folded
}

function foldCharacter(text: string, index: number): string {
  const c = text[index]!
  const code = text.charCodeAt(index)
  if (code >= 0x4e00 && code <= 0x9fff) return c
  if (
    (code >= 0xff10 && code <= 0xff19) ||
    (code >= 0xff21 && code <= 0xff3a) ||
    (code >= 0xff41 && code <= 0xff5a)
  )
    return String.fromCharCode(code - 0xfee0)
  if (c === ',' || c === '，') return isThousandsSeparator(text, index) ? ',' : '，'
  if (c === ':' || c === '：') return betweenDigits(text, index) ? ':' : '：'
  if (c === '-') return betweenDigits(text, index) ? '—' : '-'
  if (code >= 0xe000 && code <= 0xf8ff) return betweenDigits(text, index) ? '.' : c // a decimal point lost to a private font
  if ((code >= 0xf900 && code <= 0xfaff) || (code >= 0x2f00 && code <= 0x2fdf))
    return singleUnit(c.normalize('NFKC'), c)
  return WIDTHS[c] ?? c
}

const DIGIT = /[0-9０-９]/

function betweenDigits(text: string, index: number): boolean {
  return DIGIT.test(neighbour(text, index, -1)) && DIGIT.test(neighbour(text, index, 1))
}

function isThousandsSeparator(text: string, index: number): boolean {
  return (
    DIGIT.test(text[index - 1] ?? '') &&
    /^[0-9０-９]{3}(?![0-9０-９])/.test(text.slice(index + 1, index + 5)) &&
    !/[0-9０-９]{4}$/.test(text.slice(Math.max(0, index - 4), index))
  )
}

/** The nearest character that is not layout, in one direction, at most a few away. */
function neighbour(text: string, index: number, step: 1 | -1): string {
  for (let at = index + step, hops = 0; hops < LAYOUT_INSIDE_NUMBER; at += step, hops++) {
    const c = text[at]
    if (c === undefined || !isLayout(c)) return c ?? ''
  }
  return ''
}

function singleUnit(candidate: string, fallback: string): string {
  return candidate.length === 1 ? candidate : fallback
}
