import { noChange } from 'lit-html'

/**
 * A handler for what is typed into a field, to be set for both `input` and `compositionend`. A pinyin keyboard sends
 * letters before it sends characters: only what is settled counts, and some browsers send nothing after that but the end
 * of the composition.
 */
export function onTyped(handle: (words: string) => void): (event: Event) => void {
  return event => {
    if (!(event as InputEvent).isComposing) handle((event.target as HTMLInputElement).value)
  }
}

/** The value a search field is to show; nothing while the reader is in it, whose typing is ahead of the address. */
export function fieldValue(value: string): string | typeof noChange {
  const field = document.activeElement
  return field instanceof HTMLInputElement && field.type === 'search' ? noChange : value
}

/** Whether a key is meant for the page: no shortcut of the browser's, and not written into a field. */
export function isForPage({ ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  const field = 'input, select, textarea, [contenteditable]'
  return !(ctrlKey || metaKey || altKey || (target instanceof HTMLElement && target.closest(field) !== null))
}
