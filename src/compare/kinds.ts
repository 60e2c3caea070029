import type { Bilingual, DifferenceCode, DifferenceKind } from '../types.ts'

/** All kinds of differences, substance first: readers look for changed numbers before changed words. */
export const KINDS: DifferenceKind[] = ['quantity', 'modality', 'actor', 'scope', 'missing', 'wording']

/** What each code of a difference means. */
export const CODES: Record<DifferenceCode, Bilingual> = {
  'other-number': { zh: '数值不同', en: 'another number' },
  'number-alone': { zh: '仅一方有数值', en: 'a number of one side only' },
  'other-modal': { zh: '宽严不同', en: 'stricter or looser' },
  'other-actor': { zh: '某一环节由谁办理不同', en: 'another actor of a step' },
  'other-subject': { zh: '承担者不同', en: 'another who is bound' },
  'actor-alone': { zh: '仅一方写明由谁办理', en: 'an actor of one side only' },
  'other-matter': { zh: '内容、条件、机构或依据不同', en: 'another matter, condition, body or legal basis' },
  'matter-alone': {
    zh: '仅一方写明的内容、条件、机构或依据',
    en: 'a matter, condition, body or legal basis of one side only',
  },
  'government-alone': { zh: '是否包括政府本身', en: 'whether the government itself is meant' },
  'other-clause': { zh: '分句不同', en: 'clauses that are not all the same' },
  'clause-alone': { zh: '仅一方有的分句', en: 'a clause of one side only' },
  'said-otherwise': { zh: '同一处写法不同', en: 'the same place in other words' },
  'said-in-part': { zh: '另一方规定了一部分', en: 'said in part by the other' },
  'said-elsewhere': { zh: '另一方规定在别处', en: 'said by the other in another place' },
  'mostly-other': { zh: '两处文字大部不同', en: 'mostly other words' },
  'not-said': { zh: '另一方全文未见', en: 'nowhere in the other document' },
  'other-words': { zh: '只是措辞不同', en: 'only other words' },
}
