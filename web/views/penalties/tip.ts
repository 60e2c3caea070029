import { type FineGroup, intervalOf } from '../../../src/penalties/summary.ts'
import { circumstanceOf } from '../../../src/provisions/like.ts'
import type { SitePenalty } from '../../../src/site-types.ts'
import { fineText, groupName, kindName } from '../../charts/fine-words.ts'
import { circumstanceText } from '../../charts/words.ts'
import { language } from '../../reader/settings.ts'
import type { Tip } from '../numbers/tips.ts'

/** What a note says of a sanction that is pointed at; `group` is that of its fine, null of what has no sum. */
export function tipOf(penalty: SitePenalty, group: Pick<FineGroup, 'unit' | 'per'> | null): Tip {
  const { authority, quote, address, per } = penalty
  const sum = group ? fineText(intervalOf(penalty), group, language()) : kindName(penalty.kind, language())
  return {
    value: `${sum}　${circumstanceText(penalty) || groupName({ ...circumstanceOf(penalty), per }, language())}`,
    quoted: { quote, address },
    remark: authority ?? '',
  }
}
