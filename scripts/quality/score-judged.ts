import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { provisionsOf } from '../../src/provisions/extract.ts'
import { readSource } from '../../src/read/read.ts'
import { structureOf } from '../../src/structure/structure.ts'
import type { ManifestEntry, Provision } from '../../src/types.ts'
import { overlaps } from './scores.ts'

/** What a provision must state to be right; fields as in gold/README.md. */
type Expected = Pick<Provision, 'measure' | 'comparator' | 'value' | 'max' | 'unit' | 'per'>

/** A provision as somebody judged it by reading, or one that was missed (no verdict). */
interface Judged {
  address: string
  quote: string
  verdict?: 'right' | 'wrong' | 'not-a-provision'
  expected?: Expected
}

/** Form of quality/gold/*-provisions.json: what frozen rules predicted in texts they had not seen, judged by reading. */
export interface Judgement {
  about: string
  frozen: string
  /** Addresses that were drawn, where only some of the texts were read, of a genre that had been seen. */
  units?: string[]
  judged: Judged[]
  missed?: Judged[]
  paragraphs?: { missed: Judged[] }
}

export interface Tally {
  predicted: number
  right: number
  /** Predicted provisions that are provisions, rightly read or not. */
  found: number
  /** What a reader found in the texts, as far as they were read. */
  expected: number
}

/** As found when the rules were frozen: what was right, what was found, what there was. */
export function asFound({ judged, missed = [], paragraphs }: Judgement): Tally {
  const found = judged.filter(one => one.verdict !== 'not-a-provision').length
  return {
    predicted: judged.length,
    right: judged.filter(one => one.verdict === 'right').length,
    found,
    expected: found + missed.length + (paragraphs?.missed.length ?? 0),
  }
}

/** The same records against what the rules read now; provisions beside them count as predicted. */
export function asNow({ judged, missed = [], paragraphs }: Judgement, provisions: Provision[]): Tally {
  const records = [...judged.filter(one => one.expected), ...missed, ...(paragraphs?.missed ?? [])]
  const rest = new Set(provisions)
  const matches = records.map(record => {
    const candidates = [...rest].filter(
      one => one.address === record.address && overlaps(one.quote, record.quote),
    )
    const best = candidates.find(one => agrees(one, record.expected!)) ?? candidates[0]
    if (best) rest.delete(best)
    return best ? agrees(best, record.expected!) : null
  })
  return {
    predicted: provisions.length,
    right: matches.filter(match => match === true).length,
    found: matches.filter(match => match !== null).length,
    expected: records.length,
  }
}

function agrees(one: Provision, expected: Expected): boolean {
  return (Object.keys(expected) as (keyof Expected)[]).every(field => one[field] === expected[field])
}

/** One line: precision and recall in counts. */
export function inOneLine({ predicted, right, found, expected }: Tally): string {
  const share = (part: number, whole: number) => (part / whole).toFixed(3)
  return (
    `predicted ${predicted}, fully right ${right} (precision ${share(right, predicted)}), ` +
    `found ${found} of ${expected} (recall ${share(found, expected)}; fully right ${share(right, expected)})`
  )
}

/** `tsx scripts/quality/score-judged.ts [corpus of the genre] [file of the law]`: what was found when frozen, and what is found now. */
async function main([corpus, law]: string[]): Promise<void> {
  const genre = judgementOf('business-environment')
  const code = judgementOf('company-law')
  console.log(
    `business environment, rules frozen at ${genre.frozen.slice(0, 7)}: ${inOneLine(asFound(genre))}`,
  )
  if (corpus) console.log(`business environment, now: ${inOneLine(asNow(genre, await provisionsIn(corpus)))}`)
  console.log(`company law, rules frozen at ${code.frozen.slice(0, 7)}: ${inOneLine(asFound(code))}`)
  for (const { texts, frozen, asFound } of unread())
    console.log(`${texts}, rules frozen at ${frozen}: ${inOneLine(asFound)}`)
  if (law)
    console.log(`company law, now: ${inOneLine(asNow(code, await provisionsOfFile(law, 'company-law')))}`)
}

/** Sentences read for the first time with the rules frozen; figures as found. */
function unread(): { texts: string; frozen: string; asFound: Tally }[] {
  return JSON.parse(readFileSync('quality/gold/unread-sentences.json', 'utf8')).groups
}

function judgementOf(name: string): Judgement {
  return JSON.parse(readFileSync(`quality/gold/${name}-provisions.json`, 'utf8'))
}

async function provisionsIn(folder: string): Promise<Provision[]> {
  const { regulations } = JSON.parse(readFileSync(join(folder, 'corpus.json'), 'utf8'))
  const all = await Promise.all(
    (regulations as ManifestEntry[]).map(entry => provisionsOfFile(join(folder, entry.file), entry.id)),
  )
  return all.flat()
}

async function provisionsOfFile(path: string, id: string): Promise<Provision[]> {
  const source = await readSource(readFileSync(path), { id, place: id, file: basename(path) })
  return provisionsOf(structureOf(source))
}

if (process.argv[1]?.endsWith('score-judged.ts') && existsSync('quality/gold'))
  await main(process.argv.slice(2))
