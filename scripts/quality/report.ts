import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { groupBy } from '../../src/group.ts'
import { readGold } from './gold.ts'
import type { judgedOf } from './judged.ts'
import { keptPenalties, PENALTIES_TOLD, type PenaltyRun, penaltyTable } from './penalties.ts'
import type { ReplayedElsewhere } from './replay.ts'
import { partInWords, SHOWN_SCORES } from './score-claims.ts'
import { asFound, type Judgement, type Tally } from './score-judged.ts'
import type { AlignmentReport, AlignmentRun, ClaimsReport, Figure, Scores } from './scores.ts'

type Measured = Scores & ReturnType<typeof judgedOf>

/** All that docs/QUALITY.md is made of, as it is kept in quality/reports and quality/gold. */
export interface Kept {
  measured: Measured
  replays: ReplayedElsewhere[]
  alignment: AlignmentReport
  answers: ClaimsReport
  penalties: PenaltyRun[]
  /** Provisions in texts that were unread when the rules were frozen, as found then. */
  unread: { texts: string; frozen: string; found: Tally }[]
  /** By file of quality/gold, what it says of how it was judged. */
  about: Record<string, string>
}

/** What is kept in the two folders. */
export function keptFigures(gold: string, reports: string): Kept {
  const read = <Shape>(folder: string, name: string, kind: Parameters<typeof readGold>[1]) =>
    readGold<Shape>(join(folder, `${name}.json`), kind)
  const names = readdirSync(gold).flatMap(file => (file.endsWith('.json') ? [file.slice(0, -5)] : []))
  const judgements = names
    .filter(name => name.endsWith('-provisions'))
    .map(name => ({ texts: name.replace(/-provisions$/, ''), ...read<Judgement>(gold, name, 'judgement') }))
  const { groups: sentences } = read<{ groups: { texts: string; frozen: string; asFound: Tally }[] }>(
    gold,
    'unread-sentences',
    'sentences',
  )
  return {
    measured: read<Measured>(reports, 'evaluation', 'evaluation'),
    replays: read<{ replays: ReplayedElsewhere[] }>(reports, 'replay-elsewhere', 'replays').replays,
    alignment: read<AlignmentReport>(reports, 'alignment-report', 'runs'),
    answers: read<ClaimsReport>(reports, 'claims-report', 'answers'),
    penalties: keptPenalties(gold, reports),
    unread: [
      ...judgements.map(({ texts, frozen, ...rest }) => ({
        texts: rest.units ? `${texts} (genre seen, these sentences not)` : texts,
        frozen: frozen.slice(0, 7),
        found: asFound({ frozen, ...rest }),
      })),
      ...sentences.map(({ texts, frozen, asFound }) => ({ texts, frozen, found: asFound })),
    ],
    about: Object.fromEntries(
      names.flatMap(name => {
        const { about } = read<{ about?: string }>(gold, name, 'about')
        return about === undefined ? [] : [[name, about]]
      }),
    ),
  }
}

/** docs/QUALITY.md: what was measured, on which texts, by whom, and whether the rules had seen these texts. */
export function qualityReport(kept: Kept): string {
  const sections = [
    introduction,
    structure,
    provisions,
    statements,
    ({ penalties }: Kept) => [...PENALTIES_TOLD, table(...penaltyTable(penalties, nameOf))],
    counterparts,
    differences,
    mentions,
    names,
    misses,
  ]
  return `${sections.map(section => section(kept).join('\n\n')).join('\n\n')}\n`
}

function introduction(): string[] {
  return [
    '# How good it is',
    'Written by `npm run evaluate -- --write` from `quality/reports` and `quality/gold`: do not edit. The page “方法” ' +
      'shows the same figures for the corpus that comes with the program.',
    'How far a figure can be trusted depends on who judged, and on whether the rules had seen the texts. “The five” are ' +
      'the regulations in `corpus`: they were read while the rules were written, so figures on them say what the program ' +
      'does there, not what it will do elsewhere. What to expect of a new text is best read in the rows on texts that were ' +
      'unread, or left out of fitting.',
  ]
}

