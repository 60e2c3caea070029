import { CHINESE_NUMERAL, SMALL_NUMERAL } from '../../lexicon/numerals.ts'
import { documentOf } from '../../structure/address.ts'
import type { PreparedArticle } from '../measure/prepare.ts'
import { stretchesOf, type TellingStretch } from '../measure/stretches.ts'
import type { Rarity } from '../measure/weigh.ts'

/** A run of words that a row could be called by. */
export interface Phrase {
  text: string
  words: string[]
  /** Mean over the row's documents: 0 where a document lacks it, more where the article says what it is about. */
  presence: number
  /** How many of the row's articles say it. */
  articles: number
  /** In how many of them each word stands before it that could belong to it. */
  before: Map<string, number>
  score: number
}

/** The phrases that a row of articles could be called by, best first; none where it has no words. */
export type Phraser = (members: PreparedArticle[]) => Phrase[]

// Of the best phrases by their own words, so many are looked up in the other articles.
const LOOKED_UP = 24

/**
 * Good is what most of the row's documents say, where they say what they are about, in words that are rare elsewhere; what
 * reads as a label, and whole; and what few other articles hold. Of a phrase and a longer one that says the same, the
 * longer. The order of documents changes nothing.
 */
export function phraserOf(articles: PreparedArticle[], rarity: Rarity): Phraser {
  const holders = holdersOf(articles)
  return members => {
    const own = new Set(members)
    const likely = byScore(phrasesOf(members, rarity)).slice(0, LOOKED_UP)
    const weighed = likely.map(phrase => {
      const uses = usesOf(phrase, holders)
      const elsewhere = uses.filter(({ article }) => !own.has(article)).length
      const score =
        phrase.score *
        ownness(phrase, elsewhere) *
        uncommonness(elsewhere, articles.length) *
        wholeness(phrase, uses)
      return { ...phrase, score }
    })
    return byScore(weighed.map(phrase => ({ ...phrase, score: phrase.score * entirety(phrase, weighed) })))
  }
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

function byScore(phrases: Phrase[]): Phrase[] {
  return phrases.toSorted((x, y) => y.score - x.score || (x.text < y.text ? -1 : 1))
}

function phrasesOf(members: PreparedArticle[], rarity: Rarity): Phrase[] {
  const documents = new Set(members.map(({ address }) => documentOf(address)))
  const found = new Map<string, Found>()
  for (const article of members)
    for (const run of stretchesOf(article).flatMap(runsOf)) addRun(found, run, article)
  return [...found].map(([text, { words, presences, articles, before }]) => {
    const presence = sum([...presences.values()].sort((x, y) => x - y)) / documents.size
    const score = presence ** 1.75 * telling(words, rarity) * fitness(words)
    return { text, words, presence, before, articles: articles.size, score }
  })
}

interface Found {
  words: string[]
  /** By document, the most that one of its articles says it with. */
  presences: Map<string, number>
  articles: Set<PreparedArticle>
  before: Map<string, number>
}

function addRun(found: Map<string, Found>, { words, before, presence }: Run, article: PreparedArticle): void {
  const [text, document] = [words.join(''), documentOf(article.address)]
  const known = found.get(text) ?? { words, presences: new Map(), articles: new Set(), before: new Map() }
  // The same characters are cut in more ways than one: the pair that 投诉、举报 gives, or the word.
  if (words.some((word, at) => word !== known.words[at]) && words.join(' ') < known.words.join(' '))
    known.words = words
  known.presences.set(document, Math.max(presence, known.presences.get(document) ?? 0))
  if (!known.articles.has(article) && !isFree(before, words[0]!)) add(known.before, before)
  known.articles.add(article)
  found.set(text, known)
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}

/** Weight of the words; a plain one adds a quarter of its own. */
function telling(words: string[], rarity: Rarity): number {
  const weight = sum(words.map(word => (isPlain(word) ? 0.25 : 1) * rarity.word(word)))
  return (weight / Math.sqrt(words.length)) ** 0.55
}

interface Use {
  article: PreparedArticle
  /** The two characters after each place of the phrase. */
  next: string[]
}

/** The articles that hold the phrase. */
function usesOf({ text, words }: Phrase, holders: Holders): Use[] {
  const lists = words.filter(word => word.length > 1).map(word => holders.get(word) ?? [])
  const [fewest] = lists.sort((x, y) => x.length - y.length)
  const forms = formsOf(text, words)
  return (fewest ?? [])
    .map(article => ({ article, next: forms.flatMap(form => followers(article.text, form)) }))
    .filter(({ next }) => next.length > 0)
}

function followers(text: string, phrase: string): string[] {
  const found: string[] = []
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1))
    found.push(text.slice(at + phrase.length, at + phrase.length + 2))
  return found
}

