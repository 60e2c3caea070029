import { articleText } from '../../structure/address.ts'
import { ALL, type Check, type Draft, type DraftUnit, type Finding, LAWS } from '../check-types.ts'
import { both, foundAt, foundIn, matchesIn, rangeOfMatch, sentenceAt } from '../findings.ts'
import {
  FORCE_WITHIN,
  PURPOSE_WITHIN,
  REPEAL_QUOTED,
  REPEAL_WITHIN,
  SHORTEST_WHOLE_DRAFT,
} from '../thresholds.ts'

/** Clauses that the rules of drafting prescribe: purpose, definition, entry into force, repeal. */

const MADE = /制定本(?:条例|规定|办法|细则|规则|规程|章程|准则|守则|制度|意见|方案|规范)/

function purposeUnit({ units }: Draft): DraftUnit | undefined {
  return units.slice(0, PURPOSE_WITHIN).find(({ plain }) => MADE.test(plain))
}

/** 为了……，根据……，制定本条例。 */
const PURPOSE_FORM: Check = {
  name: 'purpose-form',
  applies: ALL,
  severity: { law: 'warning', official: 'note' },
  source: 'J1 5',
  find: draft => {
    const unit = purposeUnit(draft)
    if (!unit) return []
    const bare = /^为(?!了|此|期)/.exec(unit.plain)
    const late = /^(?:根据|依据|依照|按照)[^。]*?[，](为了?)[^。]*制定本/.exec(unit.plain)
    const found: Finding[] = []
    if (bare)
      found.push(
        foundIn(unit, rangeOfMatch(bare), {
          message: both('立法目的用“为了”引出，不用“为”', 'the purpose opens with 为了, not 为'),
          remedy: both('改为“为了”', 'write 为了'),
          replacement: '为了',
        }),
      )
    if (late) {
      const from = late[0].indexOf(`，${late[1]}`) + 1
      found.push(
        foundIn(
          unit,
          { from: 0, to: from + late[1]!.length },
          {
            message: both(
              '先写目的，后写依据：为了……，根据……，制定本……',
              'purpose comes before ground: 为了……，根据……，制定本……',
            ),
            remedy: both('把“为了……”移到“根据……”之前', 'put the purpose before the ground'),
          },
        ),
      )
    }
    return found
  },
}

const PURPOSE_MISSING: Check = {
  name: 'purpose-missing',
  applies: ALL,
  severity: { law: 'warning', official: 'note' },
  source: 'J1 5',
  find: draft => {
    const first = draft.regulation.articles[0]
    if (!first || purposeUnit(draft) || draft.units.length < SHORTEST_WHOLE_DRAFT) return []
    return [
      foundAt(
        first.address,
        { start: first.start, end: Math.min(first.end, first.start + first.label.length) },
        {
          message: both(
            '没有写明制定目的和依据（为了……，根据……，制定本……）',
            'no clause says what the text is made for and on what ground',
          ),
          remedy: both('在第一条写明制定目的和依据', 'say so in the first article'),
        },
      ),
    ]
  },
}

const DEFINES =
  /本(?:条例|规定|办法|细则|规则|法)(?:中)?所称(?:的)?(“[^”]*”|[^，。；：“”]{1,20}?)(，(?:是指|包括)|，指|是指|，是(?!指)|指|，系指)/g

/** 本条例所称……，是指……。 */
const DEFINITION_FORM: Check = {
  name: 'definition-form',
  applies: ALL,
  severity: 'warning',
  source: 'J1 2',
  find: ({ units }) =>
    units.flatMap(unit =>
      [...unit.text.matchAll(DEFINES)]
        .filter(match => !/^，(?:是指|包括)$/.test(match[2]!))
        .map(match => {
          const from = match.index + match[0].length - match[2]!.length
          return foundIn(
            unit,
            { from, to: from + match[2]!.length },
            {
              message: both(
                `定义条款的句式是“本……所称……，是指……”，此处为“${match[2]}”`,
                `a definition says 本……所称……，是指……; here it is ${match[2]}`,
              ),
              remedy: both('改为“，是指”', 'write ，是指'),
              replacement: '，是指',
            },
          )
        }),
    ),
}

