import { KINDS } from '../../src/compare/kinds.ts'
import { groupBy } from '../../src/group.ts'
import type {
  FiguresElsewhere,
  JudgedDifferences,
  JudgedMentions,
  JudgedNames,
  NameVerdicts,
  Quality,
} from '../../src/site-types.ts'
import { inProgram } from '../io/program.ts'
import { readKept } from './gold.ts'
import type { ReplayedElsewhere } from './replay.ts'
import type { CorporaReport } from './score-corpora.ts'
import { asFound, type Judgement, type Tally } from './score-judged.ts'
import { type AlignmentReport, type AlignmentRun, type ClaimsReport, round } from './scores.ts'

/**
 * What people judged by reading beside the gold of the corpus, and what was measured on texts left out or unread: as kept
 * in the folder of the gold and in the reports that the measuring scripts wrote. What is not there is left out.
 */
export function judgedOf(gold: string): Omit<Quality, 'figures' | 'misses' | 'documents'> {
  const reports = inProgram('quality/reports')
  const agreement = readKept<{ figures: NonNullable<Quality['agreement']> }>(gold, 'agreement', 'agreement')
  const differences = readKept<JudgedRounds>(gold, 'differences-judged', 'differences')
  const mentions = readKept<JudgedCells>(gold, 'mentions-judged', 'mentions')
  const names = readKept<JudgedNameList>(gold, 'names-judged', 'names')
  const sentences = readKept<UnreadSentences>(gold, 'unread-sentences', 'sentences')
  const report = readKept<AlignmentReport>(reports, 'alignment-report', 'runs')
  const answers = readKept<ClaimsReport>(reports, 'claims-report', 'answers')
  const replayed = readKept<{ replays: ReplayedElsewhere[] }>(reports, 'replay-elsewhere', 'replays')
  const corpora = readKept<CorporaReport>(reports, 'structure-corpora', 'corpora')
  return {
    ...(agreement && { agreement: agreement.figures }),
    elsewhere: [
      ...(corpora?.corpora.map(structureFigures) ?? []),
      ...JUDGED.flatMap(texts =>
        provisionFigures(texts, readKept<Judgement>(gold, `${texts}-provisions`, 'judgement')),
      ),
      ...(sentences?.groups.map(unreadFigures) ?? []),
      ...(replayed?.replays.map(replayFigures) ?? []),
      ...(answers?.runs.filter(({ draw }) => draw === 'chance').map(answerFigures) ?? []),
      ...(report?.runs.filter(({ surroundings }) => surroundings !== 'alone').map(alignmentFigures) ?? []),
    ],
    ...(differences && { differences: differences.rounds.map(talliedRound) }),
    ...(mentions && { mentions: mentions.rounds.map(talliedCells) }),
    ...(names && { names: talliedNames(names) }),
    ...(report && { reliability: report.reliability }),
  }
}

const JUDGED = ['business-environment', 'company-law', 'greening', 'civility']

function structureFigures({ corpus, documents, whole }: CorporaReport['corpora'][number]): FiguresElsewhere {
  const name = 'numbered without gap, every character accounted for'
  return {
    stage: 'structure',
    texts: corpus,
    setting: 'another genre, rules as they are now',
    figures: [{ name, value: whole, of: documents }],
  }
}

function provisionFigures(texts: string, judgement: Judgement | null): FiguresElsewhere[] {
  if (!judgement) return []
  const frozen = `rules frozen at ${judgement.frozen.slice(0, 7)}`
  const setting = judgement.units ? `${frozen}, genre seen before` : frozen
  return [{ stage: 'provisions', texts, setting, figures: sharesOf(asFound(judgement)) }]
}

interface UnreadSentences {
  groups: { texts: string; frozen: string; asFound: Tally }[]
}

function unreadFigures({ texts, frozen, asFound }: UnreadSentences['groups'][number]): FiguresElsewhere {
  return { stage: 'provisions', texts, setting: `rules frozen at ${frozen}`, figures: sharesOf(asFound) }
}

function sharesOf({ predicted, right, found, expected }: Tally): FiguresElsewhere['figures'] {
  return [
    { name: 'precision', value: round(right / predicted) },
    { name: 'recall found', value: round(found / expected) },
    { name: 'recall fully right', value: round(right / expected) },
  ]
}

