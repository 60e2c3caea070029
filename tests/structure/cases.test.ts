import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { unitsOf } from '../../src/structure/address.ts'
import { structureOf } from '../../src/structure/structure.ts'
import type { Regulation } from '../../src/types.ts'

/**
 * Case pages tests/cases/structure-*.txt: `=== why`, the text, `==>`, what the reader must say. Where an answer names
 * units it names all of them. ↡ in a text is a form feed, ⌷ a character of a private font.
 *   c1 第一章 总则          a division           1/1 words / 1/1/2 （二） words   a paragraph, an item
 *   1 第一条 目的           a captioned article  3/1 前款 -> 2/1                  a reference
 *   title = 甲规则          metadata             ! article-gap 第三条             a problem and its stretch
 *   ~ page-number - 2 -     a named stretch that is no unit's text
 */

const folder = new URL('../cases/', import.meta.url)

for (const page of readdirSync(folder).filter(name => /^structure-.*\.txt$/.test(name)))
  describe(page, () => {
    it.each(casesIn(readFileSync(new URL(page, folder), 'utf8')))('$why', ({ text, answer }) => {
      const regulation = structureOf({ id: 'x', place: '', file: '', text })
      const units = unitFacts(regulation)
      const others = [
        ...metadataFacts(regulation),
        ...linkFacts(regulation),
        ...stretchFacts(regulation, text),
      ]
      const isOther = (line: string) => /^(?:no )?(?:[!~]|\w+ = )|->/.test(line)
      if (answer.some(line => !isOther(line))) expect(units).toEqual(answer.filter(line => !isOther(line)))
      for (const line of answer.filter(isOther)) {
        if (line.startsWith('no ')) expect(others).not.toContain(line.slice(3))
        else expect(others).toContain(line)
      }
    })
  })

it('a text of the whole country has no province, whatever rules of one it is based on', () => {
  const text = '某某办法\n第一条 参照《上海市停车条例》，制定本办法。\n第二条 本办法自公布之日起施行。'
  const provinceAt = (place: string) => structureOf({ id: 'x', place, file: '', text }).metadata.province
  expect(['全国', '某某区'].map(provinceAt)).toEqual([null, '上海市'])
})

interface Case {
  why: string
  text: string
  answer: string[]
}

function casesIn(page: string): Case[] {
  return page
    .replace(/↡/g, '\f')
    .replace(/⌷/g, '\ue004')
    .split(/^=== /m)
    .slice(1)
    .map(part => {
      const [head, answer] = part.split(/^==>\n/m)
      const [why, ...text] = head!.split('\n')
      return {
        why: why!,
        text: text.join('\n').trimEnd(),
        answer: answer!.split('\n').filter(line => line !== '' && !line.startsWith('//')),
      }
    })
}

function unitFacts(regulation: Regulation): string[] {
  return unitsOf(regulation)
    .filter(unit => unit.kind !== 'article' || unit.heading !== '')
    .map(({ address, label, heading, passage }) =>
      [address.slice(2), label, passage?.text ?? heading].filter(part => part !== '').join(' '),
    )
}

function metadataFacts({ metadata, numbering }: Regulation): string[] {
  const { enactments, replaces, ...plain } = metadata
  return [
    `numbering = ${numbering}`,
    ...Object.entries(plain).map(([name, value]) => `${name} = ${value}`),
    `replaces = ${replaces ? [replaces.title, replaces.document_number, replaces.issued_on].join(' ') : null}`,
    `enactments = ${enactments.map(({ kind, on, by }) => [kind, on, by].join(' ')).join('; ')}`,
  ]
}

function linkFacts({ references }: Regulation): string[] {
  return references.map(({ from, text, to, law }) =>
    `${from.slice(2)} ${text} -> ${law ? (law.document_number ?? 'law') : to.map(each => each.slice(2)).join(' ')}`.trimEnd(),
  )
}

function stretchFacts({ problems, accounting }: Regulation, text: string): string[] {
  const shown = (start: number, end: number) =>
    text.slice(start, end).replace(/\s+/g, ' ').trim().slice(0, 30)
  return [
    ...problems.map(({ rule, span }) => `! ${rule} ${shown(span.start, span.end)}`),
    ...accounting
      .filter(each => ['noise', 'front', 'back'].includes(each.class))
      .map(({ name, start, end }) => `~ ${name} ${shown(start, end)}`),
  ]
}
