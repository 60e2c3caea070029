import type { ManifestEntry } from '../../src/types.ts'

/** The manifest's text with one more entry, on a line of its own after the others; everything else stays as it was typed. */
export function insertEntry(manifest: string, entry: ManifestEntry): string {
  const { open, close } = listIn(manifest)
  const line = entryLine(entry)
  const before = manifest.slice(0, close).trimEnd()
  const isEmpty = before.length === open + 1
  const indent = isEmpty ? '\n    ' : indentOfFirst(manifest, open)
  const tail = manifest.slice(before.length)
  return (
    before + (isEmpty ? '' : ',') + indent + line + (/^\s*\n/.test(tail) ? tail : `\n  ${tail.trimStart()}`)
  )
}

function entryLine(entry: ManifestEntry): string {
  const fields = Object.entries(entry).map(
    ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  )
  return `{${fields.join(', ')}}`
}

/** Offsets of the brackets of the list `regulations` at the top of a valid manifest. */
function listIn(json: string): { open: number; close: number } {
  const tokens = json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)
  let depth = 0
  let name = ''
  let open = -1
  for (const { 0: token, index } of tokens) {
    if (token === '[' || token === '{') {
      depth++
      if (token === '[' && depth === 2 && name && JSON.parse(name) === 'regulations') open = index
    } else if (token === ']' || token === '}') {
      depth--
      if (open >= 0 && depth === 1) return { open, close: index }
    } else if (depth === 1) name = token
  }
  throw new Error('no list regulations in the manifest')
}

function indentOfFirst(manifest: string, open: number): string {
  const space = /^\s*/.exec(manifest.slice(open + 1))![0]
  return space.includes('\n') ? space.slice(space.lastIndexOf('\n')) : '\n    '
}
