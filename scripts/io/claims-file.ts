import * as v from 'valibot'
import type { Claim } from '../../src/index/claims.ts'
import { documentOf } from '../../src/structure/address.ts'
import { checked, list, object, text } from './form.ts'
import { type JsonFile, readJson } from './json.ts'

/** A file of claims as read: all that stands in it, and the documents that its claims name. */
export interface ClaimsFile {
  file: JsonFile
  value: { claims: Claim[] }
}

const words = v.pipe(text, v.regex(/\p{L}/u, 'must be a statement in words'))
const right = v.pipe(text, v.regex(/\S/, 'must be the id of a document'))
const form = object(
  { claims: list(object({ left: text, text: words, right }, '{"left": …, "text": …, "right": …}')) },
  '{"claims": […]}',
)

/** Reads a file of claims; one of another form is a failure that names the place and what is wanted there. */
export function readClaims(name: string): ClaimsFile {
  const file = readJson(name, 'name a file of claims with --claims')
  return { file, value: checked<ClaimsFile['value']>(file, form) }
}

/** Fails on the first claim that names a document which is not among the ids. */
export function refuseUnknownDocuments({ file, value }: ClaimsFile, ids: string[]): void {
  const known = new Set(ids)
  const refuse = (at: number, field: string, id: string) =>
    file.fault(['claims', at, field], `"${id}" is no document; the corpus has ${ids.join(', ')}`)
  for (const [at, { left, right }] of value.claims.entries()) {
    if (!known.has(right)) throw refuse(at, 'right', right)
    if (left !== '' && !known.has(documentOf(left))) throw refuse(at, 'left', documentOf(left))
  }
}
