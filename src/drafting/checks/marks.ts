import { originOf, spanOf } from '../../text/passage.ts'
import type { Span } from '../../types.ts'
import { ALL, type Check, type Draft, type DraftUnit, type Finding } from '../check-types.ts'
import { addressAt, both, foundAt, foundIn, sentenceAt } from '../findings.ts'
import {
  HALF_WIDTH_TOLD,
  MOST_HALF_WIDTH_SLIPS,
  OPEN_LINES_SHARE,
  SHORTEST_OPEN_LINE,
  SHORTEST_STOPPED,
} from '../thresholds.ts'

/** Marks: ends of items, lead-ins and paragraphs, width, pairs. */

/** Lists of a paragraph or an item, with the unit that leads in. */
function listsOf({ units }: Draft): { lead: DraftUnit; items: DraftUnit[] }[] {
  return units.filter(({ below }) => below.length > 1).map(lead => ({ lead, items: lead.below }))
}

/** The unit's last own character, as a range; of an empty unit none. */
function lastOf({ text }: DraftUnit): { from: number; to: number } | null {
  return text === '' ? null : { from: text.length - 1, to: text.length }
}

const ITEM_END: Check = {
  name: 'item-end-mark',
  applies: ALL,
  severity: 'warning',
  source: 'J1 12',
  alone: true,
  find: draft => listsOf(draft).flatMap(({ items }) => wrongEnds(items)),
}

/** Items of which most end in ；: then each does, the last in 。 Items that are sentences of their own end in 。 throughout. */
function wrongEnds(items: DraftUnit[]): Finding[] {
  const inner = items.slice(0, -1)
  const last = items.at(-1)!
  const semicolons = inner.filter(({ text, below }) => below.length === 0 && text.endsWith('；')).length
  const stops = inner.filter(({ text, below }) => below.length === 0 && text.endsWith('。')).length
  if (semicolons + stops === 0) return []
  const sentences = stops > semicolons || items.some(({ text }) => /。./.test(text))
  const wanted = sentences && stops >= semicolons ? '。' : '；'
  const found: Finding[] = []
  for (const item of inner) {
    if (item.below.length > 0 || item.text === '' || item.text.endsWith(wanted)) continue
    if (sentences && /[。；]$/.test(item.text)) continue
    found.push(wrongEnd(item, wanted, false))
  }
  if (last.below.length === 0 && last.text !== '' && !/[。！？”）》]$/.test(last.text))
    found.push(wrongEnd(last, '。', true))
  return found
}

function wrongEnd(item: DraftUnit, wanted: string, isLast: boolean): Finding {
  const range = lastOf(item)!
  const mark = item.text.at(-1)!
  const isMark = /[，。；：、,;:.]/.test(mark)
  const what = isLast
    ? both('最后一项以句号结尾', 'the last item ends in 。')
    : both(`各项之间用“${wanted}”`, `items end in ${wanted}`)
  return foundIn(item, range, {
    message: both(`${what.zh}，此项以“${mark}”结尾`, `${what.en}; this one ends in ${mark}`),
    remedy: both(`改为“${wanted}”`, `end it in ${wanted}`),
    replacement: isMark ? wanted : mark + wanted,
  })
}

const LEAD_IN: Check = {
  name: 'lead-in-mark',
  applies: ALL,
  severity: 'warning',
  source: 'J1 12',
  alone: true,
  find: ({ units }) =>
    units
      .filter(
        ({ below, text, kind }) =>
          below.length > 1 && kind === 'paragraph' && text !== '' && !/[：:]/.test(text.slice(-1)),
      )
      .filter(({ text }) => !/：[^。]{0,60}。$/.test(text) || !/下列|以下|如下/.test(text))
      .filter(
        ({ text }) =>
          /下列|以下|如下|之一|[是为有]$|包括|主要/.test(sentenceAt(text, Math.max(0, text.length - 2))) ||
          /[，；、]$/.test(text),
      )
      .map(unit => {
        const mark = unit.text.at(-1)!
        const isMark = /[，。；、]/.test(mark)
        return foundIn(unit, lastOf(unit)!, {
          message: both('引出各项的文字以冒号结尾', 'the words before a list end in ：'),
          remedy: both('改为“：”', 'end them in ：'),
          replacement: isMark ? '：' : `${mark}：`,
        })
      }),
}

/** A paragraph that ends in no mark at all, or in one that goes on. */
const STOP_MISSING: Check = {
  name: 'full-stop-missing',
  applies: ALL,
  severity: 'warning',
  source: 'GB/T 15834',
  find: draft => [
    ...draft.units
      .filter(
        ({ kind, below, text }) =>
          kind === 'paragraph' && below.length === 0 && text.length >= SHORTEST_STOPPED,
      )
      .filter(({ text }) => !/[。！？：…]$|[。！？；][”’）》]$|[）》”]$/.test(text))
      .map(unit => openEnd(unit.address, spanOf(unit.passage, lastOf(unit)!), unit.text.at(-1)!)),
    ...openLines(draft),
  ],
}

