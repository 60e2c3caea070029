import { CONFUSED_WORDS, type ConfusedWord } from '../../lexicon/confused-words.ts'
import { patternOf } from '../../lexicon/lexicon.ts'
import { RENAMED_BODIES } from '../../lexicon/renamed-bodies.ts'
import type { Bilingual, Severity } from '../../types.ts'
import { ALL, type Check, type DraftUnit, type Finding } from '../check-types.ts'
import { both, clauseAt, foundIn, matchesIn, rangeOfMatch } from '../findings.ts'

/** Words that the rules of drafting keep apart. The words themselves stand in lexicon/confused-words.ts. */

interface WordCheck extends Pick<Check, 'name' | 'severity' | 'source'> {
  why: Bilingual
  /** Whether a word at this place is the fault after all; the table alone decides where it is left out. */
  holds?(unit: DraftUnit, at: number, word: ConfusedWord): boolean
}

const FORBIDDEN = both(
  '表示禁止用“不得”（有主语）或“禁止”（无主语），不用“不准”“不应”“不能”“严禁”',
  'a prohibition says 不得 (with a subject) or 禁止 (without)',
)

const WORD_CHECKS: WordCheck[] = [
  {
    name: 'must-for-duty',
    severity: 'note',
    source: 'J1 14',
    why: both(
      '“应当”与“必须”含义没有实质区别，设定义务用“应当”，仅在特殊情形用“必须”',
      '应当 and 必须 bind alike; a duty says 应当, 必须 is kept for special cases',
    ),
  },
  {
    name: 'forbidding-word',
    severity: { law: 'warning', official: 'warning' },
    source: 'J1 15',
    why: FORBIDDEN,
    holds: forbids,
  },
  {
    name: 'strictly-forbidden',
    severity: 'note',
    source: 'J1 15',
    why: FORBIDDEN,
  },
  {
    name: 'duty-word',
    severity: { law: 'warning', official: 'note' },
    source: 'J1 14',
    why: both('设定义务用“应当”', 'a duty says 应当'),
  },
  {
    name: 'but-comma',
    severity: 'warning',
    source: 'J1 16',
    why: both('“但是”后用逗号，“但”后不用逗号', '但是 is followed by a comma, 但 is not'),
    holds: (unit, at, { word }) => word !== '但，' || opensClause(unit, at),
  },
  {
    name: 'pay-word',
    severity: 'warning',
    source: 'J1 21',
    why: both(
      '向法定机关强制交付款项用“缴纳”，其他用“交纳”',
      '缴纳 is for sums that an authority exacts, 交纳 for others',
    ),
  },
  {
    name: 'offset-word',
    severity: 'warning',
    source: 'J1 22',
    why: both('债权债务相互冲抵用“抵销”', 'debts are 抵销, other things 抵消'),
  },
  {
    name: 'account-word',
    severity: 'error',
    source: 'J1 23',
    why: both('“账目”“台账”等用“账”', '账 is the character for accounts'),
  },
  {
    name: 'decision-word',
    severity: 'warning',
    source: 'J2 6',
    why: both('“作出”与决定、处理等搭配，“做出”与贡献、成绩等搭配', 'decisions are 作出, contributions 做出'),
  },
  {
    name: 'publish-word',
    severity: 'warning',
    source: 'J2 7',
    why: both(
      '法规、结果、标准等用“公布”，新闻、命令、预警信息等用“发布”，告知事项用“公告”',
      'texts and results are 公布, news and orders 发布, notices 公告',
    ),
  },
  {
    name: 'illegal-word',
    severity: 'warning',
    source: 'J2 8',
    why: both(
      '违反法律强制性规范用“违法”，缺乏法律依据用“非法”',
      'against a law is 违法, without ground in law 非法',
    ),
  },
  {
    name: 'set-word',
    severity: 'warning',
    source: 'J2 9',
    why: both(
      '权利、义务、处罚、许可用“设定”，机构、基金用“设立”',
      'duties and penalties are 设定, bodies and funds 设立',
    ),
  },
  {
    name: 'approve-word',
    severity: 'warning',
    source: 'J2 10',
    why: both(
      '对呈报事项审查后决定是否准许用“批准”，对符合法定条件的予以准许用“核准”',
      'what is put to a body for decision is 批准, what meets conditions of law 核准',
    ),
  },
  {
    name: 'cancel-word',
    severity: 'warning',
    source: 'J2 11',
    why: both(
      '证照因违法被剥夺用“吊销”，资格终止的手续用“注销”，决定、登记等被取消用“撤销”',
      'a licence taken for a breach is 吊销, one struck off 注销, a decision undone 撤销',
    ),
  },
  {
    name: 'seek-word',
    severity: 'warning',
    source: 'J2 13',
    why: both('“谋取”为中性词，“牟取”为贬义词', '谋取 is neutral, 牟取 is for what is illegal'),
  },
  {
    name: 'set-out-word',
    severity: 'warning',
    source: 'J1 19',
    why: both('文件用“制定”，事项用“规定”', 'a document is 制定, a matter 规定'),
    holds: (unit, at, { word }) =>
      word !== '规定' ||
      !/(?:按照|依照|根据|依据|违反|符合|执行)$/.test(clauseAt(unit.plain, at).text.slice(0, -2)),
  },
  {
    name: 'force-word',
    severity: 'warning',
    source: '立法法 61',
    why: both(
      '法规、规章开始有效用“施行”，制度、办法付诸实际用“实行”',
      'a text enters into force 施行, a practice is 实行',
    ),
  },
  {
    name: 'joint-word',
    severity: 'warning',
    source: 'J1 20',
    why: both('共同作出用“会同”，征求意见用“商”', '会同 is acting jointly, 商 is asking for an opinion'),
  },
  {
    name: 'day-of-custody',
    severity: 'error',
    source: 'J1 25',
    why: both(
      '限制人身自由的期限用“日”，不用“工作日”',
      'limits on the freedom of persons are in 日, not 工作日',
    ),
  },
]

