import type { Statement } from '../../src/statement-types.ts'
import { statementsOf } from '../../src/statements/statements.ts'
import { structureOf } from '../../src/structure/structure.ts'
import { regulationOf } from './provisions-cases.ts'

/** What stands on a page of sentences: titles, sentences, and the lines of each. */
export interface Sentence {
  title: string
  text: string
  lines: string[]
}

/** Reads a page: `# title`, a sentence, its `==> ` lines. */
export function sentencesOn(page: string): Sentence[] {
  const sentences: Sentence[] = []
  let title = ''
  for (const line of page.slice(page.indexOf('\n#') + 1).split('\n')) {
    if (line.startsWith('# ')) title = line.slice(2)
    else if (line.startsWith('==> ')) sentences.at(-1)!.lines.push(line.slice(4))
    else if (line !== '') sentences.push({ title, text: line, lines: [] })
  }
  return sentences
}

/** The statements of a sentence; of `lead ‖ item` those of the item. */
export function statementLines(text: string): string[] {
  const address = text.includes(' ‖ ') ? 'case/1/1/1' : 'case/1/1'
  return statementsOf({ ...regulationOf(text), id: 'case', references: [] })
    .filter(statement => statement.address === address)
    .map(lineOf)
}

function lineOf({ kind, actor, modality, condition, act }: Statement): string {
  return [kind, actor, modality, condition, act].map(part => part ?? '–').join(' | ')
}

/** The statements of a whole text: id, kind and words, `<` the lead-in, `->` the statements cited. */
export function documentLines(text: string): string[] {
  const regulation = structureOf({ id: 'x', place: '', file: '', text: `甲办法\n${text}` })
  return statementsOf(regulation).map(
    ({ id, kind, text, lead, citedStatements }) =>
      `${id} ${kind} ${text}${lead && ` < ${lead}`}${citedStatements.length > 0 ? ` -> ${citedStatements.join(' ')}` : ''}`,
  )
}
