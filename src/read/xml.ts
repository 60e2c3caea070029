import { type ChildNode, type Document, DomHandler, type Element, isTag, isText } from 'domhandler'
import { Parser } from 'htmlparser2'
import { tooLarge } from './error.ts'
import { DEEPEST_ELEMENT, MOST_ALL_ATTRIBUTES, MOST_ATTRIBUTES, MOST_ELEMENTS } from './thresholds.ts'

/**
 * The tree of an XML file or part. Names keep their prefix; use `localName`. Throws ReadError `too-large` while it is built:
 * a tree of a million elements takes the memory, and the parser's time grows with depth times length. `counted` are the
 * elements that were read before of the same file.
 */
export function parseXml(xml: string, counted: Counted = { elements: 0, attributes: 0 }): Document {
  const builder = new BoundedBuilder(counted)
  new Parser(builder, { xmlMode: true, decodeEntities: true }).end(xml)
  return builder.root
}

/** What was read so far of a file, which may have several parts. Comments count as elements. */
export interface Counted {
  elements: number
  attributes: number
}

/** Adds to what was read; throws ReadError `too-large` where that is more than any real file has. */
export function countIn(counted: Counted, { elements = 0, attributes = 0 }: Partial<Counted>): void {
  counted.elements += elements
  counted.attributes += attributes
  if (counted.elements > MOST_ELEMENTS) throw tooLarge(`has more than ${MOST_ELEMENTS} elements`)
  if (counted.attributes > MOST_ALL_ATTRIBUTES)
    throw tooLarge(`has more than ${MOST_ALL_ATTRIBUTES} attributes`)
}

class BoundedBuilder extends DomHandler {
  readonly #counted: Counted

  constructor(counted: Counted) {
    super(undefined, { xmlMode: true })
    this.#counted = counted
  }

  override onopentag(name: string, attributes: Record<string, string>): void {
    if (this.tagStack.length > DEEPEST_ELEMENT)
      throw tooLarge(`has elements nested deeper than ${DEEPEST_ELEMENT}`)
    const count = Object.keys(attributes).length
    if (count > MOST_ATTRIBUTES) throw tooLarge(`has an element of more than ${MOST_ATTRIBUTES} attributes`)
    countIn(this.#counted, { attributes: count })
    super.onopentag(name, attributes)
  }

  protected override addNode(node: ChildNode): void {
    if (!isText(node)) countIn(this.#counted, { elements: 1 })
    super.addNode(node)
  }
}

/** Name without namespace prefix: `p` of `w:p`. */
export function localName(element: Element): string {
  return element.name.slice(element.name.indexOf(':') + 1)
}

export function childElements(node: Document | Element): Element[] {
  return node.children.filter(isTag)
}

/** The child reached by these local names, one level each. */
export function childAt(node: Document | Element, ...names: string[]): Element | undefined {
  let found: Document | Element | undefined = node
  for (const name of names) found = found && childElements(found).find(element => localName(element) === name)
  return found as Element | undefined
}

/** Value of the attribute of this local name, whatever its prefix: `w:val`, `r:id`. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  if (!element) return undefined
  const { attribs } = element
  const prefixed = () => Object.keys(attribs).find(key => key.endsWith(`:${name}`))
  return attribs[`w:${name}`] ?? attribs[name] ?? attribs[prefixed() ?? '']
}

/** Whether a property such as `<w:vanish/>` is on. */
export function isOn(property: Element | undefined): boolean {
  return property !== undefined && !/^(0|false|off|none)$/.test(attribute(property, 'val') ?? '')
}
