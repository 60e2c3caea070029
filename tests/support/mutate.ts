import { generator } from '../../scripts/io/chance.ts'

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

/** As many texts of JSON, each the same value with one node of another kind or without one; the same seed gives the same. */
export function mutationsOf(value: unknown, count: number, seed: number): string[] {
  const chance = generator(seed)
  const below = (number: number) => Math.floor(chance() * number)
  return Array.from({ length: count }, () => {
    const copy: Json = JSON.parse(JSON.stringify(value))
    const places = placesOf(copy)
    const place = places[below(places.length)]!
    const other = OTHERS[below(OTHERS.length)]
    if (!place.holder) return JSON.stringify(other ?? null)
    if (other !== undefined) (place.holder as Record<string, Json>)[place.name] = other
    else if (Array.isArray(place.holder)) place.holder.splice(Number(place.name), 1)
    else delete place.holder[place.name]
    return JSON.stringify(copy)
  })
}

// Undefined stands for: left out.
const OTHERS = [
  null,
  true,
  7,
  -1.5,
  '',
  '文',
  'a-b',
  'a/1/2',
  [],
  [null],
  [[]],
  ['1', '2', '3'],
  {},
  { a: {} },
  undefined,
]

interface Place {
  holder: Json[] | { [name: string]: Json } | null
  name: string
}

// Of long lists only these items, so that not all mutations fall into the longest.
const ITEMS = 3

function placesOf(value: Json, holder: Place['holder'] = null, name = ''): Place[] {
  const parts = typeof value === 'object' && value !== null ? Object.entries(value) : []
  const some = Array.isArray(value) ? parts.slice(0, ITEMS) : parts
  return [
    { holder, name },
    ...some.flatMap(([part, inner]) => placesOf(inner, value as Place['holder'], part)),
  ]
}
