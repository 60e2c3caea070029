import { CHINESE_NUMERAL } from '../lexicon/numerals.ts'
import type { Flow } from '../text/lines.ts'
import type { Range } from '../types.ts'
import { isDate } from './dates.ts'
import {
  END_OF_TITLE,
  LONGEST_NUMBER_LINE,
  LONGEST_PRINTER_LINE,
  LONGEST_SIGNATURE,
  LONGEST_TITLE_LINE,
  MOST_TITLE_LINES,
  NOTICE_OPENING,
} from './thresholds.ts'

/**
 * Front and back matter, block by block, under the names of GB/T 9704-2012. The names go to the accounting,
 * the blocks to the metadata.
 */

export type MatterKind =
  | 'letterhead' // 发文机关标志
  | 'document-number' // 发文字号
  | 'notice-title' // 标题 of the notice that carries the regulation
  | 'main-recipients' // 主送机关
  | 'notice' // 正文 of that notice
  | 'signature' // 发文机关署名
  | 'signed-on' // 成文日期
  | 'title'
  | 'enactment' // 题注: adopted, approved, amended
  | 'history' // 沿革
  | 'record' // 法规类别：…
  | 'table-of-contents'
  | 'preamble'
  | 'copied-to' // 抄送机关
  | 'printed' // 印发机关和印发日期
  | 'disclosure' // 公开属性, 附注
  | 'annex'
  | 'page' // the rest of a web page

export interface Matter extends Range {
  kind: MatterKind
  text: string
}

const LAW_WORDS =
  '规则|条例|办法|规定|规程|细则|章程|守则|准则|通则|公约|规范|法|制度|决定|意见|方案|规划|要点|标准|纲要|措施|决议|命令|解释|(?<!政府|主席|国务院|委员会|[部局厅院号])令'
const TITLE = new RegExp(`^[^。；：]{0,60}(?:${LAW_WORDS})(?:（[^（）]{1,20}）)?$`)
const NOTICE = /(?:关于|印发|公布|发布|颁布|转发)[^。；]{0,120}(?:通知|公告|决定|批复|函|令|通告)$/
const CARRIES = /印发|公布|发布|颁布|转发|批转/
const NOTICE_BEGINS = /(?:关于(?:印发|公布|发布|转发|颁布|修改|批转)|的通知$)/
export const DOCUMENT_NUMBER = new RegExp(
  String.raw`[\u4e00-\u9fffA-Za-z]{1,16}[〔[（【]\d{4}[〕\]）】]第?\d{1,5}号|(?:令|公告)?第[${CHINESE_NUMERAL}\d]{1,6}号(?=令|公告|$)`,
)
const RECORD =
  /^(?:法规性质|法规类别|法规名称|最新异动日期|公布日期|发布日期|施行日期|生效日期|时效性|有效性|发文机关|发布机构|发文字号|文号|索引号|主题词|成文日期|主题分类|公开方式|效力级别|文章来源)[：:]?/
const ENACTS =
  /(?:通过|批准|修正|修订|公布|发布|施行|实施|颁布|废止|修改|公告)(?:[，。；）〕]|$)|^（[^（）]{0,20}\d{4}年/
const DISCLOSURE = /^（?(?:此件|本件|公开属性|公开方式|信息公开|依申请公开|主动公开)/
const PAGE_BUTTON = /^(?:复制链接|请复制|锁定|分享|打印|收藏|关闭|返回|播报|收起|展开|编辑|下载|字体|字号)/

/** Whether a line above the body belongs to its head: a title, an issuer, a date, a number. */
export function isHeadLine(text: string): boolean {
  return (
    TITLE.test(text) ||
    NOTICE.test(text) ||
    isDate(text) ||
    DOCUMENT_NUMBER.test(text) ||
    RECORD.test(text) ||
    BODY.test(text) ||
    /^目录|文件$|\d/.test(text)
  )
}

