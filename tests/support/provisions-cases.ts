import { provisionsOf } from '../../src/provisions/extract.ts'
import { structureOf } from '../../src/structure/structure.ts'
import { fold } from '../../src/text/fold.ts'
import { passageOf } from '../../src/text/passage.ts'
import type { Passage, Provision, Regulation } from '../../src/types.ts'

/** A regulation of one article with one paragraph; `lead ‖ item` makes an item under a lead, `head ┃ cell` a column of an annex. */
export function regulationOf(text: string): Regulation {
  if (text.includes(' ┃ ')) return structureOf({ id: 'case', place: '', file: '', text: columnOf(text) })
  const [first, item] = text.split(' ‖ ')
  const passage = clean(first!)
  const place = { start: 0, end: text.length }
  const items = item
    ? [{ address: 'case/1/1/1', number: '1', label: '（一）', passage: clean(item), subitems: [], ...place }]
    : []
  const paragraph = { address: 'case/1/1', number: 1, passage, items, ...place }
  return {
    divisions: [],
    annexes: [],
    articles: [
      { address: 'case/1', number: '1', label: '第一条', division: null, paragraphs: [paragraph], ...place },
    ],
  } as unknown as Regulation
}

function columnOf(text: string): string {
  const [head, cell] = text.split(' ┃ ')
  return `甲办法\n第一条 甲。\n第二条 乙。\n附件\n甲表\n序号\t${head}\n1\t${cell}`
}

function clean(text: string): Passage {
  const folded = fold(text)
  const kept = [...folded].flatMap((character, offset) => (/\s/.test(character) ? [] : [offset]))
  return passageOf(folded, kept)
}

/** Every provision of a sentence, one line each: the form of tests/cases/provisions.txt. */
export function linesOf(text: string): string[] {
  return provisionsOf(regulationOf(text)).map(lineOf)
}

/** “quote” measure, value with bound, unit and period | subject | what else is known | rule */
export function lineOf(provision: Provision): string {
  const { quote, measure, comparator, value, max, unit, per, base, modality, actor, stage, note, rule } =
    provision
  const amount = comparator === 'range' ? `${value}–${max}` : `${comparator ?? ''} ${value ?? ''}`
  const what = [measure, amount.trim(), unit ?? '', per ? `/ ${per}` : '', base ? `of ${base}` : '']
  const more = [modality, actor && `by ${actor}${stage ? ' first' : ''}`, yearly(provision), note]
  return [
    `“${quote}” ${what.filter(Boolean).join(' ')}`,
    provision.subject,
    more.filter(Boolean).join(', '),
    rule,
  ].join(' | ')
}

function yearly({ annualized }: Provision): string {
  return annualized ? `${annualized[0] ?? ''}–${annualized[1] ?? ''} a year` : ''
}
