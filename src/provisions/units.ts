import { CURRENCIES } from '../lexicon/currencies.ts'

/**
 * What can be counted or measured, with the guards that keep a unit from being the first character of another word
 * (日 of 日常, 人 of 人民). `unit` is the canonical unit of the record, `factor` turns the written number into it.
 */

export type Kind =
  | 'money'
  | 'people'
  | 'times'
  | 'count'
  | 'time'
  | 'text'
  | 'percent'
  | 'fraction'
  | 'multiple'
  | 'length'
  | 'area'
  | 'volume'
  | 'weight'
  | 'sound'
  | 'speed'
  | 'temperature'
  | 'age'
  | 'points'
  | 'clock'
  | 'calendar'

export interface UnitOfMeasure {
  kind: Kind
  unit: string
  factor: number
}

interface WrittenUnit extends UnitOfMeasure {
  /** How it is written after the numeral, as a pattern source. */
  pattern: string
}

const row = (pattern: string, kind: Kind, unit: string, factor = 1): WrittenUnit => ({
  pattern,
  kind,
  unit,
  factor,
})

/** In order: the longer writing before the shorter one that begins it. */
const UNITS: WrittenUnit[] = [
  row('个?工作日', 'time', '工作日'),
  row('个?小时', 'time', '小时'),
  row('(?:个)?(?:学时|课时)', 'time', '学时'),
  row('分钟', 'time', '分钟'),
  row('秒钟?', 'time', '秒'),
  row('个?(?:自然日|日历日)', 'time', '日'),
  row('个?季度', 'time', '季度'),
  row('个?学期', 'time', '学期'),
  row('个?学年', 'time', '年'),
  row('个自然年度?', 'time', '年'),
  row('个?星期', 'time', '周'),
  row('周岁', 'age', '周岁'),
  row('岁', 'age', '岁'),
  row('个月', 'time', '月'),
  row('个百分点|百分点', 'percent', '百分点'),
  row('%', 'percent', '%'),
  row('‰', 'percent', '‰'),
  row('人次', 'count', '人次'),
  row('(?:人民币)?(?:万元|万圆)', 'money', '元', 1e4),
  row('亿元', 'money', '元', 1e8),
  ...CURRENCIES.map(({ word, names }) => row(names, 'money', word)),
  row('元(?![旦化素件宵首月])(?:人民币)?', 'money', '元'),
  row('圆(?![满形圈弧柱心环润规桌])(?:人民币)?', 'money', '元'),
  row('平方公里|平方千米', 'area', '平方公里'),
  row('平方米|㎡|m²|平米', 'area', '平方米'),
  row('公顷', 'area', '公顷'),
  row('亩', 'area', '亩'),
  row('立方米|m³', 'volume', '立方米'),
  row('毫升', 'volume', '毫升'),
  row('升(?![级降学任入旗高])', 'volume', '升'),
  row('公里/小时|千米/小时|km/h', 'speed', '公里/小时'),
  row('公里|千米|km', 'length', '公里'),
  row('厘米|公分|cm', 'length', '厘米'),
  row('毫米|mm', 'length', '毫米'),
  row('海里', 'length', '海里'),
  row('米(?![粉饭])|m(?![a-z²³])', 'length', '米'),
  row('吨', 'weight', '吨'),
  row('千克|公斤|kg', 'weight', '千克'),
  row('毫克|mg', 'weight', '毫克'),
  row('克(?![服制隆])', 'weight', '克'),
  row('分贝|dB', 'sound', '分贝'),
  row('摄氏度|℃', 'temperature', '摄氏度'),
  row('倍', 'multiple', '倍'),
  row('成(?=以上|以下|以内|左右|[，。；]|$)', 'percent', '%', 10),
  row('个字|字(?![号样体迹典段面幕节母])', 'text', '字'),
  row('页', 'text', '页'),
  row('次(?![性日年要序级区月数长])', 'times', '次'),
  row('个?工日', 'count', '工日'),
  row('个人(?![信所独财账隐申名素经身自])', 'people', '人'),
  row('人(?![民均大员口才类工事格身力体行])', 'people', '人'),
  row('名(?![木称单录牌义胜优额册校字])', 'people', '名'),
  row('位(?![置于数居])', 'people', '位'),
  row('天(?![然津气桥空窗])', 'time', '天'),
  row('日(?![常益用])', 'time', '日'),
  row('周(?![年边围末一二三四五六日刊])', 'time', '周'),
  row('年(?![度龄级均终初末底检审报月代轻限会])', 'time', '年'),
  row('分(?![之管别公支局钟类开工级配会析为歧布期包])', 'points', '分'),
  row('个(?![人体性别案股体])', 'count', '个'),
  row(
    '件|项|条|只|株|棵|处(?![罚理分置以])|家(?![庭长乡属畜具])|辆|份|种(?![植类养子])|类|篇|张|台|套|间(?![距隔断接])|户(?![外口籍])|所(?![有在属需])|座|层|票|批(?![准评发复])|轮|起(?![草诉])|例(?![外行])|艘|头|盏|根(?![据本])|排(?![放水污])|幢|栋|场|堂|组(?![织成])|部(?![门分署])|事(?![项业故实务先前后])|级(?![别以])|期(?![限间末满内待货刊])|科(?![学技目普教室研])|届(?![次满会中全人])',
    'count',
    '',
  ),
]

const ANY = new RegExp(UNITS.map(({ pattern }, index) => `(?<u${index}>${pattern})`).join('|'), 'y')

/** The unit written exactly at `at`, and where it ends; null where none stands there. */
export function unitAt(text: string, at: number): (UnitOfMeasure & { end: number }) | null {
  ANY.lastIndex = at
  const match = ANY.exec(text)
  if (!match) return null
  const index = UNITS.findIndex((_, position) => match.groups![`u${position}`] !== undefined)
  const { kind, unit, factor } = UNITS[index]!
  return { kind, unit: unit || match[0], factor, end: at + match[0].length }
}
