import { articleAddressOf, documentOf } from '../structure/address.ts'
import { hashOf } from '../text/hash.ts'
import type { Topic } from '../types.ts'
import type { PreparedArticle } from './prepare.ts'
import type { Rarity } from './weigh.ts'

/** Gives a row its topic: a stable id and a phrase typical of its members. */
export type Labeller = (members: string[]) => Topic

/**
 * A labeller over the articles at hand; members may be paragraphs, they are read as their articles. The id is made from
 * one of the members' texts, the first by hash: it stays when documents join, unless the newcomer's comes before.
 * There is no honest English for a phrase that the model found, so `en` repeats it.
 */
export function labellerOf(articles: Map<string, PreparedArticle>, rarity: Rarity): Labeller {
  const holders = holdersOf(articles.values())
  return members => {
    const whole = [...new Set(members.map(address => articles.get(articleAddressOf(address))!))]
    const zh = customary(whole) ?? caption(whole) ?? phraseOf(whole, rarity, holders)
    return { id: `m-${whole.map(article => hashOf(article.text)).sort()[0]!}`, zh, en: zh }
  }
}

// Articles that every regulation has, by the words the drafting rules prescribe for them (立法技术规范).
const CUSTOMARY: [RegExp, string][] = [
  [/制定本(?:规则|条例|办法|规定|细则|规程)/, '制定目的和依据'],
  [/^本(?:规则|条例|办法|规定|细则|规程)所称/, '用语含义'],
  [/自.{0,30}起(?:施行|实施|执行|生效)/, '施行与废止'],
  [/适用本(?:规则|条例|办法|规定|细则|规程)|本(?:规则|条例|办法|规定|细则|规程)适用/, '适用范围'],
  [
    /法律、?(?:行政)?法规.{0,12}(?:已有|已经|已|另)有?.{0,6}规定.{0,12}(?:从其|依照其|适用其)/,
    '与法律法规的衔接',
  ],
]

function customary(members: PreparedArticle[]): string | null {
  const found = CUSTOMARY.find(
    ([pattern]) =>
      members.filter(({ text }) => text.length < 250 && pattern.test(text)).length * 2 > members.length,
  )
  return found ? found[1] : null
}

/** The caption that most members print. */
function caption(members: PreparedArticle[]): string | null {
  const captions = members.map(article => article.caption).filter(text => text !== '')
  const counts = new Map<string, number>()
  for (const text of captions) counts.set(text, (counts.get(text) ?? 0) + 1)
  const [best] = [...counts].sort(([p, x], [q, y]) => y - x || p.length - q.length || (p < q ? -1 : 1))
  return best && captions.length * 2 > members.length ? best[0] : null
}

/** The articles that hold each word. */
type Holders = Map<string, PreparedArticle[]>

function holdersOf(articles: Iterable<PreparedArticle>): Holders {
  const holders: Holders = new Map()
  for (const article of articles)
    for (const word of article.terms.keys()) {
      const known = holders.get(word)
      if (known) known.push(article)
      else holders.set(word, [article])
    }
  return holders
}

interface Phrase {
  text: string
  words: string[]
  /** Mean over the row's documents: 0 where a document lacks it, up to 1.8 where it opens the article. */
  presence: number
  score: number
}

// Of the best phrases by their own words, so many are looked up in the other articles.
const LOOKED_UP = 40

/**
 * The phrase that tells most of the row: most of its documents say it, early, in words that are rare elsewhere; it reads
 * as a label; and few other articles hold it whole. Of a phrase and a longer one that says the same, the longer.
 */
function phraseOf(members: PreparedArticle[], rarity: Rarity, holders: Holders): string {
  const likely = byScore(phrasesOf(members, rarity)).slice(0, LOOKED_UP)
  const weighed = likely.map(phrase => ({
    ...phrase,
    score: phrase.score * ownness(phrase, members, holders),
  }))
  const [best] = byScore(
    weighed.map(phrase => ({ ...phrase, score: phrase.score * entirety(phrase, weighed) })),
  )
  return best?.text ?? members[0]!.text.slice(0, 8)
}

