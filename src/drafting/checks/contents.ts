import { laddersOf } from '../../provisions/ladders.ts'
import { documentOf } from '../../structure/address.ts'
import type { Provision } from '../../types.ts'
import { ALL, type Check, type DraftUnit, type Finding } from '../check-types.ts'
import { articleLabelOf, both, foundAt, foundIn } from '../findings.ts'
import {
  REPEATED_FORMULA_SHARE,
  REPEATED_SHARE,
  SHORTEST_REPEATED,
  SHORTEST_TIMED_ACT,
} from '../thresholds.ts'

/** What the draft says twice, or says against itself: repeated articles, lists, ladders, deadlines. */

/** Pairs of neighbouring characters, each once. */
function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>()
  for (let at = 0; at + 1 < text.length; at++) pairs.add(text.slice(at, at + 2))
  return pairs
}

interface Repeatable {
  address: string
  unit: DraftUnit
  text: string
  pairs: Set<string>
}

const REPEATED: Check = {
  name: 'article-repeated',
  applies: ALL,
  severity: 'warning',
  source: 'convention',
  find: draft => {
    const paragraphs = draft.units
      .filter(({ kind, text }) => kind !== 'subitem' && text.length >= SHORTEST_REPEATED && !/：$/.test(text))
      .map(
        (unit): Repeatable => ({ address: unit.address, unit, text: unit.text, pairs: pairsOf(unit.text) }),
      )
    return paragraphs.flatMap((one, index) => {
      const first = paragraphs
        .slice(0, index)
        .find(other => isComparable(one, other) && isRepeated(one, other, wantedShare(one, other)))
      if (!first) return []
      const place = articleLabelOf(draft.regulation, first.address)
      return [
        foundIn(
          one.unit,
          { from: 0, to: one.text.length },
          {
            message: both(`与${place}的内容（几乎）相同`, `says (nearly) what ${place} says`),
            remedy: both('删去其中一处，或者合并', 'leave one of them out, or join them'),
          },
        ),
      ]
    })
  },
}

/** Two bodies may have the same task: items are compared with those of their own list. */
function isComparable({ unit: one }: Repeatable, { unit: other }: Repeatable): boolean {
  return (
    (one.kind !== 'item' && other.kind !== 'item') || (one.kind === other.kind && one.lead === other.lead)
  )
}

/** Items of one list, and sanctions, are alike by nature. */
function wantedShare(one: Repeatable, other: Repeatable): number {
  const formula = one.text.startsWith('违反') || one.unit.kind === 'item' || other.unit.kind === 'item'
  return formula ? REPEATED_FORMULA_SHARE : REPEATED_SHARE
}

function isRepeated(one: Repeatable, other: Repeatable, wanted: number): boolean {
  const [shorter, longer] = [
    Math.min(one.pairs.size, other.pairs.size),
    Math.max(one.pairs.size, other.pairs.size),
  ]
  if (shorter < longer * wanted) return false
  let shared = 0
  for (const pair of one.pairs) if (other.pairs.has(pair)) shared++
  return (2 * shared) / (one.pairs.size + other.pairs.size) >= wanted
}

/** 有下列情形之一的 and 有下列行为之一的: the items end alike, the first in 的. */
const LIST_ENDINGS: Check = {
  name: 'list-endings',
  applies: ALL,
  severity: 'warning',
  source: 'J2 4',
  alone: true,
  find: ({ units }) =>
    units.flatMap(lead => {
      const opens = /有(?:下列|以下)[^，。：]{0,12}(情形|行为|情况)之一的/.exec(lead.text)
      const items = lead.below.filter(({ text, below }) => text !== '' && below.length === 0)
      if (!opens || items.length < 2) return []
      const ending = items.map(({ text }) => /的[；。]?$/.test(text))
      const withDe = ending.filter(Boolean).length
      const wanted = withDe * 2 > items.length || (withDe * 2 === items.length && opens[1] !== '行为')
      if (withDe === 0 || withDe === items.length) return []
      return items
        .filter(
          (item, index) =>
            ending[index] !== wanted && !/^(?:其他|法律)|其他(?:情形|行为|情况)[。；]?$/.test(item.text),
        )
        .map(item => oneEnding(item, wanted))
    }),
}

function oneEnding(item: DraftUnit, wanted: boolean): Finding {
  const from = Math.max(0, item.text.length - 4)
  return foundIn(
    item,
    { from, to: item.text.length },
    {
      message: both(
        wanted ? '同一列举的其他项以“的”结尾，此项没有' : '同一列举的其他项不以“的”结尾，此项有',
        wanted
          ? 'the other items of the list end in 的, this one does not'
          : 'this item ends in 的, the others do not',
      ),
      remedy: wanted ? both('项末加“的”', 'end it in 的') : both('删去项末的“的”', 'take 的 out'),
    },
  )
}

