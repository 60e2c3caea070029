/** Numbers in [0, 1), the same ones at every run (mulberry32). */
export function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** The same for a word, by a linear congruence: rows and faults that were judged were drawn with it, and can be drawn again. */
export function randomFrom(word: string): () => number {
  let state = [...word].reduce((sum, character) => (sum * 31 + character.codePointAt(0)!) >>> 0, 7)
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