function byScore(phrases: Phrase[]): Phrase[] {
  return phrases.sort((x, y) => y.score - x.score || (x.text < y.text ? -1 : 1))
}

function phrasesOf(members: PreparedArticle[], rarity: Rarity): Phrase[] {
  const documents = new Set(members.map(({ address }) => documentOf(address)))
  const found = new Map<string, { words: string[]; presences: Map<string, number> }>()
  for (const article of members) {
    const document = documentOf(article.address)
    for (const { words, presence } of runsOf(article)) {
      const text = words.join('')
      const known = found.get(text) ?? { words, presences: new Map<string, number>() }
      known.presences.set(document, Math.max(presence, known.presences.get(document) ?? 0))
      found.set(text, known)
    }
  }
  return [...found].map(([text, { words, presences }]) => {
    const presence = [...presences.values()].reduce((sum, each) => sum + each, 0) / documents.size
    return { text, words, presence, score: presence ** 1.5 * telling(words, rarity) * fitness(words) }
  })
}

/** Weight of the words; a plain one adds a quarter of its own. */
function telling(words: string[], rarity: Rarity): number {
  const sum = words.reduce((sum, word) => sum + (isPlain(word) ? 0.25 : 1) * rarity.word(word), 0)
  return sum / Math.sqrt(words.length)
}

/** How much of the phrase's use in the corpus is this row's: less than 1, and little for what many articles say. */
function ownness({ text, words }: Phrase, members: PreparedArticle[], holders: Holders): number {
  const lists = words.filter(word => word.length > 1).map(word => holders.get(word) ?? [])
  const [fewest] = lists.sort((x, y) => x.length - y.length)
  const holding = (articles: PreparedArticle[]) =>
    articles.filter(article => article.text.includes(text)).length
  return ((holding(members) + 0.5) / (holding(fewest ?? []) + 0.5)) ** 0.3
}

/** A phrase gives way to a longer one of nearly the same use. */
function entirety(phrase: Phrase, others: Phrase[]): number {
  const longer = others.some(
    ({ text, presence, score }) =>
      text.length > phrase.text.length &&
      text.length <= 8 &&
      text.includes(phrase.text) &&
      presence > 0.85 * phrase.presence &&
      score > 0.6 * phrase.score,
  )
  return longer ? 0.7 : 1
}

/** Runs of one to five words inside a clause that could be a label, each with how early the article says it. */
function runsOf({ words }: PreparedArticle): { words: string[]; presence: number }[] {
  const runs: { words: string[]; presence: number }[] = []
  let offset = 0
  for (const [at, word] of words.entries()) {
    const presence = 1 + 0.8 * Math.exp(-offset / 25)
    offset += word.length
    if (!isWhole(word) || OPENS_NO_LABEL.test(word)) continue
    for (let length = 1; length <= 5 && at + length <= words.length; length++) {
      const run = words.slice(at, at + length)
      const last = run.at(-1)!
      if (!/^\p{L}+$/u.test(last) || COUNTED.test(last) || run.join('').length > 12) break
      if (isWhole(last) && !CLOSES_NO_LABEL.test(last) && run.some(isTelling))
        runs.push({ words: run, presence })
    }
  }
  return runs
}

/** How well the words read as a label: four to eight characters, ending in a thing rather than in an act upon one. */
function fitness(words: string[]): number {
  const length = words.join('').length
  const size = length < 3 ? 0.3 : length === 3 ? 0.6 : length <= 8 ? 1 : 0.6
  const last = words.at(-1)!
  const start = LEADING.test(words[0]!) ? 0.7 : 1
  const end = (SUBJECT.test(last) ? 1.5 : 1) * (ACT.test(last) ? 0.5 : 1)
  const joints = (words.some(word => JOINT.test(word)) ? 0.5 : 1) * (words.includes('的') ? 0.8 : 1)
  return size * start * end * joints
}

