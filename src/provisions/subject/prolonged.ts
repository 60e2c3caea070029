import { MODAL } from '../../lexicon/modality.ts'
import { CHINESE_NUMERAL } from '../../lexicon/numerals.ts'
import { isBare, matterOf } from './matter.ts'
import { compose, nounPhrase } from './noun-phrase.ts'
import type { Setting } from './setting.ts'

/**
 * What is prolonged: 临时占用期限不得超过两年。确需延长的，延长期限|不得超过一年 → 临时占用延长期限; 二十日内作出决定；可以延长|十日 → 作出决定的延长. Null where the name is no
 * prolongation, or the words before name nothing with a limit.
 */
export function prolonged(name: string, setting: Setting): string | null {
  const { ahead, earlier } = setting
  if (!/^再?延(?:长|期)/.test(name)) return null
  const limit = DUE.exec(earlier + ahead)
  const due = limit?.[1]?.replace(/^予以/, '')
  const what =
    /延长([^，。；]{4,30})的，[^，]*$/.exec(ahead)?.[1] ?? LIMITED.exec(earlier + ahead)?.[1] ?? due
  const of = what && nounPhrase(what).replace(/的?(?:期限|时间)?$/, '')
  if (!of || /^再?延/.test(of)) return null
  const more = name === '延长' ? '的延长' : name
  if (of !== due || !isBare(of)) return of + more
  const whole = setting.earlier + setting.ahead
  const at = whole.indexOf(of, limit!.index)
  const start = Math.max(whole.lastIndexOf('。', at), whole.lastIndexOf('；', at)) + 1
  const matter = matterOf({
    ...setting,
    earlier: whole.slice(0, start),
    ahead: whole.slice(start, at).replace(DUE_IN, ''),
  })
  if (matter?.kind === 'fronted') return matter.words + of + more
  return matter?.kind === 'thing' ? compose(matter.words, of + more) : of + more
}
const LIMITED = new RegExp(
  String.raw`^.*(?:^|[，。；])([^，。；]{4,30}?)(?:最[长短])?(?:一般)?(?:不(?:得|应)?超过|为)[\d${CHINESE_NUMERAL}]+个?[年月日天]`,
)
const DUE_IN = new RegExp(`(?:${MODAL})?[在自于][^，]*内$`)
// 二十日内作出决定；情况复杂的，可以延长|十日
const DUE = /(?:[日月年天]|[期时]限)内((?!不)[^，。；]{2,20}?)的?[，。；]/
