/** More marks than this in one drawing are one stop of the tab key; the arrow keys go from mark to mark. */
const STOPS = 60

/** Makes a drawing's marks reachable by keyboard: arrow keys move among them, Home and End to the ends. */
export function attachKeys(drawing: SVGSVGElement): void {
  const marks = [...drawing.querySelectorAll<SVGAElement>('a.mark')]
  if (marks.length > STOPS) for (const mark of marks.slice(1)) mark.setAttribute('tabindex', '-1')
  drawing.addEventListener('keydown', event => {
    const at = marks.indexOf(event.target as SVGAElement)
    const next = at < 0 ? undefined : marks[targetOf(event.key, at, marks.length)]
    if (!next || next === event.target) return
    event.preventDefault()
    if (marks.length > STOPS) moveStop(event.target as SVGAElement, next)
    next.focus()
  })
}

function targetOf(key: string, at: number, count: number): number {
  if (key === 'ArrowRight' || key === 'ArrowDown') return Math.min(at + 1, count - 1)
  if (key === 'ArrowLeft' || key === 'ArrowUp') return Math.max(at - 1, 0)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : at
}

// The tab key comes back to the mark that was left.
function moveStop(from: SVGAElement, to: SVGAElement): void {
  from.setAttribute('tabindex', '-1')
  to.removeAttribute('tabindex')
}