/** 投诉举报 is written 投诉、举报 too. */
function formsOf(text: string, words: string[]): string[] {
  return words.length === 2 ? [text, words.join('、')] : [text]
}

/** How much of the phrase's use in the corpus is this row's: less than 1, and little for what many articles say. */
function ownness({ articles }: Phrase, elsewhere: number): number {
  return ((articles + 0.5) / (articles + elsewhere + 0.5)) ** 0.36
}

/** Less than 1 for what more than a tenth of all articles hold elsewhere: it is the corpus's matter, not the row's. */
function uncommonness(elsewhere: number, articles: number): number {
  return Math.min(1, Math.log10((articles + 1) / (elsewhere + 0.5)))
}

/**
 * Little for a phrase that nearly always goes on in the same way (公安机关交通管理 部门) or comes after the same
 * (重点 治理清单制度): it is a piece of a longer one.
 */
function wholeness(phrase: Phrase, uses: Use[]): number {
  const left = 0.55 + 0.45 * freedom(phrase.before, phrase.articles)
  const following = uses.flatMap(({ next }) => next)
  if (following.length === 0) return left
  const after = new Map<string, number>()
  let closed = 0
  for (const next of following)
    if (MODIFIES.test(next)) add(after, '的', 0.8)
    else if (CLOSED.test(next)) closed++
    else add(after, next[0]!)
  // A phrase that hardly ever ends where it ends is an act upon something or an attribute of it.
  const ending = 0.5 + 0.5 * Math.min(1, closed / following.length / 0.4)
  return ending * freedom(after, following.length) * left
}

const MODIFIES = /^的\p{L}/u
const CLOSED = /^(?:$|[^\p{L}]|[的和与或并不为]|及(?!时)|等(?!级)|以(?![上下外内])|应当|可以)/u

/** Whether a phrase that begins with `first` can do without the word before. Of two verbs in a row (鼓励 支持) it cannot. */
function isFree(before: string, first: string): boolean {
  if (LEADING.has(before)) return !LEADING.has(first)
  if (TOWARDS.has(before)) return false
  return !/\p{L}/u.test(before) || PARTICLE.has(before) || JOINT.has(before)
}

function add(counts: Map<string, number>, key: string, weight = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + weight)
}

