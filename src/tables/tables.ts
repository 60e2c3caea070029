import type { Analysis } from '../types.ts'
import { alignmentTable, differencesTable, familiesTable, familyMembersTable } from './comparisons.ts'
import { articlesTable, problemsTable, referencesTable, regulationsTable, unitsTable } from './documents.ts'
import { laddersTable } from './ladders.ts'
import { lookupOf } from './lookup.ts'
import { withFamilies } from './membership.ts'
import { mentionsTable } from './mentions.ts'
import { penaltiesTable } from './penalties.ts'
import { provisionsTable } from './provisions.ts'
import { statementsTable } from './statements.ts'
import type { Table } from './table.ts'

/** Every table of an analysis, in the order of the pipeline. `sourceOf` gives a document's decoded text. */
export function tablesOf(analysis: Analysis, sourceOf: (id: string) => string): Table[] {
  const { regulations, entries, statements, matches, families } = analysis
  const lookup = lookupOf(regulations)
  const provisions = withFamilies(analysis.provisions, families, analysis.statements)
  return [
    regulationsTable(regulations, entries),
    unitsTable(regulations),
    articlesTable(regulations),
    referencesTable(regulations),
    statementsTable(statements, regulations, families),
    provisionsTable(provisions, regulations, lookup, sourceOf),
    laddersTable(provisions, regulations, families),
    penaltiesTable(analysis.penalties, analysis.acts, regulations, lookup, sourceOf),
    alignmentTable(matches),
    familiesTable(families, regulations, lookup),
    familyMembersTable(families, regulations, statements, lookup),
    differencesTable(analysis.differences),
    mentionsTable(analysis, lookup, sourceOf),
    problemsTable(analysis, sourceOf),
  ]
}
