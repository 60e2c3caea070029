/** Widths of text without a page to measure it on: a Chinese character is one em wide, most others about half of that. */

/** Estimated width in pixels at a font size; used to lay out labels, so a little too wide rather than too narrow. */
export function textWidth(text: string, size: number): number {
  let ems = 0
  for (const character of text) ems += character >= '\u2e80' || WIDE.includes(character) ? 1 : 0.56
  return ems * size
}

// Beside Chinese these are as wide as a character.
const WIDE = '“”‘’…—'

/** The text, cut with … where it would be wider than `width` pixels. */
export function shorten(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text
  let kept = ''
  for (const character of text) {
    if (textWidth(`${kept}${character}…`, size) > width) break
    kept += character
  }
  return `${kept}…`
}
