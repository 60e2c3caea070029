import type { ActSummary } from '../../../src/penalties/summary.ts'
import type { Interval } from '../../../src/provisions/like.ts'
import { addresseeName, stageName } from '../../charts/circumstances.ts'
import { fineText, timesText } from '../../charts/fine-words.ts'
import type { Language } from '../../reader/settings.ts'

/** A document as a sentence names it, with its place by which it is counted. */
export interface NamedPlace {
  id: string
  place: string
  name: string
}

/**
 * What the documents make of an act, in a sentence: how many punish it, where half of the fines lie, who fines least and who
 * most, like with like, and how many only forbid it. Chinese simplified.
 */
export function actSentence(summary: ActSummary, places: NamedPlace[], language: Language): string {
  const unit = unitOf(places)
  const words = language === 'en' ? ENGLISH : chinese(UNITS_ZH[unit])
  const { act, counts, groups, figures, unfined } = summary
  const all = words.documents(act.states.length, unit)
  const group = groups[0]
  if (counts.punished === 0) return words.sentence([words.none(all, counts.forbidden)])
  const parts = [words.punished(all, counts.punished)]
  if (group && figures) {
    const name = (ids: string[]) => words.places(ids.map(id => nameOf(places, id)))
    const text = (interval: Interval) => fineText(interval, group, language)
    const fineOf = (id: string | undefined) => text(group.fines.find(({ regulation }) => regulation === id)!)
    const when = [addressed(group, language), stageName(group, language), group.per ?? '']
    parts.push(words.fined(group.fines.length, when.filter(Boolean)))
    const { half, lowest, highest, spread } = figures
    const alike = lowest.length === group.fines.length && highest.length === group.fines.length
    if (alike) parts.push(words.alike(fineOf(lowest[0]), group.fines.length))
    else {
      if (half) parts.push(words.half(text(closed(half)), half.documents, group.fines.length))
      parts.push(words.ends(name(lowest), fineOf(lowest[0]), name(highest), fineOf(highest[0])))
      if (timesText(spread, language)) parts.push(words.spread(timesText(spread, language)))
    }
    const others = counts.punished - group.fines.length - unfined.length
    if (others > 0) parts.push(words.others(others))
    if (unfined.length > 0) parts.push(words.unfined(unfined.length))
  } else parts.push(words.noSum)
  if (counts.forbidden > 0) parts.push(words.forbidden(counts.forbidden))
  return words.sentence(parts)
}

// What begins at nothing has no lower end.
function closed({ low, high }: { low: number; high: number }): Interval {
  return { low: low === 0 ? null : low, high }
}

function addressed({ addressee }: ActSummary['groups'][number], language: Language): string {
  return addressee === 'doer' ? '' : addresseeName(addressee, language)
}

function nameOf(places: NamedPlace[], id: string): string {
  return places.find(each => each.id === id)?.name ?? id
}

/** What the documents are to be counted as: cities where each is a city's own, places where each has its own, else documents. */
function unitOf(places: NamedPlace[]): 'city' | 'place' | 'document' {
  if (new Set(places.map(({ place }) => place)).size < places.length) return 'document'
  return places.every(({ place }) => place.endsWith('市')) ? 'city' : 'place'
}

type Unit = ReturnType<typeof unitOf>

interface Words {
  documents: (n: number, unit: Unit) => string
  none: (all: string, forbidden: number) => string
  punished: (all: string, n: number) => string
  fined: (n: number, when: string[]) => string
  alike: (text: string, n: number) => string
  half: (text: string, n: number, of: number) => string
  ends: (lowest: string, low: string, highest: string, high: string) => string
  spread: (times: string) => string
  others: (n: number) => string
  unfined: (n: number) => string
  forbidden: (n: number) => string
  noSum: string
  places: (names: string[]) => string
  sentence: (parts: string[]) => string
}

const UNITS_ZH: Record<Unit, string> = { city: '市', place: '地', document: '件' }
const UNITS_EN: Record<Unit, string> = { city: 'cities', place: 'places', document: 'documents' }

// So many are named; of more the first.
const NAMED = 2

/** The same unit all through: 市, 地 or 件. */
const chinese = (unit: string): Words => ({
  documents: n => `${n} ${unit}`,
  none: (all, forbidden) => `${all}均未设处罚${forbidden > 0 ? `，${forbidden} ${unit}有禁止或要求` : ''}`,
  punished: (all, n) => `${all}中 ${n} ${unit}设有处罚`,
  fined: (n, when) => `${n} ${unit}${when.length > 0 ? `（${when.join('，')}）` : '直接'}罚款`,
  alike: (text, n) => (n === 1 ? text : `均为 ${text}`),
  half: (text, n, of) =>
    `其中${2 * n > of ? '过半' : '一半'}（${n} ${unit}）在 ${text}${/[–]/.test(text) ? '之间' : ''}`,
  ends: (lowest, low, highest, high) => `${lowest}最低（${low}），${highest}最高（${high}）`,
  spread: times => `最大为最小的 ${times}`,
  others: n => `另有 ${n} ${unit}按其他对象、情节或计量罚款`,
  unfined: n => `${n} ${unit}处罚而未写明金额`,
  forbidden: n => `${n} ${unit}禁止或要求而未设处罚`,
  noSum: '均未写明金额',
  places: names => (names.length > NAMED ? `${names[0]}等 ${names.length} ${unit}` : names.join('、')),
  sentence: parts => `${parts.join('，').replace(/，(?=另有|\d+ .(?:禁止|处罚))/g, '；')}。`,
})

const ENGLISH: Words = {
  documents: (n, unit) =>
    `${n} ${n === 1 ? UNITS_EN[unit].replace(/ies$/, 'y').replace(/s$/, '') : UNITS_EN[unit]}`,
  none: (all, forbidden) =>
    `None of ${all} punishes it${forbidden > 0 ? `; ${forbidden} forbid or require it` : ''}`,
  punished: (all, n) => `${n} of ${all} punish it`,
  fined: (n, when) => `${n} fine it${when.length > 0 ? ` (${when.join(', ')})` : ' at once'}`,
  alike: (text, n) => (n === 1 ? `with ${text}` : `all with ${text}`),
  half: (text, n, of) => `${2 * n > of ? 'most' : 'half'} of them (${n}) within ${text}`,
  ends: (lowest, low, highest, high) => `${lowest} the least (${low}), ${highest} the most (${high})`,
  spread: times => `the largest sum is ${times} the smallest`,
  others: n => `${n} more fine others, at another stage or by another measure`,
  unfined: n => `${n} more punish it without naming a sum`,
  forbidden: n => `${n} forbid or require it without a penalty`,
  noSum: 'none names a sum',
  places: names =>
    names.length > NAMED ? `${names[0]} and ${names.length - 1} others` : names.join(' and '),
  sentence: parts => `${parts.join('; ')}.`,
}
