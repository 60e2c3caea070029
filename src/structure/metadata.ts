import { SMALL_NUMERAL } from '../lexicon/numerals.ts'
import { PROVINCE, PROVINCE_OF_NUMBER } from '../lexicon/provinces.ts'
import type { Flow } from '../text/lines.ts'
import { originalOf, slice, spanOf } from '../text/passage.ts'
import type { Article, Enactment, Metadata, Passage, Range, Replaced, Source } from '../types.ts'
import { datesIn } from './dates.ts'
import { DOCUMENT_NUMBER, type Matter, type MatterKind } from './matter.ts'
import { CLOSING_ARTICLES, REPEALING_SENTENCE } from './thresholds.ts'

/**
 * Metadata after GB/T 9704-2012, read from front and back matter and from the closing articles (施行, 废止).
 * Texts are in the source's script, widths settled and white space gone; dates ISO; null where the text states none.
 */
export function metadataOf(
  source: Source,
  flow: Flow,
  front: Matter[],
  back: Matter[],
  articles: Article[],
): Metadata {
  const own = (range: Range | null) => (range ? settledOf(flow.passage, range, source.text) : null)
  const one = (kind: MatterKind, matter: Matter[]) => matter.find(each => each.kind === kind) ?? null
  const enactments = enactmentsOf(source, flow, front)
  const adopted = enactments.find(each => each.kind === 'adopted')
  const disclosure = one('disclosure', front) ?? one('disclosure', back)
  return {
    title: titleOf(source, flow, front),
    place: source.place,
    province: provinceOf(source, flow, [...front, ...back], articles[0]),
    issuing_authority: own(issuerIn(front)),
    document_number: own(numberIn(front)),
    adopted_on: adopted?.on ?? null,
    adopted_by: adopted?.by ?? null,
    signed_on: dateOf(one('signed-on', front) ?? one('signed-on', back)),
    printed_on: dateOf(one('printed', back)),
    effective: effectiveOf(source, articles),
    replaces: replacedBy(source, articles),
    main_recipients: own(trimmed(one('main-recipients', front), /^/, /[：:]$/)),
    copied_to: own(trimmed(one('copied-to', back), /^(?:抄送|抄报|分送)(?:机关)?[：:]?/, /[。；]$/)),
    disclosure: own(trimmed(disclosure, /^（?(?:公开属性|公开方式|信息公开(?:选项)?)?[：:]?/, /）?$/)),
    enactments,
  }
}

/** The source's own characters; punctuation, digits and brackets as folded: ﹝2019﹞ is 〔2019〕. */
function settledOf(passage: Passage, range: Range, source: string): string {
  const clean = slice(passage, range).text
  const original = originalOf(passage, range, source)
  let text = ''
  for (let at = 0; at < clean.length; at++)
    text += /[\u4e00-\u9fff]/.test(clean[at]!) ? original[at]! : clean[at]!
  return text
}

function titleOf(source: Source, flow: Flow, front: Matter[]): string | null {
  const blocks = front.filter(each => each.kind === 'title')
  if (blocks.length === 0) return titleInNotice(source, flow, front)
  return blocks.map(block => settledOf(flow.passage, block, source.text)).join('')
}

/** 关于印发《X》的通知 names the regulation even where it does not stand above it. */
function titleInNotice(source: Source, flow: Flow, front: Matter[]): string | null {
  const notice = front.find(each => each.kind === 'notice-title' && /《[^《》]{2,60}》/.test(each.text))
  if (!notice) return null
  const from = notice.text.indexOf('《') + 1
  return settledOf(
    flow.passage,
    { from: notice.from + from, to: notice.from + notice.text.indexOf('》') },
    source.text,
  )
}

function dateOf(matter: Matter | null): string | null {
  return matter ? (datesIn(matter.text).at(-1)?.iso ?? null) : null
}

/** The block without its label and closing mark. */
function trimmed(matter: Matter | null, head: RegExp, tail: RegExp): Range | null {
  if (!matter) return null
  const from = matter.from + (head.exec(matter.text)?.[0].length ?? 0)
  const to = matter.to - (tail.exec(matter.text)?.[0].length ?? 0)
  return to > from ? { from, to } : null
}

function numberIn(front: Matter[]): Range | null {
  return matchIn(
    front.find(each => each.kind === 'document-number'),
    DOCUMENT_NUMBER,
  )
}

