import type { DifferenceCode, DifferenceKind } from '../types.ts'

/** All kinds of differences, substance first: readers look for changed numbers before changed words. */
export const KINDS: DifferenceKind[] = ['quantity', 'modality', 'actor', 'scope', 'missing', 'wording']

/** What each code of a difference means, in Chinese. */
export const CODES: Record<DifferenceCode, string> = {
  'other-number': '数值不同',
  'number-alone': '仅一方有数值',
  'other-modal': '宽严不同',
  'other-actor': '某一环节由谁办理不同',
  'other-subject': '承担者不同',
  'actor-alone': '仅一方写明由谁办理',
  'other-matter': '内容、条件、机构或依据不同',
  'matter-alone': '仅一方写明的内容、条件、机构或依据',
  'government-alone': '是否包括政府本身',
  'other-clause': '分句不同',
  'clause-alone': '仅一方有的分句',
  'said-otherwise': '同一处写法不同',
  'said-in-part': '另一方规定了一部分',
  'said-elsewhere': '另一方规定在别处',
  'mostly-other': '两处文字大部不同',
  'not-said': '另一方全文未见',
  'other-words': '只是措辞不同',
}
