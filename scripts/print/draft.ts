import type { Fault } from '../../src/drafting/check-types.ts'
import type { TopicCoverage } from '../../src/drafting/coverage.ts'
import type { DraftReport } from '../../src/drafting/draft.ts'
import { placeLabelOf } from '../../src/drafting/findings.ts'
import type { PeerNumber } from '../../src/drafting/peer-numbers.ts'
import { type Lookup, labelOf } from '../../src/tables/lookup.ts'
import type { Regulation, Severity } from '../../src/types.ts'
import { indented, styled } from './terminal.ts'

export type Language = 'zh' | 'en'

/** What a report is told with: the draft as read, units and places of the peers, and the share that makes a topic common. */
export interface DraftTold {
  report: DraftReport
  regulation: Regulation
  lookup: Lookup
  places: Map<string, string>
  /** A topic is told as lacking where this share of the peers have it. */
  share: number
  language: Language
}

interface Section {
  title: string
  lines: string[]
}

/** The report for a terminal: sections with a line for each finding, the most urgent first. */
export function tellDraft(told: DraftTold): string {
  return sectionsOf(told)
    .map(({ title, lines }) => [styled('bold', title), ...lines.map(line => indented(line, '  '))].join('\n'))
    .join('\n')
}

/** The same as Markdown. */
export function draftMarkdown(told: DraftTold): string {
  const title = told.report.read.title
  const sections = sectionsOf(told).map(({ title, lines }) =>
    [`## ${title}`, ...(lines.length > 0 ? ['', ...lines.map(line => `- ${escaped(line)}`)] : [])].join('\n'),
  )
  return [`# ${escaped(title)}`, ...sections].join('\n\n')
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|~#]/g, '\\$&').replace(/\n/g, ' ')
}

function sectionsOf(told: DraftTold): Section[] {
  const { report, language, share, places, regulation } = told
  const words = WORDS[language]
  const peers = places.size
  const lacking = report.coverage.filter(({ state }) => state === 'no' || state === 'mentioned')
  const common = lacking.filter(({ peers: having }) => having.length >= share * peers)
  const present = report.coverage.filter(({ state }) => state === 'yes' || state === 'partly')
  const numbers = (verdict: PeerNumber['verdict']) => report.numbers.filter(each => each.verdict === verdict)
  return [
    { title: words.read(report), lines: [] },
    ...SEVERITIES.map(severity => ({
      title: words.severity[severity](report.faults.filter(each => each.severity === severity).length),
      lines: report.faults
        .filter(each => each.severity === severity)
        .map(fault => faultLine(fault, regulation, language)),
    })),
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
  ]
}

const SEVERITIES: Severity[] = ['error', 'warning', 'note']

function faultLine(fault: Fault, regulation: Regulation, language: Language): string {
  const place = placeLabelOf(regulation, fault.address) || '–'
  const [message, remedy] =
    language === 'zh' ? [fault.message, fault.remedy] : [fault.message_en, fault.remedy_en]
  const quote = fault.quote.length > LONGEST_QUOTE ? `${fault.quote.slice(0, LONGEST_QUOTE)}…` : fault.quote
  return `${place} 「${quote}」 ${message}；${remedy} [${fault.rule}, ${fault.source}]`
}
// A quote is there to find the place by.
const LONGEST_QUOTE = 40

function topicLine({ zh, en, topic, state, places, peers }: TopicCoverage, told: DraftTold): string {
  const { language, regulation } = told
  const name = language === 'zh' ? zh : en || topic
  const having = peers.slice(0, 5).map(({ id }) => told.places.get(id) ?? id)
  const own = places.map(
    ({ address, quote }) => `${placeLabelOf(regulation, address)} 「${quote.slice(0, LONGEST_QUOTE)}」`,
  )
  const others = `${peers.length}/${told.places.size} ${having.join('、')}${peers.length > having.length ? '等' : ''}`
  return [`${name} (${WORDS[language].state[state]})`, others, ...own.slice(0, 1)].join('  ')
}

function numberLine(
  { address, quote, subject, peers, low, high, median }: PeerNumber,
  told: DraftTold,
): string {
  const place = address === '' ? '' : `${placeLabelOf(told.regulation, address)} `
  const others = peers.map(
    each =>
      `${told.places.get(each.address.split('/')[0]!) ?? ''}${labelOf(told.lookup, each.address)} ${each.quote}`,
  )
  return `${place}${subject} ${quote}  (n=${peers.length}, ${low}–${high}, ${WORDS[told.language].median} ${median}): ${others.join('；')}`
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
    state: { yes: 'yes', partly: 'partly', mentioned: 'mentioned elsewhere', no: 'no' },
    ladder: { gap: 'gap', overlap: 'overlap', contradiction: 'contradiction' },
    sound: 'fits together',
    median: 'median',
  },
}