/** From the letterhead (X文件), else the notice's title (X关于印发…), else its signature. */
function issuerIn(front: Matter[]): Range | null {
  const of = (kind: MatterKind) => front.find(each => each.kind === kind)
  return (
    matchIn(of('letterhead'), /^[^，。；]{2,40}(?=文件$)/) ??
    matchIn(of('notice-title'), /^[^，。；《》]{2,40}?(?=关于|印发)/) ??
    matchIn(of('signature'), /^[^，。；]{2,40}$/)
  )
}

function matchIn(matter: Matter | undefined, pattern: RegExp): Range | null {
  const match = matter && pattern.exec(matter.text)
  return match ? { from: matter.from + match.index, to: matter.from + match.index + match[0].length } : null
}

const ENACTING_VERBS: { verb: RegExp; kind: Enactment['kind'] }[] = [
  { verb: /修正|修改|增订/, kind: 'amended' },
  { verb: /修订/, kind: 'revised' },
  { verb: /批准/, kind: 'approved' },
  { verb: /通过/, kind: 'adopted' },
  { verb: /公布|发布|颁布/, kind: 'announced' },
]

// One event: who and when up to the verb; a verb inside a law's name or followed by 的 belongs to a larger event.
const ENACTING =
  /(?:订定|制定|修正|修订|增订)?(?:发布|公布)(?!的|废止|之?日)|(?:通过|批准|修正|修订|颁布)(?!的|发布|公布)/g

/** Adoption, approval, amendments in the order of the text, from 题注, the notice's own sentence and 沿革. */
function enactmentsOf(source: Source, flow: Flow, front: Matter[]): Enactment[] {
  const blocks = wholeHistory(flow, front).filter(
    each => each.kind === 'enactment' || each.kind === 'history' || isNoticeSentence(each),
  )
  const events = blocks.flatMap(each => eventsIn(source, flow, each))
  // The notice and the 题注 both name the same meeting: once is enough.
  const listed = new Set<string>()
  return events.filter(({ kind, on }) => {
    const known = on !== null && listed.has(`${kind} ${on}`)
    listed.add(`${kind} ${on}`)
    return !known
  })
}

/** 沿革 with its wrapped lines put together: a new entry begins with its number. */
function wholeHistory(flow: Flow, front: Matter[]): Matter[] {
  const whole: Matter[] = []
  for (const each of front) {
    const last = whole.at(-1)
    if (last?.kind !== 'history' || each.kind !== 'history' || /^\d{1,3}\./.test(each.text)) whole.push(each)
    else whole[whole.length - 1] = { ...last, to: each.to, text: flow.passage.text.slice(last.from, each.to) }
  }
  return whole
}

function isNoticeSentence({ kind, text }: Matter): boolean {
  return kind === 'notice' && /通过|批准|同意/.test(text)
}

function eventsIn(source: Source, flow: Flow, matter: Matter): Enactment[] {
  const events: Enactment[] = []
  const hidden = matter.text.replace(/《[^《》]{0,80}》/g, name => '《'.padEnd(name.length, '》'))
  let from = /^\d{1,3}\./.exec(hidden)?.[0].length ?? 0
  for (const match of hidden.matchAll(ENACTING)) {
    const to = match.index + match[0].length
    const kind = ENACTING_VERBS.find(each => each.verb.test(match[0]))!.kind
    events.push(eventOf(source, flow, matter, hidden, { from, to: match.index }, to, kind))
    from = to
  }
  return events
}

function eventOf(
  source: Source,
  flow: Flow,
  matter: Matter,
  hidden: string,
  clause: Range,
  to: number,
  kind: Enactment['kind'],
): Enactment {
  const text = hidden.slice(clause.from, clause.to)
  const date = datesIn(text)[0]
  const by = bodyIn(text, date?.to ?? 0)
  const place = (range: Range) => ({
    from: matter.from + clause.from + range.from,
    to: matter.from + clause.from + range.to,
  })
  return {
    kind,
    on: date?.iso ?? null,
    by: by ? settledOf(flow.passage, place(by), source.text) : null,
    span: spanOf(flow.passage, place({ from: date?.from ?? 0, to: to - clause.from })),
  }
}

/** The meeting or office in 2023年8月7日（召开的）…会议（研究、审议）通过, without the words round it. */
function bodyIn(text: string, from: number): Range | null {
  const match = AUTHORITY.exec(text.slice(from))
  if (!match?.[1]) return null
  const at = from + match[0].indexOf(match[1])
  return { from: at, to: at + match[1].length }
}
const AUTHORITY = new RegExp(
  `^(?:日)?(?:召开的|经|由|根据|在|，|）|（)*([^，。；：《》]{2,60}?)(?:的|上)?(?:研究|审议|讨论|表决|会议集体研究|集体研究|第[${SMALL_NUMERAL}]次|令)*(?:《|，|$)`,
)

