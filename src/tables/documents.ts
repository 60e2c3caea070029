import type { RegulationSummary } from '../site-types.ts'
import { articleText, type Unit, unitsOf } from '../structure/address.ts'
import type {
  Analysis,
  Article,
  Division,
  ManifestEntry,
  Metadata,
  Problem,
  Reference,
  Regulation,
} from '../types.ts'
import { countsOf } from './counts.ts'
import { CLEAN, flag, integer, type Table, tableOf, text, UNIT_TEXT } from './table.ts'
import { LONGEST_EXCERPT } from './thresholds.ts'

interface RegulationRow {
  regulation: Regulation
  metadata: Metadata
  counts: RegulationSummary['counts']
  entry: ManifestEntry | undefined
}

/** `regulations.csv`: a row for each document, metadata named after GB/T 9704-2012. */
export function regulationsTable(regulations: Regulation[], entries: ManifestEntry[]): Table {
  const entryOf = new Map(entries.map(entry => [entry.id, entry]))
  const rows = regulations.map(regulation => ({
    regulation,
    metadata: regulation.metadata,
    counts: countsOf(regulation),
    entry: entryOf.get(regulation.id),
  }))
  return tableOf<RegulationRow>(
    { name: 'regulations', title: '文件', description: '每行一份规范性文件及其元数据。' },
    [
      text('id', '标识', '文件的标识，各表以此相连。', row => row.regulation.id),
      text('place', '地区', '制定机关所在地区。', row => row.regulation.place),
      text(
        'province',
        '省份',
        '所属省、自治区、直辖市。',
        row => row.entry?.province ?? row.metadata.province,
      ),
      text('title', '标题', '文件标题，原文字形。', row => row.regulation.title),
      text('script', '字形', 'simplified 简体、traditional 繁体、mixed 混用。', row => row.regulation.script),
      text(
        'numbering',
        '条的编号',
        '条的编号方式，以例示之：第X条、一、 等。',
        row => row.regulation.numbering,
      ),
      text('issuing_authority', '发文机关', '发文机关（原文）。', row => row.metadata.issuing_authority),
      text('document_number', '发文字号', '发文字号（原文）。', row => row.metadata.document_number),
      text('adopted_on', '通过日期', '审议通过的日期，ISO 8601。', row => row.metadata.adopted_on),
      text('adopted_by', '通过会议', '审议通过的会议。', row => row.metadata.adopted_by),
      text('signed_on', '成文日期', '成文日期，ISO 8601。', row => row.metadata.signed_on),
      text('printed_on', '印发日期', '印发日期，ISO 8601。', row => row.metadata.printed_on),
      text('effective', '施行', '施行日期（ISO 8601），或原文所用词语。', row => row.metadata.effective),
      text('replaces_title', '废止文件', '同时废止的文件标题。', row => row.metadata.replaces?.title),
      text(
        'replaces_document_number',
        '废止文件字号',
        '同时废止的文件的发文字号。',
        row => row.metadata.replaces?.document_number,
      ),
      text(
        'replaces_issued_on',
        '废止文件日期',
        '同时废止的文件的印发日期，ISO 8601。',
        row => row.metadata.replaces?.issued_on,
      ),
      text('main_recipients', '主送机关', '主送机关（原文）。', row => row.metadata.main_recipients),
      text('copied_to', '抄送机关', '抄送机关（原文）。', row => row.metadata.copied_to),
      text('disclosure', '公开属性', '公开属性或附注（原文）。', row => row.metadata.disclosure),
      integer('chapters', '章数', '章的数目。', row => row.counts.chapters),
      integer('articles', '条数', '条的数目。', row => row.counts.articles),
      integer('paragraphs', '款数', '款的数目。', row => row.counts.paragraphs),
      integer('items', '项数', '项的数目。', row => row.counts.items),
      integer(
        'characters',
        '字数',
        '各条净文字数（含项的序号，不含条的序号）。',
        row => row.counts.characters,
      ),
      text('file', '来源文件', '语料目录中的原始文件。', row => row.entry?.file),
      text('sha256', '校验和', '原始文件的 SHA-256。', row => row.entry?.sha256),
      text('url', '来源网址', '原始文件的网址。', row => row.entry?.url),
      flag(
        'complete',
        '完整',
        'false：文本似在中途断开，其后应有而未见的，不能据此说没有；缘由见 problems 的 incomplete。',
        row => row.regulation.complete,
      ),
      integer(
        'annexes',
        '附件数',
        '附件、附表的数目；不计入条数和字数。',
        row => row.regulation.annexes.length,
      ),
    ],
    rows,
  )
}

/** `units.csv`: a row for each division, article, paragraph, item, subitem, annex, row and cell, by place in its document. */
export function unitsTable(regulations: Regulation[]): Table {
  return tableOf<Unit>(
    {
      name: 'units',
      title: '单元',
      description: '每行一个编、章、节、条、款、项、目，或附件及其表的一行、一格。',
    },
    [
      text(
        'address',
        '地址',
        '文件/条/款/项/目；章为 文件/cN，节为 文件/cNsM；附件为 文件/aN，其款或表的行为 文件/aN/M，项或格再下一级，附件自有的条为 文件/aN/artM。',
        unit => unit.address,
      ),
      text(
        'kind',
        '层级',
        'part 编、chapter 章、section 节、article 条、paragraph 款、item 项、subitem 目、annex 附件、row 表的一行、cell 其一格。',
        unit => unit.kind,
      ),
      text('parent', '上级', '所属上级单元的地址；最上层为空。', unit => unit.parent || null),
      text('number', '序数', '阿拉伯数字的序数；第十条之一为 10-1。', unit => unit.number),
      text('label', '序号', '原文所印序号（简体）：第四十五条、（七）、附件1。', unit => unit.label || null),
      text('heading', '标题', '章节或附件的标题，或条的题注去其括号（简体）。', unit => unit.heading || null),
      text(
        'text',
        '文字',
        `${UNIT_TEXT}；编、章、节为其标题；附件不含其序号与标题，表的各格各起一行。`,
        unit => unit.text || null,
      ),
      integer('start', '起', '源文本中的起点（含），UTF-16 码元。', unit => unit.start),
      integer('end', '止', '源文本中的终点（不含），UTF-16 码元。', unit => unit.end),
    ],
    regulations.flatMap(unitsOf),
  )
}

