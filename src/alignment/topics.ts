import { hashOf } from '../text/hash.ts'
import type { Topic } from '../types.ts'
import type { PreparedArticle } from './prepare.ts'
import type { Rarity } from './weigh.ts'

/** Gives a row its topic: a stable id and a phrase typical of its members. */
export type Labeller = (members: string[]) => Topic

/** A labeller over the articles at hand; members may be paragraphs, they are read as their articles. */
export function labellerOf(articles: Map<string, PreparedArticle>, rarity: Rarity): Labeller {
  return members => {
    const whole = members.map(address => articles.get(address.split('/', 2).join('/'))!)
    const zh = phraseOf(whole, rarity)
    return { id: `m-${hashOf(whole.map(article => article.text).sort()[0]!)}`, zh, en: zh }
  }
}

/** The phrase of up to three words, inside a clause, that most members share and few other articles have. */
function phraseOf(members: PreparedArticle[], rarity: Rarity): string {
  const scores = new Map<string, number>()
  for (const { words } of members)
    for (const phrase of new Set(phrasesOf(words))) scores.set(phrase, (scores.get(phrase) ?? 0) + 1)
  let best = ''
  let highest = 0
  for (const [key, n] of scores) {
    const words = key.split(' ')
    const weight = n * words.reduce((sum, word) => sum + (word.length > 1 ? rarity.word(word) : 0), 0)
    if (weight > highest || (weight === highest && key < best)) [best, highest] = [key, weight]
  }
  return best.replaceAll(' ', '') || members[0]!.text.slice(0, 8)
}

const STRUCTURE =
  /^(?:应当|必须|可以|不得|本市|政府|部门|有关|以及|或者|按照|根据|依法|其他|进行|规定|本条例|本规则|市长|各级|相关|负责|予以)$/

function phrasesOf(words: string[]): string[] {
  return words.flatMap((_word, at) =>
    [1, 2, 3]
      .map(length => words.slice(at, at + length))
      .filter(run => run.every(isTelling))
      .map(run => run.join(' ')),
  )
}

function isTelling(word: string): boolean {
  return word.length > 1 && /^\p{L}+$/u.test(word) && !STRUCTURE.test(word)
}
