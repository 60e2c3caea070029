import { ADDRESSED } from '../lexicon/bodies.ts'
import { SANCTION_WORDS } from '../lexicon/penalties.ts'
import type { Penalty, SanctionKind } from '../penalty-types.ts'
import { nameAtHead } from '../statements/actor.ts'
import type { Provision } from '../types.ts'
import type { Phrase } from './phrases.ts'

/** A sanction as its phrase says it, before what stands around it is known. */
export interface Sanction
  extends Pick<Penalty, 'kind' | 'addressee' | 'min' | 'max' | 'times' | 'per' | 'authority' | 'note'> {}

/**
 * The sanctions of a phrase in its order: 给予警告或者处五十元罚款 is two. Of a fine one for each sum that a provision of the unit has
 * inside the phrase, else one without a sum. `ordered` says that the statement has ordered correction already: 责令停止，|限期清除 is one.
 */
export function sanctionsIn(phrase: Phrase, provisions: Provision[], ordered: boolean): Sanction[] {
  const { text } = phrase
  const found = wordsIn(text).filter(
    ({ kind }) => !(ordered && kind === 'order-to-correct' && LIMITED.test(text)),
  )
  const circumstances = { authority: authorityIn(text), addressee: addresseeIn(text) }
  return found.flatMap(({ kind, from, to }, at) => {
    const before = text.slice(at === 0 ? 0 : found[at - 1]!.to, from)
    const base = { ...circumstances, kind, note: noteOf(kind, before, at, text) }
    return kind === 'fine'
      ? finesIn(phrase, provisions, at === 0 ? 0 : found[at - 1]!.to, to).map(fine => ({
          ...base,
          ...fine,
          note: [base.note, fine.note].filter(Boolean).join('；'),
        }))
      : [{ ...base, ...NO_SUM }]
  })
}
const LIMITED = /^(?:并|同时)?限期/

const KINDS = Object.entries(SANCTION_WORDS).map(([kind, words]) => ({
  kind: kind as SanctionKind,
  pattern: new RegExp(words, 'g'),
}))

/** Words of sanctions in a text, in its order: of those that overlap the first kind has them; one of each kind but fines. */
function wordsIn(text: string): { kind: SanctionKind; from: number; to: number }[] {
  const found: { kind: SanctionKind; from: number; to: number }[] = []
  for (const { kind, pattern } of KINDS)
    for (const { 0: words, index } of text.matchAll(pattern)) {
      const to = index + words.length
      const taken = found.some(other => index < other.to && other.from < to)
      const again = kind !== 'fine' && found.some(other => other.kind === kind)
      if (!taken && !again) found.push({ kind, from: index, to })
    }
  // 依照…处罚法的规定没收: that a law of penalties is named, or a fine spoken of, is no further sanction.
  const others = found.filter(({ kind }) => kind !== 'other')
  const kept =
    others.length > 0
      ? found.filter(each => each.kind !== 'other' || STANDS_ALONE.test(text.slice(each.from, each.to)))
      : found
  return kept.sort((a, b) => a.from - b.from)
}
const STANDS_ALONE = /处分|责任|赔偿|代为|强制/

/** Each sum of the provisions inside a stretch of the phrase. */
function finesIn({ from, text }: Phrase, provisions: Provision[], start: number, end: number) {
  const inside = provisions.filter(
    ({ measure, range }) =>
      /^fine/.test(measure) &&
      range.from < from + end &&
      range.to > from + start &&
      range.to <= from + text.length,
  )
  if (inside.length === 0) return [{ ...NO_SUM, note: '' }]
  return inside.map(sumsOf)
}

const NO_SUM = { min: null, max: null, times: null, per: null }

/** The ends of a fine: of 二百元以下 only the upper, of a plain sum both. A multiple has no sum. */
export function sumsOf(provision: Provision): Pick<Penalty, 'min' | 'max' | 'times' | 'per' | 'note'> {
  const { per, base, measure, unit } = provision
  const [min, max] = endsOf(provision)
  const note = unit && unit !== '元' && unit !== '%' && unit !== '倍' ? unit : ''
  if (measure === 'fine') return { min, max, times: null, per: per && `每${per}`, note }
  const counted = unit === '%' ? '百分数' : '倍数'
  return { ...NO_SUM, times: [min, max], per: base ? `${base}的${counted}` : counted, note }
}

function endsOf({ comparator, value, max }: Provision): [number | null, number | null] {
  if (comparator === 'range') return [value, max]
  if (comparator === '<' || comparator === '<=') return [null, value]
  return [value, comparator === '>' || comparator === '>=' ? null : value]
}

/** Who punishes, of a phrase: 由…责令, or the body that stands at its head. */
function authorityIn(text: string): string | null {
  const named = LIABLE_ONE.test(text) ? undefined : BY.exec(text)?.[1]
  if (named)
    return (
      named.replace(
        /(?:按照?|根据|依据)(?:各自)?的?(?:职责|分工|权限)(?:分工)?$|依法$|依照.*$|按照.*$/,
        '',
      ) || null
    )
  const head = nameAtHead(text)
  return head && /^(?:可以|应当|有权)?(?:依法)?(?:责令|处|给予|没收|约谈|对)/.test(head.rest)
    ? head.name
    : null
}
// 由侵权人承担责任: no authority, but who is liable.
const LIABLE_ONE = /由[^，]{2,20}(?:承担|赔偿)/
const BY =
  /由((?:[^，。；由对]|对外)*?)(?=责令|处(?:以|[一二三四五六七八九十百千万两]|\d|警告|每|违)|给予|予以|没收|吊销|依法|依照|按照|根据|依据|扣留|暂扣|收缴|收容|警告|可以|并处|分别|对|督促|限期|通知|追究|代为|处理|处罚|实施|执行|$)/

/** Whom a phrase names: 对个人处五十元罚款. */
function addresseeIn(text: string): string | null {
  const names = [...text.matchAll(AT)].map(([, name]) =>
    name!.replace(/^(?:其(?!他)|该|上述|负有[^的]*的(?=单位))/, ''),
  )
  return names.find(name => ADDRESSED.test(name)) ?? oneIn(text)
}

function oneIn(text: string): string | null {
  const [, alone, liable] = ONE.exec(text) ?? []
  return alone ?? (liable && ADDRESSED.test(liable) ? liable : null)
}
const AT =
  /(?<![反针])对((?:[^，。；：对]|、){2,40}?)(?:可以|可|并|应当|依法|分别|一次性|各|按照?|每[^，。；]{1,4}|所[^，]{0,6})*(?:处|罚|给予|予以|进行|追究|依照|责令|没收)/g
const ONE =
  /(?:^|[，；：])(个人|单位|企业|自然人|法人|公民|经营者)(?=(?:可以|可|应当)?(?:并?处|罚款|给予))|^由?([^，]{2,20}?)(?:应当)?(?:依法)?(?:承担|负责赔偿)/

/** How a sanction stands beside the one before it; of kind other its words. */
function noteOf(kind: SanctionKind, before: string, at: number, text: string): string {
  const join = /或者?(?:处|给予)?$/.test(before.slice(-4)) && at > 0 ? '择一' : ADDED.exec(before)?.[0]
  return [join === undefined ? '' : join, kind === 'other' ? text : ''].filter(Boolean).join('；')
}
const ADDED =
  /可以并处|可以并|可并处|可以(?=处|对|给予|由|责令|没收|吊销|$)|并处|(?<![吞合])并(?=处|责令|没收|给予|$)/
