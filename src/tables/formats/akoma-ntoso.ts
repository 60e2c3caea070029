import { groupBy } from '../../group.ts'
import { rangeOf } from '../../text/passage.ts'
import type {
  Annex,
  Article,
  Division,
  Enactment,
  Item,
  Paragraph,
  Passage,
  Reference,
  Regulation,
  Subitem,
} from '../../types.ts'
import type { PackageAbout } from './datapackage.ts'
import { element, escapeXml } from './xml.ts'

/**
 * A document as Akoma Ntoso 3.0 (OASIS LegalDocML): FRBR metadata, life cycle, 编章节条款项目 as part, chapter, section, article,
 * paragraph, point and indent with eIds of the naming convention, references marked where they stand, 附件 as attachments with the rows
 * of their tables. Text is the clean
 * simplified text of `units.csv`; `wId` holds the unit's address.
 */
export function akomaNtosoOf(regulation: Regulation, about: PackageAbout): string {
  const act = element(
    'act',
    { name: 'regulation', contains: 'originalVersion' },
    meta(regulation, about) + preface(regulation) + bodyAndAttachments(regulation),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('akomaNtoso', { xmlns: NAMESPACE }, act)}\n`
}

const NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0'
const SOURCE = '#guijian'

function meta(regulation: Regulation, about: PackageAbout): string {
  return element(
    'meta',
    {},
    identification(regulation) +
      lifecycle(regulation) +
      references(regulation) +
      proprietary(regulation, about),
  )
}

/** Work, expression and manifestation; the work's date is that of the text's making, else of its adoption or printing. */
function identification({ id, metadata, title }: Regulation, component = 'main'): string {
  const day = [metadata.signed_on, metadata.adopted_on, metadata.printed_on].find(date => date !== null)
  // The schema wants a whole date; where the text gives none the year 1 stands for unknown.
  const date = /^\d{4}-\d\d-\d\d$/.test(day ?? '') ? day! : '0001-01-01'
  const work = `/akn/cn/act/${encodeURIComponent(id)}`
  const common = (uri: string, name: string) =>
    element('FRBRthis', { value: `${uri}/!${component}` }) +
    element('FRBRuri', { value: uri }) +
    element('FRBRdate', { date, name }) +
    element('FRBRauthor', { href: '#issuer' })
  return element(
    'identification',
    { source: SOURCE },
    element(
      'FRBRWork',
      {},
      common(work, 'making') +
        element('FRBRcountry', { value: 'cn' }) +
        element('FRBRnumber', { value: metadata.document_number ?? id }) +
        element('FRBRname', { value: title }),
    ) +
      element(
        'FRBRExpression',
        {},
        common(`${work}/zho@`, 'text') + element('FRBRlanguage', { language: 'zho' }),
      ) +
      element(
        'FRBRManifestation',
        {},
        common(`${work}/zho@.akn`, 'markup') + element('FRBRformat', { value: 'application/akn+xml' }),
      ),
  )
}

const EVENT_TYPES: Record<Enactment['kind'], string> = {
  adopted: 'generation',
  approved: 'generation',
  announced: 'generation',
  amended: 'amendment',
  revised: 'amendment',
}

function lifecycle({ metadata }: Regulation): string {
  const events = metadata.enactments.filter(({ on }) => /^\d{4}-\d\d-\d\d$/.test(on ?? ''))
  if (events.length === 0) return ''
  const listed = events.map(({ kind, on }, index) =>
    element('eventRef', { eId: `event_${index + 1}`, date: on, source: '#issuer', type: EVENT_TYPES[kind] }),
  )
  return element('lifecycle', { source: SOURCE }, listed.join(''))
}

function references({ metadata, place }: Regulation): string {
  return element(
    'references',
    { source: SOURCE },
    element('TLCOrganization', {
      eId: 'guijian',
      href: '/akn/ontology/organization/guijian',
      showAs: '规鉴 Guijian',
    }) +
      element('TLCOrganization', {
        eId: 'issuer',
        href: '/akn/ontology/organization/cn.issuer',
        showAs: metadata.issuing_authority ?? place,
      }),
  )
}

/** What the standard has no place for: where the text came from, and what wrote this file. */
function proprietary({ id, place, metadata }: Regulation, { version, corpus }: PackageAbout): string {
  const values: Record<string, string | null> = {
    id,
    place,
    province: metadata.province,
    effective: metadata.effective,
    version,
    corpus_sha256: corpus,
  }
  const elements = Object.entries(values).map(([name, value]) =>
    value ? element(`g:${name}`, {}, escapeXml(value)) : '',
  )
  return element('proprietary', { source: SOURCE, 'xmlns:g': 'urn:guijian:metadata' }, elements.join(''))
}

function preface({ title, metadata }: Regulation): string {
  const number = metadata.document_number
  const paragraphs = [
    element('p', {}, element('docTitle', {}, escapeXml(title))),
    ...(number ? [element('p', {}, element('docNumber', {}, escapeXml(number)))] : []),
  ]
  return element('preface', {}, paragraphs.join(''))
}

/** What is needed to write one unit: `holds` are divisions, articles, paragraphs, points or indents inside it. */
interface Node {
  tag: Division['kind'] | 'article' | 'paragraph' | 'point' | 'indent' | 'tr' | 'td'
  address: string
  label: string
  heading?: string | undefined
  passage?: Passage
  holds: Node[]
}

function bodyAndAttachments(regulation: Regulation): string {
  const references = groupBy(regulation.references, each => each.from)
  const write = writer(references)
  const body = nodesOf(regulation, null).map(write).join('')
  const attached = regulation.annexes.map(annex => attachment(annex, regulation, write))
  return (
    element('body', {}, body || EMPTY_BODY) +
    (attached.length > 0 ? element('attachments', {}, attached.join('')) : '')
  )
}

/** A document of its own, as the schema has it: with what identifies it, and its text in `mainBody`. */
function attachment(annex: Annex, regulation: Regulation, write: (node: Node) => string): string {
  const { address, label, heading, number } = annex
  // What stands outside the articles stands before them: the reader of structure puts nothing after (Annex).
  const nodes = [...annex.paragraphs.map(paragraphNode), ...nodesOf(annex, null)]
  const main = grouped(nodes)
    .map((each, index) =>
      Array.isArray(each)
        ? element('table', { eId: `${eIdOf(address)}__table_${index + 1}` }, each.map(write).join(''))
        : write(each),
    )
    .join('')
  const about = element('meta', {}, identification(regulation, `annex_${number}`))
  const doc = element('doc', { name: 'annex' }, about + element('mainBody', {}, main || EMPTY_BODY))
  return element('attachment', { eId: eIdOf(address), wId: address }, headOf({ label, heading }) + doc)
}

/** Rows that follow each other are one table. */
function grouped(nodes: Node[]): (Node | Node[])[] {
  const groups: (Node | Node[])[] = []
  for (const node of nodes) {
    const last = groups.at(-1)
    if (node.tag !== 'tr') groups.push(node)
    else if (Array.isArray(last)) last.push(node)
    else groups.push([node])
  }
  return groups
}

/** Divisions and articles under one parent, by place; articles outside every division stand between. */
function nodesOf(holder: Rules, parent: string | null): Node[] {
  const divisions = holder.divisions.filter(division => division.parent === parent)
  const articles = holder.articles.filter(article => article.division === parent)
  return [...divisions, ...articles]
    .sort((a, b) => a.start - b.start)
    .map(unit => ('kind' in unit ? divisionNode(unit, holder) : articleNode(unit)))
}

/** What holds divisions and articles: a regulation, or an annex that is a set of rules. */
type Rules = Pick<Regulation, 'divisions' | 'articles'>

function divisionNode({ kind, address, label, heading }: Division, holder: Rules): Node {
  return { tag: kind, address, label, heading, holds: nodesOf(holder, address) }
}

function articleNode({ address, label, heading, paragraphs }: Article): Node {
  return { tag: 'article', address, label, heading, holds: paragraphs.map(paragraphNode) }
}

function paragraphNode({ address, passage, items, row }: Paragraph): Node {
  if (row) return { tag: 'tr', address, label: '', holds: items.map(cellNode) }
  return { tag: 'paragraph', address, label: '', passage, holds: items.map(itemNode) }
}

function cellNode({ address, passage }: Item): Node {
  return { tag: 'td', address, label: '', passage, holds: [] }
}

function itemNode({ address, label, passage, subitems }: Item): Node {
  return { tag: 'point', address, label, passage, holds: subitems.map(subitemNode) }
}

function subitemNode({ address, label, passage }: Subitem): Node {
  return { tag: 'indent', address, label, passage, holds: [] }
}

/** Writes nodes; where a fault of numbering gives two units one address, the later eIds get a number of their own. */
function writer(references: Map<string, Reference[]>): (node: Node) => string {
  const used = new Map<string, number>()
  const unique = (eId: string) => {
    const count = (used.get(eId) ?? 0) + 1
    used.set(eId, count)
    return count === 1 ? eId : `${eId}-${count}`
  }
  const write = (node: Node): string => {
    const eId = unique(eIdOf(node.address))
    if (node.tag === 'tr') return element('tr', { eId, wId: node.address }, rowOf(node.holds, write))
    const text = node.passage ? inline(node.passage, references.get(node.address) ?? []) : ''
    const inner = node.holds.map(write).join('')
    const content =
      node.passage && inner ? listOf(unique(`${eId}__list_1`), text, inner) : inner || paragraphOf(text)
    const inside = node.tag === 'td' ? element('p', {}, text) : content
    return element(node.tag, { eId, wId: node.address }, headOf(node) + inside)
  }
  return write
}

/** The cells of a row, with empty ones where a column holds none, so that each stands in its own. */
function rowOf(cells: Node[], write: (node: Node) => string): string {
  let column = 1
  return cells
    .map(cell => {
      const own = Number(cell.address.split('/').at(-1))
      const empty = '<td><p/></td>'.repeat(Math.max(0, own - column))
      column = own + 1
      return empty + write(cell)
    })
    .join('')
}

function headOf({ label, heading }: Pick<Node, 'label' | 'heading'>): string {
  return (
    (label && element('num', {}, escapeXml(label))) +
    (heading ? element('heading', {}, escapeXml(heading)) : '')
  )
}

function listOf(eId: string, intro: string, points: string): string {
  return element('list', { eId }, (intro && element('intro', {}, element('p', {}, intro))) + points)
}

function paragraphOf(text: string): string {
  return element('content', {}, element('p', {}, text))
}

// The schema wants something inside the body.
const EMPTY_BODY = '<hcontainer name="empty"><content><p/></content></hcontainer>'

const EID_PREFIXES: Record<string, string> = { p: 'part', c: 'chp', s: 'sec' }

/**
 * `art_45__para_3__list_1__point_7` of zhongwei/45/3/7, `chp_8__sec_2` of zhongwei/c8s2, `att_1__para_3` of zhongwei/a1/3: the
 * standard's naming convention.
 */
export function eIdOf(address: string): string {
  const [, top = '', ...below] = address.split('/')
  const annex = /^a(\d+)$/.exec(top)?.[1]
  if (annex === undefined) return unitIdOf(top, below)
  const [inner = '', ...rest] = below
  const own =
    inner === '' ? '' : /^\d/.test(inner) ? levelsOf(below) : `__${unitIdOf(inner.replace(/^art/, ''), rest)}`
  return `att_${annex}${own}`
}

function unitIdOf(top: string, below: string[]): string {
  if (/^[pcs]\d/.test(top))
    return [...top.matchAll(/([pcs])([\d-]+)/g)]
      .map(([, level, number]) => `${EID_PREFIXES[level!]}_${number}`)
      .join('__')
  return `art_${top}${levelsOf(below)}`
}

function levelsOf([paragraph, item, subitem]: string[]): string {
  return (
    (paragraph ? `__para_${paragraph}` : '') +
    (item ? `__list_1__point_${item}` : '') +
    (subitem ? `__list_1__indent_${subitem}` : '')
  )
}

/** The passage's text with its references marked; dangling ones, and those that overlap another, are left as text. */
function inline(passage: Passage, references: Reference[]): string {
  let written = ''
  let at = 0
  for (const reference of references.toSorted((a, b) => a.start - b.start)) {
    const { from, to } = rangeOf(passage, reference)
    const href = hrefOf(reference)
    if (!href || from < at || from >= to) continue
    const text = escapeXml(passage.text.slice(from, to))
    written += escapeXml(passage.text.slice(at, from)) + element('ref', { href }, text)
    at = to
  }
  return written + escapeXml(passage.text.slice(at))
}

function hrefOf({ to, law }: Reference): string | null {
  if (to[0]) return `#${eIdOf(to[0])}`
  return law ? `/akn/cn/act/${encodeURIComponent(law.title)}` : null
}
