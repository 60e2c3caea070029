/**
 * What measures the longest stretch that a text has in common with another: only where two characters are the same something is
 * counted, so that it takes as long as the other text is, not as both multiplied.
 */
export function stretcher(text: string): (other: string) => number {
  const places = new Map<number, number[]>()
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const known = places.get(code)
    if (known) known.push(at)
    else places.set(code, [at])
  }
  // Of each place in the text, how long a stretch ends there, and where in the other text it ends, counted through all of them.
  const lengths = new Float64Array(text.length + 1)
  const ends = new Float64Array(text.length + 1)
  let before = 2
  return other => {
    let longest = 0
    for (let end = 0; end < other.length; end++) {
      const found = places.get(other.charCodeAt(end))
      if (!found) continue
      // Backwards: what ended one character earlier in both must still be as it was.
      for (let n = found.length - 1; n >= 0; n--) {
        const at = found[n]!
        const length = ends[at] === before + end - 1 ? lengths[at]! + 1 : 1
        lengths[at + 1] = length
        ends[at + 1] = before + end
        if (length > longest) longest = length
      }
    }
    before += other.length + 1
    return longest
  }
}
