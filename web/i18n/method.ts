import { shown } from '../parts/script.ts'
import { type Language, language } from '../parts/settings.ts'
import { dictionary } from './index.ts'

const zh = {
  contents: '本页目录',
  how: '怎样得来',
  quality: '做得多好',
  structure: '结构',
  provisions: '数值规定',
  alignment: '条文对应',
  differences: '差异归类',
  elsewhere: '其他文本',
  'other-figures': '其他分数',
  misses: '已知错漏',
  tables: '数据表',
  downloads: '下载',
  citing: '怎样引用',
  licence: '许可',

  'quality-none': '这一语料没有人工标注的对照，所以没有分数。',
  'quality-measured':
    '程序的结果与细读者所得逐项对照；结构、数值规定与条文对应的错漏逐条列出，差异归类只抽样判定，报其件数。',
  'quality-documents': '对照的文件：{places}。',
  'quality-readers':
    '条文对应与数值规定由两位读者各自标注，互不参看；“读者之间”一行是两人彼此的吻合程度，可作上限看。',
  'quality-caveat':
    '须注意：编写规则时读过这些文件，结构与数值两项的分数因此偏高。条文对应的分数由留出法得来，所测的文件不参与拟合。新文件会怎样，以“其他文本”一节为准。',
  'structure-note': '逐项比对：编号、文字与在原文中的位置都对，才算对。',
  'provisions-note': '一处数值规定的数、上限、比较、单位、周期、种类全对，才算全对；精确率与召回率按全对计。',
  'alignment-note':
    '同一事项：两条回答同一个问题。连同部分对应：只讲到对方一部分的也算在内。孪生对同出一源，几乎逐字相同，用什么方法都容易，所以与难对分列。',
  'alignment-pairs': '每两份文件的 F1',
  'alignment-pairs-note': '色深者高。点开可看两份文件的条文对应。',
  'differences-note':
    '从程序指出的差异中随机抽取，由人阅读判定：两段确实相对，差异确实存在，种类与说明都对，才算对。格中为对的件数与抽取的件数。',
  'reliability-title': '可信度准不准',
  'reliability-note':
    '程序说“可信度 0.7”的对应，应当有七成为真。每点是十分之一段内的对应，横轴是程序所说，纵轴是其中为真的比例，点在斜线上即为准；点的大小随件数。',
  'reliability-said': '程序所说',
  'reliability-seen': '其中为真',
  'reliability-of': '件数',
  'reliability-table': '图中数据',
  'elsewhere-note':
    '数值规定：规则定稿之后才读的文本，按当时所得计。条文对应：拟合权重时留出的文本，只计难对。结构：另几类文本，以现行规则读，特殊之处见 tests/structure-corpora.test.ts。判定存于 tests/gold，测量报告存于 tests/golden。',
  'misses-none': '没有已知错漏。',
  'misses-note': '共 {n} 条，按步骤、文件与种类归组。凡本语料有的文件，地址都通到原文。',
  'misses-pair': '{a} – {b}',
  'miss-relations': '应为{wanted}，得{found}',
  readers: '读者之间',
  fact: '项目',
  'right-of': '对 / 共',
  count: '数目',
  setting: '做法',
  scope: '文件对',
  edges: '连同部分对应',
  equivalents: '同一事项',
  precision: '精确率',
  recall: '召回率',
  f1: 'F1',
  kind: '种类',
  'all-kinds': '合计',
  texts: '文本',
  figure: '指标',
  value: '值',
  stage: '步骤',

  'tables-note':
    '同样的输入总是得到逐字节相同的表。CSV 为 UTF-8，带字节顺序标记，可直接用 Excel 打开；空单元格表示缺失。',
  column: '列',
  type: '类型',
  name: '名称',
  description: '说明',
  rows: '{n} 列',
  'type-string': '文字',
  'type-integer': '整数',
  'type-number': '数',
  'type-boolean': '是否',
  'downloads-note':
    '一个压缩包，内有全部数据表、工作簿、JSON、每份文件的 Akoma Ntoso 与原文，以及一份说明各文件、版本、引用与许可的 README。',
  'downloads-note-single':
    '一个压缩包，内有本页随带的全部数据，以及一份说明各文件、版本、引用与许可的 README。',
  'download-all': '全部下载（zip）',
  packing: '正在打包 {done} / {all}',
  packed: '已保存：{file}，内有 {n} 个文件',
  'download-table': '下载',

  'cite-gb': 'GB/T 7714—2015',
  'cite-en': '英文',
  'cite-bibtex': 'BibTeX',
  'cite-hint':
    '引用时补上查阅的日期。版本与语料号指明所用的程序与文本：二者相同，表就逐字节相同。每一页的地址都能重现同一画面，可一并引用。',
  'copy-citation': '复制（{form}）',
  copy: '复制',
  'licence-text': '程序以 MIT 许可发布。规范性文件的原文不受著作权保护（著作权法第五条）。',
}

