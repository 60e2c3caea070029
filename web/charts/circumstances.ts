import type { AddresseeKind, Circumstance, Stage } from '../../src/provisions/like.ts'
import type { Language } from '../reader/settings.ts'

/** What tells numbers apart that are not compared: whom they are on, and when. */

const ADDRESSEES: Record<AddresseeKind, Record<Language, string>> = {
  doer: { zh: '行为人', en: 'whoever does it' },
  unit: { zh: '单位、经营者', en: 'units and traders' },
  official: { zh: '责任人员', en: 'officials in charge' },
}

const STAGES: Record<Stage, Record<Language, string>> = {
  none: { zh: '直接处罚', en: 'at once' },
  persisting: { zh: '逾期、拒不改正', en: 'if it goes on' },
  grave: { zh: '情节严重、造成后果', en: 'if grave' },
  mild: { zh: '情节轻微', en: 'if slight' },
  other: { zh: '', en: '' },
}

/** How a kind of addressee is called. */
export function addresseeName(kind: AddresseeKind, language: Language): string {
  return ADDRESSEES[kind][language]
}

/** Whom a number is on and when, in words; '' for who does it, at once. */
export function circumstanceNames(circumstance: Circumstance): Record<Language, string> {
  const name = (language: Language) =>
    [
      circumstance.addressee === 'doer' ? '' : ADDRESSEES[circumstance.addressee][language],
      stageName(circumstance, language),
    ]
      .filter(Boolean)
      .join(' · ')
  return { zh: name('zh'), en: name('en') }
}

/** When a number holds: 直接处罚, 逾期、拒不改正; of another condition its words. */
export function stageWords(
  { stage, words }: Pick<Circumstance, 'stage' | 'words'>,
  language: Language,
): string {
  return words || STAGES[stage][language]
}

/** The same; '' for at once. */
export function stageName(circumstance: Pick<Circumstance, 'stage' | 'words'>, language: Language): string {
  return circumstance.stage === 'none' ? '' : stageWords(circumstance, language)
}
