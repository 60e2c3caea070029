import type { Fault } from '../drafting/check-types.ts'
import type { TopicCoverage } from '../drafting/coverage.ts'
import type { DraftReport } from '../drafting/draft.ts'
import { placeLabelOf } from '../drafting/findings.ts'
import { measureText, type PeerNumber, rangeText } from '../drafting/peer-numbers.ts'
import { documentOf } from '../structure/address.ts'
import type { Regulation, Severity } from '../types.ts'
import { paragraph, titleOf, wordDocument } from './word.ts'

export type Language = 'zh' | 'en'

/** What a report is told with: the draft as read, names and places of the peers' units, and the share that makes a topic common. */
export interface DraftTold {
  report: DraftReport
  regulation: Regulation
  /** How a peer's unit is cited. */
  labelOf: (address: string) => string
  places: Map<string, string>
  /** A topic is told as lacking where this share of the peers have it. */
  share: number
  language: Language
  /** Why the drafter does not follow a finding; null where it stands. Left out: every finding stands. */
  ignored?: (fault: Fault) => string | null
  /** Why the drafter does not need a topic, by its id. */
  unneeded?: Record<string, string>
}

export interface Section {
  title: string
  lines: string[]
}

/** The report in sections with a line for each finding, the most urgent first. */
export function reportSections(told: DraftTold): Section[] {
  const { report, language, share, places, regulation, ignored = () => null, unneeded = {} } = told
  const words = WORDS[language]
  const peers = places.size
  const lacking = report.coverage.filter(
    ({ state, topic }) => (state === 'no' || state === 'mentioned') && unneeded[topic] === undefined,
  )
  const common = lacking.filter(({ peers: having }) => having.length >= share * peers)
  const present = report.coverage.filter(({ state }) => state === 'yes' || state === 'partly')
  const numbers = (verdict: PeerNumber['verdict']) => report.numbers.filter(each => each.verdict === verdict)
  const standing = report.faults.filter(fault => ignored(fault) === null)
  const dismissed = report.faults.filter(fault => ignored(fault) !== null)
  const set = report.coverage.filter(({ topic }) => unneeded[topic] !== undefined)
  return [
    { title: words.read(report), lines: [] },
    ...SEVERITIES.map(severity => {
      const own = standing.filter(each => each.severity === severity)
      return {
        title: words.severity[severity](own.length),
        lines: own.map(fault => faultLine(fault, regulation, language)),
      }
    }),
    { title: words.lacking(common.length), lines: common.map(topic => topicLine(topic, told)) },
    { title: words.present(present.length), lines: present.map(topic => topicLine(topic, told)) },
    {
      title: words.outside(numbers('outside').length),
      lines: numbers('outside').map(each => numberLine(each, told)),
    },
    {
      title: words.missing(numbers('missing').length),
      lines: numbers('missing').map(each => numberLine(each, told)),
    },
    {
      title: words.ladders(report.ladders.length),
      lines: report.ladders.map(
        ({ subject, fault, quote }) =>
          `${subject}: ${fault === null ? words.sound : words.ladder[fault]}; ${quote}`,
      ),
    },
    {
      title: words.doubts(report.read.problems.length),
      lines: report.read.problems.map(({ severity, message }) => `${severity}: ${message}`),
    },
    ...(dismissed.length + set.length === 0
      ? []
      : [
          {
            title: words.dismissed(dismissed.length + set.length),
            lines: [
              ...dismissed.map(
                fault => `${faultLine(fault, regulation, language)}: ${ignored(fault) || '–'}`,
              ),
              ...set.map(
                topic =>
                  `${language === 'zh' ? topic.zh : topic.en || topic.topic}: ${unneeded[topic.topic] || '–'}`,
              ),
            ],
          },
        ]),
  ]
}

/** The report as Markdown. */
export function draftMarkdown(told: DraftTold): string {
  const sections = reportSections(told).map(({ title, lines }) =>
    [`## ${title}`, ...(lines.length > 0 ? ['', ...lines.map(line => `- ${escaped(line)}`)] : [])].join('\n'),
  )
  return [`# ${escaped(told.report.read.title)}`, ...sections].join('\n\n')
}

