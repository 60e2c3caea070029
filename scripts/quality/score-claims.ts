import { articleAddressOf, paragraphAddressOf } from '../../src/structure/address.ts'
import type { Claim } from './claims.ts'

/** What was told of a claim; `where` with the best address first. */
export interface Verdict {
  said: 'yes' | 'partly' | 'no'
  sure: boolean
  where: string[]
  /** That the document says it, wholly or partly. */
  probability: number
}

/** How many of how many. */
export interface Part {
  of: number
  are: number
}

/** Said or partly against no; all but `close` without the claims that may be judged either way. */
export interface ClaimScores {
  right: Part
  /** Of those told as not found, and of those told as said, the false ones. */
  notFoundFalse: Part
  saidFalse: Part
  /** Of those truly absent, the ones that were found to be. */
  absentFound: Part
  /** Of those rightly told as said, the ones whose paragraph is among the first three places, and those told rightly as whole or part. */
  placeRight: Part
  wholeRight: Part
  /** Of all, those told as a verdict; of them the right ones; of the verdicts of absence the false ones. */
  sure: Part
  sureRight: Part
  sureNotFoundFalse: Part
  /** Right ones of those that may be judged either way. */
  close: Part
  /** Mean logarithmic loss of the probabilities. */
  loss: number
}

/** Scores verdicts against what careful readers found (gold/README.md, "Second round"). */
export function scoreClaims(judged: { claim: Claim; verdict: Verdict }[]): ClaimScores {
  const all = judged.map(({ claim, verdict }) => ({
    claim,
    verdict,
    said: claim.said !== 'no',
    told: verdict.said !== 'no',
  }))
  type Each = (typeof all)[number]
  const part = (of: Each[], is: (each: Each) => boolean): Part => ({
    of: of.length,
    are: of.filter(is).length,
  })
  const isRight = ({ said, told }: Each) => said === told
  const clear = all.filter(({ claim }) => !isArguable(claim))
  const sure = clear.filter(({ verdict }) => verdict.sure)
  const both = clear.filter(({ said, told }) => said && told)
  const losses = clear.map(
    ({ said, verdict: { probability } }) => -Math.log(Math.max(1e-9, said ? probability : 1 - probability)),
  )
  return {
    right: part(clear, isRight),
    notFoundFalse: part(
      clear.filter(({ told }) => !told),
      ({ said }) => said,
    ),
    saidFalse: part(
      clear.filter(({ told }) => told),
      ({ said }) => !said,
    ),
    absentFound: part(
      clear.filter(({ said }) => !said),
      ({ told }) => !told,
    ),
    placeRight: part(both, isPlaced),
    wholeRight: part(both, ({ claim, verdict }) => claim.said === verdict.said),
    sure: part(clear, ({ verdict }) => verdict.sure),
    sureRight: part(sure, isRight),
    sureNotFoundFalse: part(
      sure.filter(({ told }) => !told),
      ({ said }) => said,
    ),
    close: part(
      all.filter(({ claim }) => isArguable(claim)),
      isRight,
    ),
    loss: losses.reduce((sum, each) => sum + each, 0) / Math.max(1, losses.length),
  }
}

function isPlaced({ claim, verdict }: { claim: Claim; verdict: Verdict }): boolean {
  return verdict.where
    .slice(0, 3)
    .some(told =>
      claim.where.some(
        named => paragraphAddressOf(told) === paragraphAddressOf(named) || told === articleAddressOf(named),
      ),
    )
}

/** Whether careful readers may judge the claim either way. */
export function isArguable({ note }: Pick<Claim, 'note'>): boolean {
  return /arguable|close/.test(note)
}

/** The scores in one line. */
export function claimScoresLine(scores: ClaimScores): string {
  const figures: [string, Part][] = [
    ['right', scores.right],
    ['absent found', scores.absentFound],
    ['not found, false', scores.notFoundFalse],
    ['said, false', scores.saidFalse],
    ['place', scores.placeRight],
    ['whole', scores.wholeRight],
    ['sure', scores.sure],
    ['sure right', scores.sureRight],
    ['sure not found, false', scores.sureNotFoundFalse],
    ['close', scores.close],
  ]
  const told = figures.map(
    ([name, part]) => `${name} ${(part.are / Math.max(1, part.of)).toFixed(3)} (${part.are}/${part.of})`,
  )
  return [...told, `loss ${scores.loss.toFixed(3)}`].join('  ')
}

/** The scores that a reader is shown, with their names. */
export const SHOWN_SCORES: [name: string, score: Exclude<keyof ClaimScores, 'loss'>][] = [
  ['right', 'right'],
  ['absent found', 'absentFound'],
  ['place right', 'placeRight'],
  ['sure', 'sure'],
  ['sure and right', 'sureRight'],
  ['sure “not found”, false', 'sureNotFoundFalse'],
]

/** A part in words: 0.861 (180 of 209); empty where there is nothing. */
export function partInWords({ are, of }: Part): string {
  return of === 0 ? '' : `${(are / of).toFixed(3)} (${are} of ${of})`
}
