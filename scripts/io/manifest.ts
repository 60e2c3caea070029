import type { ManifestEntry } from '../../src/types.ts'
import type { Finding } from './finding.ts'
import type { JsonFile } from './json.ts'
import { type Manifest, manifestIn } from './schema.ts'

/** Checks a manifest and gives it back typed. The first fault is a failure that names its place and remedy. */
export function checkManifest(file: JsonFile): Manifest {
  const manifest = manifestIn(file)
  refuseClashes(manifest.regulations, file)
  return manifest
}

// families.csv has the columns family, topic_zh, topic_en and for each document <id> and <id>_text.
const COLUMNS = ['family', 'topic_zh', 'topic_en']

/** Files are named by ids, and many disks take A and a, or two forms of é, for one name. */
export function keyOf(id: string): string {
  return id.normalize('NFKC').toLowerCase().normalize('NFKC')
}

function refuseClashes(entries: ManifestEntry[], file: JsonFile): void {
  const ids = entries.map(({ id }) => keyOf(id))
  for (const [index, id] of ids.entries()) {
    const written = entries[index]!.id
    const refuse = (remedy: string) => file.fault(['regulations', index, 'id'], `"${written}" ${remedy}`)
    const first = ids.indexOf(id)
    if (first < index && entries[first]!.id === written)
      throw refuse(`is also the id of regulations[${first}]; give each document its own`)
    if (first < index)
      throw refuse(
        `differs from "${entries[first]!.id}", the id of regulations[${first}], only by case or form; files are named by ids`,
      )
    if (COLUMNS.includes(id) || (id.endsWith('_text') && ids.includes(id.slice(0, -5))))
      throw refuse('is also the name of a column of families.csv; choose another id')
  }
}

/** Entries that name one and the same file. */
export function doubledFiles(entries: ManifestEntry[], file: JsonFile): Finding[] {
  return entries.flatMap((entry, index) => {
    const first = entries.findIndex(other => other.file === entry.file)
    if (first === index) return []
    const message = `is the file of regulations[${first}] too; a document is counted twice`
    return [file.finding('doubled-file', ['regulations', index, 'file'], message)]
  })
}
