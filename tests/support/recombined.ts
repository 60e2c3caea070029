import { generator } from '../../scripts/io/chance.ts'
import { articleText } from '../../src/structure/address.ts'
import { formatNumeral } from '../../src/text/numerals.ts'
import type { Codebook, Regulation, Source } from '../../src/types.ts'

/**
 * Documents of a genre that no city has, made by chance from those of the corpus: the rules of associations. Each takes a
 * topic's articles from one document or another, in the words of an association, and rewords them: other numbers, other
 * strictness, another actor, a clause less, a member of a list more, two articles as one, a list as items. Articles made from
 * FRAMES stand among them, for what rules of work do not hold (fines, distances, hours, conditions). The same seed gives the
 * same texts.
 */
export function recombined(regulations: Regulation[], codebook: Codebook, seed: number): Source[] {
  const chance = generator(seed)
  return PLACES.map((place, index) => {
    const articles = [...takenArticles(regulations, codebook, chance), ...FRAMES.flatMap(framed(chance))]
    const id = `made-${index + 1}`
    return { id, place, file: `raw/${id}.txt`, text: textOf(place, shuffledALittle(articles, chance)) }
  })
}

const PLACES = ['东原市', '南浦市', '西岭市', '北川市']

type Chance = () => number

function takenArticles(regulations: Regulation[], { topics }: Codebook, chance: Chance): string[] {
  const byId = new Map(regulations.map(regulation => [regulation.id, regulation]))
  return topics.flatMap(({ members }) => {
    if (chance() < 0.55) return []
    const [id, units] = oneOf(Object.entries(members), chance)
    const regulation = byId.get(id)!
    const texts = units.flatMap(unit => unitText(regulation, unit))
    return [reworded(asAssociation(texts.join('\n'), regulation.place), chance)]
  })
}

/** Text of `45` or `45.2` as the codebook writes units, one line a paragraph or item. */
function unitText(regulation: Regulation, unit: string): string[] {
  const [number, paragraph] = unit.split('.')
  const article = regulation.articles.find(each => each.number === number)!
  const lines = articleText(article).split('\n')
  return paragraph ? lines.slice(Number(paragraph) - 1, Number(paragraph)) : lines
}

// A genre of its own: none of the bodies and offices that rules of work name most is left as it was.
const WORDS: [RegExp, string][] = [
  [/(?:自治区|省)(?:委|人民政府|政府)?/g, '总会'],
  [/市委/g, '上级党委'],
  [/市?人民政府|市政府/g, '协会'],
  [/市长/g, '会长'],
  [/常务会议/g, '理事会会议'],
  [/全体会议/g, '会员大会'],
  [/秘书长/g, '总干事'],
  [/县（?[市、]*区）?/g, '分会'],
  [/各部门|市直部门/g, '各专业委员会'],
  [/政府/g, '协会'],
  [/群众|公众/g, '会员'],
]

function asAssociation(text: string, place: string): string {
  const short = place.replace(/市$/, '')
  return WORDS.reduce((words, [from, to]) => words.replace(from, to), text.replaceAll(short, ''))
}

// Sentences of other genres; each slot takes one of its values.
const FRAMES: { slots: string[][]; text: string }[] = [
  {
    slots: [
      ['携带犬只外出', '带犬只进入公共场所'],
      ['一百', '二百'],
      ['五百', '一千'],
    ],
    text: '{0}的，应当使用犬绳牵引，并即时清理粪便。违反规定的，由行业主管部门责令改正；拒不改正的，处{1}元以上{2}元以下罚款。',
  },
  {
    slots: [
      ['三个', '五个'],
      ['书面告知申请人', '书面通知申请人并说明理由'],
      ['十日', '十五个工作日'],
    ],
    text: '秘书处应当自收到申请之日起{0}工作日内作出决定，{1}。对决定不服的，申请人可以在{2}内提出复核。',
  },
  {
    slots: [
      ['会员单位', '会员单位和个人会员'],
      ['不得', '不应'],
      ['警告', '警告，并可以暂停其会员资格'],
      ['情节严重的', '造成损失的'],
    ],
    text: '{0}{1}有下列行为：\n（一）泄露商业秘密；\n（二）以协会名义谋取私利；\n（三）拒绝接受监督检查。\n违反前款规定的，给予{2}；{3}，予以除名。',
  },
  {
    slots: [
      ['百分之三十', '百分之四十'],
      ['二百', '三百'],
      ['应当', '可以', '必须'],
    ],
    text: '场馆绿地面积不低于总面积的{0}，与居民住宅的距离不少于{1}米。新建场馆{2}配套建设停车设施。',
  },
  {
    slots: [
      ['每日22时至次日6时', '每日23时至次日7时'],
      ['中考、高考期间除外', '确因抢修需要的除外'],
      ['五十五', '四十五'],
    ],
    text: '{0}不得进行产生噪声的作业，{1}。噪声不得超过{2}分贝。',
  },
  {
    slots: [
      ['会长', '常务副会长', '总干事'],
      ['五万元', '十万元'],
      ['会长办公会议', '理事会会议'],
      ['（含{1}）', ''],
    ],
    text: '单项支出不超过{1}{3}的，由{0}审批；超过{1}的，提请{2}研究决定。',
  },
  {
    slots: [
      ['理由充分', '理由正当'],
      ['供应商', '供货商'],
      ['所在地', '住所地'],
      ['会议纪要', '会议记录'],
    ],
    text: '采购应当{0}，同等条件下优先选择{2}的{1}。采购结果由监事会核实，并写入{3}，存档备查。',
  },
  {
    slots: [
      ['每季度', '每半年', '每年'],
      ['至少', ''],
      ['三分之二以上', '半数以上', '过半数'],
      ['方可', '方能', '才能'],
    ],
    text: '监事会{0}{1}召开一次会议，应有{2}监事到会{3}举行；会议决定须经到会监事半数以上同意。',
  },
]

