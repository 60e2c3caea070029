/**
 * Where the reader was on each page of the browser's history, so that going back finds it as it was: the window, the boxes
 * that scroll by themselves, and the link that was followed.
 */
interface Visit {
  top: number
  boxes: number[]
  link: { href: string; nth: number } | null
}

const visits = new Map<number, Visit>()
let last = 0

/** The number of the present entry of the history; one that has none is new. */
export function presentEntry(): number {
  const known: unknown = history.state?.guijianEntry
  if (typeof known === 'number') return known
  // Later than any that a page shown before this one may have left in the history.
  last = Math.max(last + 1, Date.now())
  history.replaceState({ ...history.state, guijianEntry: last }, '')
  return last
}

/** Notes where the reader is, under the entry that is being left. */
export function noteVisit(entry: number, main: HTMLElement): void {
  visits.set(entry, { top: scrollY, boxes: boxesIn(main).map(box => box.scrollTop), link: linkIn(main) })
}

/** Puts the page as it was when the entry was left; nothing where it was never seen. */
export function restoreVisit(entry: number, main: HTMLElement): void {
  const visit = visits.get(entry)
  if (!visit) return
  const boxes = boxesIn(main)
  for (const [index, top] of visit.boxes.entries()) boxes[index]?.scrollTo(0, top)
  scrollTo(0, visit.top)
  if (visit.link) focusLink(main, visit.link, TRIES)
}

// Charts and rows of long tables are drawn a moment later.
const TRIES = 12

function focusLink(main: HTMLElement, link: NonNullable<Visit['link']>, tries: number): void {
  const found = linksTo(main, link.href)[link.nth]
  if (found) found.focus({ preventScroll: true })
  else if (tries > 0 && main.isConnected) setTimeout(() => focusLink(main, link, tries - 1), 60)
}

function linkIn(main: HTMLElement): Visit['link'] {
  const href = main.contains(document.activeElement) && document.activeElement?.getAttribute('href')
  if (!href) return null
  return { href, nth: linksTo(main, href).indexOf(document.activeElement as HTMLElement) }
}

function linksTo(main: HTMLElement, href: string): HTMLElement[] {
  return [...main.querySelectorAll<HTMLElement>(`a[href="${CSS.escape(href)}"]`)]
}

function boxesIn(main: HTMLElement): HTMLElement[] {
  return [...main.querySelectorAll<HTMLElement>('.table-scroll, .pair-side, .columns')]
}