const DEFINITION_TWICE: Check = {
  name: 'definition-twice',
  applies: ALL,
  severity: 'warning',
  source: 'J1 2',
  find: ({ units }) => {
    const seen = new Map<string, DraftUnit>()
    return units.flatMap(unit =>
      [...unit.text.matchAll(DEFINES)].flatMap(match => {
        const term = match[1]!.replace(/[“”]/g, '')
        const first = seen.get(term)
        if (!first) {
          seen.set(term, unit)
          return []
        }
        return [
          foundIn(unit, rangeOfMatch(match), {
            message: both(
              `“${term}”在${first.article.label}已有定义`,
              `${term} is defined in ${first.article.label} already`,
            ),
            remedy: both('只保留一处定义', 'define it once'),
          }),
        ]
      }),
    )
  },
}

/** A definition for the whole text stands in the general or the supplementary provisions. */
const DEFINITION_PLACE: Check = {
  name: 'definition-place',
  applies: LAWS,
  severity: 'note',
  source: 'J1 2',
  find: ({ units, regulation: { divisions } }) => {
    if (divisions.length === 0) return []
    const first = divisions[0]!.address
    const general = divisions.filter(
      ({ heading, address }) => address === first || /总则|附则|一般规定|通则/.test(heading),
    )
    return units
      .filter(
        ({ article }) =>
          article.division !== null && !general.some(({ address }) => article.division!.startsWith(address)),
      )
      .flatMap(unit =>
        [...unit.text.matchAll(DEFINES)].map(match =>
          foundIn(unit, rangeOfMatch(match), {
            message: both(
              '适用于全文的定义一般放在总则或者附则',
              'a definition for the whole text stands in the general or supplementary provisions',
            ),
            remedy: both('移至总则或者附则', 'move it there'),
          }),
        ),
      )
  },
}

const FORCE =
  /本(?:条例|规定|办法|细则|规则|规程|制度|意见|方案|章程)[^。]{0,40}(?:自|从|于)[^。]{1,30}(?:施行|实施|执行|实行|生效)|(?:公布|发布|印发|颁布)之日起?(?:施行|实施|执行|实行|生效)|(?:即日|\d日)起?(?:正式)?(?:施行|实施|执行|生效)/

const FORCE_MISSING: Check = {
  name: 'entry-into-force-missing',
  applies: ALL,
  severity: { law: 'error', official: 'warning' },
  source: '立法法 61',
  find: ({ regulation: { articles }, name, units }) => {
    const last = articles.at(-1)
    if (!last || name === null || units.length < SHORTEST_WHOLE_DRAFT) return []
    if (articles.slice(-FORCE_WITHIN).some(article => FORCE.test(articleText(article)))) return []
    return [
      foundAt(
        last.address,
        { start: last.start, end: last.end },
        {
          message: both('没有写明施行日期', 'nothing says from when the text is in force'),
          remedy: both(
            `在最后一条写明“本${name}自×年×月×日起施行”或者“自公布之日起施行”`,
            `say in the last article 本${name}自…起施行`,
          ),
        },
      ),
    ]
  },
}

/** The clause exists but names no day. */
const FORCE_FORM: Check = {
  name: 'entry-into-force-form',
  applies: ALL,
  severity: 'warning',
  source: '立法法 61',
  find: ({ units }) =>
    matchesIn(
      units,
      /本(?:条例|规定|办法|细则|规则|规程)(?:自|从|由|于)?([^，。；]{0,24}?)(?:起)?(?:正式)?(?:施行|实施|执行|生效)(?=[，。；]|$)/g,
    ).flatMap(({ unit, match, range }) => {
      const day = match[1]!
      if (/(?:参照|依照|按照|适用|依据|根据)$/.test(unit.plain.slice(0, range.from))) return []
      if (/\d{4}年\d{1,2}月\d{1,2}日|之日|[〇零一二三四五六七八九十]{4}年|×|X|\d{4}年/.test(day))
        return /^本[^自]{2,3}(?:从|由)/.test(match[0]) ? [saidOtherwise(unit, range)] : []
      if (
        !/^(?:自|从|由|于)/.test(match[0].replace(/^本(?:条例|规定|办法|细则|规则|规程)/, '')) &&
        !/^(?:即日|立即|同时|现)?$/.test(day)
      )
        return []
      if (/组织|负责|监督|依法|贯彻|情况|参照|具体|本/.test(day)) return []
      return [saidOtherwise(unit, range)]
    }),
}