const en: Record<keyof typeof zh, string> = {
  contents: 'On this page',
  how: 'How it is made',
  quality: 'How good it is',
  structure: 'Structure',
  provisions: 'Provisions with numbers',
  alignment: 'Counterparts',
  differences: 'Kinds of differences',
  elsewhere: 'Other texts',
  'other-figures': 'Other figures',
  misses: 'Known misses',
  tables: 'Tables',
  downloads: 'Downloads',
  citing: 'How to cite',
  licence: 'Licence',

  'quality-none': 'No reader has annotated this corpus, so there are no figures.',
  'quality-measured':
    'What the program finds is compared, item by item, with what careful readers found. Every miss of structure, numbers and counterparts is listed; kinds of difference were judged on samples, and are only counted.',
  'quality-documents': 'Measured on: {places}.',
  'quality-readers':
    'Counterparts and provisions were annotated by two readers, each alone; “between readers” is how far they agree with each other, and may be taken as the ceiling.',
  'quality-caveat':
    'A caveat: these texts were read while the rules were written, so the figures for structure and provisions flatter. Those for counterparts come from fitting without the document that is measured. What to expect of a new document is best read under “Other texts”.',
  'structure-note': 'Item by item: number, words and place in the source must all be right.',
  'provisions-note':
    'Fully right: value, upper bound, comparator, unit, period and measure all agree. Precision and recall count what is fully right.',
  'alignment-note':
    'Same subject: the two articles answer the same question. Partial too: also where one covers only part of the other. Twin pairs share an ancestor almost word for word and flatter every method, so they are reported apart from the hard pairs.',
  'alignment-pairs': 'F1 of each two documents',
  'alignment-pairs-note': 'The deeper the shade, the higher. Each cell opens the two documents side by side.',
  'differences-note':
    'Differences drawn at random and judged by reading: right where the passages answer each other, the difference is there, and its kind and note are true. Cells give right of drawn.',
  'reliability-title': 'Are the probabilities to be believed?',
  'reliability-note':
    'Of the counterparts given a probability of 0.7, seven in ten should be real. Each dot is a tenth of the scale: across, what the program said; up, the share that is real. On the diagonal the program is right about itself. Size grows with the number of cases.',
  'reliability-said': 'said',
  'reliability-seen': 'real',
  'reliability-of': 'cases',
  'reliability-table': 'The figures of this chart',
  'elsewhere-note':
    'Provisions: texts first read after the rules were frozen, as found then. Counterparts: texts left out when the weights were fitted, hard pairs only. Structure: other genres, by the rules as they are now; tests/structure-corpora.test.ts says what is odd about some. Judgements are kept in tests/gold, reports in tests/golden.',
  'misses-none': 'No misses are known.',
  'misses-note':
    '{n} in all, by step, documents and kind. An address leads to the text wherever this corpus has the document.',
  'misses-pair': '{a} – {b}',
  'miss-relations': '{wanted}, found {found}',
  readers: 'Between readers',
  fact: 'Item',
  'right-of': 'right / all',
  count: 'Number',
  setting: 'Setting',
  scope: 'Pairs',
  edges: 'Partial too',
  equivalents: 'Same subject',
  precision: 'Precision',
  recall: 'Recall',
  f1: 'F1',
  kind: 'Kind',
  'all-kinds': 'All',
  texts: 'Texts',
  figure: 'Figure',
  value: 'Value',
  stage: 'Step',

  'tables-note':
    'The same input always gives the same bytes. CSV is UTF-8 with a byte order mark and opens in Excel as it is; empty cells are missing values. Descriptions of columns are in Chinese.',
  column: 'Column',
  type: 'Type',
  name: 'Title',
  description: 'Description',
  rows: 'columns: {n}',
  'type-string': 'text',
  'type-integer': 'integer',
  'type-number': 'number',
  'type-boolean': 'yes or no',
  'downloads-note':
    'One zip with all tables, the workbook, JSON, each document as Akoma Ntoso and as plain text, and a README on files, version, citation and licence.',
  'downloads-note-single':
    'One zip with all data that this page carries, and a README on files, version, citation and licence.',
  'download-all': 'Download everything (zip)',
  packing: 'Packing {done} / {all}',
  packed: 'Saved: {file}, {n} files',
  'download-table': 'Download',

  'cite-gb': 'GB/T 7714—2015',
  'cite-en': 'English',
  'cite-bibtex': 'BibTeX',
  'cite-hint':
    'Add the date on which you read it. Version and corpus name the program and the texts: where both are the same, so are the tables, byte for byte. The address of every page opens the same view again and can be cited with it.',
  'copy-citation': 'Copy ({form})',
  copy: 'Copy',
  'licence-text':
    'The program is published under the MIT licence. Texts of regulations are not under copyright (Copyright Law of the PRC, art. 5).',
}

