import { articleText } from '../../src/structure/address.ts'
import type { Match, Regulation } from '../../src/types.ts'
import { analyseCorpus, type CorpusOptions } from '../io/analyse-corpus.ts'
import { EXIT, Failure } from '../io/failure.ts'
import { columns, padded, styled } from '../print/terminal.ts'

interface AlignOptions extends CorpusOptions {
  json?: boolean
}

/** Prints which article of one document answers which of another, and why; also in a corpus too large for all pairs. */
export async function align(left: string, right: string, options: AlignOptions): Promise<void> {
  if (left === right) throw new Failure(`align: "${left}" is named twice; name two documents`, EXIT.usage)
  const { analysis } = await analyseCorpus({ ...options, pairs: [[left, right]] })
  const { matches, regulations } = analysis
  console.log(options.json ? JSON.stringify(matches, null, 2) : tell(matches, regulations).join('\n'))
}

function tell(matches: Match[], regulations: Regulation[]): string[] {
  const texts = new Map(
    regulations.flatMap(({ articles }) => articles.map(article => [article.address, articleText(article)])),
  )
  const wide = Math.max(20, Math.floor((columns() - 42) / 2))
  const opening = (address: string) => padded((texts.get(address) ?? '').replaceAll('\n', ' '), wide)
  return matches.flatMap(({ a, b, relation, probability, basis, evidence }) => [
    `${padded(a, 16)}${relation === 'equivalent' ? '=' : '~'} ${padded(b, 16)}${probability.toFixed(2)}  ${opening(a)} ${opening(b)}`,
    styled('dim', `    ${basis}; ${evidence.phrases.slice(0, 3).join(' · ')}${runnerUp(evidence)}`),
  ])
}

function runnerUp({ runnerUp }: Match['evidence']): string {
  return runnerUp ? `; next ${runnerUp.a} ${runnerUp.b} ${runnerUp.score.toFixed(2)}` : ''
}
