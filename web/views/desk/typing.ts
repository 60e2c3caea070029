/**
 * Calls `typed` after every change of a text field by keys or hand, but of what an input method composes only once it is settled: until
 * then the field must be left alone, or what was composed is lost. Gives whether something is being composed.
 */
export function onTyped(area: HTMLTextAreaElement, typed: () => void): () => boolean {
  let composing = false
  area.addEventListener('compositionstart', () => {
    composing = true
  })
  area.addEventListener('compositionend', () => {
    composing = false
    typed()
  })
  area.addEventListener('input', () => {
    if (!composing) typed()
  })
  return () => composing
}
