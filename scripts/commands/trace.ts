import { readRegulation } from '../../src/analyse.ts'
import type { Penalty } from '../../src/penalty-types.ts'
import type { Statement } from '../../src/statement-types.ts'
import { articleAddressOf, documentOf } from '../../src/structure/address.ts'
import { lookupOf } from '../../src/tables/lookup.ts'
import type { Analysis, Family, Match, Provision, Regulation } from '../../src/types.ts'
import { analysisOf, type CorpusOptions, readCorpus, regulationsOf } from '../io/analyse-corpus.ts'
import { cut } from '../io/cut.ts'
import { Failure } from '../io/failure.ts'
import { printAccounting } from '../print/accounting.ts'
import { type CellOfTable, nearestTo, type Story, storyOf } from '../print/story.ts'
import { indented, styled } from '../print/terminal.ts'

/** Prints the story of one address, from the source's lines to the page; as JSON when asked. An unknown address is a failure that names the nearest. */
export async function trace(address: string, options: CorpusOptions & { json?: boolean }): Promise<void> {
  const corpus = await readCorpus(options)
  const lookup = lookupOf(regulationsOf(corpus))
  if (!lookup.has(address))
    throw new Failure(`no unit "${address}"; the nearest are ${nearestTo(lookup, address).join(', ')}`)
  const analysis = analysisOf(corpus, options)
  const story = storyOf(analysis, corpus.sources, address, cut)
  console.log(options.json ? JSON.stringify(story, null, 2) : tell(story, analysis))
}

/** Prints where every character of a document went. An unknown document is a failure. */
export async function traceAccounting(id: string, options: CorpusOptions): Promise<void> {
  const { sources } = await readCorpus(options)
  const source = sources.find(source => source.id === id)
  if (!source)
    throw new Failure(`no document "${id}"; the corpus has ${sources.map(({ id }) => id).join(', ')}`)
  printAccounting(readRegulation(source), source.text)
}

function tell(story: Story, analysis: Analysis): string {
  const { unit, lines, statements, provisions, penalties, counterparts, families, cells } = story
  const regulation = analysis.regulations.find(({ id }) => id === documentOf(unit.address))!
  const file = analysis.entries.find(({ id }) => id === regulation.id)!.file
  return [
    styled('bold', `${unit.address}  ${regulation.place} ${story.label} ${unit.heading}`.trim()),
    section('Raw lines', `${file}, characters ${unit.start}–${unit.end} of the source`),
    ...lines.map(line => indented(line.text.trim(), `${String(line.number).padStart(6)}│ `)),
    section('Clean text', divisionOf(regulation, unit.address)),
    indented(unit.text, '  '),
    section('Statements', `${statements.length}`),
    ...statements.map(tellStatement),
    section('Said elsewhere', 'by other documents, the likeliest first; what counted most'),
    ...story.said.flatMap(tellSaid),
    section('Provisions', `${provisions.length}`),
    ...provisions.map(tellProvision),
    section('Penalties', `${penalties.length}`),
    ...penalties.map(penalty => tellPenalty(penalty, analysis)),
    section('Counterparts', `${counterparts.length}`),
    ...counterparts.map(match => tellMatch(match, unit.address)),
    section('Families', `${families.length}`),
    ...families.map(tellFamily),
    section('Table cells', `${cells.length} rows`),
    ...tellTables(cells),
    section('Page', ''),
    `  ${story.page}`,
  ].join('\n')
}

function section(title: string, note: string): string {
  return `\n${styled(['bold', 'cyan'], title)}${note && styled('dim', `  ${note}`)}`
}

function divisionOf({ divisions, articles }: Regulation, address: string): string {
  const article = articles.find(article => article.address === articleAddressOf(address))
  const division = divisions.find(({ address }) => address === article?.division)
  return division ? `in ${division.label} ${division.heading}` : ''
}

function tellStatement({ id, text, kind, citedStatements, cites, ...parts }: Statement): string {
  const facts = (['actor', 'modality', 'condition', 'act', 'lead'] as const).flatMap(name =>
    parts[name] ? [`${name} ${parts[name]}`] : [],
  )
  const cited = cites.length > 0 ? [`cites ${cites.join(', ')} (${citedStatements.length} statements)`] : []
  return [
    `  ${styled('yellow', id)} ${kind}: ${text}`,
    ...[...facts, ...cited].map(fact => indented(fact, '    ')),
  ].join('\n')
}

function tellSaid({ statement, documents }: Story['said'][number]): string[] {
  return [
    `  ${styled('yellow', statement)}`,
    ...documents.map(({ document, said, sure, probability, places, reasons }) => {
      const where = places.map(place => place.statement).join(', ')
      const why = reasons.map(
        ({ name, adds }) => `${name} ${adds > 0 ? '+' : '−'}${Math.abs(adds).toFixed(1)}`,
      )
      return indented(
        `${probability.toFixed(2)} ${said}${sure ? '' : '?'} ${document}: ${where || 'nothing in common'}; ${why.join(', ')}`,
        '    ',
      )
    }),
  ]
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

function tellPenalty(penalty: Penalty, { acts }: Analysis): string {
  const { act, deed, kind, min, max, per, addressee, condition, authority, duty, note } = penalty
  const sum = min === null && max === null ? '' : ` ${min ?? ''}–${max ?? ''}${per ? ` per ${per}` : ''}`
  const states = acts.find(({ id }) => id === act)!.states
  const punishing = states.filter(({ state }) => state === 'punished').length
  const forbidding = states.filter(({ state }) => state === 'forbidden').length
  const facts = [
    `${kind}${sum}${addressee ? `, of ${addressee}` : ''}${condition ? `, when ${condition}` : ''}${authority ? `, by ${authority}` : ''}`,
    `act ${act}: ${punishing} of ${states.length} documents punish it, ${forbidding} only forbid it`,
    ...(duty.length > 0 ? [`duty ${duty.join(', ')}`] : []),
    ...(note ? [`note: ${note}`] : []),
  ]
  return [
    `  ${styled('yellow', `“${deed}”`)} ${penalty.address}`,
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

// Of each table so many rows are shown in full.
const SHOWN = 4

function tellTables(cells: CellOfTable[]): string[] {
  const tables = [...new Set(cells.map(({ table }) => table))]
  return tables.flatMap(table => {
    const rows = cells.filter(cell => cell.table === table)
    const more = rows.length > SHOWN ? [`    … ${rows.length - SHOWN} more`] : []
    return [`  ${styled('blue', `${table}.csv`)}`, ...rows.slice(0, SHOWN).map(tellRow), ...more]
  })
}

function tellRow({ record, cells }: CellOfTable): string {
  const shown = Object.entries(cells).map(([name, value]) => `${name}=${shortened(String(value))}`)
  return indented(`${record}: ${shown.join(', ')}`, '    ')
}

function shortened(text: string): string {
  const line = text.replaceAll('\n', ' ')
  return line.length > 30 ? `${line.slice(0, 30)}…` : line
}