function closingPassages(articles: Article[]): Article['paragraphs'] {
  return articles
    .slice(-CLOSING_ARTICLES)
    .flatMap(article => article.paragraphs)
    .reverse()
}

/** The date, or the text's own words where it names no day: 自公布之日起. */
function effectiveOf(source: Source, articles: Article[]): string | null {
  for (const { passage } of closingPassages(articles)) {
    const match = /自([^，。；]{2,30}?)(?:之日)?起?((?:正式)?(?:施行|实施|执行|生效))/.exec(passage.text)
    if (!match) continue
    const dates = datesIn(match[1]!)
    if (dates[0]) return dates[0].iso
    const words = match[0].length - match[2]!.length
    return settledOf(passage, { from: match.index, to: match.index + words }, source.text)
  }
  return null
}

/** 2018年11月12日…印发的《X》（卫政发〔2018〕74号）同时废止: the predecessor, its number and date. */
function replacedBy(source: Source, articles: Article[]): Replaced | null {
  for (const { passage } of closingPassages(articles)) {
    const end = passage.text.search(/(?:同时|予以|即行|即)?废止|停止执行|同时停止/)
    const start = Math.max(passage.text.lastIndexOf('。', end) + 1, end - REPEALING_SENTENCE)
    const sentence = passage.text.slice(start, Math.max(start, end))
    const title = /《([^《》]{2,80})》/.exec(sentence)
    if (!title) continue
    const own = (from: number, length: number) =>
      settledOf(passage, { from: start + from, to: start + from + length }, source.text)
    const after = sentence.slice(title.index + title[0].length)
    const number = /^[（(]([^（）]{2,30}号)[）)]/.exec(after)
    return {
      title: own(title.index + 1, title[1]!.length),
      document_number: number ? own(title.index + title[0].length + 1, number[1]!.length) : null,
      issued_on: datesIn(sentence.slice(0, title.index)).at(-1)?.iso ?? null,
    }
  }
  return null
}

const NATIONAL = /^(?:全[国國]|[国國]家|中央)$/
const OPENING_PROVINCE = new RegExp(`^(?:中共|中国共产党)?(${PROVINCE})`)
const ENACTING_PROVINCE = new RegExp(`(?:${PROVINCE})(?=第|人民|人大)`)
const OWN_HEAD = new Set<MatterKind>([
  'title',
  'letterhead',
  'notice-title',
  'document-number',
  'signature',
  'printed',
])

/**
 * As in the manifest, else as the text's own head, issuer or document number says, or the rules of a province on which its
 * first article is based. What the text mentions elsewhere says nothing about whose it is.
 */
function provinceOf(source: Source, flow: Flow, matter: Matter[], first: Article | undefined): string | null {
  if (source.province) return source.province
  if (NATIONAL.test(source.place)) return null
  const stated = provinceInHead(matter)
  if (stated) return settledOf(flow.passage, stated, source.text)
  return provinceOfNumber(matter) ?? provinceInBasis(source, first)
}

function provinceInHead(matter: Matter[]): Range | null {
  for (const { kind, from, text } of matter) {
    // A meeting that is named with its number adopted the text; what is named inside 《》 is another text.
    const names =
      kind === 'enactment' ? text.replace(/《[^《》]{0,80}》/g, name => '《'.padEnd(name.length, '》')) : text
    const match = OWN_HEAD.has(kind)
      ? OPENING_PROVINCE.exec(names)
      : kind === 'enactment'
        ? ENACTING_PROVINCE.exec(names)
        : null
    const found = match && (match[1] ?? match[0])
    if (match && found) {
      const at = from + match.index + match[0].length - found.length
      return { from: at, to: at + found.length }
    }
  }
  return null
}

function provinceOfNumber(matter: Matter[]): string | null {
  const number = matter.find(each => each.kind === 'document-number')
  return PROVINCE_OF_NUMBER[number?.text.slice(0, 2) ?? ''] ?? null
}

/** 根据《甘肃省人民政府工作规则》: a place is governed by the rules of its own province; of two provinces neither is told. */
function provinceInBasis(source: Source, first: Article | undefined): string | null {
  const passage = first?.paragraphs[0]?.passage
  if (!passage) return null
  const named = [...passage.text.matchAll(new RegExp(`《(${PROVINCE})`, 'g'))]
  if (named.length === 0 || named.some(match => match[1] !== named[0]![1])) return null
  const from = named[0]!.index + 1
  return settledOf(passage, { from, to: from + named[0]![1]!.length }, source.text)
}
