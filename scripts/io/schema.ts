import * as v from 'valibot'
import type { Override } from '../../src/alignment/overrides.ts'
import type { Codebook, ManifestEntry } from '../../src/types.ts'
import type { JsonFile } from './json.ts'

/** The forms of corpus.json, codebook.json and overrides.json (formats.md, "In"); each message says what is wanted. */

type Fields = Record<string, v.GenericSchema & { message?: unknown }>

/** An object that has these fields; others may stand beside them. A field that is missing has the message of a wrong one. */
function object<const Wanted extends Fields>(form: string, fields: Wanted) {
  const message = `must be of the form ${form}`
  const missing = ({ path }: { path?: { key?: unknown }[] | undefined }) =>
    String(fields[String(path?.at(-1)?.key)]?.message ?? message)
  return v.pipe(v.custom<object>(isObject, message), v.looseObject(fields, missing))
}

function map<Value extends v.GenericSchema>(form: string, value: Value) {
  const message = `must be of the form ${form}`
  return v.pipe(v.custom<object>(isObject, message), v.record(v.string(), value, message))
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const ENTRY = '{"id": …, "place": …, "file": …}'
const NO_TEXT = 'is missing or no text; every regulation needs id, place and file'
const needed = v.pipe(v.string(NO_TEXT), v.regex(/\S/, NO_TEXT))
const known = v.nullish(v.string('must be text in quotes; leave the field out if it is not known'))
const LONGEST_ID = 80

const manifest = object('{"title": …, "regulations": […]}', {
  title: v.nullish(v.string('must be text in quotes')),
  regulations: v.pipe(
    v.array(
      object(ENTRY, {
        id: v.pipe(
          needed,
          v.regex(
            /^[\p{L}\p{Nd}_-]+$/u,
            ({ input }) => `${JSON.stringify(input)}: use letters, digits, - and _ only`,
          ),
          v.maxLength(LONGEST_ID, `is longer than ${LONGEST_ID} characters; files are named by it`),
        ),
        place: needed,
        file: needed,
        province: known,
        level: known,
        title: known,
        url: known,
        retrieved: known,
        encoding: known,
        sha256: known,
      }),
      `must be a list [${ENTRY}]`,
    ),
    v.minLength(1, 'is empty; add a regulation'),
  ),
})

/** What an annotator may say of two articles. */
export const RELATIONS = ['equivalent', 'partial', 'equivalent-or-partial', 'disputed'] as const
const WANTED_RELATION = `must be one of ${RELATIONS.join(', ')}`
const MEMBERS = '{"zhongwei": ["45", "46.2"]}'
const EDGE = 'must be [article, article, relation]: [45, 46, "equivalent"]'
const article = v.union([v.string(), v.number()], EDGE)

const codebook = object('{"topics": […], "pairs": {…}}', {
  topics: v.array(
    object(`{"id": …, "zh": …, "en": …, "members": ${MEMBERS}}`, {
      id: v.string('is missing or no text'),
      zh: v.string('is missing or no text'),
      en: v.string('is missing or no text'),
      members: map(
        MEMBERS,
        v.array(
          v.string('must be an article or paragraph in quotes: "45", "46.2"'),
          'must be a list of articles or paragraphs: ["45", "46.2"]',
        ),
      ),
    }),
    'must be a list of topics',
  ),
  pairs: v.optional(
    map(
      '{"zhongwei-pingliang": [[45, 46, "equivalent"]]}',
      v.array(
        v.strictTuple([article, article, v.string(EDGE)], EDGE),
        'must be a list of [article, article, relation]',
      ),
    ),
  ),
  ids: v.optional(map('{"A": "zhongwei"}', v.string('must be an id'))),
})

/** What a keeper can decide: of how many units, and what it comes to. */
export const DECISIONS: Readonly<Record<Override['kind'], { least: number; most: number; does: string }>> = {
  join: { least: 2, most: Number.POSITIVE_INFINITY, does: 'these units stand in one row' },
  split: { least: 1, most: Number.POSITIVE_INFINITY, does: 'these units make a row of their own' },
  wrong: { least: 2, most: 2, does: 'these two do not answer each other' },
  accepted: { least: 2, most: 2, does: 'these two answer each other' },
  relabel: { least: 1, most: Number.POSITIVE_INFINITY, does: 'the row that holds these has this label' },
}

const KINDS = Object.keys(DECISIONS) as Override['kind'][]

const overrides = object('{"decisions": […]}', {
  decisions: v.array(v.unknown(), 'must be a list of decisions'),
})

const decision = v.pipe(
  object('{"kind": …, "units": […], "hashes": […]}', {
    kind: v.picklist(KINDS, `must be one of ${KINDS.join(', ')}`),
    units: v.array(v.string('must be an address in quotes'), 'must be a list of addresses'),
    hashes: v.array(
      v.string('must be a hash in quotes'),
      'must be a list, a hash for each unit; `npx guijian review` prints decisions with theirs',
    ),
    relation: v.optional(v.picklist(['equivalent', 'partial'], 'must be equivalent or partial')),
    label: v.optional(
      object('{"zh": …, "en": …}', { zh: v.string('must be text in quotes'), en: v.optional(v.string()) }),
    ),
    note: v.optional(v.string('must be text in quotes')),
  }),
  v.forward(
    v.check(({ units, hashes }) => units.length === hashes.length, 'must name one hash for each unit'),
    ['hashes'],
  ),
  v.forward(
    v.check(
      ({ kind, units }) => units.length >= DECISIONS[kind].least && units.length <= DECISIONS[kind].most,
      'are too few or too many for this kind',
    ),
    ['units'],
  ),
  v.forward(
    v.check(({ kind, label }) => kind !== 'relabel' || label !== undefined, 'must be {"zh": …} for relabel'),
    ['label'],
  ),
)

/** A fault of form: where, and what is wanted. */
interface Fault {
  path: (string | number)[]
  wanted: string
}

function faultIn(schema: v.GenericSchema, value: unknown, path: (string | number)[] = []): Fault | null {
  const { issues } = v.safeParse(schema, value, { abortEarly: true })
  if (!issues) return null
  const below = (issues[0].path ?? []).map(({ key }) => key as string | number)
  return { path: [...path, ...below], wanted: issues[0].message }
}

function refuse(schema: v.GenericSchema, file: JsonFile): void {
  const fault = faultIn(schema, file.value)
  if (fault) throw file.fault(fault.path, fault.wanted)
}

/** `corpus.json` as formats.md describes it. */
export interface Manifest {
  title: string
  regulations: ManifestEntry[]
}

const FIELDS = [
  ...['id', 'place', 'file', 'province', 'level'],
  ...['title', 'url', 'retrieved', 'encoding', 'sha256'],
]

/** A manifest as typed; what it does not know (null, empty, other fields) is left out. A fault of form is a failure. */
export function manifestIn(file: JsonFile): Manifest {
  refuse(manifest, file)
  const { title, regulations } = file.value as Manifest
  const entries = regulations.map(entry => {
    const fields = Object.entries(entry).filter(([name, value]) => FIELDS.includes(name) && value)
    return Object.fromEntries(
      fields.sort(([a], [b]) => FIELDS.indexOf(a) - FIELDS.indexOf(b)),
    ) as unknown as ManifestEntry
  })
  return { title: title ?? '', regulations: entries }
}

/** A codebook as typed; a fault of form is a failure. */
export function codebookIn(file: JsonFile): Codebook {
  refuse(codebook, file)
  return file.value as Codebook
}

/** Whether an annotator's relation is one that we know. */
export function relationFault(relation: string): string | null {
  return (RELATIONS as readonly string[]).includes(relation) ? null : WANTED_RELATION
}

/** The decisions that have the form of one, and the faults of the others. A file that lists none is a failure. */
export function overridesIn(file: JsonFile): { decisions: Override[]; faults: Fault[] } {
  refuse(overrides, file)
  const { decisions } = file.value as { decisions: unknown[] }
  const faults = decisions.map((value, at) => faultIn(decision, value, ['decisions', at]))
  return {
    decisions: decisions.filter((_, at) => !faults[at]) as Override[],
    faults: faults.filter(fault => fault !== null),
  }
}