interface ArticleRow {
  article: Article
  regulation: Regulation
  chapter: Division | undefined
}

/** `articles.csv`: a row for each article with the chapter it stands in. */
export function articlesTable(regulations: Regulation[]): Table {
  return tableOf<ArticleRow>(
    { name: 'articles', title: '条文', description: '每行一条，附所在章。' },
    [
      text('address', '地址', '文件/条。', row => row.article.address),
      text('regulation', '文件', '文件的标识。', row => row.regulation.id),
      text('chapter', '章', '所在章的地址；无章为空。', row => row.chapter?.address),
      text('chapter_heading', '章名', '所在章的标题（简体）。', row => row.chapter?.heading),
      text('label', '序号', '原文所印序号（简体）。', row => row.article.label),
      text('text', '文字', `${UNIT_TEXT}。`, row => articleText(row.article)),
      integer('paragraphs', '款数', '款的数目。', row => row.article.paragraphs.length),
      integer('items', '项数', '项的数目。', row => itemsIn(row.article)),
      integer('start', '起', '源文本中的起点（含）。', row => row.article.start),
      integer('end', '止', '源文本中的终点（不含）。', row => row.article.end),
      text('heading', '题注', '条的题注去其括号（简体），如 第一条【目的】。', row => row.article.heading),
    ],
    regulations.flatMap(regulation => {
      const chapterOf = chapters(regulation)
      return regulation.articles.map(article => ({
        article,
        regulation,
        chapter: chapterOf(article.division),
      }))
    }),
  )
}

function itemsIn(article: Article): number {
  return article.paragraphs.reduce((sum, paragraph) => sum + paragraph.items.length, 0)
}

/** The chapter that a division is or stands in; a part where there are no chapters. */
function chapters(regulation: Regulation): (address: string | null) => Division | undefined {
  const byAddress = new Map(regulation.divisions.map(division => [division.address, division]))
  return address => {
    let division = byAddress.get(address ?? '')
    while (division?.kind === 'section' && division.parent) division = byAddress.get(division.parent)
    return division
  }
}

/** `references.csv`: a row for each reference inside the text, to an article of the same document or to another law. */
export function referencesTable(regulations: Regulation[]): Table {
  return tableOf<Reference>(
    { name: 'references', title: '引用', description: '每行一处条文内的引用：本文件的条款项，或其他法规。' },
    [
      text('address', '地址', '引用所在的条、款或项。', row => row.from),
      text('kind', '种类', 'internal 本文件内、law 其他法规。', row => row.kind),
      text('text', '引用文字', `引用所用的词语，${CLEAN}。`, row => row.text),
      text(
        'targets',
        '指向',
        '所指单元的地址，以空格相隔；落空或指向其他法规时为空。',
        row => row.to.join(' ') || null,
      ),
      text('law_title', '法规名称', '所引法规的名称。', row => row.law?.title),
      text('law_document_number', '法规文号', '所引法规的发文字号。', row => row.law?.document_number),
      integer('start', '起', '源文本中的起点（含）。', row => row.start),
      integer('end', '止', '源文本中的终点（不含）。', row => row.end),
    ],
    regulations.flatMap(regulation => regulation.references),
  )
}

interface ProblemRow {
  regulation: string
  problem: Problem
  source: string
}

/** `problems.csv`: a row for each doubt of the reader, with the source's own words (the first 200 characters). */
export function problemsTable(
  { regulations, problems }: Pick<Analysis, 'regulations' | 'problems'>,
  sourceOf: (id: string) => string,
): Table {
  const known = new Set(regulations.map(({ id }) => id))
  const inTexts = regulations.flatMap(({ id, problems }) =>
    problems.map(problem => ({ regulation: id, problem })),
  )
  const ofCorpus = problems.map(problem => ({ regulation: problem.regulation, problem }))
  const textOf = (id: string) => (known.has(id) ? sourceOf(id) : '')
  return tableOf<ProblemRow>(
    { name: 'problems', title: '存疑', description: '每行一处阅读程序不能确定之处。' },
    [
      text('regulation', '文件', '文件的标识。', row => row.regulation),
      text('rule', '规则', '提出疑问的规则。', row => row.problem.rule),
      text('severity', '程度', 'error 错误、warning 警告、note 提示。', row => row.problem.severity),
      text('message', '说明', '疑问的内容。', row => row.problem.message),
      integer('start', '起', '源文本中的起点（含）。', row => row.problem.span.start),
      integer('end', '止', '源文本中的终点（不含）。', row => row.problem.span.end),
      text('text', '原文', '源文本在此处的原样文字，至多二百字。', row => excerpt(row)),
    ],
    [...inTexts, ...ofCorpus].map(row => ({ ...row, source: textOf(row.regulation) })),
  )
}

function excerpt({ problem: { span }, source }: ProblemRow): string {
  return source.slice(span.start, Math.min(span.end, span.start + LONGEST_EXCERPT))
}
