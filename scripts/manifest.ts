import type { Codebook, ManifestEntry } from '../src/types.ts'
import { Failure } from './failure.ts'

/** `corpus.json` as formats.md describes it. */
export interface Manifest {
  title: string
  regulations: ManifestEntry[]
}

/** Parses JSON; a fault of syntax is a failure with file, line and column. */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    const reason = (error as Error).message.replace(/ in JSON at position.*| \(line.*/, '')
    throw new Failure(
      `${file}:${placeOf(text, (error as Error).message)}: not valid JSON (${reason}); mend the file there`,
    )
  }
}

/** `line:column` of the position that a JSON error names; the text's end where it names none. */
function placeOf(text: string, message: string): string {
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length)
  const before = text.slice(0, position).split('\n')
  return `${before.length}:${before.at(-1)!.length + 1}`
}

/** Checks a parsed manifest and gives it back typed. The first fault is a failure that names its place and remedy. */
export function checkManifest(value: unknown, file: string): Manifest {
  const manifest = asObject(value, file, 'the whole', '{"title": …, "regulations": […]}')
  const { regulations, title } = manifest
  if (title !== undefined && typeof title !== 'string') throw fault(file, 'title', 'must be text in quotes')
  if (!Array.isArray(regulations))
    throw fault(file, 'regulations', 'must be a list [{"id": …, "place": …, "file": …}]')
  if (regulations.length === 0) throw fault(file, 'regulations', 'is empty; add a regulation')
  const entries = regulations.map((entry, index) => checkEntry(entry, `regulations[${index}]`, file))
  refuseClashes(entries, file)
  return { title: title ?? '', regulations: entries }
}

const REQUIRED = ['id', 'place', 'file'] as const
const OPTIONAL = ['province', 'level', 'title', 'url', 'retrieved', 'encoding', 'sha256'] as const

function checkEntry(value: unknown, place: string, file: string): ManifestEntry {
  const entry = asObject(value, file, place, '{"id": …, "place": …, "file": …}')
  for (const field of REQUIRED)
    if (typeof entry[field] !== 'string' || entry[field].trim() === '')
      throw fault(
        file,
        `${place}.${field}`,
        'is missing or no text; every regulation needs id, place and file',
      )
  for (const field of OPTIONAL)
    if (entry[field] != null && typeof entry[field] !== 'string')
      throw fault(file, `${place}.${field}`, 'must be text in quotes; leave the field out if it is not known')
  if (!/^[\p{L}\p{Nd}_-]+$/u.test(entry.id as string))
    throw fault(file, `${place}.id`, `${JSON.stringify(entry.id)}: use letters, digits, - and _ only`)
  const known = [...REQUIRED, ...OPTIONAL].filter(field => entry[field] != null && entry[field] !== '')
  return Object.fromEntries(known.map(field => [field, entry[field]])) as unknown as ManifestEntry
}

// families.csv has the columns family, topic_zh, topic_en and for each document <id> and <id>_text.
const COLUMNS = ['family', 'topic_zh', 'topic_en']

function refuseClashes(entries: ManifestEntry[], file: string): void {
  const first = new Map<string, number>()
  entries.forEach(({ id }, index) => {
    const place = `regulations[${index}].id`
    if (first.has(id))
      throw fault(
        file,
        place,
        `"${id}" is also the id of regulations[${first.get(id)}]; give each document its own id`,
      )
    if (COLUMNS.includes(id)) throw fault(file, place, `"${id}" is the name of a column; choose another id`)
    first.set(id, index)
  })
  entries.forEach(({ id }, index) => {
    if (id.endsWith('_text') && first.has(id.slice(0, -5)))
      throw fault(
        file,
        `regulations[${index}].id`,
        `"${id}" is the name of a column of "${id.slice(0, -5)}"; choose another id`,
      )
  })
}

/** Checks the form of a codebook (topics with members by document, pairs with relations). */
export function checkCodebook(value: unknown, file: string): Codebook {
  const codebook = asObject(value, file, 'the whole', '{"topics": […], "pairs": {…}}')
  if (!Array.isArray(codebook.topics)) throw fault(file, 'topics', 'must be a list of topics')
  codebook.topics.forEach((topic, index) => {
    checkTopic(topic, `topics[${index}]`, file)
  })
  const pairs = asObject(codebook.pairs ?? {}, file, 'pairs', '{"idA-idB": [[1, 1, "equivalent"], …]}')
  for (const [key, edges] of Object.entries(pairs)) checkEdges(edges, `pairs["${key}"]`, file)
  return codebook as unknown as Codebook
}

function checkTopic(value: unknown, place: string, file: string): void {
  const topic = asObject(value, file, place, '{"id": …, "zh": …, "en": …, "members": {…}}')
  for (const field of ['id', 'zh', 'en'])
    if (typeof topic[field] !== 'string') throw fault(file, `${place}.${field}`, 'is missing or no text')
  const members = asObject(topic.members, file, `${place}.members`, '{"zhongwei": ["45", "46.2"]}')
  for (const [id, units] of Object.entries(members))
    if (!Array.isArray(units) || !units.every(unit => typeof unit === 'string'))
      throw fault(
        file,
        `${place}.members["${id}"]`,
        'must be a list of articles or paragraphs: ["45", "46.2"]',
      )
}

function checkEdges(value: unknown, place: string, file: string): void {
  const faulty = Array.isArray(value)
    ? value.findIndex(edge => !Array.isArray(edge) || edge.length !== 3 || typeof edge[2] !== 'string')
    : 0
  if (faulty >= 0) throw fault(file, `${place}[${faulty}]`, 'must be [article, article, relation]')
}

function asObject(value: unknown, file: string, place: string, form: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>
  throw fault(file, place, `must be of the form ${form}`)
}

function fault(file: string, place: string, remedy: string): Failure {
  return new Failure(`${file}: ${place} ${remedy}`)
}
