import { AMBIGUOUS_CITIES, CITIES, PROVINCES_SHORT } from '../../lexicon/cities.ts'
import { fold, isLayout } from '../../text/fold.ts'
import { ALL, type Check, type Draft, type Finding } from '../check-types.ts'
import { addressAt, both, foundAt, foundIn, matchesIn } from '../findings.ts'
import { MOST_STRAY_CHARACTERS } from '../thresholds.ts'

/** What a draft should have lost on its way: other places' names, gaps to fill, remarks, slips of the hand, traces of conversion. */

const FULL_CITY = new RegExp(
  `(${CITIES.join('|')})(?:市|地区|自治州|盟)(?!场|民|容|政(?!府)|值|面|长热)`,
  'g',
)
const BARE_CITY = new RegExp(
  `(${CITIES.filter(city => !AMBIGUOUS_CITIES.has(city)).join('|')})(?!市|地区|自治|州|路|街|湖|江|河|山|[东西南北]路|银行|大学|话|菜|方言)`,
  'g',
)
const PROVINCE = new RegExp(`(${PROVINCES_SHORT.join('|')})(?:省|(?:壮族|回族|维吾尔)?自治区)`, 'g')
const OUT_OF_TOWN =
  /(?<=[^脱分隔远驶]|^)离([^\u0000-\u4dff的了开任职岗休退境婚校会场不线散异乡家地店群心奇])(?=外出|出差|期间|前|时|、|，|的|须|应|请假|学习|在外)/g

const OTHER_PLACE: Check = {
  name: 'other-place',
  applies: ALL,
  severity: 'error',
  source: 'convention',
  alone: true,
  find: draft => {
    const { place, province, units } = draft
    if (place === null) return []
    const own = CITIES.filter(city => place.includes(city))
    const isOwn = (city: string) =>
      own.includes(city) || place.includes(city) || (province?.includes(city) ?? false)
    const full = matchesIn(units, FULL_CITY).filter(
      ({ match, unit }) => !isOwn(match[1]!) && !isPartner(unit.plain, match.index),
    )
    const inTitles = units.flatMap(unit =>
      [...unit.text.matchAll(/《[^《》]*》/g)].flatMap(title =>
        [...title[0].matchAll(FULL_CITY)]
          .filter(match => !isOwn(match[1]!))
          .map(match => {
            const from = title.index + match.index
            return { unit, match, range: { from, to: from + match[0].length } }
          }),
      ),
    )
    const bare = matchesIn(units, BARE_CITY).filter(
      ({ match, unit }) => !isOwn(match[1]!) && !isRegion(unit.plain, match.index),
    )
    const provinces = matchesIn(units, PROVINCE).filter(
      ({ match, unit }) =>
        province !== null &&
        !province.includes(match[1]!) &&
        !place.includes(match[1]!) &&
        !isPartner(unit.plain, match.index),
    )
    const away = matchesIn(units, OUT_OF_TOWN).filter(
      ({ match }) =>
        !place.includes(match[1]!) &&
        match[1] !== '市' &&
        !(province ?? '').includes(match[1]!) &&
        match[1] !== '京',
    )
    return [...full, ...inTitles, ...bare, ...provinces, ...away].map(({ unit, match, range }) =>
      foundIn(unit, range, {
        message: both(
          `草案是${place}的，此处是“${match[0]}”：疑为套用外地文本的遗留`,
          `the draft is of ${place}; ${match[0]} may be left over from another text`,
        ),
        remedy: both(
          `改为本地名称（${place}），或者删去`,
          `write the name of this place (${place}), or leave it out`,
        ),
      }),
    )
  },
}

/** A place with which the draft's own works together: 与天津市、河北省协同. */
function isPartner(text: string, at: number): boolean {
  return (
    /(?:与|和|同)[^，。；]{0,12}$/.test(text.slice(Math.max(0, at - 14), at)) &&
    /^[^，。；]{0,20}(?:协同|合作|协作|联动|共建|一体化|互认|同城)/.test(text.slice(at))
  )
}

