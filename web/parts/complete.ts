import type { RegulationSummary } from '../../src/site-types.ts'
import { t } from '../i18n/index.ts'
import type { Site } from './data.ts'
import { placeOf } from './places.ts'

/** Whether a document that is not found to regulate something can be said not to: its text is not cut off. */
export function canLack(data: Site, id: string): boolean {
  return data.byId.get(id)?.complete !== false
}

/** A sentence that names the documents that are cut off and were therefore not counted; empty where there are none. */
export function notCounted(data: Site, documents: RegulationSummary[] = data.regulations): string {
  const cut = documents.filter(({ id }) => !canLack(data, id))
  return cut.length === 0
    ? ''
    : ` ${t('cut-off-note', { places: cut.map(each => placeOf(data, each)).join('、') })}`
}