/** Words of this view. */
export const m = dictionary<keyof typeof zh>(zh, en)

/** Names that measurements are kept under, in both languages. */
const LABELS: Record<string, Record<Language, string>> = {
  articles: { zh: '条', en: 'articles 条' },
  chapters: { zh: '章', en: 'chapters 章' },
  paragraphs: { zh: '款', en: 'paragraphs 款' },
  items: { zh: '项', en: 'items 项' },
  metadata: { zh: '题名、文号、日期等', en: 'title, number, dates and other metadata' },
  noise: { zh: '杂质（页码、转换之误等）', en: 'noise (page numbers, faults of conversion …)' },
  'documents with every character accounted for': {
    zh: '每个字都有归属的文件',
    en: 'documents with every character accounted for',
  },
  'numbered without gap, every character accounted for': {
    zh: '编号连续、每个字都有归属',
    en: 'numbered without gap, every character accounted for',
  },
  found: { zh: '找到', en: 'found' },
  'fully right': { zh: '全对', en: 'fully right' },
  'subject right': { zh: '对象正确', en: 'subject right' },
  predicted: { zh: '程序读出', en: 'read by the program' },
  same: { zh: '读者之间', en: 'between readers' },
  precision: { zh: '精确率', en: 'precision' },
  recall: { zh: '召回率', en: 'recall' },
  'recall found': { zh: '召回率（找到）', en: 'recall, found' },
  'recall fully right': { zh: '召回率（全对）', en: 'recall, fully right' },
  f1: { zh: 'F1', en: 'F1' },
  'equivalents f1': { zh: '同一事项 F1', en: 'same subject, F1' },
  'all edges f1': { zh: '连同部分对应 F1', en: 'partial too, F1' },
  equivalents: { zh: '同一事项', en: 'same subject' },
  'all edges': { zh: '连同部分对应', en: 'partial too' },

  'no codebook': { zh: '只凭模型', en: 'Model alone' },
  'with codebook': { zh: '参考人工主题', en: 'With codebook' },
  'hard pairs': { zh: '难对', en: 'hard pairs' },
  'twin pairs': { zh: '孪生对', en: 'twin pairs' },
  'all pairs': { zh: '全部对', en: 'all pairs' },

  structure: { zh: '结构', en: 'Structure' },
  provisions: { zh: '数值规定', en: 'Provisions with numbers' },
  alignment: { zh: '条文对应', en: 'Counterparts' },
  families: { zh: '主题', en: 'Topics' },
  other: { zh: '其他', en: 'Other' },

  equivalent: { zh: '同一事项', en: 'same subject' },
  partial: { zh: '部分对应', en: 'partial' },
  'equivalent-or-partial': { zh: '同一事项或部分对应', en: 'same subject or partial' },
  none: { zh: '无', en: 'none' },
  missing: { zh: '漏', en: 'missing' },
  extra: { zh: '多', en: 'not there' },
  wrong: { zh: '错', en: 'wrong' },
  subject: { zh: '对象不对', en: 'subject wrong' },

  gold: { zh: '本语料各件', en: 'documents of this corpus' },
  civility: { zh: '文明行为促进条例', en: 'civility 文明行为促进条例' },
  greening: { zh: '绿化条例', en: 'greening 绿化条例' },
  'business-environment': { zh: '优化营商环境条例', en: 'business environment 优化营商环境条例' },
  'company-law': { zh: '公司法（2005 年）', en: 'Company Law 公司法 (2005)' },
  'rules of procedure of the standing committee, workers’ congresses, water supply': {
    zh: '常委会议事规则、职工代表大会、供水',
    en: 'rules of procedure of the standing committee, workers’ congresses, water supply',
  },
  'bicycles and electric bicycles, emergency medical services': {
    zh: '自行车与电动自行车、急救医疗',
    en: 'bicycles and electric bicycles, emergency medical services',
  },
  'another genre, rules as they are now': {
    zh: '另一类，现行规则',
    en: 'another genre, rules as they are now',
  },
  'genre left out': { zh: '整类留出', en: 'genre left out' },
  'document left out': {
    zh: '逐件留出，另与其他各类一同拟合',
    en: 'document left out, fitted on the other genres too',
  },
  'document left out, with codebook': {
    zh: '逐件留出，另与其他各类一同拟合，参考人工主题',
    en: 'document left out, fitted on the other genres too, with codebook',
  },

  'before mending': { zh: '修订前', en: 'before mending' },
  'after mending': { zh: '修订后', en: 'after mending' },
  'after mending, again': { zh: '修订后再抽', en: 'after mending, again' },
  'unseen genre, before mending': { zh: '未读过的一类，修订前', en: 'unseen genre, before mending' },
  'unseen genre, after mending': { zh: '未读过的一类，修订后', en: 'unseen genre, after mending' },
  'five regulations, families of the codebook': {
    zh: '工作规则五件，按人工主题',
    en: 'five regulations, topics of the codebook',
  },
  'civility, four documents, pairs aligned by reading': {
    zh: '文明行为促进条例四件，由人对应',
    en: 'civility, four documents, aligned by reading',
  },

  'regulations.csv': { zh: '文件', en: 'Documents' },
  'units.csv': { zh: '单元', en: 'Units' },
  'articles.csv': { zh: '条文', en: 'Articles' },
  'references.csv': { zh: '引用', en: 'References' },
  'provisions.csv': { zh: '数字规定', en: 'Provisions with numbers' },
  'ladders.csv': { zh: '决定权限', en: 'Who decides on how much' },
  'alignment.csv': { zh: '条文对应', en: 'Counterparts' },
  'families.csv': { zh: '对照表', en: 'Topics' },
  'family_members.csv': { zh: '对照表（长表）', en: 'Topics, one member a row' },
  'differences.csv': { zh: '差异', en: 'Differences' },
  'problems.csv': { zh: '存疑', en: 'Doubts' },
  'datapackage.json': {
    zh: '各表各列的名称、类型与说明（Frictionless Data Package）',
    en: 'names, types and meanings of all columns (Frictionless Data Package)',
  },
  'guijian.xlsx': {
    zh: '全部数据表与对照表，一个工作簿',
    en: 'all tables in one workbook, with the comparison in coloured runs',
  },
  'guijian.json': { zh: '全部结果，JSON', en: 'everything, as JSON' },
  'guijian.schema.json': { zh: 'guijian.json 的 JSON Schema', en: 'JSON Schema of guijian.json' },
  'akn/': { zh: 'Akoma Ntoso（XML）', en: 'Akoma Ntoso (XML)' },
  'sources/': { zh: '解码后的原文，UTF-8', en: 'decoded source text, UTF-8' },
}

