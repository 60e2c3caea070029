import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  anything,
  checked,
  type Form,
  listOf,
  mapOf,
  number,
  numberOrText,
  objectOf,
  optional,
  orNull,
  rowOf,
  text,
  those,
  yesOrNo,
} from '../io/form.ts'
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

const measured: Form = objectOf({ stage: text, name: text, value: number, of: optional(number) })
const scores = { figures: listOf(measured), misses: listOf(text) }
const tally = objectOf({ predicted: number, right: number, found: number, expected: number })
const f1 = objectOf({ equivalents: number, edges: number })
const verdict = text

const alignment = objectOf({
  pairs: pairsOf(listOf(rowOf(numberOrText, numberOrText, text))),
  ids: optional(mapOf(text)),
})

const structureOfOne = objectOf({
  metadata: mapOf(anything),
  chapters: listOf(objectOf({ number, heading: text })),
  articles: listOf(
    objectOf({
      number: numberOrText,
      paragraphs: listOf(objectOf({ text, items: listOf(objectOf({ number: numberOrText, text })) })),
    }),
  ),
  noise: listOf(objectOf({ text, article: orNull(number), why: text })),
})

const provision = objectOf({
  city: text,
  article: numberOrText,
  paragraph: optional(orNull(number)),
  quote: text,
  subject: text,
  measure: text,
  comparator: orNull(text),
  value: orNull(number),
  max: orNull(number),
  unit: orNull(text),
  per: orNull(text),
})

const judgedProvision = objectOf({ address: text, quote: text, verdict: optional(verdict) })

const FORMS = {
  alignment,
  structure: mapOf(structureOfOne),
  provisions: objectOf({ records: listOf(provision) }),
  agreement: objectOf({ figures: listOf(measured) }),
  differences: roundsOf({
    kind: text,
    left: text,
    right: optional(text),
    left_text: text,
    right_text: text,
    right_told: yesOrNo,
    withdrawn: optional(text),
  }),
  mentions: roundsOf({ shown: text, speaks: yesOrNo }, { cells: number, mentioned: number }),
  names: objectOf({
    judged: listOf(objectOf({ corpus: text, old_is: verdict, new_is: verdict, better: optional(text) })),
  }),
  judgement: objectOf({
    about: optional(text),
    frozen: text,
    judged: listOf(judgedProvision),
    missed: optional(listOf(judgedProvision)),
    paragraphs: optional(objectOf({ missed: listOf(judgedProvision) })),
  }),
  sentences: objectOf({ groups: listOf(objectOf({ texts: text, frozen: text, asFound: tally })) }),
  about: objectOf({ about: optional(text) }),
  evaluation: objectOf(scores),
  replays: objectOf({ replays: listOf(objectOf({ texts: text, ...scores })) }),
  runs: objectOf({
    runs: listOf(
      objectOf({
        corpus: text,
        left: text,
        surroundings: text,
        hard: f1,
        twins: optional(f1),
        pairs: mapOf(f1),
      }),
    ),
    reliability: listOf(objectOf({ said: number, seen: number, of: number })),
  }),
  corpora: objectOf({ corpora: listOf(objectOf({ corpus: text, documents: number, whole: number })) }),
}

function roundsOf(judged: Record<string, Form>, more: Record<string, Form> = {}): Form {
  const round = objectOf({ round: text, corpus: text, ...more, judged: listOf(objectOf(judged)) })
  return objectOf({ rounds: listOf(round) })
}

/** Values by pairs of documents: `a-b`. */
function pairsOf(form: Form): Form {
  const key = those(
    name => /^([^-]+)-(?!\1$)[^-]+$/.test(String(name)),
    'must be named after two documents: "a-b", with `ids` saying which they are where an id holds a hyphen',
  )
  return (value, path, file) => {
    mapOf(form)(value, path, file)
    for (const name of Object.keys(value as object)) key(name, [...path, name], file)
  }
}
