import { comparisonOf } from '../../src/tables/comparison.ts'
import { docxOf } from '../../src/tables/formats/docx.ts'
import { markdownOf } from '../../src/tables/formats/markdown.ts'
import { lookupOf } from '../../src/tables/lookup.ts'
import type { Family, Regulation } from '../../src/types.ts'
import { cutter } from './columns.ts'

/** The comparison of some topics as a Word document, differences from the base in colour. */
export async function comparisonDocx(
  families: Family[],
  regulations: Regulation[],
  base: string,
  title: string,
): Promise<Blob> {
  const bytes = docxOf(await comparison(families, regulations, base), title)
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: DOCX })
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The same as Markdown. */
export async function comparisonMarkdown(
  families: Family[],
  regulations: Regulation[],
  base: string,
): Promise<string> {
  return markdownOf(await comparison(families, regulations, base))
}

async function comparison(families: Family[], regulations: Regulation[], base: string) {
  return comparisonOf(families, regulations, lookupOf(regulations), { cut: await cutter(), base })
}
