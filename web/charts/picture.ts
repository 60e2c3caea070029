/** A drawing as a file that looks the same without the page: its looks as attributes, light colours, title and source. */

/** What stands above and below the drawing in the file. */
interface Caption {
  title: string
  source: string
}

const SVG = 'http://www.w3.org/2000/svg'
const MARGIN = 20
const FONTS = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif"
const LOOKS = [
  'fill',
  'stroke',
  'stroke-width',
  'font-size',
  'font-weight',
  'text-anchor',
  'text-decoration-line',
  'shape-rendering',
  'opacity',
  'paint-order',
  'stroke-linejoin',
  'stroke-dasharray',
]

/** The drawing, which must stand in a page, as the text of an SVG file. Links become absolute, so that they work from the file. */
export function svgFile(drawing: SVGSVGElement, caption: Caption): string {
  return new XMLSerializer().serializeToString(standalone(drawing, caption))
}

/** The same picture as PNG, `scale` pixels for each of its own. Rejects where the browser cannot draw it. */
export async function pngFile(drawing: SVGSVGElement, caption: Caption, scale = 2): Promise<Blob> {
  const picture = standalone(drawing, caption)
  const address = URL.createObjectURL(
    new Blob([new XMLSerializer().serializeToString(picture)], { type: 'image/svg+xml' }),
  )
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    return await blobOf(
      image,
      Number(picture.getAttribute('width')) * scale,
      Number(picture.getAttribute('height')) * scale,
    )
  } finally {
    URL.revokeObjectURL(address)
  }
}

function blobOf(image: HTMLImageElement, width: number, height: number): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')!.drawImage(image, 0, 0, width, height)
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      blob => (blob ? resolve(blob) : reject(new Error(`picture too large: ${width} × ${height}`))),
      'image/png',
    ),
  )
}

function standalone(drawing: SVGSVGElement, caption: Caption): SVGSVGElement {
  const copy = withLooks(drawing)
  const width = Number(drawing.getAttribute('width'))
  const height = Number(drawing.getAttribute('height'))
  const frame = document.createElementNS(SVG, 'g')
  frame.setAttribute('transform', `translate(${MARGIN},${MARGIN + 28})`)
  frame.append(...copy.childNodes)
  copy.append(paper(), title(caption.title), frame, footnote(caption.source, height + MARGIN + 28 + 22))
  const size = [width + 2 * MARGIN, height + 2 * MARGIN + 28 + 20] as const
  copy.setAttribute('width', String(size[0]))
  copy.setAttribute('height', String(size[1]))
  copy.setAttribute('viewBox', `0 0 ${size.join(' ')}`)
  copy.setAttribute('font-family', FONTS)
  return copy
}

/** A copy whose every element carries its computed looks as attributes, in the light scheme whatever the page's. */
function withLooks(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  const bench = document.createElement('div')
  bench.className = 'chart-bench'
  bench.append(copy)
  // Beside the drawing, so that the same rules of style apply.
  drawing.after(bench)
  const elements = [copy, ...copy.querySelectorAll<SVGElement>('*')]
  // All looks are read before any is written: what an element looks like depends on the classes round it.
  const looks = inLight(() => elements.map(looksOf))
  const byElement = new Map(
    elements.map((element, index) => [element as Element | null, new Map(looks[index]!)]),
  )
  for (const [index, element] of elements.entries())
    settle(element, looks[index]!, byElement.get(element.parentElement) ?? new Map())
  bench.remove()
  return copy
}

/** Reads something of the page as it would be in light colours; the page is not painted in between. */
function inLight<Value>(read: () => Value): Value {
  const { dataset } = document.documentElement
  const theme = dataset.theme
  dataset.theme = 'light'
  const value = read()
  if (theme === undefined) delete dataset.theme
  else dataset.theme = theme
  return value
}

function looksOf(element: SVGElement): [string, string][] {
  const looks = getComputedStyle(element)
  return LOOKS.map(name => [name, looks.getPropertyValue(name)])
}

// What an element would take over from the one round it is not written again.
function settle(element: SVGElement, looks: [string, string][], round: Map<string, string>): void {
  if (DRAWN.has(element.localName))
    for (const [name, value] of looks)
      if (value !== '' && !(round.get(name) === value && !OWN.has(name)) && !element.hasAttribute(name))
        element.setAttribute(ATTRIBUTES[name] ?? name, value)
  element.removeAttribute('class')
  const link = element.getAttribute('href')
  if (link) element.setAttribute('href', new URL(link, location.href).href)
}

const DRAWN = new Set(['svg', 'g', 'a', 'text', 'path', 'line', 'rect', 'circle'])
// Not taken over by what is inside.
const OWN = new Set(['opacity', 'text-decoration-line'])
const ATTRIBUTES: Record<string, string> = { 'text-decoration-line': 'text-decoration' }

function paper(): SVGElement {
  const rect = document.createElementNS(SVG, 'rect')
  for (const [name, value] of Object.entries({ width: '100%', height: '100%', fill: '#ffffff' }))
    rect.setAttribute(name, value)
  return rect
}

function title(text: string): SVGElement {
  return words(text, { x: MARGIN, y: MARGIN + 8, 'font-size': 16, 'font-weight': 600, fill: '#1c1d1f' })
}

function footnote(text: string, y: number): SVGElement {
  return words(text, { x: MARGIN, y, 'font-size': 11, fill: '#4f5257' })
}

function words(content: string, attributes: Record<string, string | number>): SVGElement {
  const text = document.createElementNS(SVG, 'text')
  for (const [name, value] of Object.entries(attributes)) text.setAttribute(name, String(value))
  text.textContent = content
  return text
}
