import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Unit, unitsOf } from '../../src/structure/address.ts'
import { structureOf } from '../../src/structure/structure.ts'
import type { Regulation, Stretch } from '../../src/types.ts'

/** What the reader makes of each document of the corpus, one fact a line: written by -u, read in a diff. */

const ids = ['zhongwei', 'shizuishan', 'pingliang', 'shuozhou', 'qinzhou']

describe('structure of the corpus', () => {
  it.each(ids)('%s', async id => {
    const text = readFileSync(new URL(`../../corpus/raw/${id}.txt`, import.meta.url), 'utf8')
    const regulation = structureOf({ id, place: id, file: '', text })
    await expect(factsOf(regulation, text).join('\n')).toMatchFileSnapshot(`../golden/structure-${id}.txt`)
  })
})

function factsOf(regulation: Regulation, text: string): string[] {
  const { metadata } = regulation
  return [
    `script ${regulation.script}`,
    `numbering ${regulation.numbering}`,
    ...Object.entries(metadata).map(([name, value]) => `metadata ${name} ${JSON.stringify(value)}`),
    ...unitsOf(regulation).map(unitFact),
    ...regulation.references.map(
      each => `reference ${each.from} ${each.text} -> ${each.to.join(' ') || each.kind}`,
    ),
    ...regulation.problems.map(
      each => `problem ${each.severity} ${each.rule} ${each.message} @${each.span.start}`,
    ),
    ...accountingFacts(regulation.accounting),
    `characters ${text.length}`,
    '',
  ]
}

function unitFact({ address, kind, label, heading, passage, start, end }: Unit): string {
  const text = passage ? `${edges(passage.text)} (${passage.text.length})` : heading
  return [address, kind, label, text, `@${start}-${end}`].filter(part => part !== '').join(' ')
}

function edges(text: string): string {
  return text.length <= 24 ? text : `${text.slice(0, 12)}…${text.slice(-8)}`
}

/** Stretches and characters of each class and name, text and labels taken together. */
function accountingFacts(accounting: Stretch[]): string[] {
  const sums = new Map<string, [stretches: number, characters: number]>()
  for (const { class: kind, name, start, end } of accounting) {
    const key = kind === 'text' || kind === 'label' || kind === 'heading' ? kind : `${kind} ${name}`
    const [stretches, characters] = sums.get(key) ?? [0, 0]
    sums.set(key, [stretches + 1, characters + end - start])
  }
  return [...sums]
    .sort()
    .map(
      ([key, [stretches, characters]]) =>
        `accounting ${key}: ${stretches} stretches, ${characters} characters`,
    )
}
