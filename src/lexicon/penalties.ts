// Words of penalties that rules of numbers look for, as parts of patterns over folded text.

/** Money taken for a breach: 罚锾 is the word for it in Taiwan, 罚金 that of criminal law. */
export const FINE = '罚(?:款|锾|金)'

/** Freedom taken for a breach, counted in days, months or years. */
export const DETENTION = '(?:行政)?拘留|有期徒刑|拘役|管制(?=[，。；、或]|$)'

/** What an authority does to who breaks a rule, as a part of a pattern. */
export const PUNISHING = [
  `处[^，]{0,30}${FINE}`,
  DETENTION,
  '责令(?!制度)|没收|吊销|(?:给予|予以|处以?)[^，]{0,10}(?:警告|处分|处罚|通报批评)|警告$',
  '(?:不予|免予|从轻|减轻|从重)[^，]{0,8}处罚',
  '追究[^，]{0,14}责任|依法(?:予以)?处(?:理|罚|分)$',
].join('|')

/** What who breaks a rule has to bear, as a part of a pattern. */
export const LIABLE = '(?:承担|负)[^，]{0,8}(?:法律|民事|刑事|行政|赔偿|违约|侵权|相应)的?责任'

/**
 * Words of each kind of sanction, as parts of patterns. An order to correct is what the rules of penalties call 责令改正 and its like;
 * 责令停产停业 is a penalty of its own (行政处罚法 9), and of a post 警告 is a 处分.
 */
export const SANCTION_WORDS = {
  fine: `${FINE}(?!数额|金额的|收缴|决定)`,
  warning: '警告(?![后标、]|[^，]{0,12}处分)|警告(?=、通报批评)|(?:通报)批评(?!教育)',
  confiscation: '没收',
  detention: DETENTION,
  'licence-revocation':
    '吊销|(?:撤销|取消|注销|收回)[^，]{0,20}(?:证|许可|资格|资质|登记)|降低[^，]{0,6}资质',
  'take-away': '扣留|暂扣|扣押|收缴|收容|拖移|拖离|查封|(?:强制)?带离',
  'order-to-correct':
    '责令(?!停产|停业|关闭|公开道歉|辞职|制度|其?赔偿)|(?:通知|督促)[^，]{0,10}(?:改正|整改|清除|清理|拆除|恢复|退还)|限期(?:改正|整改|清除|清理|拆除|恢复|退还|补)',
  other:
    '责令(?:停产|停业|关闭|公开道歉|辞职|其?赔偿)|处分|(?:行政|治安管理)?处罚|追究[^，]{0,14}责任|(?:承担|负)[^，]{0,10}责任|赔偿(?!费|金|数额)|' +
    '(?:依法|规定|予以|给予|进行|法律|法规)处(?:理|置)|代为[^，]{2,10}|代履行|强制(?:拆除|清除|执行|清理|报废)|约谈|停止[^，]{0,4}活动',
} as const

/** What makes a penalty milder or heavier, or leaves it out: no sanction by itself. Part of a pattern. */
export const MERCY = '(?:不予|免予|免于|从轻|减轻|从重)[^，]{0,14}(?:处罚|处理|处分|责任)|(?:从轻|减轻|从重)$'

/** Names of the units that a breach may be of, as parts of a pattern: 违反本条例第二十条第一项规定. */
export const BREACHED =
  '(?:违反|有|实施|未履行|不履行|不遵守)了?(?:上述|(?:以下|下列)(?=第)|前[^，的]{0,4}款|前条|本[条款]|本(?:条例|办法|规定|规则|细则|规程|法)|第[^，的]{1,20}?[条款项])[^，的]*?(?:的?规定(?:的?(?:行为|情形|义务))?|行为|情形|义务)(?:之一)?'
