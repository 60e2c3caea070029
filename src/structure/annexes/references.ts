import { SMALL_NUMERAL } from '../../lexicon/numerals.ts'
import { parseNumeral } from '../../text/numerals.ts'
import { spanOf } from '../../text/passage.ts'
import type { Annex, Article, Division, Paragraph, Passage, Problem, Reference } from '../../types.ts'
import { lawsIn, ownArticlesIn, referencesOf } from '../references.ts'

/**
 * The references of a document that may have annexes: those of its articles, those to an annex (按照附件1, 见附表二), and those that
 * stand in an annex. A set of rules in an annex cites its own articles, any other annex those of the text by name (本办法第三条).
 */
export function allReferencesOf(
  articles: Article[],
  divisions: Division[],
  annexes: Annex[],
): { references: Reference[]; problems: Problem[] } {
  const main = referencesOf(articles, divisions)
  if (annexes.length === 0) return main
  const rules = annexes.map(annex => referencesOf(annex.articles, annex.divisions))
  const inText = articles.flatMap(article => article.paragraphs)
  const inRules = annexes.flatMap(annex => annex.articles.flatMap(article => article.paragraphs))
  const loose = unitsOf(annexes.flatMap(annex => annex.paragraphs))
  const references = [
    ...main.references,
    ...rules.flatMap(each => each.references),
    ...loose.flatMap(unit => [...ownArticlesIn(unit, articles, divisions), ...lawsIn(unit)]),
    ...[...unitsOf([...inText, ...inRules]), ...loose].flatMap(unit => annexesIn(unit, annexes)),
  ]
  return {
    references: references.sort((a, b) => a.start - b.start || a.end - b.end),
    problems: [main, ...rules].flatMap(each => each.problems),
  }
}

interface Unit {
  address: string
  passage: Passage
}

function unitsOf(paragraphs: Paragraph[]): Unit[] {
  return paragraphs.flatMap(paragraph => [
    paragraph,
    ...paragraph.items.flatMap(item => [item, ...item.subitems]),
  ])
}

const NUMBER = `(?:[${SMALL_NUMERAL}]{1,3}(?![${SMALL_NUMERAL}览次])|\\d{1,3}(?!\\d))`
const CITED = new RegExp(`附(?<word>件|录|表)(?:（(?<bracketed>${NUMBER})）|(?<number>${NUMBER}))?`, 'g')

function annexesIn({ address, passage }: Unit, annexes: Annex[]): Reference[] {
  return [...passage.text.matchAll(CITED)].flatMap(match => {
    const { word, bracketed, number } = match.groups!
    const cited = annexes.filter(annex => isMeant(annex, word!, bracketed ?? number, annexes))
    // 附件 alone, where there are several, names none of them; another document's 附件3 is none of this one.
    if (cited.length !== 1 || address.startsWith(`${cited[0]!.address}/`)) return []
    const span = spanOf(passage, { from: match.index, to: match.index + match[0].length })
    return [{ from: address, text: match[0], kind: 'internal' as const, to: [cited[0]!.address], ...span }]
  })
}

function isMeant(annex: Annex, word: string, number: string | undefined, annexes: Annex[]): boolean {
  const labelled = annex.label.startsWith(`附${word}`) || (annex.label === '附：' && word === '件')
  if (!labelled) return false
  if (number === undefined) return annexes.filter(each => each.label.startsWith(`附${word}`)).length <= 1
  const own = /(\d+|[一二三四五六七八九十]+)/.exec(annex.label)?.[1]
  return parseNumeral(number) === (own === undefined ? annex.number : parseNumeral(own))
}