function openEnd(address: string, span: Span, mark: string): Finding {
  const isMark = /[，；、,;.]/.test(mark)
  return foundAt(address, span, {
    message: both(
      isMark ? `段末为“${mark}”，应当用句号` : '段末缺句号',
      `the paragraph ends in ${mark}, not in 。`,
    ),
    remedy: both('句末用“。”', 'end it in 。'),
    replacement: isMark ? '。' : `${mark}。`,
  })
}

/**
 * Lines that end in no mark, where nearly all of the text's do: the reader of a file takes such a line to go on in the next one.
 * A text that is broken by its width has many.
 */
function openLines(draft: Draft): Finding[] {
  const { articles, divisions } = draft.regulation
  const [first, last] = [articles[0], articles.at(-1)]
  if (!first || !last) return []
  const lines = [...draft.source.text.matchAll(/[^\r\n]+/g)].filter(
    ({ index, 0: { length } }) =>
      index >= first.start &&
      index + length < last.end &&
      !divisions.some(({ start, end }) => index < end && start < index + length),
  )
  const open = lines.filter(
    ({ 0: line }) => /[\u4e00-\u9fff，、]\s*$/.test(line) && line.trim().length >= SHORTEST_OPEN_LINE,
  )
  if (open.length > Math.max(1, lines.length * OPEN_LINES_SHARE)) return []
  return open.flatMap(({ index, 0: line }) => {
    const start = index + line.trimEnd().length - 1
    const address = addressAt(draft, start)
    const unit = draft.units.find(each => each.address === address)
    if (!unit || unit.text === '' || spanOf(unit.passage, lastOf(unit)!).start === start) return []
    return [openEnd(address, { start, end: start + 1 }, draft.source.text[start]!)]
  })
}

const FULL_WIDTH: Record<string, string> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '?': '？',
  '!': '！',
  '.': '。',
}

const HALF_WIDTH: Check = {
  name: 'half-width-mark',
  applies: ALL,
  severity: 'warning',
  source: 'GB/T 15834',
  find: draft => {
    const counts = new Map<string, number>()
    const found = draft.units.flatMap(({ address, passage, text }) => {
      const places: { mark: string; start: number; at: number }[] = []
      passage.runs.forEach(([at, origin], index) => {
        const end = passage.runs[index + 1]?.[0] ?? text.length
        for (let clean = at; clean < end; clean++) {
          const start = origin + (clean - at)
          const mark = draft.source.text[start]!
          if (mark in FULL_WIDTH && isAmongChinese(text, clean, mark)) places.push({ mark, start, at: clean })
        }
      })
      return places.map(place => ({ ...place, address }))
    })
    for (const { mark } of found) counts.set(mark, (counts.get(mark) ?? 0) + 1)
    const told = new Map<string, number>()
    return found.flatMap(({ mark, start, address }) => {
      const count = counts.get(mark)!
      told.set(mark, (told.get(mark) ?? 0) + 1)
      if (found.length > HALF_WIDTH_TOLD && told.get(mark)! > 1) return []
      const right = FULL_WIDTH[mark]!
      return [
        foundAt(
          address,
          { start, end: start + 1 },
          {
            message: both(
              `半角“${mark}”${count > 1 ? `（全文${count}处）` : ''}，中文用全角“${right}”`,
              `half-width ${mark}${count > 1 ? ` (${count} in the text)` : ''} among Chinese`,
            ),
            remedy: both(`改为“${right}”`, `write ${right}`),
            replacement: right,
            ...(found.length > MOST_HALF_WIDTH_SLIPS && { severity: 'note' as const }),
          },
        ),
      ]
    })
  },
}

function isAmongChinese(text: string, at: number, mark: string): boolean {
  const [before, after] = [text[at - 1] ?? '', text[at + 1] ?? '']
  const chinese = /[\u4e00-\u9fff”）》〕]/
  if (mark === '.') return chinese.test(before) && (after === '' || /[\u4e00-\u9fff“《（]/.test(after))
  if (/\d/.test(before) && /\d/.test(after)) return false
  return chinese.test(before) || (/[\u4e00-\u9fff]/.test(after) && !/[A-Za-z]/.test(before))
}

const PAIRS: Record<string, string> = {
  '“': '”',
  '‘': '’',
  '（': '）',
  '《': '》',
  '〈': '〉',
  '〔': '〕',
  '【': '】',
}
const CLOSING = new Map(Object.entries(PAIRS).map(([open, close]) => [close, open]))