/** The report as a Word document. */
export function reportDocx(told: DraftTold): Uint8Array {
  const { report, language } = told
  const [, ...sections] = reportSections(told)
  const body = sections
    .filter(({ lines }) => lines.length > 0)
    .map(
      ({ title, lines }) =>
        paragraph(title, { font: '黑体', keep: true, level: 1, before: 200 }) +
        lines.map((line, at) => paragraph(`${at + 1}. ${line}`, { size: '小四', indent: true })).join(''),
    )
  const title = `${report.read.title} ${WORDS[language].title}`.trim()
  return wordDocument(
    titleOf(title) +
      paragraph(WORDS[language].read(report), { font: '楷体', align: 'center' }) +
      body.join(''),
  )
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|~#]/g, '\\$&').replace(/\n/g, ' ')
}

const SEVERITIES: Severity[] = ['error', 'warning', 'note']

function faultLine(fault: Fault, regulation: Regulation, language: Language): string {
  const place = placeLabelOf(regulation, fault.address) || '–'
  const [message, remedy] =
    language === 'zh' ? [fault.message, fault.remedy] : [fault.message_en, fault.remedy_en]
  const quote = fault.quote.length > LONGEST_QUOTED ? `${fault.quote.slice(0, LONGEST_QUOTED)}…` : fault.quote
  return `${place} 「${quote}」 ${message}；${remedy} [${fault.rule}, ${fault.source}]`
}
// A quote is there to find the place by.
const LONGEST_QUOTED = 40

function topicLine({ zh, en, topic, state, places, peers }: TopicCoverage, told: DraftTold): string {
  const { language, regulation } = told
  const name = language === 'zh' ? zh : en || topic
  const having = peers.slice(0, 5).map(({ id }) => told.places.get(id) ?? id)
  const own = places.map(
    ({ address, quote }) => `${placeLabelOf(regulation, address)} 「${quote.slice(0, LONGEST_QUOTED)}」`,
  )
  const others = `${peers.length}/${told.places.size} ${having.join('、')}${peers.length > having.length ? '等' : ''}`
  return [`${name} (${WORDS[language].state[state]})`, others, ...own.slice(0, 1)].join('  ')
}

function numberLine(number: PeerNumber, told: DraftTold): string {
  const { address, quote, subject, peers, median, unit } = number
  const { language } = told
  const place = address === '' ? '' : `${placeLabelOf(told.regulation, address)} `
  const others = peers.map(
    each => `${told.places.get(documentOf(each.address)) ?? ''}${told.labelOf(each.address)} ${each.quote}`,
  )
  return `${place}${subject} ${quote}  (n=${peers.length}, ${rangeText(number)[language]}, ${WORDS[language].median} ${measureText(median, unit)[language]}): ${others.join('；')}`
}

const WORDS = {
  zh: {
    read: ({ read }: DraftReport) => `《${read.title}》 ${read.articles} 条，序号样式“${read.numbering}”`,
    severity: {
      error: (count: number) => `错误 (${count})`,
      warning: (count: number) => `警告 (${count})`,
      note: (count: number) => `提示 (${count})`,
    },
    lacking: (count: number) => `同类文件多有而草案没有 (${count})`,
    present: (count: number) => `已有 (${count})`,
    outside: (count: number) => `数字在各地范围之外 (${count})`,
    missing: (count: number) => `各地多有而草案没有的数字 (${count})`,
    ladders: (count: number) => `审批权限分档 (${count})`,
    doubts: (count: number) => `读入时的存疑 (${count})`,
    dismissed: (count: number) => `起草人说明不采纳的 (${count})`,
    title: '体检报告',
    state: { yes: '有', partly: '部分', mentioned: '他处提及', no: '无' },
    ladder: { gap: '有空当', overlap: '重叠', contradiction: '自相矛盾' },
    sound: '首尾相接',
    median: '中位数',
  },
  en: {
    read: ({ read }: DraftReport) => `${read.title}: ${read.articles} articles, numbered ${read.numbering}`,
    severity: {
      error: (count: number) => `Errors (${count})`,
      warning: (count: number) => `Warnings (${count})`,
      note: (count: number) => `Notes (${count})`,
    },
    lacking: (count: number) => `Most peers have, the draft has not (${count})`,
    present: (count: number) => `The draft has (${count})`,
    outside: (count: number) => `Numbers outside the range of the peers (${count})`,
    missing: (count: number) => `Numbers that most peers give, the draft does not (${count})`,
    ladders: (count: number) => `Decision ladders (${count})`,
    doubts: (count: number) => `Doubts in reading (${count})`,
    dismissed: (count: number) => `Set aside by the drafter (${count})`,
    title: ': report',
    state: { yes: 'yes', partly: 'partly', mentioned: 'mentioned elsewhere', no: 'no' },
    ladder: { gap: 'gap', overlap: 'overlap', contradiction: 'contradiction' },
    sound: 'fits together',
    median: 'median',
  },
}
