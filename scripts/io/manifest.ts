import type { Codebook, ManifestEntry } from '../../src/types.ts'
import { type JsonFile, objectAt } from './json.ts'

/** `corpus.json` as formats.md describes it. */
interface Manifest {
  title: string
  regulations: ManifestEntry[]
}

/** Checks a manifest and gives it back typed. The first fault is a failure that names its place and remedy. */
export function checkManifest(file: JsonFile): Manifest {
  const { regulations, title } = objectAt(file.value, file, [], '{"title": …, "regulations": […]}')
  if (title !== undefined && typeof title !== 'string') throw file.fault(['title'], 'must be text in quotes')
  if (!Array.isArray(regulations))
    throw file.fault(['regulations'], 'must be a list [{"id": …, "place": …, "file": …}]')
  if (regulations.length === 0) throw file.fault(['regulations'], 'is empty; add a regulation')
  const entries = regulations.map((entry, index) => checkEntry(entry, index, file))
  refuseClashes(entries, file)
  return { title: title ?? '', regulations: entries }
}

const REQUIRED = ['id', 'place', 'file'] as const
const OPTIONAL = ['province', 'level', 'title', 'url', 'retrieved', 'encoding', 'sha256'] as const

function checkEntry(value: unknown, index: number, file: JsonFile): ManifestEntry {
  const path = ['regulations', index]
  const entry = objectAt(value, file, path, '{"id": …, "place": …, "file": …}')
  for (const field of REQUIRED)
    if (typeof entry[field] !== 'string' || entry[field].trim() === '')
      throw file.fault([...path, field], 'is missing or no text; every regulation needs id, place and file')
  for (const field of OPTIONAL)
    if (entry[field] != null && typeof entry[field] !== 'string')
      throw file.fault([...path, field], 'must be text in quotes; leave the field out if it is not known')
  if (!/^[\p{L}\p{Nd}_-]+$/u.test(entry.id as string))
    throw file.fault([...path, 'id'], `${JSON.stringify(entry.id)}: use letters, digits, - and _ only`)
  const known = [...REQUIRED, ...OPTIONAL].filter(field => entry[field] != null && entry[field] !== '')
  return Object.fromEntries(known.map(field => [field, entry[field]])) as unknown as ManifestEntry
}

// families.csv has the columns family, topic_zh, topic_en and for each document <id> and <id>_text.
const COLUMNS = ['family', 'topic_zh', 'topic_en']

function refuseClashes(entries: ManifestEntry[], file: JsonFile): void {
  const ids = entries.map(({ id }) => id)
  for (const [index, id] of ids.entries()) {
    const refuse = (remedy: string) => file.fault(['regulations', index, 'id'], `"${id}" ${remedy}`)
    const first = ids.indexOf(id)
    if (first < index) throw refuse(`is also the id of regulations[${first}]; give each document its own`)
    if (COLUMNS.includes(id) || (id.endsWith('_text') && ids.includes(id.slice(0, -5))))
      throw refuse('is also the name of a column of families.csv; choose another id')
  }
}

/** Checks the form of a codebook (topics with members by document, pairs with relations). */
export function checkCodebook(file: JsonFile): Codebook {
  const { topics, pairs = {}, ids = {} } = objectAt(file.value, file, [], '{"topics": […], "pairs": {…}}')
  if (!Array.isArray(topics)) throw file.fault(['topics'], 'must be a list of topics')
  for (const [index, topic] of topics.entries()) checkTopic(topic, index, file)
  const lists = objectAt(pairs, file, ['pairs'], '{"idA-idB": [[1, 1, "equivalent"], …]}')
  for (const [key, edges] of Object.entries(lists)) checkEdges(edges, key, file)
  for (const [name, id] of Object.entries(objectAt(ids, file, ['ids'], '{"a": "zhongwei"}')))
    if (typeof id !== 'string') throw file.fault(['ids', name], 'must be the id of a document, in quotes')
  return file.value as Codebook
}

function checkTopic(value: unknown, index: number, file: JsonFile): void {
  const path = ['topics', index]
  const topic = objectAt(value, file, path, '{"id": …, "zh": …, "en": …, "members": {…}}')
  for (const field of ['id', 'zh', 'en'])
    if (typeof topic[field] !== 'string') throw file.fault([...path, field], 'is missing or no text')
  const members = objectAt(topic.members, file, [...path, 'members'], '{"zhongwei": ["45", "46.2"]}')
  for (const [id, units] of Object.entries(members))
    if (!Array.isArray(units) || !units.every(unit => typeof unit === 'string'))
      throw file.fault([...path, 'members', id], 'must be a list of articles or paragraphs: ["45", "46.2"]')
}

function checkEdges(value: unknown, key: string, file: JsonFile): void {
  if (!Array.isArray(value))
    throw file.fault(['pairs', key], 'must be a list of [article, article, relation]')
  const faulty = value.findIndex(
    edge =>
      !Array.isArray(edge) ||
      edge.length !== 3 ||
      !edge.slice(0, 2).every(article => /^(string|number)$/.test(typeof article)) ||
      typeof edge[2] !== 'string',
  )
  if (faulty >= 0) throw file.fault(['pairs', key, faulty], 'must be [article, article, relation]')
}
