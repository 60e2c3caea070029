import { documentOf } from '../../../src/structure/address.ts'
import { unitName } from '../../parts/cite.ts'
import type { Site } from '../../parts/data.ts'
import { placeNameOf } from '../../parts/places.ts'

/** Names a unit of any document of the site: 第四十五条第三款. */
export function unitNameIn(site: Site): (address: string) => string {
  return address => {
    const regulation = site.byId.get(documentOf(address))
    return regulation ? unitName(regulation, address) : address
  }
}

/** A document's short name by its id; simplified. */
export function placeNameIn(site: Site): (id: string) => string {
  return id => {
    const regulation = site.byId.get(id)
    return regulation ? placeNameOf(site, regulation) : id
  }
}