const PATTERNS = new Map(CONFUSED_WORDS.map(entry => [entry, patternOf([entry], 'g')] as const))

/** The checks of one word for another, in the order of their sources. */
export const CONFUSED_WORD_CHECKS: Check[] = WORD_CHECKS.map(({ name, severity, source, why, holds }) => ({
  name,
  applies: ALL,
  severity,
  source,
  find: ({ units, genre }) => {
    const entries = CONFUSED_WORDS.filter(entry => entry.check === name)
    return units.flatMap(unit =>
      entries.flatMap(entry =>
        [...unit.plain.matchAll(PATTERNS.get(entry)!)]
          .filter(({ index }) => holds?.(unit, index, entry) ?? true)
          .map(match =>
            wrongWord(
              unit,
              match,
              entry,
              why,
              entry.severity ?? (genre === 'official' ? entry.official : undefined),
            ),
          ),
      ),
    )
  },
}))

function wrongWord(
  unit: DraftUnit,
  match: RegExpExecArray,
  { right, word }: ConfusedWord,
  why: Bilingual,
  severity: Severity | undefined,
): Finding {
  return foundIn(unit, rangeOfMatch(match), {
    message: both(`“${word}”宜为“${right}”：${why.zh}`, `${word} should be ${right}: ${why.en}`),
    remedy: both(`改为“${right}”`, `write ${right}`),
    replacement: right,
    severity,
  })
}

function opensClause(unit: DraftUnit, at: number): boolean {
  return at === 0 || /[，。；：]/.test(unit.plain[at - 1]!)
}

/** A condition only describes: 依法不应公开的, 不准出境的人员. */
function forbids(unit: DraftUnit, at: number, { word }: ConfusedWord): boolean {
  const { text, from } = clauseAt(unit.plain, at)
  const rest = text.slice(at - from + word.length)
  return !/[的时]$/.test(text) && !/的[\u4e00-\u9fff]/.test(rest.slice(0, 6))
}

/** 不能 mostly says that something is impossible; behind persons and bodies, in a clause of its own, it forbids. */
const CANNOT: Check = {
  name: 'forbidding-cannot',
  applies: ALL,
  severity: 'note',
  source: 'J1 15',
  find: ({ units }) =>
    matchesIn(
      units,
      /(?<=(?:人员|人|者|单位|个人|部门|机关|干部|同志|领导|机构|组织|一律|均|也))不能/g,
    ).flatMap(({ unit, range }) => {
      const { text, from } = clauseAt(unit.plain, range.from)
      const before = text.slice(0, range.from - from)
      const rest = text.slice(range.to - from)
      const isState =
        /[的时]$|^(?:正常|及时|按时|按期|证明|达成|提供|取得|确定|满足|适应|完成|参加|出席|履行|胜任|到会|按)/.test(
          rest,
        )
      if (isState || /如|因|若|凡|仍|尚|暂|确/.test(before)) return []
      return [
        foundIn(unit, range, {
          message: both(`“不能”宜为“不得”：${FORBIDDEN.zh}`, `不能 should be 不得: ${FORBIDDEN.en}`),
          remedy: both('改为“不得”', 'write 不得'),
          replacement: '不得',
        }),
      ]
    }),
}

