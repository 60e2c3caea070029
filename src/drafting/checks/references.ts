import { LAWS_IN_FORCE, OF_THE_STATE, REPEALED_LAWS, STATE_REGULATIONS } from '../../lexicon/laws.ts'
import { fold } from '../../text/fold.ts'
import { parseNumeral } from '../../text/numerals.ts'
import type { Reference } from '../../types.ts'
import { ALL, type Check, type Draft, type DraftUnit, type Finding } from '../check-types.ts'
import { both, foundAt, foundIn, matchesIn, rangeOfMatch, sentenceAt } from '../findings.ts'
import { LONG_LAW_NAME, SHORT_LAW_NAME } from '../thresholds.ts'
import { strayLabels } from './numbering.ts'

/** What a draft cites: units of its own, laws of others. */

const MISSING_UNIT: Check = {
  name: 'reference-missing',
  applies: ALL,
  severity: 'error',
  source: 'convention',
  find: draft =>
    dangling(draft)
      .filter(({ text }) => !/^前/.test(text))
      .map(reference =>
        foundAt(reference.from, reference, {
          message: both(`“${reference.text}”指向的内容不存在`, `${reference.text} points to nothing`),
          remedy: both('核对条、款、项的序号', 'check the numbers of article, paragraph and item'),
        }),
      ),
}

const NOTHING_BEFORE: Check = {
  name: 'reference-before-first',
  applies: ALL,
  severity: 'error',
  source: 'convention',
  find: draft =>
    dangling(draft)
      .filter(({ text }) => /^前/.test(text))
      .map(reference =>
        foundAt(reference.from, reference, {
          message: both(
            `“${reference.text}”之前没有可指的内容`,
            `nothing stands before ${reference.text} that it could mean`,
          ),
          remedy: both('写明所指的条、款、项', 'name the article, paragraph or item'),
        }),
      ),
}

/** References to nothing; a label that stands out of order is none, and is told as that. */
function dangling(draft: Draft): Reference[] {
  const labels = new Set(strayLabels(draft).map(({ span }) => span.start))
  return draft.regulation.references.filter(
    ({ kind, to, start }) => kind === 'internal' && to.length === 0 && !labels.has(start),
  )
}

const TO_ITSELF: Check = {
  name: 'reference-to-itself',
  applies: ALL,
  severity: 'warning',
  source: 'convention',
  find: ({ regulation: { references } }) =>
    references
      .filter(({ kind, text, from, to }) => {
        const own = from.split('/', 2).join('/')
        const named = /第[^条]{1,8}条/.test(text) && !/至|到|、/.test(text)
        return (
          kind === 'internal' &&
          named &&
          to.length > 0 &&
          to.every(each => each.split('/', 2).join('/') === own)
        )
      })
      .map(reference =>
        foundAt(reference.from, reference, {
          message: both(`“${reference.text}”就是本条`, `${reference.text} is the article it stands in`),
          remedy: both(
            '核对序号；确指本条的写“本条”“前款”',
            'check the number; if this article is meant write 本条 or 前款',
          ),
        }),
      ),
}

const BRACKETED_ITEM: Check = {
  name: 'item-cited-in-brackets',
  applies: ALL,
  severity: 'note',
  source: 'J1 9',
  find: ({ units }) =>
    matchesIn(units, /第（([一二三四五六七八九十\d]{1,4})）项/g).map(({ unit, match, range }) =>
      foundIn(unit, range, {
        message: both('引用项时序号不加括号', 'an item is cited without brackets'),
        remedy: both(`改为“第${match[1]}项”`, `write 第${match[1]}项`),
        replacement: `第${match[1]}项`,
      }),
    ),
}

/** 本条例 in a 办法. */
const OWN_NAME: Check = {
  name: 'own-name',
  applies: ALL,
  severity: 'error',
  source: 'J1 6',
  alone: true,
  find: ({ units, name }) => {
    if (name === null) return []
    return matchesIn(
      units,
      /本(条例|办法|规定|规则|细则|规程|章程|法(?!律|规|院|治|人|定|制|庭|医|案|学|典|令))/g,
    )
      .filter(({ match }) => match[1] !== name && !(name === '细则' && match[1] === '规则'))
      .map(({ unit, match, range }) =>
        foundIn(unit, range, {
          message: both(
            `本文件是${name}，自称“${match[0]}”`,
            `the text is a ${name} and calls itself ${match[0]}`,
          ),
          remedy: both(`改为“本${name}”`, `write 本${name}`),
          replacement: `本${name}`,
        }),
      )
  },
}

