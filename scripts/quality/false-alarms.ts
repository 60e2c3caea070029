import { readDocument } from '../../src/analyse.ts'
import { checkDraft } from '../../src/drafting/check-draft.ts'
import type { Fault } from '../../src/drafting/check-types.ts'
import { loadCorpus } from '../io/corpus.ts'

/**
 * What the checks of drafts find in finished, official texts, where nearly all of it is a false alarm: counts by rule and findings a
 * document by severity. `npx tsx scripts/quality/false-alarms.ts CORPUS … [--rule NAME]` also lists the findings of one rule.
 */
const at = process.argv.indexOf('--rule')
const rule = at < 0 ? null : process.argv[at + 1]!
const folders = process.argv.slice(2, at < 0 ? undefined : at)

for (const folder of folders) {
  const { sources } = await loadCorpus(folder, { codebook: false })
  const read = sources.map(readDocument)
  const started = performance.now()
  const found = read.map(document => ({ document, faults: checkDraft(document) }))
  const time = performance.now() - started
  const faults = found.flatMap(each => each.faults)
  const rate = (severity: string) =>
    (faults.filter(each => each.severity === severity).length / read.length).toFixed(2)
  console.log(
    `${folder}: ${read.length} documents; a document errors ${rate('error')}, warnings ${rate('warning')}, notes ${rate('note')}; ${(time / read.length).toFixed(0)} ms`,
  )
  for (const [name, count] of countsOf(faults)) console.log(`  ${String(count).padStart(4)} ${name}`)
  for (const { document, faults: own } of found)
    for (const fault of own.filter(each => each.rule === rule))
      console.log(
        `    ${document.regulation.id} ${fault.article} ${contextOf(document.source.text, fault)}\n      ${fault.message}`,
      )
}

function countsOf(faults: Fault[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const { severity, rule: name } of faults) {
    const key = `${severity} ${name}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => (a[0] < b[0] ? -1 : 1))
}

function contextOf(text: string, { start, end }: Fault): string {
  const around = `${text.slice(Math.max(0, start - 15), start)}[${text.slice(start, Math.min(end, start + 40))}]${text.slice(end, end + 15)}`
  return around.replace(/\s+/g, ' ')
}
