/** A drawing for paper: a long one in pieces that break between its rows, each with the axis above it. */

/** Room above a later piece for the labels of its axis. */
const AXIS = 26

/**
 * The drawing cut so that its first piece is at most `first` pixels high and the others at most `next`; a drawing that
 * fits is its own only piece. A row that is higher than that stays whole.
 */
export function piecesOf(drawing: SVGSVGElement, first: number, next: number): SVGSVGElement[] {
  const height = Number(drawing.getAttribute('height'))
  if (height <= first) return [drawing]
  // A heading stays with what follows it.
  const ends = [...drawing.querySelectorAll('[data-top]')]
    .filter(row => !row.previousElementSibling?.matches('.words-head'))
    .map(topOf)
  const cuts = [0]
  for (const [index, end] of [...ends.slice(1), height].entries()) {
    const start = cuts.at(-1)!
    const room = cuts.length === 1 ? first : next - AXIS
    // The row that ends here began at `ends[index]`: where it no longer fits it begins the next piece.
    if (end - start > room && ends[index]! > start) cuts.push(ends[index]!)
  }
  return cuts.map((from, index) => pieceOf(drawing, from, cuts[index + 1] ?? height))
}

function topOf(element: Element): number {
  return Number(element.getAttribute('data-top'))
}

function pieceOf(drawing: SVGSVGElement, from: number, to: number): SVGSVGElement {
  const piece = drawing.cloneNode(true) as SVGSVGElement
  for (const row of piece.querySelectorAll('[data-top]'))
    if (topOf(row) < from || topOf(row) >= to) row.remove()
  const top = from === 0 ? 0 : from - AXIS
  if (from > 0) {
    for (const head of piece.querySelectorAll('.legend, .column-heads')) head.remove()
    moveAxis(piece.querySelector('.axis')!, from)
  }
  const width = piece.getAttribute('width')
  piece.setAttribute('height', String(to - top))
  piece.setAttribute('viewBox', `0 ${top} ${width} ${to - top}`)
  piece.classList.add('piece')
  return piece
}

/** Begins the axis again above the rows of a later piece; below the last row with a number there is none. */
function moveAxis(axis: Element, from: number): void {
  const [, top] = /,([\d.]+)\)/.exec(axis.getAttribute('transform')!)!
  const lines = [...axis.querySelectorAll('line')]
  const left = Number(lines[0]?.getAttribute('y2') ?? 0) - (from - Number(top))
  if (left <= 0) axis.remove()
  for (const line of lines) line.setAttribute('y2', String(left))
  axis.setAttribute('transform', `translate(0,${from})`)
}