const OWN_TITLE: Check = {
  name: 'own-title',
  applies: ALL,
  severity: 'warning',
  source: 'J1 6',
  find: ({ units, name, regulation: { metadata, title } }) => {
    const own = fold(metadata.title ?? title).replace(/\s+/g, '')
    if (own.length < 6 || name === null) return []
    return units.flatMap(unit => {
      const at = unit.text.indexOf(`《${own}》`)
      if (at < 0 || /废止|停止执行|修订|修改|失效|印发/.test(sentenceAt(unit.text, at))) return []
      return [
        foundIn(
          unit,
          { from: at, to: at + own.length + 2 },
          {
            message: both(
              '引用本文件时写“本”加文种，不写全称',
              `the text cites itself as 本${name}, not by its title`,
            ),
            remedy: both(`改为“本${name}”`, `write 本${name}`),
            replacement: `本${name}`,
          },
        ),
      ]
    })
  },
}

// Laws --------------------------------------------------------------------------------------------------------------------

interface CitedLaw {
  unit: DraftUnit
  /** Its name without 中华人民共和国, and the range of the name with it, inside 《》. */
  name: string
  full: boolean
  from: number
  to: number
}

function citedLaws({ units }: Draft): CitedLaw[] {
  return units.flatMap(unit =>
    [...unit.text.matchAll(/《([^《》]{2,50})》/g)].map(match => {
      const full = match[1]!.startsWith(OF_THE_STATE)
      const name = full ? match[1]!.slice(OF_THE_STATE.length) : match[1]!
      return { unit, name, full, from: match.index + 1, to: match.index + 1 + match[1]!.length }
    }),
  )
}

const REPEALED = new Map(REPEALED_LAWS.map(law => [law.name, law]))
const IN_FORCE = new Set(LAWS_IN_FORCE)

const LAW_REPEALED: Check = {
  name: 'law-repealed',
  applies: ALL,
  severity: 'error',
  source: 'convention',
  alone: true,
  find: draft => [
    ...citedLaws(draft).flatMap(({ unit, name, full, from, to }) => {
      const law = REPEALED.get(name)
      if (!law || /废止|停止执行/.test(sentenceAt(unit.text, from))) return []
      const by = law.by === null ? null : (full || IN_FORCE.has(law.by) ? OF_THE_STATE : '') + law.by
      return [repealed(unit, { from, to }, law.name, law.since, by)]
    }),
    ...matchesIn(draft.units, BARE_REPEALED).map(({ unit, match, range }) => {
      const law = REPEALED.get(match[0].replace(OF_THE_STATE, ''))!
      return repealed(
        unit,
        range,
        law.name,
        law.since,
        law.by === null ? null : `《${OF_THE_STATE}${law.by}》`,
      )
    }),
  ],
}
const BARE_REPEALED = new RegExp(
  `(?:${OF_THE_STATE})?(?<!劳动)(?:合同法|物权法|担保法|民法通则|侵权责任法|婚姻法|继承法|民法总则|行政监察法)(?!律|规|院)`,
  'g',
)

function repealed(
  unit: DraftUnit,
  range: { from: number; to: number },
  name: string,
  since: string,
  by: string | null,
): Finding {
  const [zh, en] =
    by === null ? ['', ''] : [`，由《${by.replace(/[《》]/g, '')}》代替`, `; ${by} took its place`]
  return foundIn(unit, range, {
    message: both(`《${name}》已于${since}废止${zh}`, `${name} was repealed on ${since}${en}`),
    remedy:
      by === null
        ? both('改引现行规定', 'cite what is in force now')
        : both(`改引《${by.replace(/[《》]/g, '')}》，并核对条文序号`, `cite ${by} and check the article`),
    ...(by !== null && { replacement: by }),
  })
}

const LAW_ABBREVIATED: Check = {
  name: 'law-abbreviated',
  applies: ALL,
  severity: { law: 'warning', official: 'note' },
  source: 'J1 6',
  find: draft => {
    const whole = draft.units.map(({ text }) => text).join('\n')
    return citedLaws(draft)
      .filter(({ name, full }) => !full && IN_FORCE.has(name) && !new RegExp(`简称[“《]*${name}`).test(whole))
      .map(({ unit, name, from, to }) =>
        foundIn(
          unit,
          { from, to },
          {
            message: both(
              `引用法律用全称：《${OF_THE_STATE}${name}》`,
              `a law is cited by its full name: 《${OF_THE_STATE}${name}》`,
            ),
            remedy: both(`改为“${OF_THE_STATE}${name}”`, `write ${OF_THE_STATE}${name}`),
            replacement: `${OF_THE_STATE}${name}`,
          },
        ),
      )
  },
}

const LAW_MISSPELT: Check = {
  name: 'law-misspelt',
  applies: ALL,
  severity: 'error',
  source: 'J1 6',
  alone: true,
  find: draft =>
    citedLaws(draft).flatMap(({ unit, name, full, from, to }) => {
      if (IN_FORCE.has(name) || REPEALED.has(name) || STATE_REGULATIONS.includes(name)) return []
      const meant = nearest(name, full || /法$/.test(name) ? LAWS_IN_FORCE : STATE_REGULATIONS)
      if (meant === null) return []
      const right = full ? OF_THE_STATE + meant : meant
      return [
        foundIn(
          unit,
          { from, to },
          {
            message: both(
              `没有《${name}》，疑为《${meant}》`,
              `no law is called ${name}; ${meant} may be meant`,
            ),
            remedy: both(`核对名称，改为“${right}”`, `check the name; write ${right}`),
            replacement: right,
          },
        ),
      ]
    }),
}

