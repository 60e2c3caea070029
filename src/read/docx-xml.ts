import { load } from 'cheerio/slim'
import { type Document, type Element, isTag } from 'domhandler'

/** The tree of an XML part. Names keep their prefix; use `localName`. */
export function parseXml(xml: string): Document {
  return load(xml, { xml: { xmlMode: true, decodeEntities: true } }).root()[0] as unknown as Document
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

/** Value of the attribute of this local name, mostly `val`. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attribs[`w:${name}`] ?? element?.attribs[name]
}

/** Whether a property such as `<w:vanish/>` is on. */
export function isOn(property: Element | undefined): boolean {
  return property !== undefined && !/^(0|false|off|none)$/.test(attribute(property, 'val') ?? '')
}