function structure({ measured }: Kept): string[] {
  const elsewhere = measured.elsewhere!.filter(({ stage }) => stage === 'structure')
  return [
    '## Structure',
    'Judged against `quality/gold/structure.json`, which was made by reading: every article, chapter, paragraph and item of ' +
      'the five, and what their heads and ends say. Number, text and place in the source must all be right. Seen: the rules ' +
      'were written on these texts.',
    table(
      ['the five', 'right'],
      figuresOf(measured, 'structure').map(({ name, value, of }) => [name, count(value, of)]),
    ),
    'Of other genres only what a program can check: articles numbered without gap, and every character accounted for. Seen: ' +
      '`tests/structure/corpora.test.ts` holds the rules to it, and gives the reason for each text that is odd.',
    table(
      ['texts', 'whole'],
      elsewhere.flatMap(({ texts, figures }) =>
        figures.map(({ value, of }) => [nameOf(texts), count(value, of)]),
      ),
    ),
  ]
}

function provisions({ measured, unread, about }: Kept): string[] {
  const agreed = agreementOf(measured, 'provisions')
  return [
    '## Provisions with numbers',
    'Fully right: value, upper bound, comparator, unit, period and measure all agree with the reader’s record. Precision and ' +
      'recall count what is fully right.',
    `On the five, against \`quality/gold/provisions.json\`; seen. ${agreed
      .map(({ value, of }) => `Two readers, each alone, wrote the same record in ${count(value, of)} cases.`)
      .join(' ')}`,
    table(
      ['the five', 'figure'],
      figuresOf(measured, 'provisions').map(({ name, value, of }) => [
        name,
        of ? count(value, of) : shown(value),
      ]),
    ),
    'In texts that were first read when the rules were frozen (at the commit named), as found then; unseen, but for ' +
      'genres marked as seen, of which sentences were drawn that no case had held. Judged by reading, by one reader.',
    table(
      ['texts', 'frozen at', 'precision', 'found', 'found and fully right'],
      unread.map(({ texts, frozen, found }) => [
        nameOf(texts),
        frozen,
        shareOf(found.right, found.predicted),
        shareOf(found.found, found.expected),
        shareOf(found.right, found.expected),
      ]),
    ),
    ...quoted(about, [
      'business-environment-provisions',
      'company-law-provisions',
      'greening-provisions',
      'civility-provisions',
      'unread-sentences',
    ]),
  ]
}

function counterparts({ measured, alignment }: Kept): string[] {
  const agreed = agreementOf(measured, 'alignment').map(({ name, value }) => `${name} ${shown(value)}`)
  return [
    '## Which article answers which',
    'F1 of pairs of articles. Equivalent: the two answer the same question. All edges: also where one answers only a part of ' +
      `the other. Twin pairs share an ancestor almost word for word and are easy for any method; the others are the hard ` +
      `pairs; pingliang alone has no twin, so its pairs say most of a new document. Two readers, each alone, agree with each other at: ${agreed.join(', ')}.`,
    'On the five, each pair by weights fitted without one of its two documents. The codebook holds pairs and topics that ' +
      'people decided; what it says of the document under test is left out.',
    table(
      ['the five', 'equivalents: precision', 'recall', 'F1', 'all edges: precision', 'recall', 'F1'],
      SETTINGS.flatMap(setting =>
        ['hard pairs', 'twin pairs'].map(pairs => [
          `${setting}, ${pairs}`,
          ...['equivalents', 'all edges'].flatMap(edges =>
            ['precision', 'recall', 'f1'].map(name =>
              shownOf(measured, `${setting}, ${pairs}, ${edges} ${name}`),
            ),
          ),
        ]),
      ),
    ),
    table(
      [
        'F1 of two documents',
        ...SETTINGS.flatMap(setting => [`equivalents, ${setting}`, `all edges, ${setting}`]),
      ],
      pairsOf(measured).map(pair => [
        pair,
        ...SETTINGS.flatMap(setting =>
          ['equivalents', 'all edges'].map(edges => shownOf(measured, `${setting}, ${pair}, ${edges} f1`)),
        ),
      ]),
    ),
    'The model as shipped is fitted on several genres. What it reaches where a document, or a whole genre, was left out of ' +
      'fitting (`quality/reports/alignment-report.txt` has every pair). The gold of the other genres was made by reading, before any output on them was seen; the rules that are not fitted were later mended with ' +
      'some of these texts at hand.',
    table(
      [
        'texts',
        'left out',
        'how',
        'hard pairs: equivalents',
        'all edges',
        'twin pairs: equivalents',
        'all edges',
      ],
      alignment.runs.map(rowOfRun),
    ),
    'Whether probabilities are to be believed: of edges given a probability in each tenth of the scale, the mean that the ' +
      'model gave and the share that is there, whole documents left out.',
    table(
      ['given', 'there', 'edges'],
      measured.reliability!.map(({ said, seen, of }) => [shown(said), shown(seen), String(of)]),
    ),
  ]
}

