import { rangeOf } from '../../text/passage.ts'
import type {
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
 * paragraph, point and indent with eIds of the naming convention, references marked where they stand. Text is the clean
 * simplified text of `units.csv`; `wId` holds the unit's address.
 */
export function akomaNtosoOf(regulation: Regulation, about: PackageAbout): string {
  const act = element(
    'act',
    { name: 'regulation', contains: 'originalVersion' },
    meta(regulation, about) + preface(regulation) + element('body', {}, body(regulation)),
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
function identification({ id, metadata, title }: Regulation): string {
  const day = [metadata.signed_on, metadata.adopted_on, metadata.printed_on].find(date => date !== null)
  // The schema wants a whole date; where the text gives none the year 1 stands for unknown.
  const date = /^\d{4}-\d\d-\d\d$/.test(day ?? '') ? day! : '0001-01-01'
  const work = `/akn/cn/act/${encodeURIComponent(id)}`
  const common = (uri: string, name: string) =>
    element('FRBRthis', { value: `${uri}/!main` }) +
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
  tag: 'part' | 'chapter' | 'section' | 'article' | 'paragraph' | 'point' | 'indent'
  address: string
  label: string
  heading?: string | undefined
  passage?: Passage
  holds: Node[]
}

function body(regulation: Regulation): string {
  const references = new Map<string, Reference[]>()
  for (const reference of regulation.references)
    references.set(reference.from, [...(references.get(reference.from) ?? []), reference])
  return nodesOf(regulation, null).map(writer(references)).join('') || EMPTY_BODY
}

/** Divisions and articles under one parent, by place; articles outside every division stand between. */
function nodesOf(regulation: Regulation, parent: string | null): Node[] {
  const divisions = regulation.divisions.filter(division => division.parent === parent)
  const articles = regulation.articles.filter(article => article.division === parent)
  return [...divisions, ...articles]
    .sort((a, b) => a.start - b.start)
    .map(unit => ('kind' in unit ? divisionNode(unit, regulation) : articleNode(unit)))
}

function divisionNode({ kind, address, label, heading }: Division, regulation: Regulation): Node {
  return { tag: kind, address, label, heading, holds: nodesOf(regulation, address) }
}

function articleNode({ address, label, heading, paragraphs }: Article): Node {
  return { tag: 'article', address, label, heading, holds: paragraphs.map(paragraphNode) }
}

function paragraphNode({ address, passage, items }: Paragraph): Node {
  return { tag: 'paragraph', address, label: '', passage, holds: items.map(itemNode) }
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
    const text = node.passage ? inline(node.passage, references.get(node.address) ?? []) : ''
    const inner = node.holds.map(write).join('')
    const content =
      node.passage && inner ? listOf(unique(`${eId}__list_1`), text, inner) : inner || paragraphOf(text)
    return element(node.tag, { eId, wId: node.address }, headOf(node) + content)
  }
  return write
}

function headOf({ label, heading }: Node): string {
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

/** `art_45__para_3__list_1__point_7` of zhongwei/45/3/7, `chp_8__sec_2` of zhongwei/c8s2: the standard's naming convention. */
export function eIdOf(address: string): string {
  const [, top = '', paragraph, item, subitem] = address.split('/')
  if (/^[pcs]\d/.test(top))
    return [...top.matchAll(/([pcs])([\d-]+)/g)]
      .map(([, level, number]) => `${EID_PREFIXES[level!]}_${number}`)
      .join('__')
  return (
    `art_${top}` +
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