const UNPAIRED: Check = {
  name: 'unpaired-mark',
  applies: ALL,
  severity: 'error',
  source: 'GB/T 15834',
  alone: true,
  find: draft => draft.units.flatMap(unit => unpairedIn(draft, unit)),
}

function unpairedIn(draft: Draft, unit: DraftUnit): Finding[] {
  const open: { mark: string; at: number }[] = []
  const wrong: { mark: string; at: number }[] = []
  for (let at = 0; at < unit.text.length; at++) {
    const mark = unit.text[at]!
    if (mark in PAIRS) open.push({ mark, at })
    else if (CLOSING.has(mark)) {
      const place = open.findLastIndex(each => each.mark === CLOSING.get(mark))
      if (place < 0) wrong.push({ mark, at })
      // What was opened inside and not closed stays open: 《……〈……》.
      else wrong.push(...open.splice(place).slice(1))
    }
  }
  return [...wrong, ...open]
    .sort((a, b) => a.at - b.at)
    .flatMap(({ mark, at }) => {
      const printed = draft.source.text[originOf(unit.passage, at)]!
      // A single closing bracket may belong to a label: 1）.
      if (printed === ')' && /^\d$/.test(unit.text[at - 1] ?? '')) return []
      return [
        foundIn(
          unit,
          { from: at, to: at + 1 },
          {
            message: both(`“${mark}”没有配对`, `${mark} has no partner`),
            remedy: both('补上另一半，或者删去', 'supply the other half, or take it out'),
          },
        ),
      ]
    })
}

/** 《甲法》、《乙法》: between marks of titles no 、 is needed. */
const BETWEEN_TITLES: Check = {
  name: 'comma-between-titles',
  applies: ALL,
  severity: 'note',
  source: 'GB/T 15834',
  alone: true,
  find: ({ units }) =>
    units.flatMap(unit =>
      [...unit.text.matchAll(/》、(?=《)|”、(?=“)/g)].map(match =>
        foundIn(
          unit,
          { from: match.index + 1, to: match.index + 2 },
          {
            message: both(
              '并列的书名号、引号之间通常不用顿号',
              'between titles in 《》 or words in “” no 、 is needed',
            ),
            remedy: both('删去顿号', 'take it out'),
            replacement: '',
          },
        ),
      ),
    ),
}

const DOUBLED_MARK: Check = {
  name: 'doubled-mark',
  applies: ALL,
  severity: 'error',
  source: 'GB/T 15834',
  alone: true,
  find: ({ units }) =>
    units.flatMap(unit =>
      [...unit.text.matchAll(/[，。；：、]{2,}|[，；、](?=[）》”])|[（《“][，。；、]/g)].map(match => {
        const marks = [...match[0]]
        const same = marks.length > 1 && marks.every(mark => mark === marks[0])
        return foundIn(
          unit,
          { from: match.index, to: match.index + match[0].length },
          {
            message: both(`标点“${match[0]}”重复或者误用`, `${match[0]} is one mark too many`),
            remedy: same ? both(`改为“${marks[0]}”`, `write ${marks[0]}`) : both('保留一个', 'keep one'),
            ...(same && { replacement: marks[0]! }),
          },
        )
      }),
    ),
}

/** White space inside a sentence that parts Chinese characters. */
const SPACE_INSIDE: Check = {
  name: 'space-inside',
  applies: ALL,
  severity: 'note',
  source: 'GB/T 15834',
  find: draft => {
    const found = [
      ...draft.source.text.matchAll(/(?<=[\u4e00-\u9fff，。；：、])[ \t\u3000]{1,4}(?=[\u4e00-\u9fff])/g),
    ].flatMap(match => {
      const address = addressAt(draft, match.index)
      if (address.split('/').length < 3) return []
      const unit = draft.units.find(each => each.address === address)
      const span = unit && unit.text !== '' ? spanOf(unit.passage, { from: 0, to: unit.text.length }) : null
      if (!span || match.index <= span.start) return []
      return [{ address, start: match.index, end: match.index + match[0].length }]
    })
    return found
      .slice(0, found.length > MOST_HALF_WIDTH_SLIPS ? 1 : found.length)
      .map(({ address, start, end }) =>
        foundAt(
          address,
          { start, end },
          {
            message: both(
              `句中有多余的空格${found.length > MOST_HALF_WIDTH_SLIPS ? `（全文${found.length}处）` : ''}`,
              'white space inside a sentence',
            ),
            remedy: both('删去空格', 'take it out'),
            replacement: '',
          },
        ),
      )
  },
}

export const MARKS: Check[] = [
  ITEM_END,
  LEAD_IN,
  STOP_MISSING,
  HALF_WIDTH,
  UNPAIRED,
  BETWEEN_TITLES,
  DOUBLED_MARK,
  SPACE_INSIDE,
]