const SETTINGS = ['no codebook', 'with codebook']

const SURROUNDINGS: Record<AlignmentRun['surroundings'], string> = {
  joint: 'no codebook, all documents together',
  alone: 'no codebook, each two documents alone',
  guided: 'codebook of the other documents',
}

function rowOfRun({ corpus, left, surroundings, hard, twins }: AlignmentRun): string[] {
  const twinFigures = twins ? [shown(twins.equivalents), shown(twins.edges)] : ['', '']
  const hardFigures = [shown(hard.equivalents), shown(hard.edges)]
  return [nameOf(corpus), left, SURROUNDINGS[surroundings], ...hardFigures, ...twinFigures]
}

function statements({ answers }: Kept): string[] {
  const told = answers.runs.filter(({ draw }) => draw !== 'border')
  return [
    '## Does that document say this too',
    'For single statements: does another document say it, wholly or partly, and where (`npx guijian said`). Judged by readers who ' +
      'did not write the rules and saw no answer (`quality/gold/claims-*.json`); those that may be judged either way are left out. ' +
      'The genre under test was left out of fitting and of the counts of words; which features there are, and how strongly weights are ' +
      'held, was chosen by these same figures, so expect a little less of a new genre. A verdict is told only where it is sure; below that a ' +
      'reader is shown the nearest place. “Gold” are the claims handed to the project, “chance” all that were drawn by chance.',
    table(
      ['texts', 'claims', 'asked', ...SHOWN_SCORES.map(([name]) => name)],
      told.map(({ texts, draw, surroundings, scores }) => [
        nameOf(texts === 'seeds' ? 'gold' : texts),
        draw,
        surroundings === 'within' ? 'in its document' : 'as a text alone',
        ...SHOWN_SCORES.map(([, score]) => partInWords(scores[score])),
      ]),
    ),
  ]
}

function differences({ measured, replays, about }: Kept): string[] {
  const rounds = measured.differences!
  const kinds = [...new Set(rounds.flatMap(round => round.kinds.map(({ kind }) => kind)))]
  return [
    '## Typed differences',
    'Drawn with a seed and judged by reading: right, of drawn. Each draw is fresh, but between the rounds the rules were ' +
      'mended after reading other rows of the same texts: expect less of a new genre. Rounds judged blind are stricter than ' +
      'those that the writer of the rules judged, and not to be compared with them.',
    table(
      ['round', 'texts', 'judge', ...kinds, 'all'],
      rounds.map(({ round, corpus, judge, kinds: judged }) => [
        round,
        nameOf(corpus),
        judge === 'blind' ? 'blind' : 'who wrote the rules',
        ...kinds.map(kind =>
          judged
            .filter(each => each.kind === kind)
            .map(rightOf)
            .join(),
        ),
        rightOf({ right: sum(judged.map(({ right }) => right)), of: sum(judged.map(({ of }) => of)) }),
      ]),
    ),
    ...quoted(about, ['differences-judged']),
    'All these rows replayed on the rules of today, each row once; right only if it was judged right every time. A row that ' +
      'was right and is no longer reported is a loss, one that was wrong and is reported still is a debt. A loss need not be ' +
      'a fault: the difference may be reported in other words or as another kind.',
    table(
      ['texts', 'right, reported still', 'wrong, reported still'],
      [{ texts: 'five', figures: figuresOf(measured, 'differences') }, ...replays].map(
        ({ texts, figures }) => [nameOf(texts), ...figures.map(({ value, of }) => count(value, of))],
      ),
    ),
  ]
}

