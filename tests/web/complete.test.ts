import { describe, expect, it } from 'vitest'
import type { RegulationSummary } from '../../src/site-types.ts'
import type { Family } from '../../src/types.ts'
import { canLack, notCounted } from '../../web/parts/complete.ts'
import type { Site } from '../../web/parts/data.ts'
import { isOnlyInOne, spreadOf } from '../../web/parts/families.ts'
import { placeNameOf } from '../../web/parts/places.ts'
import { memberOf } from '../support/members.ts'

const regulations = [
  { id: 'jia', place: '甲市', complete: true },
  { id: 'yi', place: '乙市', complete: false },
  { id: 'bing', place: '丙市', complete: true },
] as RegulationSummary[]
const siteOf = (documents: RegulationSummary[]) =>
  ({ regulations: documents, byId: new Map(documents.map(each => [each.id, each])) }) as unknown as Site
const site = siteOf(regulations)
const familyOf = (...ids: string[]) =>
  ({
    id: 'f',
    members: ids.map(id => memberOf(`${id}/1`, 'A')),
  }) as unknown as Family

describe('a document that is cut off', () => {
  it('is marked wherever it is named', () => {
    expect(regulations.map(each => placeNameOf(site, each))).toEqual(['甲市', '乙市（不全）', '丙市'])
  })

  it('cannot be said to lack anything, and is named where others are counted', () => {
    expect(regulations.map(({ id }) => canLack(site, id))).toEqual([true, false, true])
    expect(notCounted(site)).toBe(' 乙市（不全）未计在内。')
    expect(notCounted(siteOf([regulations[0]!, regulations[2]!]))).toBe('')
  })

  it('does not make what one document has a thing of its own', () => {
    const [first, second] = [regulations[0]!, regulations[1]!]
    expect(isOnlyInOne(familyOf('jia'), siteOf([first, second]))).toBe(false)
    expect(isOnlyInOne(familyOf('jia'), site)).toBe(true)
    expect(isOnlyInOne(familyOf('yi'), siteOf([first, second]))).toBe(true)
    expect(isOnlyInOne(familyOf('jia', 'yi'), site)).toBe(false)
  })

  it('is not missing where others answer', () => {
    const whole = siteOf([regulations[0]!, regulations[2]!])
    expect(spreadOf(familyOf('jia', 'bing'), site)).toBe(spreadOf(familyOf('jia', 'bing'), whole))
    expect(spreadOf(familyOf('jia'), site)).toBe(spreadOf(familyOf('jia'), whole))
    expect(spreadOf(familyOf('jia'), site)).toBeGreaterThan(0)
  })
})