/** The one name that differs by one character of six, two of twelve; null where none or several do. */
function nearest(name: string, known: readonly string[]): string | null {
  const allowed = name.length < SHORT_LAW_NAME ? 0 : name.length < LONG_LAW_NAME ? 1 : 2
  const near = known.filter(
    each =>
      Math.abs(each.length - name.length) <= allowed &&
      each[0] === name[0] &&
      distance(each, name, allowed) <= allowed,
  )
  const nearAtEnd =
    near.length > 0
      ? near
      : known.filter(
          each => each.length === name.length && allowed > 0 && distance(each, name, allowed) <= allowed,
        )
  return nearAtEnd.length === 1 ? nearAtEnd[0]! : null
}

function distance(a: string, b: string, most: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
    if (Math.min(...row) > most) return most + 1
  }
  return row[b.length]!
}

/** A law's name outside of 《》. */
const LAW_WITHOUT_MARKS: Check = {
  name: 'law-without-marks',
  applies: ALL,
  severity: 'warning',
  source: 'J1 6',
  alone: true,
  find: ({ units }) => [
    ...matchesIn(units, BARE_FULL).map(({ unit, range, match }) => bare(unit, range, match[0])),
    ...matchesIn(units, BARE_LAW)
      .filter(({ unit, range }) => !unit.plain.slice(0, range.from).endsWith(OF_THE_STATE))
      .map(({ unit, range, match }) => bare(unit, range, OF_THE_STATE + match[0])),
  ],
}
const BARE_FULL = new RegExp(
  `${OF_THE_STATE}(?:[\\u4e00-\\u9fff]{2,22}?)(?:法典|法|条例)(?!律|规|院|人|定|庭|制)`,
  'g',
)
const BARE_LAW = new RegExp(
  `(?:${LAWS_IN_FORCE.filter(name => name.length >= 5)
    .sort((a, b) => b.length - a.length)
    .join('|')})(?!律|规|院|实施)`,
  'g',
)

function bare(unit: DraftUnit, range: { from: number; to: number }, name: string): Finding {
  return foundIn(unit, range, {
    message: both('引用法律应当用全称并加书名号', 'a law is cited by its full name in 《》'),
    remedy: both(`改为“《${name}》”`, `write 《${name}》`),
    replacement: `《${name}》`,
  })
}

/** Laws say 宪法. Official documents may give the full name in 《》, as the State Council's rules do, but not the short one. */
const CONSTITUTION: Check = {
  name: 'constitution-in-marks',
  applies: ALL,
  severity: { law: 'warning', official: 'note' },
  source: 'J1 6',
  alone: true,
  find: ({ units, genre }) =>
    units.flatMap(unit =>
      [...unit.text.matchAll(genre === 'law' ? /《(?:中华人民共和国)?宪法》/g : /《宪法》/g)].map(match =>
        foundIn(unit, rangeOfMatch(match), {
          message: both('引用宪法不用全称，不加书名号', 'the constitution is cited as 宪法, without 《》'),
          remedy: both('改为“宪法”', 'write 宪法'),
          replacement: '宪法',
        }),
      ),
    ),
}

/** 第十条至第五条: a range that runs backwards. */
const RANGE_BACKWARDS: Check = {
  name: 'reference-range-backwards',
  applies: ALL,
  severity: 'error',
  source: 'convention',
  find: ({ units }) =>
    matchesIn(
      units,
      /第([一二三四五六七八九十百零\d]{1,7})([条款项])(?:至|到)第([一二三四五六七八九十百零\d]{1,7})\2/g,
    )
      .filter(
        ({ match }) =>
          (parseNumeral(match[1]!) ?? 0) >= (parseNumeral(match[3]!) ?? Number.POSITIVE_INFINITY),
      )
      .map(({ unit, range, match }) =>
        foundIn(unit, range, {
          message: both(`“${match[0]}”的起止颠倒`, `${match[0]} runs backwards`),
          remedy: both('核对序号', 'check the numbers'),
        }),
      ),
}

export const REFERENCES: Check[] = [
  MISSING_UNIT,
  NOTHING_BEFORE,
  TO_ITSELF,
  RANGE_BACKWARDS,
  BRACKETED_ITEM,
  OWN_NAME,
  OWN_TITLE,
  LAW_REPEALED,
  LAW_ABBREVIATED,
  LAW_MISSPELT,
  LAW_WITHOUT_MARKS,
  CONSTITUTION,
]
