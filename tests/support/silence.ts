import { bare } from '../../src/compare/only-wording.ts'
import { diff } from '../../src/diff/diff.ts'
import { namesOf } from '../../src/diff/names.ts'
import { joinedTexts, type UnitText, unitTextOf } from '../../src/diff/unit-text.ts'
import { groupBy } from '../../src/group.ts'
import { documentOf } from '../../src/structure/address.ts'
import type { Analysis, Cut, Family, Range, Regulation } from '../../src/types.ts'

// Of fewer signs, manner and particles aside, other words may be all that a change is.
const LONG = 8

/**
 * Changed stretches of which no difference tells, one a line, under how many they are. Judging what is told says nothing of
 * what is not: a rule that tells less must show here what it has silenced.
 */
export function silence({ regulations, families, differences }: Analysis, cut: Cut): string {
  const told = groupBy(differences, each => keyOf(each.family, documentOf(each.left), documentOf(each.right)))
  const silent: string[] = []
  let count = 0
  for (const { family, left, right } of pairsOf(families, regulations)) {
    const own = told.get(keyOf(family.id, left.id, right.id)) ?? []
    const [inLeft, inRight] = [own.map(each => each.leftText), own.map(each => each.rightText)]
    const changes = changesBetween(left, right, cut)
    const stretches = [
      ...changes.flatMap(({ before }) =>
        clausesOf(before).map(words => ({ words, texts: inLeft, sign: '－' })),
      ),
      ...changes.flatMap(({ after }) =>
        clausesOf(after).map(words => ({ words, texts: inRight, sign: '＋' })),
      ),
    ]
    count += stretches.length
    for (const { words, texts, sign } of stretches)
      if (!texts.some(text => stands(words, text)))
        silent.push(`${family.id}\t${left.id}–${right.id}\t${sign}${words}`)
  }
  const head = `${silent.length} of ${count} changed stretches of ${LONG} signs or more are told of by no difference`
  return [head, ...silent.sort(), ''].join('\n')
}

/** The parts of a changed stretch between marks that say something. */
function clausesOf(words: string): string[] {
  return words.split(/[，。；：\n]/).filter(clause => bare(clause).length >= LONG)
}

interface Side {
  id: string
  text: Regulation
  unit: UnitText
}

function pairsOf(
  families: Family[],
  regulations: Regulation[],
): { family: Family; left: Side; right: Side }[] {
  return families.flatMap(family => {
    const own = groupBy(family.members, ({ address }) => documentOf(address))
    const sides = regulations.flatMap(text => {
      const members = own.get(text.id)
      if (!members) return []
      const units = members.map(({ address }) => unitTextOf(text, address))
      return [{ id: text.id, text, unit: joinedTexts(units, text.id) }]
    })
    return sides.flatMap((left, at) => sides.slice(at + 1).map(right => ({ family, left, right })))
  })
}

function changesBetween(left: Side, right: Side, cut: Cut): { before: string; after: string }[] {
  const names = { a: namesOf(left.text), b: namesOf(right.text) }
  const words = ({ unit }: Side, { from, to }: Range) => unit.text.slice(from, to)
  return diff(left.unit, right.unit, { cut, names })
    .filter(({ kind }) => kind === 'change')
    .map(segment => ({ before: words(left, segment.a), after: words(right, segment.b) }))
}

/** Whether a stretch is in what is told, or a part of it. */
function stands(words: string, text: string): boolean {
  const [inner, outer] = [words, text].map(each => each.replace(/[\s，。；：、]/g, ''))
  return outer !== '' && (outer!.includes(inner!) || inner!.includes(outer!))
}

function keyOf(family: string, left: string, right: string): string {
  return [family, left, right].join('\n')
}