function mentions({ measured, about }: Kept): string[] {
  return [
    '## Mentioned elsewhere',
    'Where a document has no counterpart for a topic, a passage of it may be shown that speaks of the matter. Judged by one ' +
      'reader. Silent: no passage was shown, though the document does speak of it.',
    table(
      ['texts', 'seen', 'shown as mentioned', 'shown and speaks of it', 'silent, yet speaks of it'],
      measured.mentions!.map(({ corpus, round, cells, mentioned, shown, silent }) => [
        corpus,
        round,
        count(mentioned, cells),
        rightOf(shown),
        count(silent.speaking, silent.of),
      ]),
    ),
    ...quoted(about, ['mentions-judged']),
  ]
}

function names({ measured, about }: Kept): string[] {
  return [
    '## Names of topics',
    'Names that the program finds without a codebook, before the rules of names were changed and now, judged blind.',
    table(
      ['texts', 'drawn', 'before: good, fair, bad', 'now: good, fair, bad', 'better: now, before, neither'],
      measured.names!.map(({ corpus, of, before, now, better }) => [
        nameOf(corpus),
        String(of),
        ...[before, now].map(({ good, fair, bad }) => `${good}, ${fair}, ${bad}`),
        `${better.now}, ${better.before}, ${better.same}`,
      ]),
    ),
    ...quoted(about, ['names-judged']),
  ]
}

function misses({ measured, replays }: Kept): string[] {
  const groups = groupBy(measured.misses, miss => miss.replace(/^(differences: \w+|[^:]+).*$/s, '$1'))
  const rows = [...groups].map(([name, list]) => [MISSES[name] ?? name, 'the five', String(list.length)])
  const elsewhere = replays.flatMap(({ texts, misses }) =>
    [...groupBy(misses, miss => miss.replace(/^(differences: \w+).*$/s, '$1'))].map(([name, list]) => [
      MISSES[name] ?? name,
      nameOf(texts),
      String(list.length),
    ]),
  )
  return [
    '## Known misses',
    'Every one stands in a line of its own in `quality/reports/evaluation.json` and `quality/reports/replay-elsewhere.json`; ' +
      '`npm run evaluate` prints them, and the page “方法” leads from each to the text. Changed stretches of the five of which ' +
      'no difference tells are listed in `tests/golden/compare-silence.txt`.',
    table(['what', 'texts', 'misses'], [...rows, ...elsewhere]),
  ]
}

const MISSES: Record<string, string> = {
  'no codebook': 'pairs of articles, no codebook: missed, found in vain, or of the other relation',
  'with codebook': 'the same, with codebook',
  'differences: lost': 'differences judged right, no longer reported',
  'differences: owed': 'differences judged wrong, reported still',
  provisions: 'provisions missed, or read wrongly',
}

const NAMES: Record<string, string> = { gold: 'the five', five: 'the five', 'company-law': 'company law' }

function nameOf(texts: string): string {
  return (
    NAMES[texts] ??
    texts.replace('five regulations', 'the five').replace('business-environment', 'business environment')
  )
}

function quoted(about: Record<string, string>, files: string[]): string[] {
  return files.flatMap(file => (about[file] ? [`> \`quality/gold/${file}.json\`: ${about[file]}`] : []))
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function figuresOf({ figures }: Measured, stage: Figure['stage']): Figure[] {
  return figures.filter(figure => figure.stage === stage)
}

function agreementOf({ agreement }: Measured, stage: Figure['stage']) {
  return agreement!.filter(figure => figure.stage === stage)
}

function shownOf({ figures }: Measured, name: string): string {
  return shown(figures.find(figure => figure.name === name)!.value)
}

/** Documents that were measured two by two, in the order of the figures. */
function pairsOf(measured: Measured): string[] {
  const names = figuresOf(measured, 'alignment').map(({ name }) => name.split(', ')[1]!)
  return [...new Set(names)].filter(name => !name.endsWith('pairs'))
}

function rightOf({ right, of }: { right: number; of: number }): string {
  return count(right, of)
}

function shareOf(part: number, whole: number): string {
  return `${shown(part / whole)} (${count(part, whole)})`
}

function count(value: number, of: number | undefined): string {
  return of === undefined ? String(value) : `${value} of ${of}`
}

/** Shares with three digits, counts as they are. */
function shown(value: number): string {
  return value > 1 ? String(value) : value.toFixed(3)
}

function sum(counts: number[]): number {
  return counts.reduce((total, each) => total + each, 0)
}
