import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRegulation } from '../../src/analyse.ts'
import type { Regulation } from '../../src/types.ts'
import { loadCorpus } from '../io/corpus.ts'
import { printEvaluation } from './evaluation.ts'

/** Form of quality/reports/structure-corpora.json. */
export interface CorporaReport {
  corpora: { corpus: string; documents: number; whole: number }[]
}

/**
 * `tsx scripts/quality/score-corpora.ts FOLDER`: of every corpus in the folder, how many documents are read with articles numbered
 * without gap and every character accounted for. Writes quality/reports/structure-corpora.json.
 */
async function main([folder = '../shared/corpora']: string[]): Promise<void> {
  const corpora: CorporaReport['corpora'] = []
  for (const corpus of readdirSync(folder).sort()) {
    const { sources } = await loadCorpus(join(folder, corpus), { codebook: false })
    const whole = sources.filter(source => isWhole(readRegulation(source), source.text))
    corpora.push({ corpus, documents: sources.length, whole: whole.length })
  }
  writeFileSync('quality/reports/structure-corpora.json', printEvaluation({ corpora }))
}

function isWhole({ articles, accounting }: Regulation, text: string): boolean {
  const inOrder = articles.every(({ number }, at) => number === String(at + 1))
  const tiled = accounting.every(({ start }, at) => start === (accounting[at - 1]?.end ?? 0))
  return inOrder && tiled && accounting.at(-1)?.end === text.length
}

await main(process.argv.slice(2))
