import { documentOf } from '../../../src/structure/address.ts'
import { attachKeys } from '../../charts/keys.ts'
import { piecesOf } from '../../charts/pages.ts'
import type { Paper } from '../../charts/paper.ts'
import { marksOf } from '../../charts/rows.ts'
import { MEASURE_NAMES } from '../../i18n/measures.ts'
import type { Site } from '../../parts/data.ts'
import { onPaper } from '../../parts/printing.ts'
import { currentRoute, spanHref, unitHref } from '../../parts/router.ts'
import { shown } from '../../reader/script.ts'
import { language } from '../../reader/settings.ts'
import type { Figure } from './figure.ts'
import { rowHref } from './figures.ts'
import { placeNameIn, unitNameIn } from './label.ts'

/**
 * Draws every figure into its place, as wide as that is, when it comes near the window; for paper all of them, as wide as
 * that. Gives back what undoes it.
 */
export function drawFigures(main: HTMLElement, figures: Figure[], site: Site): () => void {
  const hosts = new Map(figures.map(figure => [hostOf(main, figure), figure]))
  const draw = (host: HTMLElement) => {
    const drawing = drawingOf(hosts.get(host)!, site, Math.floor(host.clientWidth))
    attachKeys(drawing)
    host.replaceChildren(drawing)
  }
  // A first figure of usual size is there at once, so that nothing jumps; a crowd of dots comes after the click is answered.
  const crowded = (figures[0]?.rows.flatMap(marksOf).length ?? 0) > CROWD
  const rest = [...hosts.keys()].slice(crowded ? 0 : 1)
  if (!crowded && figures[0]) draw(hostOf(main, figures[0]))
  let running = true
  const watcher = new IntersectionObserver(
    entries => {
      for (const { target } of entries.filter(each => each.isIntersecting)) {
        watcher.unobserve(target)
        // Each in a task of its own: a click between two of them is answered.
        setTimeout(() => running && draw(target as HTMLElement))
      }
    },
    { rootMargin: '1200px' },
  )
  for (const host of rest) {
    // A drawing of the same figure may stand until the new one comes; another figure's may not.
    if (host.firstElementChild?.getAttribute('data-figure') !== hosts.get(host)!.id) host.replaceChildren()
    watcher.observe(host)
  }
  const stopPrinting = printing(hosts, site)
  return () => {
    running = false
    watcher.disconnect()
    stopPrinting()
  }
}

function drawingOf(figure: Figure, site: Site, width: number): SVGSVGElement {
  const drawing = figure.draw(paperOf(site, Math.max(width, NARROWEST)))
  const description = drawing.querySelector('desc')!
  description.id = `${figure.id}-gist`
  drawing.setAttribute('aria-describedby', description.id)
  drawing.setAttribute('data-figure', figure.id)
  return drawing
}

// In a window of no width, as while a picture of the whole page is taken, there would be no room for a plot.
const NARROWEST = 240

// Between the usual margins of A4 and of Letter, in pixels of print; the first piece leaves room for its title, that of the
// first figure for the head of the page too.
const PRINT = { width: 700, head: 80, first: 860, next: 920 }

/** Puts drawings as wide as paper into the page while it is printed, and what was there back afterwards. */
function printing(hosts: Map<HTMLElement, Figure>, site: Site): () => void {
  let kept: [HTMLElement, Element[]][] = []
  const begin = () => {
    kept = [...hosts.keys()].map(host => [host, [...host.children]])
    for (const [index, [host, figure]] of [...hosts].entries()) {
      const first = index === 0 ? PRINT.first - PRINT.head : PRINT.first
      host.replaceChildren(...piecesOf(drawingOf(figure, site, PRINT.width), first, PRINT.next))
    }
  }
  const end = () => {
    for (const [host, children] of kept) host.replaceChildren(...children)
  }
  return onPaper(begin, end)
}

// Drawn in some 40 ms on a slow machine.
const CROWD = 400

function hostOf(main: HTMLElement, figure: Figure): HTMLElement {
  return main.querySelector<HTMLElement>(`#${CSS.escape(figure.id)} .chart-host`)!
}

function paperOf(site: Site, width: number): Paper {
  return {
    document,
    width,
    whole: currentRoute().query.row !== undefined,
    language: language(),
    show: shown,
    quoteHref: provision => spanHref(documentOf(provision.address), provision.span),
    unitHref,
    unitName: unitNameIn(site),
    rowHref,
    place: placeNameIn(site),
    measureName: measure => MEASURE_NAMES[measure][language()],
  }
}