function alignmentFigures({ corpus, left, surroundings, hard }: AlignmentRun): FiguresElsewhere {
  const setting = `${left} left out${surroundings === 'guided' ? ', with codebook' : ''}`
  return {
    stage: 'alignment',
    texts: corpus,
    setting,
    figures: [
      { name: 'equivalents f1', value: round(hard.equivalents) },
      { name: 'all edges f1', value: round(hard.edges) },
    ],
  }
}

function answerFigures({ texts, surroundings, scores }: ClaimsReport['runs'][number]): FiguresElsewhere {
  const share = (name: string, { are, of }: { are: number; of: number }) => ({
    name,
    value: round(are / Math.max(1, of)),
  })
  return {
    stage: 'statements',
    texts: texts === 'seeds' ? 'gold' : texts,
    setting:
      surroundings === 'within' ? 'genre left out, in its document' : 'genre left out, as a text alone',
    figures: [
      share('claims right', scores.right),
      share('absent found', scores.absentFound),
      share('place right', scores.placeRight),
      share('told as sure', scores.sure),
      share('sure and right', scores.sureRight),
    ],
  }
}

function replayFigures({ texts, figures }: ReplayedElsewhere): FiguresElsewhere {
  const shown = figures.map(({ stage: _, ...figure }) => figure)
  return { stage: 'differences', texts, setting: 'judged rows replayed', figures: shown }
}

/** Form of quality/gold/differences-judged.json. */
export interface JudgedRounds {
  rounds: {
    round: string
    corpus: string
    seed: number
    judge: JudgedDifferences['judge']
    judged: { kind: string; right_told: boolean }[]
  }[]
}

/** A round summed up by kind; judgements were made by reading, at the time of the round. */
export function talliedRound({
  round,
  corpus,
  seed,
  judge,
  judged,
}: JudgedRounds['rounds'][number]): JudgedDifferences {
  const kinds = KINDS.map(kind => {
    const drawn = judged.filter(each => each.kind === kind)
    return { kind, right: drawn.filter(each => each.right_told).length, of: drawn.length }
  })
  return { round, corpus, seed, judge, kinds: kinds.filter(({ of }) => of > 0) }
}

/** Form of quality/gold/mentions-judged.json. */
export interface JudgedCells {
  rounds: {
    round: string
    corpus: string
    seed: number
    cells: number
    mentioned: number
    judged: { shown: 'mentioned' | 'absent'; speaks: boolean }[]
  }[]
}

/** A round summed up by what was shown. */
export function talliedCells({
  round,
  corpus,
  cells,
  mentioned,
  judged,
}: JudgedCells['rounds'][number]): JudgedMentions {
  const [shown, silent] = (['mentioned', 'absent'] as const).map(state => {
    const drawn = judged.filter(each => each.shown === state)
    return { speaking: drawn.filter(({ speaks }) => speaks).length, of: drawn.length }
  })
  return {
    corpus,
    round,
    cells,
    mentioned,
    shown: { right: shown!.speaking, of: shown!.of },
    silent: silent!,
  }
}

/** Form of quality/gold/names-judged.json. */
export interface JudgedNameList {
  judged: {
    corpus: string
    old: string
    old_is: keyof NameVerdicts
    new: string
    new_is: keyof NameVerdicts
    /** Not there where the name stayed as it was. */
    better?: 'old' | 'new' | 'same'
  }[]
}

/** The names summed up by draw, in the order they were kept in. */
export function talliedNames({ judged }: JudgedNameList): JudgedNames[] {
  return [...groupBy(judged, ({ corpus }) => corpus)].map(([corpus, names]) => {
    const preferred = (which: 'old' | 'new' | 'same') => names.filter(({ better }) => better === which).length
    return {
      corpus,
      of: names.length,
      before: verdictsOf(names.map(({ old_is }) => old_is)),
      now: verdictsOf(names.map(({ new_is }) => new_is)),
      better: { now: preferred('new'), before: preferred('old'), same: preferred('same') },
    }
  })
}

function verdictsOf(verdicts: (keyof NameVerdicts)[]): NameVerdicts {
  const count = (verdict: keyof NameVerdicts) => verdicts.filter(each => each === verdict).length
  return { good: count('good'), fair: count('fair'), bad: count('bad') }
}
