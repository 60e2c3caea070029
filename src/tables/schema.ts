import { CODES } from '../compare/kinds.ts'
import { SANCTION_KINDS } from './penalties.ts'
import { STATEMENT_KINDS } from './statements.ts'

/**
 * JSON Schema (2020-12) of `guijian.json`, so that a program in any language can check and read it. Names and meaning
 * are those of types.ts; every object lists all its properties.
 */
export function jsonSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: '规鉴 Guijian: analysis of a corpus',
    ...object({
      title: string,
      version: string,
      corpus: { ...string, description: 'SHA-256 over everything that was read' },
      entries: array(object(ENTRY, ['id', 'place', 'file'])),
      regulations: array(object(REGULATION)),
      statements: array(object(STATEMENT)),
      provisions: array(
        object(
          PROVISION,
          Object.keys(PROVISION).filter(name => name !== 'stage'),
        ),
      ),
      penalties: array(object(PENALTY)),
      acts: array(object(PUNISHED_ACT)),
      matches: array(object(MATCH)),
      families: array(object(FAMILY)),
      differences: array(object(DIFFERENCE)),
      mentions: array(object(MENTION)),
      problems: array(object({ ...PROBLEM, regulation: string })),
    }),
  }
}

type Schema = Record<string, unknown>

const string: Schema = { type: 'string' }
const boolean: Schema = { type: 'boolean' }
const number: Schema = { type: 'number' }
const offset: Schema = { type: 'integer', minimum: 0, description: 'UTF-16 code units' }

function object(properties: Record<string, Schema>, required = Object.keys(properties)): Schema {
  return { type: 'object', properties, required, additionalProperties: false }
}

function array(items: Schema): Schema {
  return { type: 'array', items }
}

function oneOf(...values: string[]): Schema {
  return { enum: values }
}

function orNull(schema: Schema): Schema {
  return { anyOf: [schema, { type: 'null' }] }
}

const ENTRY = {
  id: string,
  place: string,
  file: string,
  province: string,
  level: string,
  title: string,
  url: string,
  retrieved: string,
  encoding: string,
  sha256: string,
}