/** A place named with others, or as a region, is meant: 长三角, 上海、江苏等地, 北京时间. */
function isRegion(text: string, at: number): boolean {
  const around = text.slice(Math.max(0, at - 8), at + 10)
  return /、|—|时间|合作|区域|协同|经济带|城市群|都市圈|高速|铁路|航线|证券|交易所|精神|会议/.test(around)
}

const PLACEHOLDER_MARKS =
  /×{1,4}年×{1,2}月×{1,2}日|〔(?!\d)[^〔〕\n]{1,16}〕|[XＸxｘ]{2,}|[×✕]{1,}(?!\d)|【[^【】\n]{0,14}】|[？?]{2,}|_{2,}|＿{2,}|[□■○●]{2,}|…{3,}|\.{4,}|(?:待定|待补充?|待确定|待填|待核实?|TODO|TBD|某某|（空）|\(空\))/g

/** Gaps to fill. A caption behind an article's label is none: 第一条【目的】. */
const PLACEHOLDER: Check = {
  name: 'placeholder',
  applies: ALL,
  severity: 'error',
  source: 'convention',
  find: draft => {
    const { source, regulation } = draft
    const heads = regulation.articles
      .filter(({ heading }) => heading !== undefined)
      .map(({ start, paragraphs, end }) => ({ start, end: paragraphs[0]?.start ?? end }))
    return [...source.text.matchAll(PLACEHOLDER_MARKS)]
      .filter(({ index }) => !heads.some(({ start, end }) => start <= index && index < end))
      .filter(({ 0: text, index }) => isGap(source.text, text, index))
      .map(match =>
        foundAt(
          addressAt(draft, match.index),
          { start: match.index, end: match.index + match[0].length },
          {
            message: both(`“${match[0]}”是没有填写的内容`, `${match[0]} is a gap to fill`),
            remedy: both('填写或者删去', 'fill it, or leave it out'),
          },
        ),
      )
  },
}

function isGap(text: string, match: string, at: number): boolean {
  const [before, after] = [text[at - 1] ?? '', text[at + match.length] ?? '']
  if (/^[Xx]+$/.test(match)) return !/[A-Za-z0-9]/.test(before) && !/[A-Za-z0-9]/.test(after)
  if (/^[×✕]$/.test(match)) return !/\d/.test(before) && !/\d/.test(after)
  if (/^【/.test(match)) return !/^【\d{4}】$/.test(match)
  if (/^[.…_]/.test(match))
    return !/目录/.test(text.slice(Math.max(0, at - 40), at)) && !/^\s*\d/.test(text.slice(at + match.length))
  if (/^待定/.test(match)) return !/等待定|对待定/.test(before + match)
  return true
}