/** Names the blocks before the body. `marked` holds where markup begins a heading, `contents` where a division begins. */
export function frontMatterOf(
  flow: Flow,
  blocks: Range[],
  marked: Set<number>,
  contents: Set<number>,
): Matter[] {
  const isMarked = (at: number) => marked.has(at)
  const isContents = ({ from, to }: Range) =>
    contents.has(from) || flow.passage.text.slice(from, to) === '目录'
  const texts = blocks.map(block => flow.passage.text.slice(block.from, block.to))
  const title = titleBlocks(texts, blocks, isMarked, isContents)
  const lastTitle = Math.max(-1, ...title)
  let seen = { notice: false, history: false }
  const matter: Matter[] = []
  blocks.forEach((block, index) => {
    const text = texts[index]!
    const afterTitle = lastTitle >= 0 && index > lastTitle
    const kind = title.has(index)
      ? 'title'
      : isContents(block)
        ? 'table-of-contents'
        : frontKind(text, texts[index + 1], seen, afterTitle)
    seen = {
      notice: kind === 'title' ? addresses(text) : seen.notice || kind === 'notice-title',
      history: (seen.history && kind === 'history') || text === '沿革',
    }
    addMatter(matter, { from: block.from, to: block.to, kind, text })
  })
  return matter
}

/** Whether the title is that of a notice or a reply, which names its recipients below. */
function addresses(title: string): boolean {
  return /(?:通知|批复|函)$/.test(title)
}

/** Adds a block; lines of a web page run together into one, for there may be millions of them. */
function addMatter(matter: Matter[], block: Matter): void {
  const last = matter.at(-1)
  if (last?.kind === 'page' && block.kind === 'page') last.to = block.to
  else matter.push(block)
}

/**
 * Indices of the blocks that make up the title: the last that end like one, with the lines above where the title was broken.
 * What carries another text (关于印发…的通知) is a title only where nothing else is: then a decision, an order or a notice
 * stands for itself. Else the first block that markup calls a heading.
 */
function titleBlocks(
  texts: string[],
  blocks: Range[],
  isMarked: (at: number) => boolean,
  isContents: (block: Range) => boolean,
): Set<number> {
  const indices = [...texts.keys()].filter(
    index => !isContents(blocks[index]!) && !RECORD.test(texts[index]!),
  )
  const own = indices.findLast(index => TITLE.test(texts[index]!) && !isNotice(texts, index))
  const chosen =
    own ??
    indices.findLast(index => isNotice(texts, index) && !CARRIES.test(titleTo(texts, index))) ??
    indices.find(index => isMarked(blocks[index]!.from)) ??
    indices.findLast(index => isNotice(texts, index) && !titleTo(texts, index).includes('《'))
  if (chosen === undefined) return new Set()
  const first = titleFrom(texts, chosen)
  return new Set(Array.from({ length: chosen - first + 1 }, (_, step) => first + step))
}

function isNotice(texts: string[], index: number): boolean {
  return NOTICE.test(texts[index]!) || (ENDS_NOTICE.test(texts[index]!) && NOTICE.test(titleTo(texts, index)))
}

const ENDS_NOTICE = /(?:通知|公告|决定|批复|函|令|通告)$/

/** The words of the title that ends with the block at `index`, from its first line on. */
function titleTo(texts: string[], index: number): string {
  return texts.slice(titleFrom(texts, index), index + 1).join('')
}

/** Index of the line that the title begins with; its last line stands at `last`. */
function titleFrom(texts: string[], last: number): number {
  let from = last
  while (last - from < MOST_TITLE_LINES - 1 && goesOn(texts[from - 1], texts.slice(from, last + 1).join('')))
    from--
  return from
}

const BODY =
  /^[^，。；：、\d《》]{2,30}(?:政府|人大|大会|委员会|法院|检察院|办公[室厅]|国务院|[部委局厅署院会])$/
const UNFINISHED = new RegExp(
  `(?<!《)关于(?![^。；：]*(?:${LAW_WORDS}|通知|公告|批复|函|令|通告|说明|报告|公报|请示|答复|通报)$)[^。；：]*$`,
)