function isWhole(word: string): boolean {
  return word.length > 1 && /^\p{L}+$/u.test(word) && !/^本(?:市|省|区|县|条例|规则|办法|规定|级)/.test(word)
}

function isTelling(word: string): boolean {
  return word.length > 1 && !isPlain(word)
}

function isPlain(word: string): boolean {
  return word.length < 2 || PLAIN.test(word)
}

// A number is no topic.
const COUNTED = /百分之|元$|^[〇零一二两三四五六七八九十百千万亿]{2,}$|^第[一二三四五六七八九十]/
const FUNCTION =
  '应当|必须|可以|不得|不能|需要|以及|或者|按照|根据|依照|依法|其他|进行|各级|相关|予以|下列|上述|以上|以下|对于|关于|通过|并且|同时|及时|认真|主要|重要|重大|由此|这些|一般|原则上|有关|不断|进一步|积极|自觉|切实|充分|广泛|分别|其中|之间|以外|共同|具有|负有|成为|作为|受到|没有|不予'
const OPENS_NO_LABEL = new RegExp(
  `^(?:${FUNCTION}|负责|属于|因为|为了|如果|不仅|而且|从而|尚未|仍然|能够|经过|涉及|期间|所有|任何|统一|各自|单位|个人|公民|法人|人员|责令|处以|并处|不足|不低|受让)$`,
)
const CLOSES_NO_LABEL = new RegExp(
  `^(?:${FUNCTION}|加强|作出|提出|纳入|提请|采取|包括|召开|实行|应该|给予|处以|处理|具体|所在|达到|使用|违反|构成|开展|情况|方面|不低|不少|不得少|随意|限期|完成|未能|所必需|处|适宜|具备|致使|单一|遵循|罚款|责令|改正|以上|以下)$`,
)
const JOINT = /^(?:和|或|与|及|并|就是|由|向|在|对|被|把|将|等|为|是|以|从|到|时)$/
const PLAIN =
  /^(?:本市|政府|部门|有关|规定|条例|规则|办法|工作|行为|单位|个人|人员|组织|要求|确定|市长|副市长|范围|活动|机关|机构|人民|社会|市委|自治区|国务院|中央|主管部门|行政|负责人|罚款|责令|限期改正|委员会|县级|公民|市政府|事项|问题|内容|措施|条件|方式|标准|作用|责任|制度|管理|建设)$/
const LEADING =
  /^(?:加强|健全|完善|建立|提高|推进|严格|坚持|落实|做好|规范|开展|促进|提升|强化|深化|保障|维护|执行|遵守|接受|履行|构建|推动|鼓励|支持|参与|研究|讨论|违反|提请|报请|提出|采取|使用|发布|贯彻|主动|加快|增强|统筹|全面|组织|公布|制定|编制|设立|设置)$/
// What administrative rules are about, by the last word of a phrase.
const SUBJECT =
  /(?:会议|制度|公文|职责|职能|监督|监管|公开|决策|纪律|请假|报告|保护|服务|设施|规划|责任|奖励|表彰|宣传|教育|规范|审批|备案|审查|评估|考核|督查|经费|预算|养护|砍伐|移植|占用|补偿|环境|秩序|文明|信用|救助|献血|志愿|慈善|纪要|议题|请示|文件|建议|提案|信访|复议|诉讼|审计|应急|值班|调研|作风|保密|外事|规章|法规|议案|执法|评价|档案|平台|窗口|办理|许可|登记|注销|融资|招标|采购|投诉|举报|赔偿|绿地|绿化|树木|工程|会签|签发|原则|机制|体系)$/
const ACT =
  /^(?:提高|推进|坚持|落实|负责|构建|建立|健全|完善|根据|确保|实现|促进|保持|推动|加快|研究|讨论|决定|报送|协助|主持|列席|接受|履行)$/
