import { functionWords } from '../../lexicon/function-words.ts'
import { FORBIDDING, MODAL } from '../../lexicon/modality.ts'
import { CHINESE_NUMERAL } from '../../lexicon/numerals.ts'
import { lastClause } from '../place.ts'
import { BOUND_WORDS, behindOtherBound, isTopic, nounPhrase, subjectPart } from './noun-phrase.ts'
import { itself, type Own, ofTopic, type Setting } from './setting.ts'
import { partBehind } from './share.ts'

/** Words that name a measured quality, as part of a pattern, for each kind of size. */
const QUALITY = {
  rate: '率|比例|比重|比率',
  length: '宽度|高度|厚度|深度|长度|距离|间距|半径|胸径',
  area: '面积',
  age: '树龄|年龄',
  sound: '限值|噪声',
}

const ANY = Object.values(QUALITY).join('|')

/**
 * Whose size it is and what of it is measured: 绿地率不低于30%. A quality alone (绿地率) takes its owner from the clauses before, a
 * thing alone (组团) its quality from the words that introduce it, a dimension before a thing (胸径…的树木) the thing.
 */
export function measured(kind: keyof typeof QUALITY): (setting: Setting) => Own {
  return setting => (kind === 'length' && doneWithin(setting)) || sizeOf(setting, QUALITY[kind])
}

// 中小学校园周围|二百米范围内|设立歌舞厅: the place and what is done there.
function doneWithin({ before, quote, beyond }: Setting): Own | null {
  if (!/内$/.test(quote) || /半径/.test(quote) || (/^的/.test(beyond) && !/^距|范围内$/.test(quote)))
    return null
  const place = nounPhrase(lastClause(before).replace(FORBIDDEN, '').replace(/^在/, ''))
  const rest = beyond
    .replace(/^，/, '')
    .replace(OTHER_DISTANCE, '')
    .replace(/的(?:$|，.*$)/, '')
  const done =
    rest.slice(0, LONG_ACT).length < rest.length ? /^.*(?=[，、])/.exec(rest.slice(0, LONG_ACT))?.[0] : rest
  return place.length >= 2 && done
    ? itself(`${place}${quote.endsWith('范围内') ? '范围内' : ''}${done}`)
    : null
}
const FORBIDDEN = new RegExp(`(?:${FORBIDDING}|擅自)+在?`)
const OTHER_DISTANCE = new RegExp(`，[^，]*[0-9${CHINESE_NUMERAL}]米.*$`) // …内行驶，三轮车在…二点二米内行驶
const LONG_ACT = 60

function sizeOf(setting: Setting, quality: string): Own {
  const halved = /^减半/.test(setting.quote) && /^[^，。；]{2,20}/.exec(setting.beyond)?.[0]
  if (halved) return itself(nounPhrase(halved))
  const part = quality === QUALITY.rate ? partBehind(setting) : null
  if (part) return part
  const named = lastClause(setting.ahead + withoutBound(setting)).replace(LED_IN, '')
  const clause = behindOtherBound(named.replace(/^.*（(?=[^）]*$)/, ''))
  const name = nounPhrase(quality === QUALITY.rate ? clause.replace(REACHES, '') : clause).replace(
    /可以再?(?=降低|提高|增加|减少)/,
    '',
  )
  if (OF_IT.test(clause.replace(/^.*是指/, ''))) return isConditional(setting) ? itself(name) : ofTopic(name)
  const thing = thingAfter(setting)
  const owed = MODAL_FIRST.test(name) && !thing ? name.replace(MODAL_FIRST, '') : ''
  if (owed.length >= 2) return ofTopic(owed) // 应当与前车保持一百米以上的距离
  if (/^(?:与|距)../.test(name)) return { name, whose: 'nearest' } // 敷设管线，距离树干外缘不得少于一米
  if (SIZE.test(name)) return sized(name, thing, setting)
  if (thing && PUTS.test(clause)) return itself(thing)
  if (thing && quality !== QUALITY.rate && name.length >= 2) return itself(`${name}的${thing}`)
  const object = objectOf(setting)
  if (object && /均$|每[^，]{1,3}$/.test(name))
    return itself(ownerAhead(setting.ahead) + name.replace(/按照?/, '') + object)
  if (name.length >= 2) return itself(inPlaceOf(name, attributeOf(setting, quality) || object))
  return unnamed(setting, quality)
}
const REACHES = /(?<=..)(?:达到|超过|不足|低于|高于|多于)[^，]*$/ // 绿化面积达到总面积|百分之五十以上的
const LED_IN = new RegExp(
  `^(?:不得|禁止)?(?:擅自)?在|^${functionWords('经由')}|(?:一般|应当?)?(?:掌握|控制|保持|维持)在.*$`,
)
const MODAL_FIRST = new RegExp(`^(?:${MODAL})+`)
const OF_IT = new RegExp(`^${functionWords('其')}`)
const SIZE =
  /(?:率|比例|比重|比率|年龄|面积|宽度|高度|厚度|深度|长度|距离|胸径|半径|树龄|指标|间距|限值|宽|高|长|降低|提高|增加|减少|幅度?)$/
