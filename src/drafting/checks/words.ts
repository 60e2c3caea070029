import { patternOf } from '../../lexicon/lexicon.ts'
import { RENAMED_BODIES } from '../../lexicon/renamed-bodies.ts'
import { ALL, type Check, type DraftUnit, type Finding } from '../check-types.ts'
import { both, clauseAt, foundIn, matchesIn, rangeOfMatch } from '../findings.ts'
import { CONFUSED_WORD_CHECKS, FORBIDDEN } from './confused-words.ts'

/** Words that the rules of drafting keep apart by the sentence that they stand in. */

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
