import { readFileSync } from 'node:fs'
import { diffChars } from 'diff'
import { align } from '../../src/alignment/align.ts'
import { comparerOf } from '../../src/compare/differences.ts'
import { diff } from '../../src/diff/diff.ts'
import { namesOf } from '../../src/diff/names.ts'
import { unitTextOf, wholeTextOf } from '../../src/diff/unit-text.ts'
import { fingerprintsOf, likenessOf, ownText } from '../../src/insights/own-text.ts'
import { provisionsOf } from '../../src/provisions/extract.ts'
import { structureOf } from '../../src/structure/structure.ts'
import { cutterOf } from '../../src/text/words.ts'
import type { Family, Regulation } from '../../src/types.ts'
import { lexiconOf } from '../io/cut.ts'
import { padded } from '../print/terminal.ts'

const SEEDS = ['zhongwei', 'shizuishan', 'pingliang', 'shuozhou', 'qinzhou']

/**
 * What comparing costs in the page, with the page's own cutter: an article pair, two whole documents, all typed
 * differences of two documents, own text. Processor milliseconds, the second of two runs; one line per figure.
 */
export function benchCompare(): string[] {
  const regulations = SEEDS.map(readSeed)
  const cut = cutterOf(lexiconOf(regulations.map(regulation => wholeTextOf(regulation).text)))
  const pairs = equivalents(regulations)
  const names = new Map(regulations.map(regulation => [regulation.id, namesOf(regulation)]))
  const compare = (a: string, b: string) =>
    diff(unit(regulations, a), unit(regulations, b), {
      cut,
      names: { a: names.get(idOf(a))!, b: names.get(idOf(b))! },
    })
  const comparer = comparerOf(
    {
      regulations,
      families: [],
      provisions: regulations.flatMap(provisionsOf),
      said: align(regulations, { cut }).said,
    },
    cut,
  )
  return [
    line(
      `${pairs.length} article pairs, a pair`,
      twice(() => pairs.map(([a, b]) => compare(a, b))) / pairs.length,
    ),
    line(
      'the same by jsdiff, characters',
      twice(() => pairs.map(([a, b]) => diffChars(unit(regulations, a).text, unit(regulations, b).text))) /
        pairs.length,
    ),
    line('two documents, article by article', documents(pairs, compare)),
    line(
      'two documents as one text',
      twice(() => compare('zhongwei', 'shizuishan')),
    ),
    line('typed differences, an article pair', typed(pairs, comparer)),
    line(
      'own text and likeness, five documents',
      twice(() => share(regulations)),
    ),
  ]
}

function readSeed(id: string): Regulation {
  return structureOf({ id, place: '', file: '', text: readFileSync(`corpus/raw/${id}.txt`, 'utf8') })
}

/** Addresses of articles that people put side by side. */
function equivalents(regulations: Regulation[]): [string, string][] {
  const { pairs: gold }: { pairs: Record<string, [number, number, string][]> } = JSON.parse(
    readFileSync('quality/gold/alignment.json', 'utf8'),
  )
  return regulations.flatMap((a, index) =>
    regulations
      .slice(index + 1)
      .flatMap(b =>
        (gold[`${a.id}-${b.id}`] ?? [])
          .filter(([, , relation]) => relation === 'equivalent')
          .map(([left, right]): [string, string] => [`${a.id}/${left}`, `${b.id}/${right}`]),
      ),
  )
}

function idOf(address: string): string {
  return address.split('/')[0]!
}

function unit(regulations: Regulation[], address: string) {
  const regulation = regulations.find(each => each.id === idOf(address))!
  return address.includes('/') ? unitTextOf(regulation, address) : wholeTextOf(regulation)
}

function documents(pairs: [string, string][], compare: (a: string, b: string) => unknown): number {
  const twins = pairs.filter(([a, b]) => idOf(a) === 'zhongwei' && idOf(b) === 'shizuishan')
  return twice(() => twins.map(([a, b]) => compare(a, b)))
}

function memberOf(address: string): Family['members'][number] {
  return { address, statements: null, state: 'yes', probability: 1, basis: 'curated', wording: '' }
}

function typed(pairs: [string, string][], comparer: ReturnType<typeof comparerOf>): number {
  const families = pairs.map((pair, index): [Family, string, string] => [
    {
      id: String(index),
      topic: { id: '', zh: '', en: '' },
      label: 'curated',
      members: pair.map(address => memberOf(address)),
    },
    idOf(pair[0]),
    idOf(pair[1]),
  ])
  return twice(() => families.map(([family, a, b]) => comparer.between(family, a, b))) / pairs.length
}

function share(regulations: Regulation[]): void {
  const prints = fingerprintsOf(regulations)
  ownText(prints)
  likenessOf(prints)
}

/** Processor milliseconds of the second run. */
function twice(work: () => unknown): number {
  work()
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function line(name: string, milliseconds: number): string {
  return `${padded(name, 40)} ${milliseconds.toFixed(milliseconds < 10 ? 2 : 0).padStart(6)} ms`
}