function saidOtherwise(unit: DraftUnit, range: { from: number; to: number }): Finding {
  return foundIn(unit, range, {
    message: both(
      '施行条款要有具体日期或者“自公布之日起”',
      'the clause on entry into force names a day, or 自公布之日起',
    ),
    remedy: both(
      '写明“自×年×月×日起施行”或者“自公布之日起施行”',
      'write 自×年×月×日起施行 or 自公布之日起施行',
    ),
  })
}

const FORCE_LAST: Check = {
  name: 'entry-into-force-last',
  applies: ALL,
  severity: 'warning',
  source: '立法法 61',
  find: ({ regulation: { articles }, units }) => {
    const own = units.filter(({ plain }) =>
      /本(?:条例|规定|办法|细则|规则|规程)自[^，。；]{2,24}起(?:施行|实施|执行|生效)/.test(plain),
    )
    const place = own.length === 0 ? -1 : articles.indexOf(own[0]!.article)
    if (place < 0 || place >= articles.length - FORCE_WITHIN || own.length > 1) return []
    const unit = own[0]!
    const match = /本[\u4e00-\u9fff]{2}自[^，。；]{2,24}起(?:施行|实施|执行|生效)/.exec(unit.plain)!
    return [
      foundIn(unit, rangeOfMatch(match), {
        message: both('施行条款应当是最后一条', 'the clause on entry into force is the last article'),
        remedy: both('移至最后一条', 'move it to the end'),
      }),
    ]
  },
}

/** The predecessor by its full name in 《》, of an official document with its number. */
const REPEAL_FORM: Check = {
  name: 'repeal-form',
  applies: ALL,
  severity: 'warning',
  source: 'convention',
  find: ({ units, genre }) =>
    units.slice(-REPEAL_WITHIN).flatMap(unit =>
      [...unit.text.matchAll(/(?:同时)?(?:废止|停止执行|失效)/g)].flatMap(match => {
        const sentence = sentenceAt(unit.text, match.index)
        if (/以.{0,8}为准|不一致|相抵触|修改|解释|规范性文件的|废止情况|凡/.test(sentence)) return []
        const range = rangeOfMatch(match)
        const from = Math.max(0, range.from - REPEAL_QUOTED)
        const named = sentence.includes('》')
        const clause = unit.text.lastIndexOf('，', range.from) + 1
        if (!named && /原|此前|以前|旧|办法|规则|规定|条例|文件/.test(sentence))
          return [
            foundIn(
              unit,
              { from: Math.max(clause, from), to: range.to },
              {
                message: both(
                  '废止的文件应当写明全称并加书名号',
                  'what is repealed is named in full, in 《》',
                ),
                remedy: both('写明《全称》和发文字号', 'write its full title in 《》 and its number'),
              },
            ),
          ]
        if (named && genre === 'official' && !/〔\d{4}〕|\[\d{4}\]|【\d{4}】|\d+号/.test(sentence))
          return [
            foundIn(
              unit,
              { from: unit.text.lastIndexOf('《', range.from), to: range.to },
              {
                message: both('废止的文件没有写明发文字号', 'what is repealed is named without its number'),
                remedy: both(
                  '在名称后写明发文字号，如（×政发〔2018〕1号）',
                  'add its number behind the title',
                ),
                severity: 'note',
              },
            ),
          ]
        return []
      }),
    ),
}

export const CLAUSES: Check[] = [
  PURPOSE_FORM,
  PURPOSE_MISSING,
  DEFINITION_FORM,
  DEFINITION_TWICE,
  DEFINITION_PLACE,
  FORCE_MISSING,
  FORCE_FORM,
  FORCE_LAST,
  REPEAL_FORM,
]