/** 禁止 with a subject. */
const FORBID_WITH_SUBJECT: Check = {
  name: 'forbid-with-subject',
  applies: ALL,
  severity: 'warning',
  source: 'J1 15',
  find: ({ units }) =>
    matchesIn(
      units,
      /(?<=(?:任何)?(?:单位|个人|公民|人员|组成人员|领导同志|部门|机关|机构|经营者|养犬人|行人|当事人|组织|驾驶人|居民|企业))(?:均|一律)?(?:严格)?禁止(?!性|区|令|通行|停车|燃放区)/g,
    )
      .filter(({ unit, range }) => {
        const { text, from, to } = clauseAt(unit.plain, range.from)
        const before = text.slice(0, range.from - from)
        return (
          to > range.to &&
          !/[被对向由为应以]|可以|有权|部门.*(?:制止|依法)/.test(before) &&
          !text.endsWith('的')
        )
      })
      .map(({ unit, range, match }) =>
        foundIn(unit, range, {
          message: both(
            `有主语的禁止性规定用“不得”，“${match[0]}”宜为“不得”`,
            `with a subject a prohibition says 不得, not ${match[0]}`,
          ),
          remedy: both('改为“不得”，或者删去主语', 'write 不得, or leave the subject out'),
          replacement: '不得',
        }),
      ),
}

/** 依照 a law, 按照 an agreement or plan; 参照 only what is outside but alike. */
const BY_LAW: Check = {
  name: 'according-word',
  applies: ALL,
  severity: { law: 'note', official: 'note' },
  source: 'J1 18',
  find: ({ units }) => [
    ...units.flatMap(unit =>
      [
        ...unit.text.matchAll(
          /按照(?=《中华人民共和国[^》]*法》|《[^》]*(?:条例)》|(?:有关)?法律|本法|本条例|宪法)/g,
        ),
      ].map(match => wrongGround(unit, match, '依照', '以法律法规为依据用“依照”', '依照 goes with a law')),
    ),
    ...matchesIn(
      units,
      /依照(?=(?:[^，。；《》法]{0,8})(?:约定|协议|合同|计划|规划|比例|份额|方案|进度)(?!法|条例|管理))/g,
    ).map(({ unit, match }) =>
      wrongGround(
        unit,
        match,
        '按照',
        '以约定、计划、比例等为依据用“按照”',
        '按照 goes with an agreement, plan or share',
      ),
    ),
    ...matchesIn(
      units,
      /参照(?=本(?:条例|办法|规定|规则|法)第[^条]{1,6}条[^，。；]{0,12}(?:处罚|罚款|追究|给予处分))/g,
    ).map(({ unit, match }) =>
      wrongGround(
        unit,
        match,
        '依照',
        '本范围之内的直接适用用“依照”，“参照”用于没有直接纳入调整范围的',
        '依照 is for what the rule covers, 参照 for what is outside but alike',
      ),
    ),
  ],
}

function wrongGround(
  unit: DraftUnit,
  match: RegExpExecArray,
  right: string,
  zh: string,
  en: string,
): Finding {
  return foundIn(unit, rangeOfMatch(match), {
    message: both(`“${match[0]}”宜为“${right}”：${zh}`, `${match[0]} should be ${right}: ${en}`),
    remedy: both(`改为“${right}”`, `write ${right}`),
    replacement: right,
  })
}

/** 根据 is the basis of making a text, 依据 that of applying one. */
const BASIS: Check = {
  name: 'basis-word',
  applies: ALL,
  severity: 'warning',
  source: 'J2 12',
  find: ({ units }) =>
    units.flatMap(unit =>
      [
        ...unit.text.matchAll(
          /(?:依据|依照|按照)(?=(?:[^。]{0,4}《|宪法|有关法律|国家有关|法律|中华)[^。]{0,200}?制定本)/g,
        ),
      ].map(match =>
        foundIn(unit, rangeOfMatch(match), {
          message: both(
            `制定依据用“根据”，不用“${match[0]}”`,
            `the ground for making a text is 根据, not ${match[0]}`,
          ),
          remedy: both('改为“根据”', 'write 根据'),
          replacement: '根据',
        }),
      ),
    ),
}

const RENAMED = new Map(RENAMED_BODIES.map(entry => [entry, patternOf([entry], 'g')] as const))

/** Bodies that were renamed: a note, since a city may keep what the state gave up. */
const RENAMED_BODY: Check = {
  name: 'body-renamed',
  applies: ALL,
  severity: 'note',
  source: 'convention',
  find: ({ units }) =>
    units.flatMap(unit =>
      [...RENAMED].flatMap(([{ word, now, since }, pattern]) =>
        [...unit.plain.matchAll(pattern)].map(match =>
          foundIn(unit, rangeOfMatch(match), {
            message: both(
              `“${word}”自${since}年机构改革起已更名，现为${now}`,
              `${word} was renamed in ${since}; it is now ${now}`,
            ),
            remedy: both(`核对本地现行机构名称（${now}）`, `check its name in this place (${now})`),
          }),
        ),
      ),
    ),
}

export const WORDS: Check[] = [
  ...CONFUSED_WORD_CHECKS,
  CANNOT,
  FORBID_WITH_SUBJECT,
  BY_LAW,
  BASIS,
  RENAMED_BODY,
].map(check => ({ ...check, alone: true }))