/** All items of a list of 行为之一 end in 的, or none of 情形之一. */
const LIST_ENDINGS_ALL: Check = {
  name: 'list-endings-kind',
  applies: ALL,
  severity: 'note',
  source: 'J2 4',
  alone: true,
  find: ({ units }) =>
    units.flatMap(lead => {
      const opens = /有(?:下列|以下)[^，。：]{0,12}(情形|行为)之一的/.exec(lead.text)
      const items = lead.below.filter(({ text, below }) => text !== '' && below.length === 0)
      if (!opens || items.length < 2 || /处罚|处理/.test(lead.text.slice(opens.index))) return []
      const ended = items.filter(({ text }) => /的[；。]?$/.test(text)).length
      const wrong = opens[1] === '行为' ? ended === items.length : ended === 0
      if (!wrong) return []
      const from = opens.index
      return [
        foundIn(
          lead,
          { from, to: from + opens[0].length },
          {
            message:
              opens[1] === '行为'
                ? both(
                    '“有下列行为之一的”各项写行为，不以“的”结尾',
                    'under 有下列行为之一的 the items name acts and do not end in 的',
                  )
                : both('“有下列情形之一的”各项以“的”结尾', 'under 有下列情形之一的 the items end in 的'),
            remedy: both('统一各项的结尾', 'let the items end so'),
          },
        ),
      ]
    }),
}

/** 有下列情形之一的 without the items that it announces; a list of one. */
const LIST_EMPTY: Check = {
  name: 'list-empty',
  applies: ALL,
  severity: 'error',
  source: 'J1 4',
  alone: true,
  find: ({ units, regulation: { articles } }) =>
    units
      .filter(({ kind, text, below, article, address }) => {
        if (kind !== 'paragraph' || below.length > 1 || !/(?:下列|以下|如下)[^。；]*：$/.test(text))
          return false
        const own = articles.find(each => each.address === article.address)!
        const last = own.paragraphs.at(-1)!.address === address
        return last && !/：[^：]{10,}；/.test(text)
      })
      .map(unit =>
        foundIn(
          unit,
          { from: Math.max(0, unit.text.length - 12), to: unit.text.length },
          {
            message: both('引出列举，但是没有列出各项', 'a list is announced and does not follow'),
            remedy: both('补上各项，或者改写', 'supply the items, or write it otherwise'),
          },
        ),
      ),
}

const LADDER: Check = {
  name: 'decision-ladder',
  applies: ALL,
  severity: 'warning',
  source: 'J1 24',
  find: ({ provisions, regulation: { id } }) =>
    laddersOf(provisions.filter(({ address }) => documentOf(address) === id)).flatMap(
      ({ steps, faults, subject }) =>
        faults.flatMap(({ kind, note, from }) => {
          const step = steps.find(each => note.endsWith(each.quote) || each.low === from) ?? steps[0]!
          const words = {
            gap: both('有空当', 'have a gap'),
            overlap: both('重叠', 'overlap'),
            contradiction: both('自相矛盾', 'contradict each other'),
          }[kind]
          return [
            foundAt(step.address, step.span, {
              message: both(
                `“${subject}”的审批权限${words.zh}：${note}`,
                `the steps of ${subject} ${words.en}: ${note}`,
              ),
              remedy: both('使各档首尾相接，端点只归入一档', 'let one step begin where the other ends'),
            }),
          ]
        }),
    ),
}

/** Two deadlines for the same act. */
const TWO_DEADLINES: Check = {
  name: 'two-deadlines',
  applies: ALL,
  severity: 'warning',
  source: 'convention',
  find: draft => {
    const seen = new Map<string, Provision>()
    return draft.provisions.flatMap(provision => {
      const { measure, subject, value, unit, address, condition, addressee } = provision
      if (value === null || !TIMED.has(measure) || subject.length < SHORTEST_TIMED_ACT) return []
      const key = [measure, subject, condition ?? '', addressee ?? ''].join('|')
      const first = seen.get(key)
      if (!first) {
        seen.set(key, provision)
        return []
      }
      const same = first.value === value && first.unit === unit && first.max === provision.max
      if (same || first.address.split('/', 2)[1] === address.split('/', 2)[1]) return []
      const place = articleLabelOf(draft.regulation, first.address)
      return [
        foundAt(address, provision.span, {
          message: both(
            `“${subject}”的期限与${place}（${first.quote}）不一致`,
            `the period for ${subject} is another in ${place} (${first.quote})`,
          ),
          remedy: both('统一期限，或者写明各自的情形', 'settle on one, or say when each counts'),
        }),
      ]
    })
  },
}
const TIMED = new Set<string>([
  'deadline',
  'notice-period',
  'duration',
  'duration-cap',
  'validity-period',
  'meeting-frequency',
])

export const CONTENTS: Check[] = [REPEATED, LIST_ENDINGS, LIST_ENDINGS_ALL, LIST_EMPTY, LADDER, TWO_DEADLINES]
