import { cut } from '../../scripts/io/cut.ts'
import { linksOf, nearbyIn } from '../../src/alignment/links/links.ts'
import { type DocumentRead, readDocument } from '../../src/analyse.ts'
import { indexOf } from '../../src/index/index.ts'
import type { Penalties } from '../../src/penalties/penalties.ts'
import { penaltiesOf } from '../../src/penalties/penalties.ts'
import type { Penalty } from '../../src/penalty-types.ts'

/** A document of these lines, whose title names a place. */
export function penalDocument(id: string, text: string): DocumentRead {
  return readDocument({ id, place: '', file: '', text: `${id}市公共场所管理办法\n${text}` })
}

/** What documents punish, by id and text. */
export function penaltiesIn(texts: Record<string, string>): Penalties {
  const documents = Object.entries(texts).map(([id, text]) => penalDocument(id, text))
  return penaltiesOf(documents, cut, nearbyIn(linksOf(indexOf(documents, { cut }))))
}

/** Every sanction of a text in a line: place, act, kind with sums, whom, when, by whom, duty, note; – for none. */
export function penaltyLines(text: string): string[] {
  return penaltiesIn({ x: text }).penalties.map(lineOf)
}

function lineOf(penalty: Penalty): string {
  const { address, deed, kind, min, max, times, per, addressee, condition, authority, duty, note } = penalty
  const sum = min === null && max === null ? '' : ` ${min ?? ''}–${max ?? ''}`
  const multiple = times === null ? '' : ` ${times[0] ?? ''}–${times[1] ?? ''}`
  return [
    `${address} ${deed}`,
    `${kind}${sum}${multiple}${per ? ` ${per}` : ''}`,
    ...[addressee, condition, authority, duty.join(' ') || null, note || null].map(part => part ?? '–'),
  ].join(' | ')
}
