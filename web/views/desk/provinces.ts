import { targetOf } from '../../../src/drafting/editing/adopt.ts'

/** The province that a place lies in, in full: 甘肃省; empty where the place is not known. */
export function provinceNameOf(place: string): string {
  return targetOf(place).province
}
