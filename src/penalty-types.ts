import type { Range, Span } from './unit-types.ts'

/** Types of penalties: who is punished how, for which act; the rest of the pipeline's types stand in types.ts. */

/**
 * What follows on a breach.
 *
 * - `fine`: 罚款.
 * - `warning`: 警告, and 通报批评, which 行政处罚法 9 names beside it.
 * - `confiscation`: 没收.
 * - `detention`: 拘留, 有期徒刑 and the like.
 * - `licence-revocation`: 吊销许可证, 取消资格.
 * - `take-away`: 扣留, 暂扣, 收缴, 收容, 拖移: a thing is taken, for a time or to be kept elsewhere.
 * - `order-to-correct`: 责令改正, 责令停止违法行为, 限期清除.
 * - `other`: all else: 依法处罚, 给予处分, 责令停产停业, 赔偿损失, 追究刑事责任.
 */
export type SanctionKind =
  | 'fine'
  | 'warning'
  | 'confiscation'
  | 'detention'
  | 'licence-revocation'
  | 'take-away'
  | 'order-to-correct'
  | 'other'

/** One sanction: act × addressee × stage × kind. Words are the document's own, simplified. */
export interface Penalty {
  /** Id of the act: one over all documents. */
  act: string
  /** Deepest unit in which the act is punished: paragraph, item, subitem, or cell of an annex's table. */
  address: string
  /** Id of the statement quoted, `zhongwei/45/3#2`; null in an annex. */
  statement: string | null
  /** The quoted sentence in the unit's clean text, and in the source. */
  range: Range
  span: Span
  /** Clean words of the sentence that punishes; of an item punished by its lead-in the item's. */
  quote: string
  /** The act in this document's words: 随地吐痰. */
  deed: string
  /** Addresses of the units that lay the duty down: those cited, else those of the same document that say it most alike. */
  duty: string[]
  kind: SanctionKind
  /** Who is punished, where it is named: 个人, 单位, 养犬人. */
  addressee: string | null
  /** What must come on top of the act: 逾期不改正, 情节严重. */
  condition: string | null
  /** Ends of a fine in 元; null where there is none, as of a multiple, whose ends are `times`: 一倍以上三倍以下. */
  min: number | null
  max: number | null
  times: [min: number | null, max: number | null] | null
  /** What a fine is counted per (每平方米, 每只), or what it is a multiple or a share of (违法所得的倍数). */
  per: string | null
  /** Who punishes. */
  authority: string | null
  /** How it stands beside the sanction before it, what is inferred, and of kind `other` its words. */
  note: string
}

/** How a document stands to an act. */
export type ActState =
  /** A sanction clause punishes it. */
  | 'punished'
  /** A duty or prohibition lays it down, no sanction clause of the document punishes it. */
  | 'forbidden'
  /** Nothing was found in the whole document. */
  | 'not-found'
  /** Nothing was found, and the text is cut off: it may stand in what is lost. */
  | 'incomplete'

/** An act that some document punishes: a row over all documents. */
export interface PunishedAct {
  /** Stable: made from its members' words. */
  id: string
  /** The words of the member that is most like all others. */
  zh: string
  /** There is no honest English for words that the program found: the same as `zh`. */
  en: string
  /** Of each document in their order, with the addresses of its clauses or duties. */
  states: { regulation: string; state: ActState; addresses: string[] }[]
}
