import type { ClausePair } from '../diff/diff.ts'
import { foldedNames } from '../diff/names.ts'
import { contentOf } from '../diff/tokens.ts'
import { BODY, OWN_MEETING } from '../lexicon/bodies.ts'
import { CONDITION, OCCASIONS, PART } from '../lexicon/conditions.ts'
import { JOINING } from '../lexicon/function-words.ts'
import { quantitiesOf } from '../provisions/quantity.ts'
import type { Range } from '../types.ts'
import {
  type Comparison,
  hunksOf,
  isAnswered,
  type SentenceLikeness,
  type Side,
  sentenceAround,
  sliceOf,
} from './finding.ts'
import { BESIDE_LAW, SAME_BEGINNING, SENTENCE_OF_ONE_WORDING } from './thresholds.ts'

/**
 * Whether a range is the conjunction that adds the government itself: 市人民政府及各部门 names the government
 * and its departments, 市人民政府各部门 the departments alone.
 */
export function isGovernmentItself({ unit: { text } }: Side, range: Range): boolean {
  return (
    /^[及和]$/.test(text.slice(range.from, range.to)) &&
    /政府$/.test(text.slice(0, range.from)) &&
    /^(?:各|其|组成|工作)?(?:组成|工作)?部门/.test(text.slice(range.to))
  )
}

const LAW = /《[^》]+》/
const EACH_BODY = new RegExp(BODY, 'g')

/** Whether words name a body or person, a number, a condition, a law, or a part in an act (PART). */
export function namesSubstance(text: string): boolean {
  return (
    LAW.test(text) ||
    CONDITION.test(text) ||
    PART.test(text) ||
    text.search(EACH_BODY) >= 0 ||
    quantitiesOf(text).length > 0
  )
}

/** A kind of matter, as notes name it. */
export type Matter = keyof typeof MATTERS

/** The kinds of matter, with the words for them in English gists. */
export const MATTERS = {
  机构人员: 'bodies or persons',
  依据: 'legal basis',
  条件: 'condition',
  内容: 'matter',
}

/** The kind of matter that these words add to a text or leave out of it. */
export function matterOf(text: string): Matter {
  if (LAW.test(text) && contentOf(text.replace(LAW, '')).length <= BESIDE_LAW) return '依据'
  if (/^由?[^，。；的]{2,16}(?:部门|机关|机构|单位)$/.test(text)) return '机构人员'
  const named = (text.match(EACH_BODY) ?? []).join('').length
  if (named * 5 >= contentOf(text).length * 4) return '机构人员'
  if (/.{4}(?:的|时|期间|除外)[，）]?$/.test(text)) return '条件'
  if (named > 0 && named * 2 >= contentOf(text).length) return '机构人员'
  return CONDITION.test(text) || occasionsIn(text).length > 0 ? '条件' : '内容'
}

/** The names of the OCCASIONS that a text mentions. */
export function occasionsIn(text: string): string[] {
  return Object.entries(OCCASIONS).flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []))
}

/**
 * Patterns for the head of a sentence, what it is about: in whose name a document is issued, who holds a
 * meeting, which meeting it is, in which direction a document goes, which term is defined.
 */
const HEADS = [
  /以([^，。；：以]{2,24}?)(?:的)?名义/g,
  /(?<=^|[，：])([^，。；：、的]{2,14}?)(?:主持|召集)?召开的/g,
  new RegExp(
    `(?<=^)(?:(?!报|提请|须|应|经|由)[^，。；：]){0,8}?((?:[^，。；：的报请须应经由]{0,8}?${OWN_MEETING}议?[、和及与或]?)+)`,
    'g',
  ),
  /所称的?([^，。；：]{2,14})/g,
  /((?:上行文|平行文|下行文)(?:[、和及](?:上行文|平行文|下行文))*)/g,
]

/**
 * Whether two ranges, one in each text, have heads that exclude each other: documents in the office's name
 * and in the government's, a meeting of the mayor and one of the secretary-general. Such ranges are no
 * counterparts, however alike they are.
 */
export function haveOtherHeads({ a, b }: Comparison, inA: Range, inB: Range): boolean {
  return HEADS.some(head => {
    const [old, now] = [headOf(a, inA, head), headOf(b, inB, head)]
    return old.length > 0 && now.length > 0 && !old.some(each => now.includes(each))
  })
}

/**
 * The names in the last head of one kind, from the beginning of the sentence to the end of the range; [] when
 * there is none. A head holds for all parts of its sentence, also those after a semicolon.
 */
function headOf(side: Side, range: Range, head: RegExp): string[] {
  const { text } = side.unit
  const from = Math.max(...['。', '！', '？', '\n'].map(stop => text.lastIndexOf(stop, range.from - 1))) + 1
  const parts = text
    .slice(from, range.to)
    .replace(/[。！？\n]+$/, '')
    .split('；')
  for (const part of parts.reverse()) {
    const named = [...part.matchAll(head)].map(match => match[1]!)
    if (named.length > 0) return named.flatMap(words => partiesOf(side, words))
  }
  return []
}

const PARTIES = new RegExp(`、|${JOINING}`)

function partiesOf(side: Side, words: string): string[] {
  return words
    .split(PARTIES)
    .map(party =>
      foldedNames(party, side.names).replace(/^(?:凡|不|需|由|〔本级〕人民政府)(?=.{2})|[议]$|同志/g, ''),
    )
    .filter(party => party !== '')
}

/**
 * Makes a test for pairs of clauses: whether their two sentences begin with matching clauses that name the
 * same. A duty of another official, or in another case, is a different duty whatever its words.
 */
export function headsAnswer(
  comparison: Comparison,
  pairs: ClausePair[],
  sentences: SentenceLikeness,
): (pair: ClausePair) => boolean {
  const { a, b } = comparison
  const namesOther = (pair: ClausePair) =>
    hunksOf(pair).some(hunk => namesSubstance(sliceOf(a, hunk.a)) || namesSubstance(sliceOf(b, hunk.b)))
  const headOfPair = (pair: ClausePair) => {
    const [atA, atB] = [sentenceAround(a.unit.text, pair.a).from, sentenceAround(b.unit.text, pair.b).from]
    return pairs.find(
      each =>
        isAnswered(each) && each.a.from <= atA && atA < each.a.to && each.b.from <= atB && atB < each.b.to,
    )
  }
  return pair => {
    const head = headOfPair(pair)
    return (
      head !== undefined &&
      head.likeness >= SAME_BEGINNING &&
      sentences(pair) >= SENTENCE_OF_ONE_WORDING &&
      (head === pair || !namesOther(head))
    )
  }
}
