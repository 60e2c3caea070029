import { functionWords } from '../../lexicon/function-words.ts'
import { OBLIGING } from '../../lexicon/modality.ts'
import type { Provision } from '../../types.ts'
import { lastClause } from '../place.ts'
import { subjectPart } from './noun-phrase.ts'

/** What a number is about, and where that was found. */
export type Subject = Pick<Provision, 'subject' | 'subjectFrom'>

/** The words around a provision in its sentence, and what stands above it. */
export interface Setting {
  /** The sentence before the quote, before the number with its bound words, and after it. */
  ahead: string
  before: string
  after: string
  quote: string
  /** The sentence after the quote. */
  beyond: string
  /** How the unit begins, and its text before this sentence; both cut to what a reader would look at. */
  opening: string
  earlier: string
  /** The paragraph's own words where the unit is one of its items. */
  lead: string
  /** Clean texts of the items that the unit introduces. */
  items: string[]
  /** Clean text of the article's first paragraph. */
  article: string
  /** Caption of the article, else heading of its division. */
  heading: string
  /** Subject of the threshold read before this one in the same unit, for 50万元以上的，…. */
  previous: string | null
}

/** What a clause itself names, and whether that needs a topic before it: none, the sentence's first, the nearest. */
export interface Own {
  name: string
  whose: 'itself' | 'first' | 'nearest'
}

export const itself = (name: string): Own => ({ name, whose: 'itself' })
export const ofTopic = (name: string): Own => ({ name, whose: 'first' })

/** The noun phrase right before the number. */
export function phrase({ ahead }: Setting): Own {
  const name = subjectPart(lastClause(ahead).replace(WHO_VOTES, '').replace(DUTY, ''))
  return name.length >= 2 ? itself(name) : ofTopic('')
}

// 候选人获得全体职工|半数以上赞成票, 应当经全体董事|过半数同意: whose votes they are is the base.
const WHO_VOTES = new RegExp(
  `(?:${OBLIGING}|非|未)?(?:获得|${functionWords('经由以')})[^，]{2,40}$|(?:${OBLIGING})有[^，]{2,40}$`,
)
const DUTY = new RegExp(`^(?:${OBLIGING}|可以)(?:按照规定)?`)

/** The act that a text begins with, up to the next clause; 向党委办公厅、政府办公厅报备 goes on, 向市长请假、并书面报告 does not. */
export function actOf(text: string): string {
  const words = /^(?:[^，。；：、]|、(?!并|同时|及时))*/.exec(text.replace(/^（[^）]*）/, ''))![0]
  return words.replace(/^(?:的|正式|及时|予以)+|(?:的|完毕)$|或者未.*$|为之$|(?<=..)之$/g, '').slice(0, 40)
}