/** The label of a name that a measurement is kept under; the name itself where there is none. */
export function labelOf(name: string): string {
  const label = labelIn(name, language())
  return language() === 'en' ? label : shown(label)
}

/** The same in one of the languages, whichever the reader's. */
export function labelIn(name: string, chosen: Language): string {
  const frozen = /^rules frozen at (\w+)$/.exec(name)?.[1]
  if (frozen) return chosen === 'en' ? `rules frozen at ${frozen}` : `规则定稿于 ${frozen}`
  return LABELS[name]?.[chosen] ?? name
}

/** How the site comes about, step by step: name and explanation. */
export const METHOD: Record<Language, [name: string, words: string][]> = {
  zh: [
    [
      '读入',
      '原始文件一字不改地保存。按字节判定编码（UTF-8、GB18030、Big5 等），网页、docx、pdf 取出正文；读不准的地方列为存疑，不猜测。',
    ],
    [
      '归一',
      '简繁、全角半角、括号、破折号只在入口处统一一次，长度不变，所以每个字都能回到原文的位置。显示用简体、繁体还是原文字形，只是看法不同，不改数据。',
    ],
    [
      '结构',
      '从“第X条”“一、”等编号中选出最连贯的一列，分出章、节、条、款、项、目。原文的每一个字都有归属：标签、标题、正文，或写明种类的版头、版记与杂质。',
    ],
    [
      '数字',
      '先认出数量（数、单位、以上以下、含不含本数、大约与原则），再按有序的规则判断它规定的是什么：多久开一次会、多少人才能开、多少钱由谁定、几天内要办。“以上、以下、以内”含本数，“超过、不满”不含（民法典第一千二百五十九条）。',
    ],
    [
      '对应',
      '逐条、逐款比较词语、短语、位置与数量，判断两条是同一事项、部分对应还是无关，并给出经校准的可信度与依据。由人阅读判定过的，以人的判定为准，并注明。',
    ],
    ['主题', '互相对应的条款归成一行，一条讲两件事就出现在两行。'],
    [
      '差异',
      '按词比较，数量、法律名称、机构名称各作一个整体；只差标点、字形、空格的不算差异；各地自己的名称（本市、本省）默认不算差异，可以打开。',
    ],
  ],
  en: [
    [
      'Read',
      'Files are kept as they came. The encoding is decided from the bytes (UTF-8, GB18030, Big5 and others); the text is taken out of web pages, docx and pdf. What cannot be read for certain is listed as a doubt, not guessed.',
    ],
    [
      'Fold',
      'Script, width, brackets and dashes are settled once, at the door, without changing the length, so every character leads back to its place in the source. Simplified, traditional or original display is a view and changes no data.',
    ],
    [
      'Structure',
      'Among candidate headings (第X条, 一、 …) the most consistent sequence is chosen: chapters 章, sections 节, articles 条, paragraphs 款, items 项, subitems 目. Every character of the source is accounted for: label, heading, text, or a named kind of front matter, back matter or noise.',
    ],
    [
      'Numbers',
      'Quantities are recognised first (number, unit, bound, hedge); ordered rules then say what they regulate: how often, how many make a quorum, who decides above which sum, within how many days. 以上, 以下 and 以内 include the bound, 超过 and 不满 exclude it (Civil Code, art. 1259).',
    ],
    [
      'Counterparts',
      'Articles and paragraphs are compared by words, phrases, position and quantities; a small model says whether two answer the same question, partly or not at all, with a calibrated probability and its evidence. What people decided by reading stands, and is marked.',
    ],
    ['Topics', 'Units that answer each other make a row; an article with two subjects stands in two rows.'],
    [
      'Differences',
      'Texts are compared word by word, with quantities, law names and bodies as wholes. Differences of punctuation, script and spacing are never shown; names that must differ (the own city, the own province) are folded unless asked for.',
    ],
  ],
}

