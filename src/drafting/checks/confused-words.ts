import { CONFUSED_WORDS, type ConfusedWord } from '../../lexicon/confused-words.ts'
import { patternOf } from '../../lexicon/lexicon.ts'
import type { Bilingual, Severity } from '../../types.ts'
import { ALL, type Check, type DraftUnit, type Finding } from '../check-types.ts'
import { both, clauseAt, foundIn, rangeOfMatch } from '../findings.ts'

/** Words that the rules of drafting keep apart. The words themselves stand in lexicon/confused-words.ts. */

interface WordCheck extends Pick<Check, 'name' | 'severity' | 'source'> {
  why: Bilingual
  /** Whether a word at this place is the fault after all; the table alone decides where it is left out. */
  holds?(unit: DraftUnit, at: number, word: ConfusedWord): boolean
}

export const FORBIDDEN = both(
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
    holds: isDuty,
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
    const isOfficial = genre === 'official'
    const entries = CONFUSED_WORDS.filter(
      ({ check, official }) => check === name && !(isOfficial && official === 'right'),
    )
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
              entry.severity ?? (isOfficial && entry.official === 'note' ? 'note' : undefined),
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

/** No duty is what only says which: 必须当面办理的事项, 按规定必须备案的文件; nor a condition: 必须及时处理的，. */
function isDuty(unit: DraftUnit, at: number): boolean {
  const { text, from } = clauseAt(unit.plain, at)
  const [before, rest] = [text.slice(0, at - from), text.slice(at - from + 2)]
  if (/的$/.test(rest)) return false
  return !(/(?:[和与及或、除对将把凡]|规定|要求|需要)$/.test(before) && /.的[^的]/.test(rest))
}

/** A condition only describes: 依法不应公开的, 不准出境的人员. */
function forbids(unit: DraftUnit, at: number, { word }: ConfusedWord): boolean {
  const { text, from } = clauseAt(unit.plain, at)
  const rest = text.slice(at - from + word.length)
  return !/[的时]$/.test(text) && !/的[\u4e00-\u9fff]/.test(rest.slice(0, 6))
}
