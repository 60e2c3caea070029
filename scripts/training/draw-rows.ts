import { writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { align } from '../../src/alignment/align.ts'
import { bothWays, type Links } from '../../src/alignment/links/links.ts'
import type { Statement } from '../../src/statement-types.ts'
import { loadCorpus } from '../io/corpus.ts'
import { cut } from '../io/cut.ts'
import { claimGenres } from '../quality/claims.ts'
import { drawnRows, rowKey, rowSheet, rowShown } from '../quality/row-sheet.ts'
import { answersWithout } from './statements.ts'

/**
 * Draws rows of a corpus for a judge, made with answers that were neither counted nor fitted on it where it is one of the genres of
 * claims: `npx tsx scripts/training/draw-rows.ts CORPUS --seed 1 [--rows 20] [--corpora DIR] --out SHEET.md`. Writes the sheet, and
 * beside it SHEET.json, in which the judge's answers go. `--corpora` is the folder of the other genres; without it, that of CORPUS.
 */
async function main(): Promise<void> {
  const [corpus] = process.argv.slice(2)
  const [seed, out] = [option('seed'), option('out')]
  if (!corpus || !seed || !out) throw new Error('needed: CORPUS --seed WORD --out SHEET.md')
  const name = basename(corpus)
  const genres = await claimGenres(option('corpora') ?? dirname(corpus))
  // What is kept with the code was fitted on the genres of claims alone.
  const answers = genres.some(genre => genre.name === name) ? answersWithout(name, genres) : {}
  const { documents } = await loadCorpus(corpus, { codebook: false })
  const regulations = documents.map(({ regulation }) => regulation)
  const statements = documents.flatMap(each => each.statements)
  const { families, links } = align(regulations, { cut, statements, answers })
  const near = nearness(links)
  const rows = drawnRows(families, seed, Number(option('rows') ?? 20)).map(family =>
    rowShown(family, statements, near),
  )
  const about = `${rows.length} rows of ${name} drawn by seed ${seed}, answers fitted and counted without it`
  writeFileSync(out, rowSheet(about, rows))
  writeFileSync(out.replace(/(?:\.md)?$/, '.json'), rowKey(about, rows))
}

/** How surely a row's statements say one outside: the sum of its links over the row's documents. */
function nearness(links: Links): (outside: Statement, inside: Statement[]) => number {
  const near = bothWays(links)
  const numbers = new Map(links.entries.map(({ statement }, at) => [statement.id, at]))
  return (outside, inside) => {
    // A copy of a document has no links of its own.
    const likeness = near[numbers.get(outside.id) ?? -1]
    const best = new Map<string, number>()
    for (const { id, regulation } of inside)
      best.set(regulation, Math.max(best.get(regulation) ?? 0, likeness?.get(numbers.get(id)!) ?? 0))
    return [...best.values()].reduce((sum, each) => sum + each, 0)
  }
}

function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? undefined : process.argv[at + 1]
}

await main()