/** A file of the archive; of a document's own file also the document's title. */
export interface PackedFile {
  name: string
  document: string | null
}

/** The README of the archive, line by line: always in both languages, for whoever the archive is passed on to. */
export function archiveReadme(
  { title, version, corpus }: { title: string; version: string; corpus: string },
  files: PackedFile[],
  citations: { gb: string; english: string; bibtex: string },
): string[] {
  const part = (chosen: Language) => {
    const words = README[chosen]
    return [
      words.title.replace('{title}', title),
      '',
      `${words.version} ${version}`,
      `${words.corpus} ${corpus}`,
      '',
      words.files,
      ...files.map(file => `  ${file.name}  ${fileMeaning(file, chosen)}`),
      '',
      ...words.notes,
      '',
      words.citing,
      `  ${chosen === 'en' ? citations.english : citations.gb}`,
      ...(chosen === 'en' ? ['', ...citations.bibtex.split('\n').map(line => `  ${line}`)] : []),
      '',
      words.licence,
      `  ${chosen === 'en' ? en['licence-text'] : zh['licence-text']}`,
    ]
  }
  return [...part('zh'), '', '-'.repeat(72), '', ...part('en')]
}

function fileMeaning({ name, document }: PackedFile, chosen: Language): string {
  const kind = document === null ? name : name.slice(0, name.indexOf('/') + 1)
  const meaning = labelIn(kind, chosen)
  if (document === null) return meaning
  return chosen === 'en' ? `${document}: ${meaning}` : `《${document}》，${meaning}`
}

const README: Record<
  Language,
  Record<'title' | 'version' | 'corpus' | 'files' | 'citing' | 'licence', string> & { notes: string[] }
> = {
  zh: {
    title: '规鉴（Guijian）：{title}',
    version: '版本',
    corpus: '语料（SHA-256）',
    files: '文件：',
    notes: [
      '每张表的每一列见 datapackage.json。start、end 是 sources/ 中文本以 UTF-16 码元计的半开区间。',
      'CSV 为 UTF-8，带字节顺序标记；空单元格表示缺失；以 = + - @ 开头的文字前加一个撇号。',
    ],
    citing: '怎样引用：',
    licence: '许可：',
  },
  en: {
    title: 'Guijian 规鉴: {title}',
    version: 'Version',
    corpus: 'Corpus (SHA-256)',
    files: 'Files:',
    notes: [
      'Every column of every table is described in datapackage.json. start and end are half-open offsets, in UTF-16 code units, into the texts in sources/.',
      'CSV is UTF-8 with a byte order mark; empty cells are missing values; text that begins with = + - @ has an apostrophe put before it.',
    ],
    citing: 'How to cite:',
    licence: 'Licence:',
  },
}
