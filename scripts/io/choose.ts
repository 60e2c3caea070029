import type { Analysis, Family, Regulation } from '../../src/types.ts'
import { Failure } from './failure.ts'

/** The documents with these ids, in the order asked for; an unknown id is a failure that lists the known ones. */
export function documentsNamed({ regulations }: Analysis, ids: string[]): Regulation[] {
  return ids.map(id => {
    const found = regulations.find(regulation => regulation.id === id)
    if (!found)
      throw new Failure(`no document "${id}"; the corpus has ${regulations.map(({ id }) => id).join(', ')}`)
    return found
  })
}

/** The families with these ids or Chinese topics, all when none is asked for; an unknown one is a failure that names the likest. */
export function familiesNamed({ families }: Analysis, names: string[] | undefined): Family[] {
  if (!names) return families
  return names.map(name => {
    const found = families.find(({ id, topic }) => id === name || topic.zh === name)
    if (!found) throw new Failure(`no family "${name}"; ${hint(families, name)}`)
    return found
  })
}

function hint(families: Family[], name: string): string {
  const like = families.filter(({ id, topic }) => `${id} ${topic.zh} ${topic.en}`.includes(name))
  const shown = (like.length > 0 ? like : families).slice(0, 8)
  return `${like.length > 0 ? 'like it are' : 'there are'} ${shown.map(({ id, topic }) => `${id} (${topic.zh})`).join(', ')}`
}