const PUTS = new RegExp(
  `(?:使用|用|规划|预留|设[置立]|建设|于|已建成|建成|建筑|[栽种]植|修建|铺设|配[置建])[^，。；]{0,8}$|^(?:${MODAL})`,
)

const isConditional = ({ ahead }: Setting): boolean => /的，[^，]*$/.test(ahead)

function sized(name: string, thing: string | null, setting: Setting): Own {
  const isShort = name.length <= 2
  if (isShort && /是指/.test(setting.ahead)) return { name, whose: 'nearest' }
  const dimension = DIMENSION.exec(name)?.[1]
  if (thing && dimension) return itself(thing + (COMPOUND.test(name) ? name : dimension))
  const owner = partsOf(name).owner === '' ? ownerAhead(setting.ahead) : ''
  if (owner !== '' && !name.startsWith(owner.slice(0, 2))) return itself(owner + name)
  return isShort ? { name, whose: 'nearest' } : itself(name)
}
const DIMENSION = /(宽度|高度|厚度|深度|长度|胸径|树龄|面积)$/
const COMPOUND = /^(?![^的][市县区城镇乡村])[^的]{4}$/

// What the number qualifies: 胸径十厘米以上的|树木, （胸径二十厘米以上|落叶乔木）; null where the clause ends there or acts.
function thingAfter({ quote, before, ahead, after, beyond }: Setting): string | null {
  const bound = quote.slice(before.length - ahead.length, quote.length - (after.length - beyond.length))
  const rest = after.replace(/^(?:或者?|且|并)[^，。；、的]{2,20}(?=的)/, '')
  const begun = (/^的/.test(rest) ? rest.slice(1) : /以[上下内]$/.test(bound) ? rest : '').replace(BUILT, '')
  const words = /^[^，。；：、（）的]{2,20}/.exec(begun)?.[0] ?? ''
  if (NO_THING.test(words)) return null
  const thing = words.slice(0, words.search(END_OF_THING) < 0 ? undefined : words.search(END_OF_THING))
  const { owner, quality } = partsOf(thing)
  const whole = SIZE.test(thing) && quality !== '' ? owner : thing
  return whole.length >= 2 && whole.length <= 12 ? whole : null
}
const BUILT = /^(?:[新改扩迁]建、?)+(?=[^，。；、]{2})/
const NO_THING = new RegExp(`^(?:[0-9${CHINESE_NUMERAL}]|部分|[按报经前后内外时]|标准|范围|半径|距离)`)
const END_OF_THING = new RegExp(
  `(?:[0-9${CHINESE_NUMERAL}]+(?:米|平方|公里|亩)|${MODAL}|不|优先|用于|作为|[纳列]入|实行|进行|每|按|计算|牵领|建立|时$|${functionWords('由以为报经和及或且与在')})`,
)

interface Parts {
  owner: string
  quality: string
}

/** 城市建成区的绿地率 → 城市建成区的, 绿地率; 园林景观路绿地率 → 园林景观路, 绿地率; no owner where only a quality is named. */
function partsOf(name: string): Parts {
  const owner =
    (/^.+(?:的|）)(?=[^的）]{2,}$)/.exec(name) ?? /^.+(?=[人生户]均)/.exec(name) ?? OWNER.exec(name))?.[0] ??
    ''
  return PER_HEAD.test(name) ? { owner: '', quality: name } : { owner, quality: name.slice(owner.length) }
}
const PER_HEAD = /^[人生户]均/
const OWNER =
  /^.*(?:[区县镇村园路道]|项目|工程|单位|企业|用地|建筑|设施|场所|学校|医院|机构|两侧|周边|沿岸)(?=(?!用地)[^的]{2,}$)/

// The owner in the clauses before: 新建居住区，|绿地率, 城市建成区的绿地率不低于35%，|绿化覆盖率.
function ownerAhead(ahead: string): string {
  const clauses = ahead
    .split(/[，：]/)
    .slice(0, -1)
    .reverse()
  for (const clause of clauses) {
    const isBound = BOUND_WORDS.test(clause)
    const phrase = isBound
      ? nounPhrase(clause.replace(FROM_BOUND, '').replace(FROM_MODAL, ''))
      : nounPhrase(clause)
    const owner = SIZE.test(phrase) || /[人户]均/.test(phrase) ? partsOf(phrase).owner : phrase
    if (owner !== '' && (isBound || isTopicClause(clause))) return owner
  }
  return ''
}
const FROM_MODAL = new RegExp(`(?:${MODAL}).*$`)
const FROM_BOUND =
  /(?:应当?|必须|须)?(?:占|不(?:得|应|能|宜)?(?:低于|少于|小于|超过|大于|高于)|达到?|至少).*$/

