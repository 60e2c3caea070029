import { articleAddressOf } from '../structure/address.ts'
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
  return members => {
    const whole = [...new Set(members.map(address => articles.get(articleAddressOf(address))!))]
    const zh = labelOf(whole, rarity)
    return { id: `m-${whole.map(article => hashOf(article.text)).sort()[0]!}`, zh, en: zh }
  }
}

function labelOf(members: PreparedArticle[], rarity: Rarity): string {
  return customary(members) ?? caption(members) ?? phraseOf(members, rarity)
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

/** The phrase of one to three words, inside a clause, that tells most: shared by members, rare elsewhere, said early. */
function phraseOf(members: PreparedArticle[], rarity: Rarity): string {
  const scores = new Map<string, number>()
  for (const article of members)
    for (const [phrase, early] of phrasesOf(article)) scores.set(phrase, (scores.get(phrase) ?? 0) + early)
  let best = ''
  let highest = 0
  for (const [phrase, presence] of scores) {
    const words = phrase.split(' ')
    const telling = words.reduce((sum, word) => sum + rarity.word(word), 0) / Math.sqrt(words.length)
    const score = presence * presence * telling * fitness(words)
    if (score > highest || (score === highest && phrase < best)) [best, highest] = [phrase, score]
  }
  return best.replaceAll(' ', '') || members[0]!.text.slice(0, 8)
}

/** A readable label has four to eight characters and does not begin or end with a word that wants another. */
function fitness(words: string[]): number {
  const length = words.join('').length
  const size = length < 3 ? 0.4 : length <= 8 ? 1 : 0.5
  const noun = HEADS.test(words.at(-1)!) ? 1.7 : 1
  return size * noun * (LEADING.test(words[0]!) ? 0.6 : 1) * (TRAILING.test(words.at(-1)!) ? 0.5 : 1)
}

/** Each phrase of the article with its presence: 1, more where it stands in the first clause. */
function phrasesOf({ words }: PreparedArticle): Map<string, number> {
  const firstStop = words.findIndex(word => /[，。；：]/.test(word))
  const phrases = new Map<string, number>()
  for (const at of words.keys())
    for (let length = 1; length <= 3; length++) {
      const run = words.slice(at, at + length)
      if (run.length < length || !run.every(isTelling)) break
      const presence = at < firstStop || firstStop < 0 ? 1.4 : 1
      const key = run.join(' ')
      phrases.set(key, Math.max(presence, phrases.get(key) ?? 0))
    }
  return phrases
}

const PLAIN =
  /^(?:应当|必须|可以|不得|不能|需要|本市|政府|人民政府|市政府|部门|有关|以及|或者|按照|根据|依照|依法|其他|进行|规定|条例|规则|办法|各级|相关|负责|予以|下列|上述|以上|以下|对于|关于|通过|并且|同时|情况|方面|工作|有关部门|行为|单位|个人|人员|组织|要求|确定|及时|认真|主要|重要|重大|市长|副市长|组成|范围|实行|由此|这些|一般|原则上|第[一二三四五六七八九十百]+[条款项])$/
const LEADING =
  /^(?:加强|健全|完善|建立|提高|推进|严格|坚持|落实|做好|规范|开展|促进|提升|强化|深化|保障|维护|执行|遵守|接受|履行|构建|推动|鼓励|支持|参与|研究|处理|讨论|违反|具有|负有|成为|作为|纳入|提请|报请|提出|采取|使用|发布|贯彻|积极|自觉|主动|切实|容易|引发|可能|产生|涉及|结合|便于|围绕|高度重视|运用|听取|接受|发现|及时|改进|制定|提倡|倡导|禁止|充分|广泛|不断|进一步|加快|增强|统筹|全面)$/
// Words that a heading of a rule ends with: what is regulated, not what is done to it.
const HEADS =
  /(?:会议|制度|机制|监督|管理|公开|行政|评估|论证|审查|报告|纪要|公文|文件|职责|责任|责任制|服务|治理|保护|政府|规划|计划|经费|资金|表彰|奖励|宣传|教育|处罚|罚则|纪律|作风|预案|突发事件|舆情|来信|信访|复议|执法|决策|审计|督查|议题|请假|出差|出访|保密|外事|调研|调查研究|学习|培训|标准|体系|平台|设施|权限|程序|时限|期限|秩序|环境|卫生|安全|出行|旅游|就医|上网|养犬|垃圾|噪声|交通|志愿服务|见义勇为|公益|信用|投诉|举报|考核|目标|原则|方针|对象|主体|义务|权利|许可|备案|登记|收费|规范|公约|活动|单位|机构|委员会|创建|负责制)$/
const TRAILING =
  /^(?:加强|提高|推进|坚持|落实|按照|实行|作出|提出|开展|负责|进行|纳入|提请|采取|使用|构建|建立|健全|完善|建设|方面|根据|包括|召开|应当)$/

function isTelling(word: string): boolean {
  return word.length > 1 && /^\p{L}+$/u.test(word) && !PLAIN.test(word)
}
