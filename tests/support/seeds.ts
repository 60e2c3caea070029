import { readFileSync } from 'node:fs'
import { readRegulation } from '../../src/analyse.ts'
import type { Codebook, Regulation } from '../../src/types.ts'

/** The five regulations of the corpus as structure, in the manifest's order; for tests of alignment. */
export const seeds: Regulation[] = JSON.parse(readFileSync('corpus/corpus.json', 'utf8')).regulations.map(
  (entry: { id: string; place: string; file: string }) =>
    readRegulation({ ...entry, text: readFileSync(`corpus/${entry.file}`, 'utf8') }),
)

export const codebook: Codebook = JSON.parse(readFileSync('corpus/codebook.json', 'utf8'))

/** A regulation made of article texts, each on a line of its own. */
export function regulationOf(id: string, articles: string[]): Regulation {
  const text = articles.map((article, at) => `第${'一二三四五六七八九十'[at]}条 ${article}`).join('\n')
  return readRegulation({ id, place: '某市', file: `${id}.txt`, text })
}

/** The regulation under another id. */
export function renamed(regulation: Regulation, id: string): Regulation {
  return JSON.parse(JSON.stringify(regulation).replaceAll(`"${regulation.id}`, `"${id}`))
}
