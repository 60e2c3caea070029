import { type AlignOptions, align } from './alignment/align.ts'
import { nearbyIn } from './alignment/links/links.ts'
import { differencesOf } from './compare/differences.ts'
import { mentionsOf } from './insights/mentions.ts'
import { withWordings } from './insights/wordings.ts'
import { penaltiesOf } from './penalties/penalties.ts'
import { provisionsOf } from './provisions/extract.ts'
import type { Statement } from './statement-types.ts'
import { statementsOf } from './statements/statements.ts'
import { structureOf } from './structure/structure.ts'
import type { Analysis, Provision, Regulation, Source } from './types.ts'

/**
 * The pipeline on one screen: Source → Regulation → Statement, Provision, Match, Family → Difference → Analysis.
 * Bytes become a `Source` in read/read.ts; tables/ writes an `Analysis` out.
 */

/** A document as structure, with the doubts of its byte reader before those of the structure. Reads any text. */
export function readRegulation(source: Source): Regulation {
  const regulation = structureOf(source)
  return { ...regulation, problems: [...(source.problems ?? []), ...regulation.problems] }
}

/** A document with what is found in it alone, before it is compared with others. */
export interface DocumentRead {
  source: Source
  regulation: Regulation
  statements: Statement[]
  provisions: Provision[]
}

/** Structure, statements and provisions of a document. Reads any text. */
export function readDocument(source: Source): DocumentRead {
  const regulation = readRegulation(source)
  return { source, regulation, statements: statementsOf(regulation), provisions: provisionsOf(regulation) }
}

/** Everything known about the documents, in the order given. `options` say how to align (see align.ts). */
export function analyse(title: string, documents: DocumentRead[], options: AlignOptions): Analysis {
  const regulations = documents.map(({ regulation }) => regulation)
  const statements = documents.flatMap(document => document.statements)
  const provisions = documents.flatMap(document => document.provisions)
  const aligned = align(regulations, { ...options, statements })
  const { matches, said, problems } = aligned
  const { penalties, acts } = penaltiesOf(documents, options.cut, nearbyIn(aligned.links))
  const families = withWordings(aligned.families, regulations)
  const differences = differencesOf({ regulations, families, provisions, said }, options.cut, options.pairs)
  const mentions = mentionsOf(families, regulations)
  const entries = documents.map(({ source: { text: _, problems: __, noise: ___, ...entry } }) => entry)
  return {
    title,
    entries,
    regulations,
    statements,
    provisions,
    penalties,
    acts,
    matches,
    families,
    said,
    differences,
    mentions,
    problems,
  }
}
