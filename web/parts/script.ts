import { originOf } from '../../src/text/passage.ts'
import type { Passage } from '../../src/types.ts'
import { script } from './settings.ts'

/**
 * The reader's script is a view, never a change of data. Every function here keeps the length of its text,
 * so ranges of a passage hold in what is shown.
 */
type Convert = (text: string) => string

let toTraditional: Convert | null = null
const converted = new Map<string, string>()

/** Loads what the chosen script needs; to be awaited before anything is rendered. */
export async function prepareScript(): Promise<void> {
  if (script() !== 'traditional' || toTraditional) return
  const { Converter } = await import('opencc-js/cn2t')
  toTraditional = Converter({ from: 'cn', to: 't' })
}

/** Simplified text (of the interface, or clean text of a passage) in the reader's script. */
export function shown(text: string): string {
  if (script() !== 'traditional' || !toTraditional) return text
  const known = converted.get(text)
  if (known !== undefined) return known
  const result = sameLength(text, toTraditional)
  converted.set(text, result)
  return result
}

/** A passage in the reader's script; in the document's own one when that is chosen and its source is given. */
export function shownPassage(passage: Passage, source: string | null): string {
  if (script() !== 'source' || source === null) return shown(passage.text)
  let text = ''
  for (let at = 0; at < passage.text.length; at++) text += source[originOf(passage, at)]
  return text
}

/** The `lang` of text as it is shown, for fonts and for screen readers. */
export function shownLang(original: 'simplified' | 'traditional' | 'mixed'): string {
  const shownIn = script() === 'source' ? original : script()
  return shownIn === 'traditional' ? 'zh-Hant' : 'zh-Hans'
}

function sameLength(text: string, convert: Convert): string {
  const result = convert(text)
  if (result.length === text.length) return result
  return text.replace(/[\s\S]/g, character => {
    const single = convert(character)
    return single.length === 1 ? single : character
  })
}