function framed(chance: Chance): (frame: (typeof FRAMES)[number]) => string[] {
  return ({ slots, text }) => {
    if (chance() < 0.2) return []
    const values = slots.map(values => oneOf(values, chance))
    const filled = (words: string) => words.replace(/\{(\d)\}/g, (_, slot) => values[Number(slot)]!)
    return [filled(filled(text))]
  }
}

/** What rewording may do to an article; each by chance, so that a document differs from another in every kind. */
const EDITS: ((text: string, chance: Chance) => string)[] = [
  text => text,
  // Strictness, in one place or in all.
  (text, chance) => text.replace(MODAL, () => oneOf(MODALS, chance)),
  (text, chance) => text.replaceAll(new RegExp(MODAL, 'g'), () => oneOf(MODALS, chance)),
  // A number.
  (text, chance) =>
    text.replace(/[一二两三四五六七八九]|[1-9](?=[0-9—]*[次日天个年人万])/, digit =>
      oneOf(/\d/.test(digit) ? ['2', '3', '5'] : ['二', '三', '五'], chance),
    ),
  // An actor.
  (text, chance) => text.replace(/会长|总干事|各专业委员会|协会办公室/, () => oneOf(ACTORS, chance)),
  // A clause or a sentence less.
  (text, chance) => without(text, /[^，。；\n]{6,}，/g, chance),
  (text, chance) => without(text, /(?<=。)[^。\n]{8,}。/g, chance),
  // A member of a list less, or more.
  (text, chance) => without(text, /、[^、，。；\n]{2,8}(?=[、，。])/g, chance),
  (text, chance) => text.replace(/、/, () => `、${oneOf(MEMBERS, chance)}、`),
  // Other words for the same.
  (text, chance) =>
    SYNONYMS.reduce((words, [from, to]) => (chance() < 0.5 ? words.replaceAll(from, to) : words), text),
  // Another order.
  text => text.replace(/^([^。\n]+。)([^。\n]+。)/, '$2$1'),
  // A condition more.
  (text, chance) => text.replace(/^/, () => oneOf(CONDITIONS, chance)),
]
const MODAL = /应当|必须|可以|不得|(?<![重主需必纪])要(?![求点素])|一般|应(?=[^急用当])/
const MODALS = ['应当', '必须', '可以', '不得', '原则上应当', '一般']
const ACTORS = ['会长', '分管副会长', '总干事', '监事会', '各专业委员会主要负责人']
const MEMBERS = ['法律顾问', '会员代表', '专家评审意见', '财务收支', '理由说明']
const CONDITIONS = ['遇有紧急情况的，', '确有必要时，', '经理事会同意，', '除法律另有规定外，']
const SYNONYMS = [
  ['加强', '强化'],
  ['负责', '承担'],
  ['研究', '讨论'],
  ['报告', '汇报'],
  ['有关', '相关'],
  ['召开', '举行'],
  ['同意', '批准'],
] as const

function reworded(text: string, chance: Chance): string {
  const times = Math.floor(chance() * 4)
  let words = text
  for (let time = 0; time < times; time++) words = oneOf(EDITS, chance)(words, chance)
  return words
}

/** The text without one of the stretches that a pattern finds. */
function without(text: string, pattern: RegExp, chance: Chance): string {
  const found = [...text.matchAll(pattern)]
  if (found.length === 0) return text
  const { index, 0: words } = oneOf(found, chance)
  return text.slice(0, index) + text.slice(index + words.length)
}

/** Some neighbours change places, and some are made one article. */
function shuffledALittle(articles: string[], chance: Chance): string[] {
  const result: string[] = []
  for (const article of articles) {
    const roll = chance()
    const last = result.at(-1)
    if (last !== undefined && roll < 0.06) result[result.length - 1] = `${last}\n${article}`
    else if (last !== undefined && roll < 0.16) result.splice(-1, 0, article)
    else result.push(article)
  }
  return result
}

function textOf(place: string, articles: string[]): string {
  const numbered = articles.map((article, index) => `第${formatNumeral(index + 1)}条 ${article}`)
  return [`${place}行业协会工作规则`, '', ...numbered, ''].join('\n')
}

function oneOf<Value>(values: Value[], chance: Chance): Value {
  return values[Math.floor(chance() * values.length)]!
}
