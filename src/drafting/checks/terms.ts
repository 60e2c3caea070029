import { INFORMAL_BODIES, SAME_BODIES } from '../../lexicon/same-bodies.ts'
import { ALL, type Check, type Draft, type DraftUnit, type Finding } from '../check-types.ts'
import { both, foundIn, matchesIn } from '../findings.ts'
import { LONGEST_ABBREVIATED, SHORTEST_TERM_DEFINED, TERMS_TOLD } from '../thresholds.ts'

/** Terms: each defined once, used as defined, and one for one thing. */

interface Abbreviation {
  unit: DraftUnit
  /** Its place among the units. */
  at: number
  term: string
  /** What stands before the bracket. */
  long: string
  from: number
  to: number
}

const ABBREVIATES =
  /[（(]以下(?:分别)?(?:统称|简称|合称|称)(?:为)?[：:]?([^（）()]{1,40})[）)]|，?以下(?:统称|简称|合称)(?:为)?([^，。；（）]{1,20})(?=[，。；])/g

function abbreviationsOf({ units }: Draft): Abbreviation[] {
  return units.flatMap((unit, at) =>
    [...unit.text.matchAll(ABBREVIATES)].flatMap(match => {
      const listed = match[1] ?? match[2]!
      const long = unit.text.slice(Math.max(0, match.index - LONGEST_ABBREVIATED), match.index)
      return listed
        .split(/、|和|或者?|，/)
        .map(raw => ({ raw, term: raw.replace(/[“”《》]/g, '') }))
        .filter(({ term }) => term.length >= 2)
        .map(({ raw, term }) => {
          const from = match.index + match[0].indexOf(raw)
          return { unit, at, term, long, from, to: from + raw.length }
        })
    }),
  )
}

const UNUSED: Check = {
  name: 'abbreviation-unused',
  applies: ALL,
  severity: 'warning',
  source: 'convention',
  find: draft => {
    const whole = wholeText(draft)
    return abbreviationsOf(draft)
      .filter(({ term }) => whole.split(term).length <= 2)
      .map(({ unit, from, to, term }) =>
        foundIn(
          unit,
          { from, to },
          {
            message: both(`简称“${term}”定义后没有使用`, `the short form ${term} is defined and never used`),
            remedy: both('删去简称，或者在后文使用', 'leave it out, or use it'),
          },
        ),
      )
  },
}

const BEFORE_DEFINITION: Check = {
  name: 'abbreviation-before-definition',
  applies: ALL,
  severity: 'warning',
  source: 'convention',
  find: draft =>
    abbreviationsOf(draft).flatMap(({ at, unit, term, long, from }) => {
      if (term.length < SHORTEST_TERM_DEFINED || long.includes(term)) return []
      for (const [index, each] of draft.units.slice(0, at + 1).entries()) {
        const place = each.plain.indexOf(term)
        if (place < 0 || (index === at && place >= from - long.length)) continue
        return [
          foundIn(
            each,
            { from: place, to: place + term.length },
            {
              message: both(
                `“${term}”在${unit.article.label}才定义为简称，此前已经使用`,
                `${term} is used before ${unit.article.label} defines it`,
              ),
              remedy: both(
                '在第一次出现处定义，或者此处用全称',
                'define it where it first stands, or write the full name here',
              ),
            },
          ),
        ]
      }
      return []
    }),
}

const DEFINED_TWICE: Check = {
  name: 'abbreviation-twice',
  applies: ALL,
  severity: 'warning',
  source: 'convention',
  find: draft => {
    const seen = new Map<string, Abbreviation>()
    return abbreviationsOf(draft).flatMap(each => {
      const first = seen.get(each.term)
      if (!first) {
        seen.set(each.term, each)
        return []
      }
      return [
        foundIn(each.unit, each, {
          message: both(
            `简称“${each.term}”在${first.unit.article.label}已经定义`,
            `${first.unit.article.label} defines the short form ${each.term} already`,
          ),
          remedy: both('只在第一次出现处定义', 'define it where it first stands'),
        }),
      ]
    })
  },
}

