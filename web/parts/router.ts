import { addressSettings } from '../reader/settings.ts'

/**
 * The whole state of the page is in the address, after the hash: `#/compare/leave-of-absence?base=zhongwei`.
 * A hash needs nothing of the server and works from any subfolder and from a file.
 */
export interface Route {
  /** The first part of the path: name of the view, `overview` where there is none. */
  view: string
  /** The rest of the path, decoded. */
  path: string[]
  /** The view's own parameters; those of the frame (lang, script) are taken out. */
  query: Record<string, string>
}

type Query = Record<string, string | number | null | undefined>

/** What the address asks for now. */
export function currentRoute(): Route {
  const [path = ''] = location.hash.replace(/^#\/?/, '').split('?')
  const [view = '', ...rest] = path.split('/').map(decode)
  return {
    view: view || 'overview',
    path: rest.filter(part => part !== ''),
    query: ownQuery(addressParameters()),
  }
}

/** All parameters of the address, those of the frame among them. */
export function addressParameters(): URLSearchParams {
  return new URLSearchParams(location.hash.split(/\?(.*)/s)[1] ?? '')
}

/** The address of a view: `href(['doc', 'zhongwei'], {at: '10-20'})`. Empty and missing parameters are left out. */
export function href(path: string[], query: Query = {}): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...query, ...addressSettings() }))
    if (value !== null && value !== undefined && value !== '') parameters.set(name, String(value))
  const tail = parameters.toString()
  return `#/${path.map(encodePart).join('/')}${tail ? `?${tail}` : ''}`
}

/** The present address with some parameters changed; null takes one away. */
export function withQuery(changes: Query): string {
  const route = currentRoute()
  const view = route.view === 'overview' && route.path.length === 0 ? [] : [route.view]
  return href([...view, ...route.path], { ...route.query, ...changes })
}

/** Goes to an address made by `href` or `withQuery`. `replace` leaves no step for the back button (filters, typing). */
export function go(address: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') location.hash = address
  else {
    history.replaceState(history.state, '', address)
    refresh()
  }
}

/** Shows the present address again, with what has become known since. */
export function refresh(): void {
  dispatchEvent(new HashChangeEvent('hashchange'))
}

/** The link to a unit's place in its document, where it is lit up. */
export function unitHref(address: string, query: Query = {}): string {
  const [id = '', ...unit] = address.split('/')
  return href(['doc', id, ...unit], query)
}

/** The link to a stretch of a document's source. */
export function spanHref(id: string, span: { start: number; end: number }, query: Query = {}): string {
  return href(['doc', id], { at: `${span.start}-${span.end}`, ...query })
}

function ownQuery(parameters: URLSearchParams): Record<string, string> {
  const { lang: _lang, script: _script, ...own } = Object.fromEntries(parameters)
  return own
}

// Chinese stays readable in the address bar; only what would end a path or a query is escaped.
function encodePart(part: string): string {
  return part.replace(/[%/?#\s]/g, encodeURIComponent)
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
