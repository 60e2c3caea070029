/** Numbers in [0, 1), the same for the same word: a linear congruential generator. */
export function randomFrom(word: string): () => number {
  let state = [...word].reduce((sum, character) => (sum * 31 + character.codePointAt(0)!) >>> 0, 7)
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
