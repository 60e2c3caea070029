import type { RegulationSummary } from '../site-types.ts'
import { articleText } from '../structure/address.ts'
import type { Regulation } from '../types.ts'

/** How much a document holds. `characters` counts the clean text of its articles, labels of items included. */
export function countsOf(regulation: Regulation): RegulationSummary['counts'] {
  const paragraphs = regulation.articles.flatMap(article => article.paragraphs)
  return {
    chapters: regulation.divisions.filter(division => division.kind === 'chapter').length,
    articles: regulation.articles.length,
    paragraphs: paragraphs.length,
    items: paragraphs.reduce((sum, paragraph) => sum + paragraph.items.length, 0),
    characters: regulation.articles.reduce(
      (sum, article) => sum + articleText(article).replaceAll('\n', '').length,
      0,
    ),
    problems: regulation.problems.length,
  }
}
