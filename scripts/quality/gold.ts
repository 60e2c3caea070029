import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { checked, list, map, number, numberOrText, object, row, text, yesOrNo } from '../io/form.ts'
import { readJson } from '../io/json.ts'

/** A file of the gold or of the reports, which has the form of its kind; else a failure with file, place and remedy. */
export function readGold<Shape>(file: string, kind: keyof typeof FORMS): Shape {
  return checked(readJson(file, 'name the gold with --gold or --alignment'), FORMS[kind])
}

/** The same of a file in a folder that need not be there; null where it is not. */
export function readKept<Shape>(folder: string, name: string, kind: keyof typeof FORMS): Shape | null {
  const file = join(folder, `${name}.json`)
  return existsSync(file) ? readGold(file, kind) : null
}

const measured = object({ stage: text, name: text, value: number, of: v.optional(number) })
const scores = { figures: list(measured), misses: list(text) }
const tally = object({ predicted: number, right: number, found: number, expected: number })
const f1 = object({ equivalents: number, edges: number })
const verdict = text

const alignment = object({
  pairs: pairsOf(list(row([numberOrText, numberOrText, text]))),
  ids: v.optional(map(text)),
})

const structureOfOne = object({
  metadata: map(v.unknown()),
  chapters: list(object({ number, heading: text })),
  articles: list(
    object({
      number: numberOrText,
      paragraphs: list(object({ text, items: list(object({ number: numberOrText, text })) })),
    }),
  ),
  noise: list(object({ text, article: v.nullable(number), why: text })),
})

const provision = object({
  city: text,
  article: numberOrText,
  paragraph: v.optional(v.nullable(number)),
  quote: text,
  subject: text,
  measure: text,
  comparator: v.nullable(text),
  value: v.nullable(number),
  max: v.nullable(number),
  unit: v.nullable(text),
  per: v.nullable(text),
})

const judgedProvision = object({ address: text, quote: text, verdict: v.optional(verdict) })

const claim = object({
  left: text,
  text,
  right: text,
  said: v.picklist(['yes', 'partly', 'no']),
  where: list(text),
  note: text,
  draw: v.optional(text),
})

const part = object({ of: number, are: number })

const penalised = object({
  act: text,
  document: text,
  address: v.nullable(text),
  duty: list(text),
  penalties: list(
    object({
      kind: text,
      addressee: v.nullable(text),
      condition: v.nullable(text),
      min: v.nullable(number),
      max: v.nullable(number),
    }),
  ),
  note: v.optional(v.nullable(text)),
})

const FORMS = {
  answers: object({
    runs: list(
      object({
        texts: text,
        surroundings: text,
        draw: text,
        scores: object({
          right: part,
          absentFound: part,
          placeRight: part,
          sure: part,
          sureRight: part,
          sureNotFoundFalse: part,
          loss: number,
        }),
      }),
    ),
  }),
  penalties: object({ entries: list(penalised) }),
  acts: object({
    runs: list(
      object({
        texts: text,
        frozen: v.optional(text),
        scores: object({
          found: part,
          sumsRight: part,
          qualified: part,
          forbidden: part,
          rows: object({ precision: number, recall: number }),
          misses: list(text),
        }),
      }),
    ),
  }),
  claims: object({ claims: list(claim) }),
  alignment,
  structure: map(structureOfOne),
  provisions: object({ records: list(provision) }),
  agreement: object({ figures: list(measured) }),
  differences: roundsOf({
    kind: text,
    left: text,
    right: v.optional(text),
    left_text: text,
    right_text: text,
    right_told: yesOrNo,
    withdrawn: v.optional(text),
  }),
  mentions: roundsOf({ shown: text, speaks: yesOrNo }, { cells: number, mentioned: number }),
  names: object({
    judged: list(object({ corpus: text, old_is: verdict, new_is: verdict, better: v.optional(text) })),
  }),
  judgement: object({
    about: v.optional(text),
    frozen: text,
    units: v.optional(list(text)),
    judged: list(judgedProvision),
    missed: v.optional(list(judgedProvision)),
    paragraphs: v.optional(object({ missed: list(judgedProvision) })),
  }),
  sentences: object({ groups: list(object({ texts: text, frozen: text, asFound: tally })) }),
  about: object({ about: v.optional(text) }),
  evaluation: object(scores),
  replays: object({ replays: list(object({ texts: text, ...scores })) }),
  runs: object({
    runs: list(
      object({
        corpus: text,
        left: text,
        surroundings: text,
        hard: f1,
        twins: v.optional(f1),
        pairs: map(f1),
      }),
    ),
    reliability: list(object({ said: number, seen: number, of: number })),
  }),
  corpora: object({ corpora: list(object({ corpus: text, documents: number, whole: number })) }),
}

function roundsOf(judged: v.ObjectEntries, more: v.ObjectEntries = {}) {
  const round = object({ round: text, corpus: text, ...more, judged: list(object(judged)) })
  return object({ rounds: list(round) })
}

/** Values by pairs of documents: `a-b`. */
function pairsOf(value: v.GenericSchema) {
  const key = v.regex(
    /^([^-]+)-(?!\1$)[^-]+$/,
    'must be named after two documents: "a-b", with `ids` saying which they are where an id holds a hyphen',
  )
  return v.pipe(map(v.unknown()), v.record(v.pipe(v.string(), key), value))
}
