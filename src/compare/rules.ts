import type { ClausePair } from '../diff/diff.ts'
import type { Echoes } from '../diff/echo.ts'
import type { Difference } from '../types.ts'
import { actorFindings, chairsAcross } from './actors.ts'
import {
  type Comparison,
  type Finding,
  isAnswered,
  type SentenceLikeness,
  sentenceLikenessOf,
} from './finding.ts'
import { missingFindings, unlikeFinding } from './missing.ts'
import { modalityFindings } from './modals.ts'
import { pairingOf } from './pairing.ts'
import { numbersAcross, quantityFindings } from './quantities.ts'
import { substanceFindings } from './substance.ts'
import { SENTENCE_OF_ONE_MODAL } from './thresholds.ts'

/** What a rule sees of two texts: their clauses as they answer each other, and what the rules before it have found. */
interface Scene {
  comparison: Comparison
  pairs: ClausePair[]
  sentences: SentenceLikeness
  echoes: Echoes
  found: Found[]
}

interface Rule {
  name: Difference['rule']
  find(scene: Scene): Finding[]
}

/** A finding with the rule that found it. */
export interface Found extends Finding {
  rule: Difference['rule']
}

/** The rules in their order: each leaves what those before it have found. */
const RULES: Rule[] = [
  {
    name: 'numbers',
    find: ({ comparison, pairs, sentences }) => quantityFindings(comparison, pairs, sentences),
  },
  {
    name: 'actors',
    find: ({ comparison, pairs, sentences }) => actorFindings(comparison, pairs, sentences),
  },
  {
    name: 'modal-words',
    find: ({ comparison, pairs, sentences }) =>
      modalityFindings(
        comparison,
        pairs.filter(pair => sentences(pair) >= SENTENCE_OF_ONE_MODAL),
      ),
  },
  {
    name: 'substance',
    find: ({ comparison, pairs, found }) => substanceFindings(comparison, pairs, found),
  },
  {
    name: 'missing',
    find: ({ comparison, pairs, found, echoes }) => missingFindings(comparison, pairs, found, echoes),
  },
]

function by(rule: Found['rule'], findings: Finding[]): Found[] {
  return findings.map(finding => ({ ...finding, rule }))
}

/** What stands in statements that do not answer each other, and is about one thing all the same: numbers of one subject, the one chair. */
export function findingsAcross(comparison: Comparison): Found[] {
  return [...by('numbers', numbersAcross(comparison)), ...by('actors', chairsAcross(comparison))]
}

/** All findings of two texts, in the order of the left text. Of two whole topics without a common clause there is one. */
export function findingsOf(comparison: Comparison, echoes: Echoes): Found[] {
  const { a, b, around, answering } = comparison
  const pairs = pairingOf(comparison, echoes)
  const isWhole = !answering && a === around.a && b === around.b
  if (isWhole && !pairs.some(isAnswered)) return by('unlike', [unlikeFinding(comparison, echoes)])
  const scene: Scene = {
    comparison,
    pairs,
    sentences: sentenceLikenessOf(comparison, pairs),
    echoes,
    found: [],
  }
  for (const rule of RULES) scene.found.push(...by(rule.name, rule.find(scene)))
  return scene.found.sort((x, y) => x.a.from - y.a.from || x.b.from - y.b.from)
}
