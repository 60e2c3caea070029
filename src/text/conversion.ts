import type { Range } from '../types.ts'
import { LISTED_PLACES } from './thresholds.ts'

/** A word that a machine converted from simplified to traditional script wrongly, and what it should be. */
export interface ConversionFault extends Range {
  found: string
  right: string
}

/**
 * Faults of machine conversion in a text of traditional script, layout taken out. One simplified character stands for
 * several traditional ones; these are the words of official prose in which a converter picks the wrong one.
 * Folding heals them all, so no rule depends on this: it is there for readers of the source's own script.
 */
export function conversionFaults(text: string): ConversionFault[] {
  return [...text.matchAll(FAULTY)].flatMap(({ 0: found, index: from }) =>
    isOfTwoWords(text, from, found) ? [] : [{ from, to: from + found.length, found, right: FAULTS[found]! }],
  )
}

/** Whether what is found is the end of one word and the beginning of another, both written rightly: 氣體製造, 標準予以. */
function isOfTwoWords(text: string, from: number, found: string): boolean {
  const { before = '', after = '' } = NEIGHBOURS[found] ?? {}
  const [last, next] = [text[from - 1], text[from + found.length]]
  return (last !== undefined && before.includes(last)) || (next !== undefined && after.includes(next))
}

const FAULTS: Record<string, string> = {
  準入: '准入',
  準許: '准許',
  準予: '准予',
  批準: '批准',
  核準: '核准',
  審籤: '審簽',
  核籤: '核簽',
  會籤: '會簽',
  籤發: '簽發',
  籤署: '簽署',
  籤訂: '簽訂',
  籤字: '簽字',
  籤名: '簽名',
  籤批: '簽批',
  迴應: '回應',
  迴復: '回覆',
  複議: '復議',
  恢複: '恢復',
  反複: '反覆',
  答複: '答覆',
  批複: '批覆',
  回複: '回覆',
  修複: '修復',
  人蔘加: '人參加',
  人蔘與: '人參與',
  乾部: '幹部',
  乾擾: '干擾',
  乾預: '干預',
  若乾: '若干',
  公裡: '公里',
  裡程: '里程',
  髮展: '發展',
  髮生: '發生',
  髮布: '發布',
  係統: '系統',
  聯係: '聯繫',
  關繫: '關係',
  製度: '制度',
  製定: '制定',
  控製: '控制',
  體製: '體制',
  機製: '機制',
  限製: '限制',
  編製委員會: '編制委員會',
  佔卜: '占卜',
  麵積: '面積',
  方麵: '方面',
  全麵: '全面',
  千裡: '千里',
  齣席: '出席',
  齣差: '出差',
  隻有: '只有',
  鬆花江: '松花江',
  嚮上: '向上',
  捲宗: '卷宗',
}

interface Neighbours {
  /** Characters that make a word of their own with the first of the fault. */
  before?: string
  /** … and with the last. */
  after?: string
}

/** The same neighbours for each of several faults. */
const each = (faults: string[], neighbours: Neighbours) =>
  Object.fromEntries(faults.map(fault => [fault, neighbours]))

/** Beside which characters a fault is none, for it is the border of two words. */
const NEIGHBOURS: Record<string, Neighbours> = {
  ...each(['準入', '準許', '準予'], { before: '標基水瞄' }),
  ...each(['籤發', '籤署', '籤訂', '籤字', '籤名', '籤批'], { before: '標抽書' }),
  ...each(['迴應', '迴復'], { before: '巡輪' }),
  複議: { before: '重繁' },
  ...each(['批複', '回複', '修複'], { after: '製印雜核審查' }),
  人蔘加: { after: '工熱入' },
  ...each(['乾部', '乾擾', '乾預'], { before: '餅曬風烘晾擦葡豆' }),
  若乾: { after: '燥淨旱糧' },
  裡程: { before: '這那哪城家' },
  ...each(['髮展', '髮生', '髮布'], { before: '頭理毛美染燙假' }),
  係統: { before: '關' },
  關繫: { after: '於' },
  ...each(['製度', '製定'], { before: '複印縫繪泡壓仿攝釀' }),
  ...each(['控製', '機製', '限製'], { after: '造藥冷品氧糖革漿' }),
  體製: { before: '氣液固流導晶載', after: '造藥冷品氧糖革漿備' },
  麵積: { before: '泡湯拉' },
  ...each(['方麵', '全麵'], { after: '粉包條食' }),
  隻有: { before: '犬船艦貓牛羊豬馬禽一二三四五六七八九十兩數每幾這那' },
  鬆花江: { before: '放' },
}

const FAULTY = new RegExp(Object.keys(FAULTS).join('|'), 'g')

/**
 * Words that the text writes in two ways though both fold to one (制發 and 製發): the rarer form of each, with the
 * other as `right`. `folded` has the same length as `text`; both without layout.
 */
export function unevenConversions(text: string, folded: string): ConversionFault[] {
  const forms = new Map<string, Map<string, number[]>>()
  for (let at = 0; at + 2 <= text.length; at++) {
    const found = text.slice(at, at + 2)
    const word = folded.slice(at, at + 2)
    if (found === word || !/^[\u4e00-\u9fff]{2}$/.test(word)) continue
    if (isOfTwoWords(text, at, found)) continue
    const known = forms.get(word) ?? new Map<string, number[]>()
    forms.set(word, known.set(found, [...(known.get(found) ?? []).slice(0, LISTED_PLACES), at]))
  }
  return [...forms.values()].filter(known => known.size > 1).flatMap(rarerForms)
}

function rarerForms(known: Map<string, number[]>): ConversionFault[] {
  const [common, ...rarer] = [...known].sort(([, a], [, b]) => b.length - a.length || a[0]! - b[0]!)
  return rarer.flatMap(([found, places]) =>
    places.map(from => ({ from, to: from + found.length, found, right: common![0] })),
  )
}
