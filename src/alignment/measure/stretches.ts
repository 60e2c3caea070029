import { OPENING_CHARACTERS, STRETCH_WEIGHT } from '../thresholds.ts'
import type { Piece, PreparedArticle } from './prepare.ts'

/** A stretch of an article and how much it counts for what the article is about: 1 is plain text. */
export interface WeighedStretch {
  words: string[]
  weight: number
  /** Whether it is what a penalty is for: its last words name the act. */
  conduct?: boolean
}

/**
 * The article in stretches: the sentence that leads a list in, its items; the conduct that is fined and what follows from
 * it; other text, which counts the more the earlier it stands.
 */
export function stretchesOf(article: PreparedArticle): WeighedStretch[] {
  const plain = isPenalty(article) ? STRETCH_WEIGHT.besideFine : 1
  const stretches: WeighedStretch[] = []
  let offset = 0
  let itemWeight: number | null = null
  for (const piece of article.pieces) {
    const { text, words, named } = piece
    const fined = finedIn(text)
    const lead = leadIn(text)
    if (fined) {
      const bare = FORMULAIC.test(text.slice(fined.start, fined.end))
      const weight = bare ? STRETCH_WEIGHT.consequence : STRETCH_WEIGHT.conduct
      stretches.push({ words: named, weight: bare ? STRETCH_WEIGHT.conduct : STRETCH_WEIGHT.item })
      stretches.push({ words: wordsBetween(words, 0, fined.start), weight: STRETCH_WEIGHT.consequence })
      stretches.push({ words: wordsBetween(words, fined.start, fined.end), weight, conduct: !bare })
      stretches.push({
        words: wordsBetween(words, fined.end, text.length),
        weight: STRETCH_WEIGHT.consequence,
      })
    } else if (lead) {
      stretches.push({ words: wordsBetween(words, 0, lead), weight: STRETCH_WEIGHT.leadIn })
      stretches.push({ words: wordsBetween(words, lead, text.length), weight: STRETCH_WEIGHT.item })
    } else {
      const weight = itemWeight ?? plain * openingWeight(offset)
      for (const { start, end, share } of zonesOf(piece))
        stretches.push({ words: wordsBetween(words, start, end), weight: share * weight })
    }
    if (lead) itemWeight = fined ? STRETCH_WEIGHT.conduct : STRETCH_WEIGHT.item
    offset += text.length
  }
  return stretches
}

/** The stretches of a piece that say who acts, when, and what is done, with how much each counts. */
function zonesOf({ text, statement }: Piece): { start: number; end: number; share: number }[] {
  // What a sanction follows upon is its matter.
  const ofCondition = statement?.kind === 'sanction' ? 1 : STRETCH_WEIGHT.condition
  const parts = [
    { words: statement?.actor ?? '', share: STRETCH_WEIGHT.actor },
    ...(statement?.condition ?? '').split('，').map(words => ({ words, share: ofCondition })),
  ]
  const zones = parts
    .map(({ words, share }) => ({ start: text.indexOf(words), length: words.length, share }))
    .filter(({ start, length }) => start >= 0 && length > 0 && length < text.length - 1)
    .map(({ start, length, share }) => ({ start, end: start + length, share }))
    .sort((x, y) => x.start - y.start)
  const all: typeof zones = []
  let at = 0
  for (const zone of zones) {
    if (zone.start < at) continue
    all.push({ start: at, end: zone.start, share: 1 }, zone)
    at = zone.end
  }
  return [...all, { start: at, end: text.length, share: 1 }].filter(({ start, end }) => start < end)
}

/** What plain text counts by where it begins: most at the beginning of the article. */
function openingWeight(offset: number): number {
  return 1 + STRETCH_WEIGHT.opening * Math.exp(-offset / OPENING_CHARACTERS)
}

/** Whether the article is about what follows from a breach. */
export function isPenalty({ pieces }: PreparedArticle): boolean {
  return pieces[0] !== undefined && finedIn(pieces[0].text) !== null
}

/** How long the sentence is that leads a list in; 0 where none does. */
function leadIn(text: string): number {
  const lead = text.slice(0, text.indexOf('：') + 1)
  return /下列|以下|如下/.test(lead) ? lead.length : 0
}

// 违反本条例第十条第二项规定，在禁止吸烟场所吸烟的，由卫生健康主管部门责令改正
const PENALTY = /罚款|警告|责令|处罚|处分|没收|吊销|追究/
const NO_PENALTY = /^.*(?:从轻|减轻|不予|免予|信用|通报)/
const BREACH = /^(?:对)?(?:违反|有)[^，]*?(?:规定|所列|行为之一)[^，的]{0,4}，/
// 拒不改正的，处…罚款: what may follow any conduct.
const FORMULAIC = /^(?:拒不|逾期|情节|造成|构成|经|有|违反|前款)|(?:之一|规定)$/

function finedIn(text: string): { start: number; end: number } | null {
  const end = conductEnd(text)
  if (end === null) return null
  const start = BREACH.exec(text)?.[0].length ?? 0
  return { start: start > end ? 0 : start, end }
}

/** Where a penalty follows 的， with nothing after it that makes it milder. Each is looked for once, however long the sentence. */
function conductEnd(text: string): number | null {
  const from = NO_PENALTY.exec(text)?.[0].length ?? 0
  const found = text.slice(from).search(/的[，：]/)
  return found >= 0 && PENALTY.test(text.slice(from + found)) ? from + found : null
}

/** The words that stand between two places of the text. */
function wordsBetween(words: string[], start: number, end: number): string[] {
  let at = 0
  return words.filter(word => {
    const place = at
    at += word.length
    return place >= start && place < end
  })
}