function isTopicClause(clause: string): boolean {
  const phrase = nounPhrase(clause)
  return phrase === subjectPart(clause) && isTopic(phrase) && !NO_OWNER.test(clause)
}
const NO_OWNER = new RegExp(
  `${MODAL}|[的时后中]$|[${CHINESE_NUMERAL}0-9][\u4e00-\u9fff]$|^(?:编制|制定|组织|开展|进行|加强|实施|申请|办理|但|并|且|${functionWords('在经对')})`,
)

// 昼间 and 夜间施工噪声 → 昼间施工噪声
function inPlaceOf(name: string, attribute: string): string {
  const isAnother = name.length === 2 && attribute[1] === name[1] && attribute.length > 3
  return name + (isAnother ? attribute.slice(2) : attribute)
}

/** The quality that a thing alone shares with the words before: of its sentence, of the words that introduce it. */
function attributeOf({ ahead, lead }: Setting, quality: string): string {
  const inSentence = ahead.slice(0, Math.max(ahead.lastIndexOf('，'), ahead.lastIndexOf('：'), 0))
  return qualityIn(inSentence, quality) || qualityIn(lead, quality) || qualityIn(lead, ANY)
}

// 居住区人均公园绿地面积分别达到… → 人均公园绿地面积; 附属绿地面积占建设项目用地总面积的比例 whole; 防护绿地的宽度, since a width alone says too little.
function qualityIn(text: string, quality: string): string {
  const named = new RegExp(`^.*?(?:${quality})(?=应|要|必须|不|按|达|符|指|分别|一般|标准|$)`)
  const share = /^.*?面积占[^，]*的?比[例率重](?=应|要|必须|不|按|达|符|$)/
  const found = text
    .split(/[，。；：]/)
    .map(clause => (share.exec(clause) ?? named.exec(clause))?.[0])
    .findLast(phrase => phrase !== undefined)
  if (!found) return ''
  const whole = nounPhrase(found)
  const [of, base] = whole.split(/(?=占)/, 2)
  const own = partsOf(of!).quality
  return (own.length <= 2 ? of! : own) + (base ?? '')
}

// …按照下列标准建设公共绿地：, 人均…的标准建设公共绿地: what is to have the size.
function objectOf({ lead, after }: Setting): string {
  return (/^[^，。；]*的标准/.exec(after) ? MADE.exec(after) : MADE.exec(lead))?.[1] ?? ''
}
const MADE =
  /(?:标准|规定|要求|指标|比例)(?:计算|建设|设置|规划|控制|配置|配建|配套|预留)([^，。；：的]{2,12})(?=[，。；：]|$)/

// 城市道路的绿化覆盖率，红线宽度大于四十五米的，|不低于…: the sentence's own topic, else the condition.
function unnamed(setting: Setting, quality: string): Own {
  const sentence = setting.earlier.slice(setting.earlier.lastIndexOf('。') + 1) + setting.ahead
  const topic = sentence
    .split(/[，；：]/)
    .map(nounPhrase)
    .findLast(phrase => new RegExp(`(?:${quality})$`).test(phrase))
  const last = setting.ahead.split('，').at(-2) ?? ''
  if (/^[^，]*，[但且并]?$/.test(setting.ahead) && WHOLE_TOPIC.test(last) && isTopic(last))
    return itself(nounPhrase(last))
  const condition = /(?<=^|[，。；：])((?!超过|不足|达)[^，。；：]{2,40})的，(?:按照?)?$/.exec(
    setting.ahead,
  )?.[1]
  if (condition)
    return itself(
      topic ??
        nounPhrase(condition) +
          (qualityIn(
            setting.lead + setting.earlier + setting.ahead.slice(0, -condition.length - 2),
            quality,
          ) || objectOf(setting)),
    )
  const rest = setting.after.replace(/^的?(?:服务)?(?:半径|范围)?内?的?(?:应当)?(?:至少)?/, '')
  const after = /^(树龄|(?!按|由|报|可|须|经)[^，。；计算]{2,30})/.exec(rest)?.[1]
  if (after) return after === '树龄' ? { name: after, whose: 'nearest' } : itself(nounPhrase(after))
  const before = new RegExp(`([^，。；的]{0,4}(?:${quality}))(?=大于|小于|超过|不足|在[^，]{0,8}米)`).exec(
    sentence,
  )?.[1]
  return topic || before ? itself(topic ?? before!) : ofTopic('')
}

// 基金会每年用于公益事业的支出，|不得低于…
const WHOLE_TOPIC = new RegExp(`^(?!按|依|.*(?:${MODAL}|可以))[^，]{4,40}(?<![的时后中])$`)

// The part of the quote before the number, without base and bound: 绿地率 of 绿地率不低于绿地面积的.
function withoutBound({ before, ahead }: Setting): string {
  const inQuote = before.slice(ahead.length)
  return inQuote.replace(
    /(?:不(?:得|应|能|宜)?(?:低于|少于|小于|超过|大于|高于)|应?占|达到?|超过|不足|按照?|为).*$/,
    '',
  )
}
