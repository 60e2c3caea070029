import type { PreparedArticle } from './prepare.ts'

/** A stretch of an article with how much it tells of the article's matter: 1 is plain text. */
export interface TellingStretch {
  words: string[]
  weight: number
  /** Whether it is what a penalty is for: its end says what is done. */
  conduct?: boolean
}

// The sentence before a list says what the list is about; an item is one detail among many.
const LEAD = 2
const ITEM = 0.42
const CONDUCT = 1.7
const CONSEQUENCE = 0.15

/**
 * The article in stretches: the sentence that leads a list in, its items; the conduct that is fined and what follows from
 * it; other text, which tells the more the earlier it stands.
 */
export function stretchesOf(article: PreparedArticle): TellingStretch[] {
  const plain = isPenalty(article) ? 0.5 : 1
  const stretches: TellingStretch[] = []
  let offset = 0
  let itemWeight: number | null = null
  for (const { text, words, named } of article.pieces) {
    const fined = finedIn(text)
    const lead = leadIn(text)
    if (fined) {
      const bare = FORMULAIC.test(text.slice(fined.start, fined.end))
      const weight = bare ? CONSEQUENCE : CONDUCT
      stretches.push({ words: named, weight: bare ? CONDUCT : ITEM })
      stretches.push({ words: within(words, 0, fined.start), weight: CONSEQUENCE })
      stretches.push({ words: within(words, fined.start, fined.end), weight, conduct: !bare })
      stretches.push({ words: within(words, fined.end, text.length), weight: CONSEQUENCE })
    } else if (lead) {
      stretches.push({ words: within(words, 0, lead), weight: LEAD })
      stretches.push({ words: within(words, lead, text.length), weight: ITEM })
    } else {
      stretches.push({ words, weight: itemWeight ?? plain * (1 + 0.8 * Math.exp(-offset / 25)) })
    }
    if (lead) itemWeight = fined ? CONDUCT : ITEM
    offset += text.length
  }
  return stretches
}

/** Whether the article says what follows from a breach. */
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
// 拒不改正的，处…罚款: what is said of any conduct.
const FORMULAIC = /^(?:拒不|逾期|情节|造成|构成|经|有|违反|前款)|(?:之一|规定)$/

function finedIn(text: string): { start: number; end: number } | null {
  const end = conductEnd(text)
  if (end === null) return null
  const start = BREACH.exec(text)?.[0].length ?? 0
  return { start: start > end ? 0 : start, end }
}

/** Where a penalty follows 的， with nothing said after it that makes it milder. Each is looked for once, however long the sentence. */
function conductEnd(text: string): number | null {
  const from = NO_PENALTY.exec(text)?.[0].length ?? 0
  const found = text.slice(from).search(/的[，：]/)
  return found >= 0 && PENALTY.test(text.slice(from + found)) ? from + found : null
}

/** The words that stand between two places of the text. */
function within(words: string[], start: number, end: number): string[] {
  let at = 0
  return words.filter(word => {
    const place = at
    at += word.length
    return place >= start && place < end
  })
}
