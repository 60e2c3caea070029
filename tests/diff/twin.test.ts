import { readFileSync } from 'node:fs'
import { type ChangeObject, diffChars, diffWords } from 'diff'
import { describe, expect, it } from 'vitest'
import { diff } from '../../src/diff/diff.ts'
import { namesOf } from '../../src/diff/names.ts'
import type { Segment } from '../../src/diff/segments.ts'
import { plainUnitText, type UnitText } from '../../src/diff/unit-text.ts'
import { fold } from '../../src/text/fold.ts'
import { cut, placed } from '../support/compare-cases.ts'

/** 中卫 and 石嘴山 share an ancestor almost word for word: what is left to see is what a comparison is judged by. */
const [LEFT, RIGHT] = ['zhongwei', 'shizuishan'] as const

interface GoldDocument {
  metadata: { place: string; province: string }
  articles: { number: number | string; paragraphs: { text: string; items: { text: string }[] }[] }[]
}
const structure: Record<string, GoldDocument> = JSON.parse(read('quality/gold/structure.json'))
const alignment: { pairs?: Record<string, [string, string, string][]> } & Record<string, unknown> =
  JSON.parse(read('quality/gold/alignment.json'))
const edges = (alignment.pairs ?? alignment)[`${LEFT}-${RIGHT}` as never] as unknown as [
  string,
  string,
  string,
][]

function read(path: string): string {
  return readFileSync(path, 'utf8')
}

/** An article's text as it stands in the source, white space left out, paragraphs and items each on a line. */
function rawText(id: string, number: string | number): string {
  const article = structure[id]!.articles.find(each => String(each.number) === String(number))!
  return article.paragraphs.flatMap(each => [each.text, ...each.items.map(item => item.text)]).join('\n')
}

const pairs = edges
  .filter(([, , relation]) => relation === 'equivalent')
  .map(([a, b]) => ({ a: String(a), b: String(b), left: rawText(LEFT, a), right: rawText(RIGHT, b) }))

const names = Object.fromEntries(
  [LEFT, RIGHT].map(id => {
    const { metadata, articles } = structure[id]!
    const texts = articles.map(article => fold(rawText(id, article.number)))
    return [id, namesOf(placed(metadata.place, metadata.province, texts))]
  }),
)

function compare(left: UnitText, right: UnitText, foldNames: boolean): Segment[] {
  return diff(left, right, { cut, names: { a: names[LEFT]!, b: names[RIGHT]! }, foldNames })
}

/** Stretches of change that a reader would count, one after the other. */
function hunks(changes: ChangeObject<string>[]): number {
  return changes.filter((each, index) => (each.added || each.removed) && !isChanged(changes[index - 1]))
    .length
}

function isChanged(change: ChangeObject<string> | undefined): boolean {
  return change !== undefined && (change.added || change.removed)
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

describe('the twin pair 中卫–石嘴山', () => {
  it('shows what was changed and nothing else', async () => {
    const count = { raw: 0, characters: 0, words: 0, unfolded: 0, folded: 0 }
    const lines: string[] = []
    for (const { a, b, left, right } of pairs) {
      const [x, y] = [plainUnitText(fold(left)), plainUnitText(fold(right))]
      const segments = compare(x, y, true)
      count.raw += hunks(diffChars(left, right))
      count.characters += hunks(diffChars(x.text, y.text))
      count.words += hunks(diffWords(x.text, y.text, { intlSegmenter: segmenter }))
      count.unfolded += compare(x, y, false).filter(each => each.kind === 'change').length
      count.folded += segments.filter(each => each.kind === 'change').length
      lines.push(...hunkLines(a, b, x, y, segments))
    }
    const figures = [
      `article pairs\t${pairs.length}`,
      `hunks, jsdiff by character, source text\t${count.raw}`,
      `hunks, jsdiff by character, folded script and width\t${count.characters}`,
      `hunks, jsdiff by word (Intl.Segmenter), folded script and width\t${count.words}`,
      `hunks, names not folded\t${count.unfolded}`,
      `hunks\t${count.folded}`,
    ]
    await expect([...figures, '', ...lines, ''].join('\n')).toMatchFileSnapshot('../golden/compare-twin.txt')
  })
})

function hunkLines(a: string, b: string, x: UnitText, y: UnitText, segments: Segment[]): string[] {
  return segments
    .filter(segment => segment.kind === 'change')
    .map(segment => {
      const [old, now] = [
        x.text.slice(segment.a.from, segment.a.to),
        y.text.slice(segment.b.from, segment.b.to),
      ]
      const before = y.text.slice(Math.max(0, segment.b.from - 6), segment.b.from)
      const after = y.text.slice(segment.b.to, segment.b.to + 6)
      const line = `${a}~${b}\t…${before}${old && `[-${old}-]`}${now && `[+${now}+]`}${after}…`
      return line.replaceAll('\n', '⏎')
    })
}
