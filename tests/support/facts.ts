import { articleText, documentOf, itemText, paragraphText } from '../../src/structure/address.ts'
import { unpackIndex, unpackMentions } from '../../src/tables/pack.ts'
import type { Analysis, FamilyMember, FamilyProvision, Mention, Span } from '../../src/types.ts'
import { type Files, type Row, rowsOf } from './spans.ts'

type Everything = Omit<Analysis, 'provisions'> & { provisions: FamilyProvision[] }

/** One fact told by two files of an output, from each: they must be the same. */
export interface Told {
  name: string
  one: unknown
  other: unknown
}

/** Whatever stands in `guijian.json` and also in a table or in what the page loads. */
export function factsToldTwice(files: Files): Told[] {
  const all = JSON.parse(files.get('guijian.json')!) as Everything
  return [...inTables(files, all), ...inSite(files, all)]
}

function inTables(files: Files, all: Everything): Told[] {
  const cells = (name: string, columns: string[]) =>
    rowsOf(files, name).map(row => columns.map(column => row[column]!))
  const { regulations, provisions, mentions, differences } = all
  const places = ['address', 'clean_quote', 'start', 'end']
  const texts = unitTexts(all)
  const ids = regulations.map(({ id }) => id)
  const membersByFamily = new Map(all.families.map(({ id, members }) => [id, members]))
  const statements = new Map(all.statements.map(({ id, text }) => [id, text]))
  const textOfMember = ({ address, statements: ids }: FamilyMember) => {
    const whole = texts.get(address)
    if (ids === null) return whole
    const words = ids.map(id => statements.get(id)!)
    // An item keeps its label where its first statement stands in the row.
    return (ids[0]!.endsWith('#1') ? whole!.slice(0, whole!.indexOf(words[0]!)) : '') + words.join('')
  }
  return [
    {
      name: 'references',
      one: cells('references', ['address', 'text', 'start', 'end']),
      other: regulations.flatMap(({ references }) =>
        references.map(({ from, text, ...span }) => [from, text, ...written(span)]),
      ),
    },
    { name: 'provisions', one: cells('provisions', places), other: provisions.map(quoted) },
    { name: 'mentions', one: cells('mentions', places), other: mentions.map(quoted) },
    {
      name: 'problems',
      one: cells('problems', ['regulation', 'message', 'start', 'end']),
      other: [
        ...regulations.flatMap(({ id, problems }) => problems.map(each => ({ ...each, regulation: id }))),
        ...all.problems,
      ].map(({ regulation, message, span }) => [regulation, message, ...written(span)]),
    },
    {
      name: 'differences',
      one: cells('differences', DIFFERENCE),
      other: differences.map(each => [
        each.left,
        each.leftText,
        ...written(each.leftSpan),
        each.right,
        each.rightText,
        ...written(each.rightSpan),
      ]),
    },
    {
      name: 'units',
      one: rowsOf(files, 'units').flatMap(({ address, text }) =>
        texts.has(address!) ? [[address, text]] : [],
      ),
      other: rowsOf(files, 'units').flatMap(({ address }) =>
        texts.has(address!) ? [[address, texts.get(address!)]] : [],
      ),
    },
    { name: 'articles', one: cells('articles', ['address', 'text']), other: articlesIn(all) },
    {
      name: 'family members',
      one: cells('family_members', ['family', 'address', 'wording', 'text']).map(row => row.map(oneLine)),
      other: all.families.flatMap(({ id, members }) =>
        ids.flatMap(document =>
          members
            .filter(({ address }) => documentOf(address) === document)
            .map(member => [id, member.address, member.wording, oneLine(textOfMember(member))]),
        ),
      ),
    },
    {
      name: 'families',
      one: rowsOf(files, 'families').map(row => ids.map(id => oneLine(row[`${id}_text`]))),
      other: rowsOf(files, 'families').map(row =>
        ids.map(id =>
          (membersByFamily.get(row.family!) ?? [])
            .filter(({ address }) => documentOf(address) === id)
            .map(member => oneLine(textOfMember(member)))
            .join(''),
        ),
      ),
    },
  ]
}

/** Of some statements of a unit those that follow each other stand on one line, others on lines of their own. */
function oneLine(text = ''): string {
  return text.replaceAll('\n', '')
}

const DIFFERENCE = ['left', 'right'].flatMap(side => [side, `${side}_text`, `${side}_start`, `${side}_end`])

function inSite(files: Files, { regulations, provisions, mentions, families }: Everything): Told[] {
  const read = (path: string) => JSON.parse(files.get(`site/${path}.json`)!)
  const ids = regulations.map(({ id }) => id)
  const quotes = new Set(provisions.map(each => quoted(each).join(' ')))
  const striking: FamilyProvision[] = read('overview')
    .striking.flatMap(({ answers }: Row) => answers)
    .flat()
  const sites = [...unpackMentions(read('mentions'), ids)].flatMap(([family, places]) =>
    [...places.values()].map(({ address, span }) => [family, address, ...written(span)]),
  )
  return [
    { name: 'site/regulations', one: ids.map(id => read(`regulations/${id}`)), other: regulations },
    { name: 'site/provisions', one: read('provisions'), other: provisions },
    { name: 'site/index', one: sorted(unpackIndex(read('index')).families), other: sorted(families) },
    {
      name: 'site/mentions',
      one: sorted(sites),
      other: sorted(mentions.map(({ family, address, span }) => [family, address, ...written(span)])),
    },
    { name: 'site/overview', one: striking.filter(each => !quotes.has(quoted(each).join(' '))), other: [] },
  ]
}

/** In the index members stand by document; in everything else as they were found. */
function sorted(list: unknown[]): string[] {
  return list
    .map(each => JSON.stringify(each, (name, value) => (name === 'members' ? sorted(value) : value)))
    .sort()
}

function quoted({ address, quote, span }: Pick<Mention, 'address' | 'quote' | 'span'>): string[] {
  return [address, quote, ...written(span)]
}

function written(span: Span | null): string[] {
  return span ? [String(span.start), String(span.end)] : ['', '']
}

function articlesIn({ regulations }: Everything): string[][] {
  return regulations.flatMap(({ articles }) =>
    articles.map(article => [article.address, articleText(article)]),
  )
}

/** The text of each article, paragraph and item by address; of an address that stands twice the first. */
function unitTexts({ regulations }: Everything): Map<string, string> {
  const texts = regulations.flatMap(({ articles }) =>
    articles.flatMap(article => [
      [article.address, articleText(article)],
      ...article.paragraphs.flatMap(paragraph => [
        [paragraph.address, paragraphText(paragraph)],
        ...paragraph.items.map(item => [item.address, itemText(item)]),
      ]),
    ]),
  ) as [string, string][]
  return new Map(texts.reverse())
}