/** 发改委 where nothing says what it stands for. */
const UNDEFINED: Check = {
  name: 'abbreviation-undefined',
  applies: ALL,
  severity: 'warning',
  source: 'convention',
  find: draft => {
    const defined = abbreviationsOf(draft)
    return matchesIn(draft.units, INFORMAL_BODIES)
      .filter(({ match }) => !defined.some(({ term }) => term.includes(match[0]) || match[0].includes(term)))
      .map(({ unit, match, range }) =>
        foundIn(unit, range, {
          message: both(`“${match[0]}”是没有定义的简称`, `${match[0]} is a short form that nothing defines`),
          remedy: both('用全称，或者在第一次出现处定义简称', 'write the full name, or define the short form'),
        }),
      )
  },
}

const TWO_TERMS: Check = {
  name: 'two-terms',
  applies: ALL,
  severity: 'warning',
  source: 'convention',
  find: draft => [...SAME_BODIES.flatMap(body => twoNames(draft, body.names)), ...administrative(draft)],
}

/** Each name but the one that stands most often, where it stands first and how often. */
function twoNames(draft: Draft, names: { name: string; pattern: string }[]): Finding[] {
  const defined = abbreviationsOf(draft)
  const found = names.map(({ name, pattern }) => ({
    name,
    places: placesOf(draft.units, new RegExp(pattern, 'g')),
  }))
  const used = found.filter(({ places }) => places.length > 0)
  if (used.length < 2) return []
  // 市人民政府（以下简称市政府）: the text says itself that the two are one.
  if (used.some(({ places }) => defined.some(({ term }) => term.includes(places[0]!.match[0])))) return []
  const usual = used.reduce((most, each) => (each.places.length > most.places.length ? each : most))
  return used
    .filter(each => each !== usual)
    .flatMap(({ places }) => {
      const wording = usual.places[0]!.match[0]
      return places.slice(0, TERMS_TOLD).map(({ unit, match, range }) =>
        foundIn(unit, range, {
          message: both(
            `同一机构用了两种称谓：“${match[0]}”${places.length}处，“${wording}”${usual.places.length}处`,
            `two terms for one body: ${match[0]} (${places.length}), ${wording} (${usual.places.length})`,
          ),
          remedy: both(`统一为“${wording}”`, `write ${wording} throughout`),
          replacement: wording,
        }),
      )
    })
}

function placesOf(units: DraftUnit[], pattern: RegExp) {
  return matchesIn(units, pattern)
}

/** 园林绿化主管部门 beside 园林绿化行政主管部门. */
function administrative(draft: Draft): Finding[] {
  const plain = new Map<string, ReturnType<typeof matchesIn>>()
  const long = new Map<string, ReturnType<typeof matchesIn>>()
  for (const each of matchesIn(draft.units, /((?!.{0,3}[等、各由区县])[\u4e00-\u9fff]{4})(行政)?主管部门/g)) {
    const [, field, administrative] = /^(.*?)(行政)?主管部门$/.exec(each.match[0])!
    const key = field!.slice(-4)
    const into = administrative ? long : plain
    into.set(key, [...(into.get(key) ?? []), each])
  }
  return [...plain].flatMap(([field, places]) => {
    const others = long.get(field)
    if (!others) return []
    const [few, many] = places.length <= others.length ? [places, others] : [others, places]
    return few.slice(0, TERMS_TOLD).map(({ unit, range, match }) =>
      foundIn(
        unit,
        { from: range.from, to: range.to },
        {
          message: both(
            `同一部门用了两种称谓：“${match[0]}”${few.length}处，“${many[0]!.match[0]}”${many.length}处`,
            `two terms for one body: ${match[0]} (${few.length}), ${many[0]!.match[0]} (${many.length})`,
          ),
          remedy: both(`统一为“${many[0]!.match[0]}”`, `write ${many[0]!.match[0]} throughout`),
          replacement: many[0]!.match[0],
        },
      ),
    )
  })
}

export const TERMS: Check[] = [UNUSED, BEFORE_DEFINITION, DEFINED_TWICE, UNDEFINED, TWO_TERMS]

function wholeText({ units }: Draft): string {
  return units.map(({ text }) => text.replace(/[“”《》]/g, '')).join('\n')
}
