import { documentOf } from '../structure/address.ts'
import type { Regulation } from '../types.ts'
import { type Names, NO_NAMES, namesOf } from './names.ts'
import { type Token, tokensOf } from './tokens.ts'
import { memberTextOf, type UnitText } from './unit-text.ts'

/** The texts and names of a corpus by address (`memberKey`), as the comparison needs them; each is made once and kept. */
export interface Texts {
  regulations: Regulation[]
  /** Throws on an address no document has. */
  unit(address: string): UnitText
  /** Names of the document that holds the address. */
  names(address: string): Names
  /** Content of the unit, names folded and punctuation left out: equal if units differ only in style. */
  content(address: string): string
}

/** Texts of these documents. */
export function textsOf(regulations: Regulation[]): Texts {
  const byId = new Map(regulations.map(regulation => [regulation.id, regulation]))
  const unit = kept(address => {
    const regulation = byId.get(documentOf(address))
    if (!regulation) throw new Error(`unknown document: ${address}`)
    return memberTextOf(regulation, address)
  })
  const namesOfDocument = kept(id => {
    const regulation = byId.get(id)
    return regulation ? namesOf(regulation) : NO_NAMES
  })
  const names = (address: string) => namesOfDocument(documentOf(address))
  const content = kept(address => contentOfTokens(charactersOf(unit(address), names(address))))
  return { regulations, unit, names, content }
}

/**
 * The tokens of a unit: single characters, but each quantity, law's name, body and folded name as one. No
 * word cutter is needed.
 */
export function charactersOf(unit: UnitText, names: Names): Token[] {
  return tokensOf(unit, { cut: text => text.split(''), names, foldNames: true })
}

/** The keys of the tokens, joined. */
function contentOfTokens(tokens: Token[]): string {
  return tokens.map(token => token.key).join('')
}

/** The same function with its results kept: each is computed once. */
export function kept<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return key => {
    if (!known.has(key)) known.set(key, make(key))
    return known.get(key)!
  }
}