/** 1 while the commonest neighbour has less than half of the places, 0.15 when it has all. */
function freedom(neighbours: Map<string, number>, count: number): number {
  const share = Math.max(0, ...neighbours.values()) / count
  return 1 - 1.7 * Math.max(0, share - 0.5)
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

interface Run {
  words: string[]
  /** The word before, '' at the beginning. */
  before: string
  presence: number
}

/** Runs of one to five words inside a clause that could be a label, and pairs. */
function runsOf(stretch: TellingStretch): Run[] {
  return [...stretch.words.keys()]
    .filter(at => opens(stretch.words, at))
    .flatMap(at => [...runsFrom(stretch, at), ...pairsFrom(stretch, at)])
}

function runsFrom(stretch: TellingStretch, at: number): Run[] {
  const { words } = stretch
  const runs: Run[] = []
  for (let end = at + 1; end <= Math.min(at + 5, words.length); end++) {
    const run = words.slice(at, end)
    const last = run.at(-1)!
    if (!WORD.test(last) || COUNTED.test(last) || run.join('').length > 12) break
    // What ends at 》 is the name of a law.
    if (words[end] === '》' || !closes(words, end - 1) || !run.some(isTelling)) continue
    runs.push({ words: run, before: words[at - 1] ?? '', presence: presenceOf(stretch, at, end) })
  }
  return runs
}

/** An item of a list tells less than the sentence; of a conduct the end tells what is done, its place does not. */
function presenceOf({ words, weight, conduct }: TellingStretch, at: number, end: number): number {
  const listed = Number(words[at - 1] === '、') + Number(words[end] === '、')
  const presence = weight * (1 - 0.25 * listed)
  if (!conduct) return presence
  const atEnd = end === words.length
  const placed = PLACED.has(words[at - 1]!)
  if (end - at === 1) return 0.7 * (placed && !atEnd ? 0.6 : 1) * presence
  if (atEnd) return (listed ? 1 : 1.3) * (placed ? 0.8 : 1) * presence
  return (placed ? 0.6 : 1) * presence
}

/** 投诉、举报 reads as 投诉举报, where it is not part of a longer list. */
function pairsFrom({ words, weight }: TellingStretch, at: number): Run[] {
  const [first, comma, second, after] = words.slice(at, at + 4)
  if (comma !== '、' || after === '、' || words[at - 1] === '、') return []
  const pair = [first!, second ?? '']
  if (!pair.every(word => word.length === 2 && isTelling(word)) || !closes(words, at + 2)) return []
  return [{ words: pair, before: words[at - 1] ?? '', presence: weight }]
}

// A single character opens a phrase where it opens the clause (携 犬 出户) or denies what follows (不 文明 行为).
function opens(words: string[], at: number): boolean {
  const [word, before] = [words[at]!, words[at - 1] ?? '，']
  if (DENIAL.has(before)) return false
  if (ENDING.has(word) && WORD.test(before) && !JOINT.has(before) && !PARTICLE.has(before)) return false
  if (word.length > 1) return isWhole(word) && !OPENS_NO_LABEL.has(word) && !ADVERB.test(word)
  return (
    DENIAL.has(word) ||
    (WORD.test(word) && (!/\p{L}/u.test(before) || before === '等' || before === '的') && !PARTICLE.has(word))
  )
}

// … and closes one where it closes the clause.
function closes(words: string[], at: number): boolean {
  const [word, after] = [words[at]!, words[at + 1] ?? '，']
  if (word.length > 1) return isWhole(word) && !CLOSES_NO_LABEL.has(word)
  return WORD.test(word) && !/\p{L}/u.test(after) && !PARTICLE.has(word) && !DENIAL.has(word)
}

/** How well the words read as a label: four to eight characters, ending in a thing rather than in an act upon one. */
function fitness(words: string[]): number {
  const length = words.join('').length
  const size = length < 3 ? 0.2 : length === 3 ? 0.6 : length <= 8 ? 1 : 0.6
  return size * startFitness(words) * endFitness(words.at(-1)!) * jointFitness(words)
}

function startFitness([first, ...others]: string[]): number {
  if (DENIAL.has(first!)) return 0.8
  if (!LEADING.has(first!)) return 1
  return others.length === 0 ? 0.2 : 0.7
}

function endFitness(last: string): number {
  return (SUBJECT.test(last) ? 1.5 : 1) * (ACT.has(last) ? 0.5 : 1)
}

function jointFitness(words: string[]): number {
  const joints = words.some(word => FUNCTION.has(word)) ? 0.15 : words.some(word => JOINT.has(word)) ? 0.4 : 1
  return joints * (words.includes('的') ? 0.8 : 1)
}

function isWhole(word: string): boolean {
  return word.length > 1 && WORD.test(word) && !/^本(?:市|省|区|县|条例|规则|办法|规定|级)/.test(word)
}

/** Whether the word says something of its own: 部门 and 工作 do not. */
export function isTelling(word: string): boolean {
  return word.length > 1 && !isPlain(word)
}

function isPlain(word: string): boolean {
  return word.length < 2 || PLAIN.has(word)
}

const WORD = /^\p{L}+$/u
// A number is no topic.
const COUNTED = new RegExp(`百分之|元$|^[${CHINESE_NUMERAL}]{2,}$|^第[${SMALL_NUMERAL}]`)
const FUNCTION = new Set(
  wordsOf(
    '应当 有权 必须 可以 不得 不能 需要 以及 或者 按照 根据 依照 依法 其他 进行 各级 相关 予以 下列 上述 以上 以下 对于 关于 通过 并且 同时 及时 认真 主要 重要 重大 由此 这些 一般 原则上 有关 不断 进一步 积极 自觉 切实 充分 着力 大力 全力 努力 广泛 分别 其中 之间 以外 共同 具有 负有 成为 作为 受到 没有 不予 中华人民共和国',
  ),
)
const OPENS_NO_LABEL = new Set([
  ...FUNCTION,
  ...wordsOf(
    '负责 属于 因为 为了 如果 不仅 而且 及其 从而 尚未 仍然 能够 经过 涉及 期间 所有 任何 统一 各自 单位 个人 公民 法人 人员 责令 处以 并处 不足 不低 受让 场所 区域',
  ),
])
const CLOSES_NO_LABEL = new Set([
  ...FUNCTION,
  ...wordsOf(
    '加强 提供 负责 作出 做出 造成 发生 做好 提出 纳入 提请 采取 包括 召开 实行 应该 给予 处以 处理 具体 所在 达到 使用 违反 构成 开展 情况 方面 不低 不少 不得少 随意 限期 完成 未能 所必需 处 适宜 具备 致使 相结合 单一 遵循 罚款 责令 改正 以上 以下',
  ),
])
const JOINT = new Set(
  wordsOf('和 或 与 及 及其 并 就是 由 向 在 对 被 把 将 等 为 是 以 从 到 时 因 经 其 中 内'),
)
const PLACED = new Set(wordsOf('在 从 于'))
// 向市委报告 and 由市长签发 name the one told or the one who acts, 以适当方式 the manner.
const TOWARDS = new Set(wordsOf('向 由 以'))
// 认真贯彻, 着力保障: an adverb opens an act.
const ADVERB = /^(?:认真|着力|切实|积极|主动|充分|及时|大力|全力|坚决|有效|努力)./
const DENIAL = new Set(wordsOf('不 未 无 非 不得'))
const PARTICLE = new Set(
  '的了和与及或等时后前中内外上下为以由在对向被把将从到是有应可并且而其该各本每均所之者处因经据按依若如至起同还也都须能要请使让给则即当又再已',
)
// Words that end a phrase with the word before them (促进 工作).
const ENDING = new Set(wordsOf('工作 行为 活动 建设 制度 部门 机构'))
const PLAIN = new Set(
  wordsOf(
    '本市 政府 部门 有关 规定 条例 规则 办法 工作 行为 单位 个人 人员 工作人员 组织 要求 确定 市长 副市长 范围 活动 机关 机构 人民 社会 市委 自治区 国务院 中央 主管部门 行政 负责人 罚款 责令 限期改正 委员会 县级 公民 市政府 事项 问题 内容 措施 条件 方式 标准 作用 责任 制度 管理 建设 原则',
  ),
)
const LEADING = new Set(
  wordsOf(
    '加强 健全 完善 建立 提高 推进 严格 坚持 落实 做好 规范 开展 促进 提升 强化 深化 保障 维护 执行 遵守 接受 履行 构建 推动 鼓励 支持 参与 研究 讨论 违反 提请 报请 提出 采取 使用 发布 贯彻 主动 加快 增强 统筹 全面 组织 公布 制定 编制 设立 设置 提倡 倡导 引导 弘扬 践行 实施 参加 提供 制止 查处',
  ),
)
// What administrative rules are about, by the last word of a phrase.
const SUBJECT =
  /(?:会议|制度|公文|职责|职能|监督|监管|公开|决策|纪律|请假|报告|保护|服务|设施|规划|责任|奖励|表彰|宣传|教育|规范|审批|备案|审查|评估|考核|督查|经费|预算|养护|砍伐|移植|占用|补偿|环境|秩序|文明|信用|救助|献血|志愿|慈善|纪要|议题|请示|文件|建议|提案|信访|复议|诉讼|审计|应急|值班|调研|作风|保密|外事|规章|法规|议案|执法|评价|档案|平台|窗口|办理|许可|登记|注销|融资|招标|采购|投诉|举报|赔偿|绿地|绿化|树木|工程|会签|签发|原则|机制|体系)$/
const ACT = new Set(
  wordsOf(
    '提高 推进 坚持 落实 负责 构建 建立 健全 完善 根据 确保 实现 促进 保持 推动 加快 研究 讨论 决定 报送 协助 主持 列席 接受 履行',
  ),
)

function wordsOf(list: string): string[] {
  return list.split(' ')
}
