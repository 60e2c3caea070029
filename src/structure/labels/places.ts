/** Index of the first element of a sorted list whose place is at or after `at`; the list's length where none is. */
export function firstAtOrAfter<T>(sorted: T[], at: number, place: (element: T) => number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (place(sorted[middle]!) < at) low = middle + 1
    else high = middle
  }
  return low
}
