import * as v from 'valibot'
import type { Override } from '../../src/alignment/overrides.ts'
import type { Codebook, ManifestEntry } from '../../src/types.ts'
import { checked, type Fault, faultIn, list, map, numberOrText, object, row, text } from './form.ts'
import type { JsonFile } from './json.ts'

/** The forms of corpus.json, codebook.json and overrides.json (formats.md, "In"). */

const NO_TEXT = 'is missing or no text; every regulation needs id, place and file'
const needed = v.pipe(v.string(NO_TEXT), v.regex(/\S/, NO_TEXT))
const known = v.nullish(v.string('must be text in quotes; leave the field out if it is not known'))
const LONGEST_ID = 80

const entry = object(
  {
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
  },
  '{"id": …, "place": …, "file": …}',
)

const manifest = object(
  {
    title: v.nullish(text),
    regulations: v.pipe(
      list(entry, 'must be a list [{"id": …, "place": …, "file": …}]'),
      v.minLength(1, 'is empty; add a regulation'),
    ),
  },
  '{"title": …, "regulations": […]}',
)

/** What an annotator may say of two articles. */
export const RELATIONS = ['equivalent', 'partial', 'equivalent-or-partial', 'disputed'] as const
const MEMBERS = '{"zhongwei": ["45", "46.2"]}'
const NO_EDGE = 'must be [article, article, relation]: [45, 46, "equivalent"]'
const named = v.string('is missing or no text')
const members = list(
  v.string('must be an article or paragraph in quotes: "45", "46.2"'),
  'must be a list of articles or paragraphs: ["45", "46.2"]',
)
const topic = object(
  { id: named, zh: named, en: named, members: map(members, MEMBERS) },
  `{"id": …, "zh": …, "en": …, "members": ${MEMBERS}}`,
)
const edges = list(
  row([numberOrText, numberOrText, text], NO_EDGE),
  'must be a list of [article, article, relation]',
)

const codebook = object(
  {
    topics: list(topic, 'must be a list of topics'),
    pairs: v.optional(map(edges, '{"zhongwei-pingliang": [[45, 46, "equivalent"]]}')),
    ids: v.optional(map(v.string('must be the id of a document, in quotes'), '{"a": "zhongwei"}')),
  },
  '{"topics": […], "pairs": {…}}',
)

/** What a keeper can decide: of how many units, and what it comes to. */
export const DECISIONS: Readonly<Record<Override['kind'], { least: number; most: number; does: string }>> = {
  join: { least: 2, most: Number.POSITIVE_INFINITY, does: 'these units stand in one row' },
  split: { least: 1, most: Number.POSITIVE_INFINITY, does: 'these units make a row of their own' },
  wrong: { least: 2, most: 2, does: 'these two do not answer each other' },
  accepted: { least: 2, most: 2, does: 'these two answer each other' },
  relabel: { least: 1, most: Number.POSITIVE_INFINITY, does: 'the row that holds these has this label' },
}

const KINDS = Object.keys(DECISIONS) as Override['kind'][]

const overrides = object(
  { decisions: list(v.unknown(), 'must be a list of decisions') },
  '{"decisions": […]}',
)

const decision = v.pipe(
  object(
    {
      kind: v.picklist(KINDS, `must be one of ${KINDS.join(', ')}`),
      units: list(v.string('must be an address in quotes'), 'must be a list of addresses'),
      hashes: list(
        v.string('must be a hash in quotes'),
        'must be a list, a hash for each unit; `npx guijian review` prints decisions with theirs',
      ),
      relation: v.optional(v.picklist(['equivalent', 'partial'], 'must be equivalent or partial')),
      label: v.optional(object({ zh: text, en: v.optional(text) })),
      note: v.optional(text),
    },
    '{"kind": …, "units": […], "hashes": […]}',
  ),
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
  const { title, regulations } = checked<Manifest>(file, manifest)
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
  return checked<Codebook>(file, codebook)
}

/** Whether an annotator's relation is one that we know. */
export function relationFault(relation: string): string | null {
  return (RELATIONS as readonly string[]).includes(relation) ? null : `must be one of ${RELATIONS.join(', ')}`
}

/** The decisions that have the form of one, and the faults of the others. A file that lists none is a failure. */
export function overridesIn(file: JsonFile): { decisions: Override[]; faults: Fault[] } {
  const { decisions } = checked<{ decisions: unknown[] }>(file, overrides)
  const faults = decisions.map((value, at) => faultIn(decision, value, ['decisions', at]))
  return {
    decisions: decisions.filter((_, at) => !faults[at]) as Override[],
    faults: faults.filter(fault => fault !== null),
  }
}