const REMARKS =
  /[[【（(]?批注\s*\d{0,3}[\]】）)]?[:：]|[[【（(]批注[^\n\]】）)]{0,40}[\]】）)]|【[^】]*(?:注|改|删)[^】]*】|[（(]?(?:编者|起草|修改|作者)(?:注|说明)[:：]|[（(](?:注|说明|备注|问|此处|建议|待|请|原文|拟)[:：]?[^（）()\n]{2,60}[）)]|(?:^|[\n。；])\s*(?:注|备注|修改意见|修改说明|说明)[:：]|(?:此处|这里|本条|此条|该条)(?:需|待|请|要)(?:进一步)?(?:核实|补充|修改|斟酌|研究|商榷|删除)|请(?:法制|法规|办公室|领导|各位|有关同志)[^。\n]{0,12}(?:核|定|把关|提出意见|斟酌)|[（(]?(?:征求意见稿|讨论稿|送审稿|初稿|修改稿)[:：]/g

const REMARK: Check = {
  name: 'remark',
  applies: ALL,
  severity: 'error',
  source: 'convention',
  find: draft => {
    const { source, regulation } = draft
    const from = regulation.articles[0]?.start ?? 0
    const to = regulation.articles.at(-1)?.end ?? source.text.length
    return [...source.text.matchAll(REMARKS)]
      .filter(
        ({ index, 0: text }) =>
          (index >= from &&
            index < to &&
            !/^[（(](?:待|请|建议|说明)[^:：]{0,60}(?:的|制度|除外|书)[）)]$|^[（(]拟/.test(text)) ||
          /批注/.test(text),
      )
      .map(match => {
        const lead = /^[\n。；\s]*/.exec(match[0])![0].length
        const start = match.index + lead
        return foundAt(
          addressAt(draft, start),
          { start, end: match.index + match[0].length },
          {
            message: both(
              `“${match[0].slice(lead)}”像是修改中的批注`,
              `${match[0].slice(lead)} seems to be a remark of who worked on the text`,
            ),
            remedy: both('处理后删去', 'settle it and take it out'),
          },
        )
      })
  },
}

const DOUBLED_FUNCTION =
  /(的|了|和|与|及|或|在|是|为|将|由|应|对|从|把|被|并|等|且|其|以|于|要|须|可)\1(?!等)/g
const DOUBLED_WORD = /([\u4e00-\u9fff]{2,10})\1/g
// 为为 and 以以 never; 对对, 等等 and 要要 may be words; 应应急 is two words, so is 和和谐.
// Before these words a level stands twice by right: 市市场监督管理部门, 区区属企业.
// So it does before what is named after a level: 市市辖区, 省省道, 县县道, 省省会, 市市立医院.
const NAMED_AFTER_LEVEL =
  '(?<=[省县])道(?!路)|(?<=[省市县])(?:辖|志|立(?=[学医中小图博幼高])|管(?=县|公路))|(?<=省)会(?!议)'
const DOUBLED_LEVEL = new RegExp(
  `([市县区省州])\\1(?![场政容民值级区直长面花树域外内属城委位划块州情]|${NAMED_AFTER_LEVEL})`,
  'g',
)
const NO_DOUBLE =
  /等等|目的的|标的的|的的士|与与会|和和谐|和和睦|和和平|应应[急对当聘邀诉]|将将[军来]|为为了|由由于|从从[事业严轻重]|以以[下上及内外]|[可足难得]以以|对对[口方象应]|在在[校职岗]|是是[否非]|并并|其其[他余它中]|可可[以能行]|于于|要要[求素]|及及时|为为民|被被/
const REDUPLICATED =
  /^(?:清清|研究|讨论|商量|考虑|学习|一个|常常|年年|层层|人人|处处|事事|家家|户户|时时|天天|刚刚|往往|仅仅|渐渐|多多|样样)$/

const DOUBLED: Check = {
  name: 'doubled-word',
  applies: ALL,
  severity: 'error',
  source: 'convention',
  find: draft => [
    ...matchesIn(draft.units, DOUBLED_FUNCTION)
      .filter(
        ({ unit, match, range }) =>
          (!NO_DOUBLE.test(unit.plain.slice(range.from - 1, range.to + 1)) && !/[为其]/.test(match[1]!)) ||
          (match[0] === '为为' && !/为为[了民人]/.test(unit.plain.slice(range.from, range.to + 1))),
      )
      .map(({ unit, match, range }) => doubled(unit, range, match[1]!)),
    ...matchesIn(draft.units, DOUBLED_LEVEL).map(({ unit, match, range }) => doubled(unit, range, match[1]!)),
    ...matchesIn(draft.units, DOUBLED_WORD)
      .filter(({ unit, match }) => isWholeWord(draft.units, unit.plain, match))
      .filter(
        ({ match }) =>
          !REDUPLICATED.test(match[1]!) &&
          !/^[一二三四五六七八九十百千万零〇两]+$/.test(match[1]!) &&
          new Set(match[1]!).size > 1,
      )
      .map(({ unit, match, range }) => doubled(unit, range, match[1]!)),
  ],
}

/**
 * Of two characters the doubled ones must be a word: in 运用信用信息 two others are. It is one where the draft has it elsewhere, more
 * often than the other way round, or where a mark stands beside it or a small word behind.
 */
function isWholeWord(units: Draft['units'], text: string, match: RegExpExecArray): boolean {
  const word = match[1]!
  if (word.length > 2) return true
  const count = (part: string) => units.reduce((sum, { plain }) => sum + plain.split(part).length - 1, 0)
  const [own, other] = [count(word) - 2, count(word[1]! + word[0]!) - 1]
  if (own > other) return true
  const around = (text[match.index - 1] ?? '。') + (text[match.index + match[0].length] ?? '。')
  return other === 0 && /[，。；：、（）]|[和与及或的了由应在]$/.test(around)
}

function doubled(
  unit: Parameters<typeof foundIn>[0],
  range: { from: number; to: number },
  word: string,
): Finding {
  return foundIn(unit, range, {
    message: both(`“${word}”重复`, `${word} stands twice`),
    remedy: both(`改为“${word}”`, `write ${word}`),
    replacement: word,
  })
}

const CONVERSION =
  /\ufffd|[\ue000-\uf8ff]|&(?:nbsp|lt|gt|amp|quot|#\d+);|<\/?(?:br|p|div|span|font|td|tr)\b[^<>]*>|锟斤拷|烫烫烫|屯屯|\*\*|\u200b{2,}|□|ÿ|â€|Ã[\u0080-\u00ff]/gi

const LEFT_BY_CONVERSION: Check = {
  name: 'conversion-leftover',
  applies: ALL,
  severity: 'error',
  source: 'convention',
  find: draft => [
    ...[...draft.source.text.matchAll(CONVERSION)].map(match =>
      leftover(draft, match.index, match[0].length),
    ),
    ...strayTraditional(draft),
    ...draft.regulation.problems
      .filter(({ rule }) => rule === 'stray-word')
      .map(({ span }) => leftover(draft, span.start, span.end - span.start)),
  ],
}

function leftover(draft: Draft, start: number, length: number): Finding {
  const text = draft.source.text.slice(start, start + length)
  return foundAt(
    addressAt(draft, start),
    { start, end: start + length },
    {
      message: both(`“${text}”是转换格式时的遗留`, `${text} is left over from a conversion`),
      remedy: both('对照原稿改正', 'correct it by the original'),
    },
  )
}

/** Single traditional characters in a text that is not traditional. */
function strayTraditional(draft: Draft): Finding[] {
  const found = draft.regulation.script === 'traditional' ? [] : traditionalIn(draft)
  return found.length > MOST_STRAY_CHARACTERS ? [] : found
}

function traditionalIn(draft: Draft): Finding[] {
  const { source } = draft
  return draft.units.flatMap(({ address, passage }) => {
    const found: Finding[] = []
    passage.runs.forEach(([at, origin], index) => {
      const end = passage.runs[index + 1]?.[0] ?? passage.text.length
      for (let clean = at; clean < end; clean++) {
        const start = origin + (clean - at)
        const printed = source.text[start]!
        if (printed === passage.text[clean] || !/[\u4e00-\u9fff]/.test(printed) || isLayout(printed)) continue
        const right = passage.text[clean]!
        if (!/[\u4e00-\u9fff]/.test(right) || fold(printed) === printed) continue
        found.push(
          foundAt(
            address,
            { start, end: start + 1 },
            {
              message: both(
                `“${printed}”是繁体字或者异体字`,
                `${printed} is a traditional or variant character`,
              ),
              remedy: both(`改为“${right}”`, `write ${right}`),
              replacement: right,
            },
          ),
        )
      }
    })
    return found
  })
}

export const LEFTOVERS: Check[] = [OTHER_PLACE, PLACEHOLDER, REMARK, DOUBLED, LEFT_BY_CONVERSION]
