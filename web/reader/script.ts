import { originOf } from '../../src/text/passage.ts'
import type { Division, Passage } from '../../src/types.ts'
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
  // Characters as they are standard in Taiwan (為, 群, 秘), words left alone.
  toTraditional = Converter({ from: 'cn', to: 'tw' })
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

/** A label, folded, in the reader's script; in the document's own one, as it is printed from `start` on, when that is chosen. */
export function shownLabel(label: string, source: string | null, start: number): string {
  if (script() !== 'source' || source === null) return shown(label)
  let [text, at] = ['', start]
  for (const character of label) {
    if (/\s/.test(character)) continue
    while (at < source.length && /\s/.test(source[at]!)) at++
    text += source[at++] ?? ''
  }
  return text
}

/** The heading of a division with its label, the same way. What is printed there may hold more (pinyin): then it stays folded. */
export function shownHeading({ label, heading, start, end }: Division, source: string | null): string {
  const folded = `${label} ${heading}`
  if (script() !== 'source' || source === null) return shown(folded)
  const printed = source.slice(start, end).replace(/\s/g, '')
  return printed.length === folded.replace(/\s/g, '').length
    ? `${printed.slice(0, label.length)} ${printed.slice(label.length)}`
    : folded
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
