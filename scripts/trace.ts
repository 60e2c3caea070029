import { documentOf } from '../src/structure/address.ts'
import type { Analysis, Family, Match, Provision, Regulation } from '../src/types.ts'
import { printAccounting } from './accounting.ts'
import { analyseCorpus, type CorpusOptions } from './analyse-corpus.ts'
import { Failure } from './failure.ts'
import { type CellOfTable, nearestTo, type Story, storyOf } from './story.ts'
import { columns, indented, styled } from './terminal.ts'

/** Prints the story of one address, from the source's lines to the page; as JSON when asked. An unknown address is a failure that names the nearest. */
export async function trace(address: string, options: CorpusOptions & { json?: boolean }): Promise<void> {
  const { corpus, analysis } = await analyseCorpus(options)
  const story = storyOf(analysis, corpus.sources, address)
  if (!story)
    throw new Failure(`no unit "${address}"; the nearest are ${nearestTo(analysis, address).join(', ')}`)
  console.log(options.json ? JSON.stringify(story, null, 2) : tell(story, analysis))
}

/** Prints where every character of a document went. An unknown document is a failure. */
export async function traceAccounting(id: string, options: CorpusOptions): Promise<void> {
  const { corpus, analysis } = await analyseCorpus(options)
  const regulation = analysis.regulations.find(regulation => regulation.id === id)
  if (!regulation) throw new Failure(`no document "${id}"; the corpus has ${idsOf(analysis).join(', ')}`)
  printAccounting(regulation, corpus.sources.find(source => source.id === id)!.text)
}

function idsOf(analysis: Analysis): string[] {
  return analysis.regulations.map(regulation => regulation.id)
}

function tell(story: Story, analysis: Analysis): string {
  const { unit, lines, provisions, counterparts, families, cells } = story
  const regulation = analysis.regulations.find(({ id }) => id === documentOf(unit.address))!
  const file = analysis.entries.find(({ id }) => id === regulation.id)!.file
  return [
    styled('bold', `${unit.address}  ${regulation.place} ${story.label || `${unit.label} ${unit.heading}`}`),
    section('Raw lines', `${file}, characters ${unit.start}–${unit.end} of the source`),
    ...lines.map(line => indented(line.text.trim(), `${String(line.number).padStart(6)}│ `)),
    section('Clean text', divisionsOf(regulation, unit.parent)),
    indented(unit.text, '  '),
    section('Provisions', `${provisions.length}`),
    ...provisions.map(tellProvision),
    section('Counterparts', `${counterparts.length}`),
    ...counterparts.map(match => tellMatch(match, unit.address)),
    section('Families', `${families.length}`),
    ...families.map(tellFamily),
    section('Table cells', `${cells.length} rows`),
    ...cells.map(tellCells),
    section('Page', ''),
    `  ${story.page}`,
  ].join('\n')
}

function section(title: string, note: string): string {
  return `\n${styled(['bold', 'cyan'], title)}${note && styled('dim', `  ${note}`)}`
}

function divisionsOf({ divisions }: Regulation, parent: string): string {
  const division = divisions.find(({ address }) => address === parent)
  return division ? `in ${division.label} ${division.heading}` : parent && `in ${parent}`
}

function tellProvision(provision: Provision): string {
  const { quote, address, measure, subject, subjectFrom, rule, lost, note, actor } = provision
  const facts = [
    `${measure}: ${amountOf(provision)}`,
    `subject ${subject || '—'} (from the ${subjectFrom})${actor ? `, decided by ${actor}` : ''}`,
    `rule ${rule}${lost.length > 0 ? `; lost: ${lost.join(', ')}` : ''}`,
    ...(note ? [`note: ${note}`] : []),
  ]
  return [
    `  ${styled('yellow', `“${quote}”`)} ${address}`,
    ...facts.map(fact => indented(fact, '    ')),
  ].join('\n')
}

function amountOf({ comparator, value, max, unit, per, base, modality, annualized }: Provision): string {
  const amount =
    value === null
      ? 'no number'
      : `${comparator === 'range' ? '' : comparator} ${value}${max === null ? '' : `–${max}`}`
  const yearly = annualized && `${annualized[0] ?? ''}–${annualized[1] ?? ''} a year`
  return [amount.trim(), unit, per && `per ${per}`, base && `of ${base}`, yearly && `= ${yearly}`, modality]
    .filter(Boolean)
    .join(' ')
}

function tellMatch({ b, relation, basis, score, probability, evidence }: Match, address: string): string {
  const { phrases, containment, runnerUp, parts } = evidence
  const here = parts.filter(part => part.a === address || part.a.startsWith(`${address}/`))
  const facts = [
    `score ${score.toFixed(3)}, probability ${probability.toFixed(3)}, contained ${containment.map(share => share.toFixed(2)).join(' / ')}`,
    ...(phrases.length > 0 ? [`shared: ${phrases.join('；')}`] : []),
    ...(here.length > 0
      ? [`this unit: ${here.map(part => `${part.b} ${part.score.toFixed(2)}`).join(', ')}`]
      : []),
    ...(runnerUp ? [`runner-up: ${runnerUp.a} – ${runnerUp.b} ${runnerUp.score.toFixed(3)}`] : []),
  ]
  return [
    `  ${styled('green', b)} ${relation} (${basis})`,
    ...facts.map(fact => indented(fact, '    ')),
  ].join('\n')
}

function tellFamily({ id, topic, label, members }: Family): string {
  const list = members.map(
    member => `${member.address} ${member.wording}${member.basis === 'curated' ? '' : '?'}`,
  )
  return [
    `  ${styled('magenta', id)} ${topic.zh} · ${topic.en} (${label})`,
    indented(list.join(', '), '    '),
  ].join('\n')
}

function tellCells({ table, record, cells }: CellOfTable): string {
  const shown = Object.entries(cells).map(([name, value]) => `${name}=${String(value).replaceAll('\n', ' ')}`)
  const line = `${table}.csv ${record}: ${shown.map(cell => (cell.length > 40 ? `${cell.slice(0, 40)}…` : cell)).join(', ')}`
  return indented(line, '  ', columns())
}
