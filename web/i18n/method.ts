import type { Language } from '../parts/settings.ts'

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