/** Whether a line of a title goes on in the words below it. */
function goesOn(line: string | undefined, below: string): boolean {
  if (line === undefined || /[。；：]|文件$/.test(line) || line.length > LONGEST_TITLE_LINE) return false
  // … 关于批准 / 《…办法》 / 的决议: no title begins with 的, and what 关于 begins ends with the kind of text.
  if (/^[的及和与、]/.test(below) || UNFINISHED.test(line)) return true
  // 甲市人民政府 / 关于…的规定, and two bodies over one title.
  if (/^(?:人民政府|人民代表大会|人大常委会)/.test(below) && /[省市县区州旗镇乡]$/.test(line)) return true
  if (/^关于/.test(below) || /^[^，。；：、\d《》]{2,30}(?:院|政府|委员会|[部局厅])关于/.test(below))
    return BODY.test(line)
  // 中卫市人民政府 / 工作规则: a title broken before its last words.
  return below.length <= END_OF_TITLE && /^[^，。；：、\d《》]{2,30}$/.test(line)
}

function frontKind(
  text: string,
  next: string | undefined,
  seen: { notice: boolean; history: boolean },
  afterTitle: boolean,
): MatterKind {
  if (text === '沿革' || (seen.history && /^\d{1,3}[.、]/.test(text))) return 'history'
  if (seen.history && !/^第/.test(text)) return 'history'
  if (/^[^，。；]{2,40}文件$/.test(text)) return 'letterhead'
  if (text.length <= LONGEST_NUMBER_LINE && DOCUMENT_NUMBER.test(text) && !/[，。；]/.test(text))
    return 'document-number'
  if (afterTitle && !seen.notice && ENACTS.test(text)) return 'enactment'
  if (NOTICE.test(text) || NOTICE_BEGINS.test(text.slice(0, NOTICE_OPENING))) return 'notice-title'
  if (RECORD.test(text)) return 'record'
  if (DISCLOSURE.test(text)) return 'disclosure'
  if (isDate(text)) return seen.notice || afterTitle ? 'signed-on' : 'page'
  if (seen.notice && /：$/.test(text)) return 'main-recipients'
  if (seen.notice && /^[^，。；：]{2,40}$/.test(text) && next !== undefined && isDate(next))
    return 'signature'
  if (seen.notice && !afterTitle) return 'notice'
  if (ENACTS.test(text)) return 'enactment'
  if (PAGE_BUTTON.test(text) || !afterTitle) return 'page'
  return 'preamble'
}

/** Names the blocks after the body, annexes left out: what is called one here is the list of their names (附件说明). */
export function backMatterOf(flow: Flow, blocks: Range[]): Matter[] {
  const matter: Matter[] = []
  for (const [index, { from, to }] of blocks.entries()) {
    const text = flow.passage.text.slice(from, to)
    const next = blocks[index + 1]
    const below = next ? flow.passage.text.slice(next.from, next.to) : ''
    addMatter(matter, { from, to, kind: backKind(text, below, matter.at(-1)?.kind === 'annex'), text })
  }
  return matter
}

function backKind(text: string, below: string, annex: boolean): MatterKind {
  if (/^(?:抄送|抄报|分送|主送)/.test(text)) return 'copied-to'
  if (/印发$/.test(text) && text.length <= LONGEST_PRINTER_LINE) return 'printed'
  if (DISCLOSURE.test(text)) return 'disclosure'
  if (annex && isDate(text)) return 'signed-on'
  if (annex && isDate(below) && text.length <= LONGEST_SIGNATURE) return 'signature'
  if (annex || /^附(?:件|录|表|[：:])/.test(text)) return 'annex'
  if (isDate(text)) return 'signed-on'
  if (/(?:政府|办公[室厅]|委员会|[局厅院会])$/.test(text) && text.length <= LONGEST_SIGNATURE)
    return 'signature'
  if (TITLE.test(text)) return 'annex'
  return 'page'
}
