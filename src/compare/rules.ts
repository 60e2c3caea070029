import type { ClausePair } from '../diff/diff.ts'
import type { Echoes } from '../diff/echo.ts'
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
  found: Finding[]
}

interface Rule {
  name: string
  find(scene: Scene): Finding[]
}

/** The rules in their order: each leaves what those before it have found. */
const RULES: Rule[] = [
  {
    name: 'numbers',
    find: ({ comparison, pairs, sentences }) => quantityFindings(comparison, pairs, sentences),
  },
  {
    name: 'who acts',
    find: ({ comparison, pairs, sentences }) => actorFindings(comparison, pairs, sentences),
  },
  {
    name: 'how strictly',
    find: ({ comparison, pairs, sentences }) =>
      modalityFindings(
        comparison,
        pairs.filter(pair => sentences(pair) >= SENTENCE_OF_ONE_MODAL),
      ),
  },
  {
    name: 'other matters, other words',
    find: ({ comparison, pairs, found }) => substanceFindings(comparison, pairs, found),
  },
  {
    name: 'not said there',
    find: ({ comparison, pairs, found, echoes }) => missingFindings(comparison, pairs, found, echoes),
  },
]

/** What stands in statements that do not answer each other, and is about one thing all the same: numbers of one subject, the one chair. */
export function findingsAcross(comparison: Comparison): Finding[] {
  return [...numbersAcross(comparison), ...chairsAcross(comparison)]
}

/** All findings of two texts, in the order of the left text. Of two whole topics without a common clause there is one. */
export function findingsOf(comparison: Comparison, echoes: Echoes): Finding[] {
  const pairs = pairingOf(comparison, echoes)
  if (comparison.isWhole && !pairs.some(isAnswered)) return [unlikeFinding(comparison, echoes)]
  const scene: Scene = {
    comparison,
    pairs,
    sentences: sentenceLikenessOf(comparison, pairs),
    echoes,
    found: [],
  }
  for (const rule of RULES) scene.found.push(...rule.find(scene))
  return scene.found.sort((x, y) => x.a.from - y.a.from || x.b.from - y.b.from)
}
