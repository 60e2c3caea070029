import { ALL, type Check, type Draft, type DraftUnit, type Finding } from '../check-types.ts'
import { both, foundIn } from '../findings.ts'
import { amountOf, COUNTED, NUMERAL } from './amounts.ts'

/** Conditions side by side that divide a range of numbers: one must begin where the other ends. */

interface Bound {
  unit: DraftUnit
  from: number
  to: number
  low: number
  lowIn: boolean
  high: number
  highIn: boolean
  counted: string
  text: string
}

const ONE_BOUND = new RegExp(
  `(不满|不足|超过|少于|不超过|大于|小于|高于|低于|多于)?(${NUMERAL})(万元|亿元|${COUNTED})(以上|以下|以内)?`,
  'g',
)
const STEP = new RegExp(`[^，。；：]*?${ONE_BOUND.source}(?:${ONE_BOUND.source})?的(?=[，。；]|$)`, 'g')

/** Conditions side by side in one paragraph or its items: 不满五十平方米的，…；五十平方米以上的，…. */
function stepsOf(paragraph: DraftUnit): Bound[] {
  const below = paragraph.below.flatMap(item => [item, ...item.below])
  return [paragraph, ...below].flatMap(unit =>
    [...unit.plain.matchAll(STEP)].flatMap(match => {
      const bound = boundIn(match[0])
      return bound
        ? [{ unit, from: match.index, to: match.index + match[0].length, text: match[0], ...bound }]
        : []
    }),
  )
}

function boundIn(text: string): Pick<Bound, 'low' | 'lowIn' | 'high' | 'highIn' | 'counted'> | null {
  const ends = [...text.matchAll(ONE_BOUND)].filter(([, before, , , after]) => before || after)
  if (ends.length === 0 || ends.length > 2) return null
  let [low, lowIn, high, highIn] = [0, true, Number.POSITIVE_INFINITY, false]
  let counted = ''
  for (const [, before, numeral, unit, after] of ends) {
    const read = amountOf(numeral!, unit!)
    if (!read || (counted !== '' && counted !== read.unit)) return null
    counted = read.unit
    if (after === '以上' || (/超过|大于|高于|多于/.test(before ?? '') && !/不超过/.test(before ?? '')))
      [low, lowIn] = [read.value, after === '以上']
    else [high, highIn] = [read.value, after !== undefined || before === '不超过']
  }
  return low < high ? { low, lowIn, high, highIn, counted } : null
}

function stepFindings(draft: Draft, kind: 'gap' | 'overlap'): Finding[] {
  return draft.units
    .filter(unit => unit.kind === 'paragraph')
    .flatMap(paragraph => {
      const steps = stepsOf(paragraph).sort((a, b) => a.low - b.low || a.high - b.high)
      return steps.slice(1).flatMap((next, index) => {
        const one = steps[index]!
        if (one.counted !== next.counted || (subjectOf(one) !== subjectOf(next) && subjectOf(next) !== ''))
          return []
        const [lower, upper] = one.low <= next.low ? [one, next] : [next, one]
        const fault = faultBetween(lower, upper)
        if (fault === 'gap' && isFilled(paragraph, lower, upper)) return []
        if (fault !== kind) return []
        const [zh, en] = kind === 'gap' ? ['之间有空当', 'leave a gap'] : ['相互重叠', 'overlap']
        return [
          foundIn(
            next.unit,
            { from: next.from, to: next.to },
            {
              message: both(`“${one.text}”与“${next.text}”${zh}`, `${one.text} and ${next.text} ${en}`),
              remedy: both(
                '相邻两档的端点只归入一档：“以上”“以下”含本数，“不满”“超过”不含本数',
                'let one of the two have the number between them: 以上 and 以下 include it, 不满 and 超过 do not',
              ),
            },
          ),
        ]
      })
    })
}

/** Whether a step that was not read (三十米至五十米的) stands between two. */
function isFilled(paragraph: DraftUnit, lower: Bound, upper: Bound): boolean {
  const text = [paragraph, ...paragraph.below].map(({ plain }) => plain).join('')
  return lower.high < upper.low && new RegExp(`${NUMERAL}[^，。；]{0,4}(?:至|到|—|-)${NUMERAL}`).test(text)
}

/** The words before the number: the steps of one ladder are about one thing. */
function subjectOf({ text }: Bound): string {
  const before = new RegExp(`^(.*?)(?:不满|不足|超过|少于|不超过|大于|小于|高于|低于|多于)?${NUMERAL}`).exec(
    text,
  )
  return (before?.[1] ?? '').replace(/^(?:其中|或者|以及|在|对)/, '').slice(-4)
}

function faultBetween(lower: Bound, upper: Bound): 'gap' | 'overlap' | null {
  if (lower.high === Number.POSITIVE_INFINITY || upper.low === 0) return null
  if (upper.low > lower.high) return 'gap'
  if (upper.low < lower.high) return 'overlap'
  if (lower.highIn && upper.lowIn) return 'overlap'
  return !lower.highIn && !upper.lowIn ? 'gap' : null
}

const STEPS_GAP: Check = {
  name: 'steps-gap',
  applies: ALL,
  severity: 'warning',
  source: 'J1 24',
  alone: true,
  find: draft => stepFindings(draft, 'gap'),
}

const STEPS_OVERLAP: Check = {
  name: 'steps-overlap',
  applies: ALL,
  severity: 'warning',
  source: 'J1 24',
  alone: true,
  find: draft => stepFindings(draft, 'overlap'),
}

export const STEPS: Check[] = [STEPS_GAP, STEPS_OVERLAP]
