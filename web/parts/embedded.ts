/**
 * The site as one file carries its data with it: each file gzipped, in base64, in a `<script data-file>` that no browser
 * runs. In the usual site there are none.
 */
export function embedded(name: string): Promise<Response> | null {
  const holder = holders().get(name)
  return holder ? unpacked(holder.textContent ?? '') : null
}

let known: Map<string, Element> | undefined

function holders(): Map<string, Element> {
  // A worker has no page to look into, and is never had by the site as one file.
  if (typeof document === 'undefined') return new Map()
  known ??= new Map(
    [...document.querySelectorAll('script[data-file]')].map(holder => [
      holder.getAttribute('data-file')!,
      holder,
    ]),
  )
  return known
}

/** Whether this page is the site as one file. */
export function isSingleFile(): boolean {
  return holders().size > 0
}

async function unpacked(base64: string): Promise<Response> {
  const bytes = Uint8Array.from(atob(base64.trim()), character => character.charCodeAt(0))
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Response(await new Response(stream).arrayBuffer())
}