const RANGE = { from: offset, to: offset }
const SPAN = { start: offset, end: offset }
const PASSAGE = object({
  text: string,
  runs: array({ type: 'array', items: offset, minItems: 2, maxItems: 2 }),
})
const SUBITEM = { address: string, number: string, label: string, passage: PASSAGE, ...SPAN }
const ITEM = { ...SUBITEM, subitems: array(object(SUBITEM)) }
const PARAGRAPH = { address: string, number, passage: PASSAGE, items: array(object(ITEM)), ...SPAN }
const ROW: Schema = {
  const: true,
  description: 'a row of a table: its items are the cells, numbered by column',
}
const PARAGRAPHS = array(object({ ...PARAGRAPH, row: ROW }, Object.keys(PARAGRAPH)))
const ARTICLE = {
  address: string,
  number: string,
  label: string,
  heading: string,
  division: orNull(string),
  paragraphs: PARAGRAPHS,
  ...SPAN,
}
const ARTICLES = array(
  object(
    ARTICLE,
    Object.keys(ARTICLE).filter(name => name !== 'heading'),
  ),
)
const DIVISION = {
  address: string,
  kind: oneOf('part', 'chapter', 'section'),
  parent: orNull(string),
  number,
  label: string,
  heading: string,
  ...SPAN,
}
const ANNEX = {
  address: string,
  number,
  label: string,
  heading: string,
  divisions: array(object(DIVISION)),
  articles: ARTICLES,
  paragraphs: PARAGRAPHS,
  ...SPAN,
}
const PROBLEM = {
  rule: string,
  severity: oneOf('error', 'warning', 'note'),
  message: string,
  span: object(SPAN),
}
const REFERENCE = {
  from: string,
  text: string,
  kind: oneOf('internal', 'law'),
  to: array(string),
  law: object({ title: string, document_number: orNull(string) }),
  ...SPAN,
}
const METADATA = {
  title: orNull(string),
  place: string,
  province: orNull(string),
  issuing_authority: orNull(string),
  document_number: orNull(string),
  adopted_on: orNull(string),
  adopted_by: orNull(string),
  signed_on: orNull(string),
  printed_on: orNull(string),
  effective: orNull(string),
  replaces: orNull(
    object({ title: orNull(string), document_number: orNull(string), issued_on: orNull(string) }),
  ),
  main_recipients: orNull(string),
  copied_to: orNull(string),
  disclosure: orNull(string),
  enactments: array(
    object({
      kind: oneOf('adopted', 'approved', 'amended', 'revised', 'announced'),
      on: orNull(string),
      by: orNull(string),
      span: object(SPAN),
    }),
  ),
}
const REGULATION = {
  id: string,
  place: string,
  title: string,
  script: oneOf('simplified', 'traditional', 'mixed'),
  numbering: string,
  complete: boolean,
  metadata: object(METADATA),
  divisions: array(object(DIVISION)),
  articles: ARTICLES,
  annexes: array(object(ANNEX)),
  references: array(
    object(
      REFERENCE,
      Object.keys(REFERENCE).filter(name => name !== 'law'),
    ),
  ),
  accounting: array(
    object({
      class: oneOf('label', 'heading', 'text', 'layout', 'front', 'back', 'noise'),
      name: string,
      ...SPAN,
    }),
  ),
  problems: array(object(PROBLEM)),
}
const STATEMENT = {
  id: string,
  address: string,
  regulation: string,
  range: object(RANGE),
  span: object(SPAN),
  text: string,
  lead: string,
  kind: oneOf(...STATEMENT_KINDS),
  actor: orNull(string),
  modality: orNull(string),
  condition: orNull(string),
  act: string,
  cites: array(string),
  citedStatements: array(string),
}
const PROVISION = {
  address: string,
  range: object(RANGE),
  span: object(SPAN),
  quote: string,
  subject: string,
  subjectFrom: oneOf('clause', 'paragraph', 'article', 'division'),
  actor: orNull(string),
  stage: string,
  measure: string,
  comparator: orNull(oneOf('=', '<', '<=', '>', '>=', 'range')),
  value: orNull(number),
  max: orNull(number),
  unit: orNull(string),
  per: orNull(string),
  annualized: orNull({ type: 'array', items: orNull(number), minItems: 2, maxItems: 2 }),
  base: orNull(string),
  modality: orNull(string),
  rule: string,
  lost: array(string),
  note: string,
  condition: orNull(string),
  addressee: orNull(string),
  family: orNull(string),
  statement: orNull(string),
}
const PENALTY = {
  act: string,
  address: string,
  statement: orNull(string),
  range: object(RANGE),
  span: object(SPAN),
  quote: string,
  deed: string,
  duty: array(string),
  kind: oneOf(...SANCTION_KINDS),
  addressee: orNull(string),
  condition: orNull(string),
  min: orNull(number),
  max: orNull(number),
  times: orNull({ type: 'array', items: orNull(number), minItems: 2, maxItems: 2 }),
  per: orNull(string),
  authority: orNull(string),
  note: string,
}
const PUNISHED_ACT = {
  id: string,
  zh: string,
  en: string,
  states: array(
    object({
      regulation: string,
      state: oneOf('punished', 'forbidden', 'not-found', 'incomplete'),
      addresses: array(string),
    }),
  ),
}
const SCORED = { a: string, b: string, score: number }
const MATCH = {
  a: string,
  b: string,
  relation: oneOf('equivalent', 'partial'),
  score: number,
  probability: number,
  basis: oneOf('curated', 'model'),
  evidence: object({
    phrases: array(string),
    containment: { type: 'array', items: number, minItems: 2, maxItems: 2 },
    runnerUp: orNull(object(SCORED)),
    parts: array(object(SCORED)),
  }),
}
const FAMILY = {
  id: string,
  topic: object({ id: string, zh: string, en: string }),
  label: oneOf('curated', 'model'),
  members: array(
    object({
      address: string,
      statements: orNull(array(string)),
      state: oneOf('yes', 'partly'),
      probability: number,
      basis: oneOf('curated', 'model'),
      wording: string,
    }),
  ),
}
const DIFFERENCE = {
  family: string,
  left: string,
  right: string,
  kind: oneOf('quantity', 'modality', 'actor', 'scope', 'wording', 'missing'),
  rule: oneOf('numbers', 'actors', 'modal-words', 'substance', 'missing', 'unlike'),
  code: oneOf(...Object.keys(CODES)),
  probability: number,
  leftStatement: orNull(string),
  rightStatement: orNull(string),
  searched: oneOf('document', 'place'),
  leftText: string,
  rightText: string,
  leftCore: array(object(RANGE)),
  rightCore: array(object(RANGE)),
  note: string,
  gist: object({ zh: string, en: string }),
  elsewhere: orNull(string),
  direction: orNull(oneOf('more', 'less', 'stronger', 'weaker', 'added', 'left-out')),
  leftSpan: orNull(object(SPAN)),
  rightSpan: orNull(object(SPAN)),
  leftSpans: array(object(SPAN)),
  rightSpans: array(object(SPAN)),
}
const MENTION = {
  family: string,
  address: string,
  range: object(RANGE),
  span: object(SPAN),
  quote: string,
  share: number,
}
