import type { Language } from '../reader/settings.ts'
import { dictionary } from './index.ts'

const zh = {
  contents: '本页目录',
  how: '怎样得来',
  quality: '做得多好',
  structure: '结构',
  provisions: '数值规定',
  alignment: '条文对应',
  differences: '差异归类',
  mentions: '他处提及',
  names: '主题名称',
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
  'alignment-pairs': '每两件文件的 F1',
  'alignment-pairs-note': '色深者高。点开可看两件文件的条文对应。',
  'differences-replayed':
    '以上各轮逐条重放（同一条多次判过的只计一次）：现行规则是否仍报同一差异。对者应仍报，错者应不再报。',
  'differences-note':
    '从程序指出的差异中随机抽取，由人阅读判定：两段确实相对，差异确实存在，种类与说明都对，才算对。格中为对的处数与抽取的处数。不知来历的读者分不出新旧规则所指，判得也严：前后几批不宜直接相比。',
  'mentions-note':
    '从未见对应条文的格子（主题×文件）中随机抽取，逐一阅读判定，只读过一遍，没有第二位读者。所示的一处确实说到该组多数条文所定之事，才算对；示为未提及的，按关键词查遍全文，看文件是否其实说到。末列是先前一概示为“未见对应条文”时其实说到的比例，由前两项按全部格子折算。门槛是阅读五城与文明行为、绿化两类的部分格子时定的，优化营商环境一类此前未读。',
  'mentions-shown': '示为提及',
  'mentions-right': '确实说到',
  'mentions-silent': '示为未提及，其实说到',
  'mentions-before': '先前示为未见，其实说到',
  'names-note':
    '不参考人工主题时程序所取的名称。规则定稿后随机抽取；读者对照条文，看新旧两名，不知哪个是新的。读来像标题、说出条文所定之事，为好；指到此事而不顺、残缺、过宽或过窄，为尚可；引人误会，或取了枝节、残片，为不好。格中为先前与现在的个数；末列是两名不同时读者选新名与选旧名的次数，相当的不计。这些规则是读文明行为一类写成的。',
  'names-drawn': '抽取',
  'names-good': '好',
  'names-fair': '尚可',
  'names-bad': '不好',
  'names-better': '选新 : 选旧',
  'reliability-title': '可信度准不准',
  'reliability-note':
    '程序说“可信度 0.7”的对应，应当有七成为真。每点是十分之一段内的对应，横轴是程序所说，纵轴是其中为真的比例，点在斜线上即为准；点的大小随数目。',
  'reliability-said': '程序所说',
  'reliability-seen': '其中为真',
  'reliability-of': '数目',
  'reliability-table': '图中数据',
  'elsewhere-note':
    '数值规定：规则定稿之后才读的文本，按当时所得计。条文对应：拟合权重时留出的文本，只计难对。结构：另几类文本，以现行规则读，特殊之处见 tests/structure/corpora.test.ts。判定存于 quality/gold，测量报告存于 quality/reports。',
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
  precision: '精确率',
  recall: '召回率',
  f1: 'F1',
  'all-kinds': '合计',
  round: '批次',
  'judge-writer': '写规则的人判定',
  'judge-blind': '不知来历的读者判定',
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
  columns: '{n} 列',
  'type-string': '文字',
  'type-integer': '整数',
  'type-number': '数',
  'type-boolean': '是否',
  'downloads-note':
    '一个压缩包，内有全部数据表、工作簿、JSON、每件文件的 Akoma Ntoso 与原文，以及一份说明各文件、版本、引用与许可的 README。',
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
  mentions: 'Mentioned elsewhere',
  names: 'Names of topics',
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
  'differences-replayed':
    'The rows of all rounds replayed, each once: whether the rules of today still report the same difference. What was right should be, what was wrong should not.',
  'differences-note':
    'Differences drawn at random and judged by reading: right where the passages answer each other, the difference is there, and its kind and note are true. Cells give right of drawn. Readers who could not tell old rules from new judged more strictly: their rounds are not to be compared with the others.',
  'mentions-note':
    'Drawn at random from cells (topic × document) without a counterpart and judged by reading, once, with no second reader. A passage is right when it speaks of what most units of the topic settle; where none was shown, the document was searched for the key words. The last column is the share that spoke of the matter when all were shown as “no counterpart found”, reckoned from the two draws over all cells. The threshold was chosen while reading cells of the five cities and, in part, of civility and greening; business environment had not been read.',
  'mentions-shown': 'Shown as mentioned',
  'mentions-right': 'Passage speaks of it',
  'mentions-silent': 'Shown as silent, yet speaks',
  'mentions-before': 'Spoke, before this was shown',
  'names-note':
    'Names that the program finds without a codebook, drawn at random after the rules were frozen. The reader saw the old and the new name beside the articles and did not know which was which. Good reads as a heading and says what the articles settle; fair points to it, but is clumsy, cut, too narrow or too wide; bad misleads, or names a detail or a fragment. Cells give how many, before and now; the last column, where the names differ, how often the new and how often the old was preferred, ties left out. The rules were shaped on civility.',
  'names-drawn': 'Drawn',
  'names-good': 'Good',
  'names-fair': 'Fair',
  'names-bad': 'Bad',
  'names-better': 'New : old preferred',
  'reliability-title': 'Are the probabilities to be believed?',
  'reliability-note':
    'Of the counterparts given a probability of 0.7, seven in ten should be real. Each dot is a tenth of the scale: across, what the program said; up, the share that is real. On the diagonal the program is right about itself. Size grows with the number of cases.',
  'reliability-said': 'said',
  'reliability-seen': 'real',
  'reliability-of': 'cases',
  'reliability-table': 'The figures of this chart',
  'elsewhere-note':
    'Provisions: texts first read after the rules were frozen, as found then. Counterparts: texts left out when the weights were fitted, hard pairs only. Structure: other genres, by the rules as they are now; tests/structure/corpora.test.ts says what is odd about some. Judgements are kept in quality/gold, reports in quality/reports.',
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
  precision: 'Precision',
  recall: 'Recall',
  f1: 'F1',
  'all-kinds': 'All',
  round: 'Round',
  'judge-writer': 'judged by whoever wrote the rules',
  'judge-blind': 'judged by a reader who did not know the rules',
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
  columns: 'columns: {n}',
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

/** Words of the view of method and quality. */
export const m = dictionary<keyof typeof zh>(zh, en)

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
      '他处提及',
      '文件没有某一主题的对应条文时，在其全文中找出与该主题各条所说最多相同的一处（相邻分句，少见的字对计重，多数文件共有的、主题名称里的更重），说得够多才示出，附位置。这只是查找的线索，不表示两处互相对应。',
    ],
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
      'Mentioned elsewhere',
      'Where a document has no counterpart for a topic, the neighbouring clauses of it are looked for that share most with what the topic’s units say (pairs of characters: rare ones count more, so do those that most documents have and those of the topic’s name), and shown with their place where they share enough. A pointer for the reader, no claim that the two answer each other.',
    ],
    [
      'Differences',
      'Texts are compared word by word, with quantities, law names and bodies as wholes. Differences of punctuation, script and spacing are never shown; names that must differ (the own city, the own province) are folded unless asked for.',
    ],
  ],
}

/** The licence, in one of the languages, whichever the reader's. */
export const LICENCE: Record<Language, string> = { zh: zh['licence-text'], en: en['licence-text'] }
