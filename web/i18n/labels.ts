import { shown } from '../reader/script.ts'
import { type Language, language } from '../reader/settings.ts'

/** Names that measurements, tables and files are kept under, in both languages. */
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
  'claims right': { zh: '判断正确', en: 'judged rightly' },
  'absent found': { zh: '确无者查出', en: 'absent ones found' },
  'place right': { zh: '位置正确', en: 'place right' },
  'told as sure': { zh: '作定论', en: 'told as a verdict' },
  'sure and right': { zh: '定论正确', en: 'verdicts right' },
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
  statements: { zh: '单条规定，他处有无', en: 'Statements: said elsewhere or not' },
  alignment: { zh: '条文对应', en: 'Counterparts' },
  families: { zh: '主题', en: 'Topics' },
  differences: { zh: '差异归类', en: 'Kinds of differences' },
  other: { zh: '其他', en: 'Other' },

  equivalent: { zh: '同一事项', en: 'same subject' },
  partial: { zh: '部分对应', en: 'partial' },
  'equivalent-or-partial': { zh: '同一事项或部分对应', en: 'same subject or partial' },
  none: { zh: '无', en: 'none' },
  missing: { zh: '漏', en: 'missing' },
  extra: { zh: '多', en: 'not there' },
  wrong: { zh: '错', en: 'wrong' },
  subject: { zh: '对象不对', en: 'subject wrong' },
  lost: { zh: '曾判为对，今不再报', en: 'judged right, reported no longer' },
  owed: { zh: '曾判为错，今仍报', en: 'judged wrong, reported still' },

  'judged right and reported still': { zh: '曾判为对，今仍报', en: 'judged right and reported still' },
  'judged wrong and reported still': { zh: '曾判为错，今仍报', en: 'judged wrong and reported still' },
  'judged rows replayed': { zh: '重放已判各条', en: 'judged rows replayed' },

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
  'genre left out, in its document': { zh: '整类留出，在其文件中', en: 'genre left out, in its document' },
  'genre left out, as a text alone': { zh: '整类留出，仅凭文句', en: 'genre left out, as a text alone' },
  'genre left out': { zh: '整类留出', en: 'genre left out' },
  'document left out': {
    zh: '逐件留出，另与其他各类一同拟合',
    en: 'document left out, fitted on the other genres too',
  },
  'document left out, with codebook': {
    zh: '逐件留出，另与其他各类一同拟合，参考人工主题',
    en: 'document left out, fitted on the other genres too, with codebook',
  },

  'five regulations, every cell': { zh: '五件，全部格子', en: 'five regulations, every cell' },
  'civility, 42 regulations': { zh: '文明行为促进条例 42 件', en: 'civility, 42 regulations' },
  'greening, 20 regulations': { zh: '绿化条例 20 件', en: 'greening, 20 regulations' },
  'business environment, 16 regulations': {
    zh: '优化营商环境条例 16 件',
    en: 'business environment, 16 regulations',
  },
  'five regulations, no codebook': {
    zh: '工作规则五件，不用人工主题',
    en: 'five regulations, codebook left out',
  },
  'five regulations, no codebook, second draw': {
    zh: '工作规则五件，不用人工主题，另一读者再抽',
    en: 'five regulations, codebook left out, second draw by another reader',
  },
  'read while the measure was made': { zh: '定标准时读过', en: 'read while the measure was made' },
  'after a first draw of the genre had been read': {
    zh: '此类先读过一批，另抽',
    en: 'drawn anew after a first draw of the genre had been read',
  },
  'a genre unread when the threshold was chosen': {
    zh: '定门槛时未读',
    en: 'a genre unread when the threshold was chosen',
  },
  'before mending': { zh: '修订前', en: 'before mending' },
  'after mending': { zh: '修订后', en: 'after mending' },
  'after mending, again': { zh: '修订后再抽', en: 'after mending, again' },
  'unseen genre, before mending': { zh: '未读过的一类，修订前', en: 'unseen genre, before mending' },
  'unseen genre, after mending': { zh: '未读过的一类，修订后', en: 'unseen genre, after mending' },
  'blind, rules as they were': { zh: '先前的规则', en: 'rules as they were' },
  'blind, first mending': { zh: '第一次修订', en: 'first mending' },
  'blind again, rules as they were': { zh: '再抽，先前的规则', en: 'drawn again, rules as they were' },
  'blind, third draw': { zh: '三抽，现在的规则', en: 'drawn a third time, rules as they are' },
  'blind again, second mending': { zh: '再抽，第二次修订', en: 'drawn again, second mending' },
  'blind, statements compared': { zh: '逐句比较后', en: 'statements compared' },
  'blind, those shown unasked': { zh: '默认显示的', en: 'those shown unasked' },
  'blind, shown unasked, even over codes': {
    zh: '默认显示的，各类均抽',
    en: 'those shown unasked, even over kinds',
  },
  'blind, after mending numbers, even over codes': {
    zh: '修订数值后，各类均抽',
    en: 'after mending of numbers, even over kinds',
  },
  'blind, shown unasked by the fitted model': {
    zh: '拟合模型默认显示的',
    en: 'those that the fitted model shows unasked',
  },
  'fourteen regulations of civility': {
    zh: '文明行为促进条例十四件',
    en: 'fourteen regulations of civility',
  },
  'fourteen more regulations of civility': {
    zh: '文明行为促进条例另十四件',
    en: 'fourteen more regulations of civility',
  },
  'the last fourteen regulations of civility': {
    zh: '文明行为促进条例其余十四件',
    en: 'the last fourteen regulations of civility',
  },
  'greening, twenty regulations': { zh: '绿化条例二十件', en: 'greening, twenty regulations' },
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
  'statements.csv': { zh: '规定', en: 'Statements' },
  'provisions.csv': { zh: '数字规定', en: 'Provisions with numbers' },
  'ladders.csv': { zh: '决定权限', en: 'Who decides on how much' },
  'alignment.csv': { zh: '条文对应', en: 'Counterparts' },
  'families.csv': { zh: '对照表', en: 'Topics' },
  'family_members.csv': { zh: '对照表（长表）', en: 'Topics, one member a row' },
  'differences.csv': { zh: '差异', en: 'Differences' },
  'problems.csv': { zh: '存疑', en: 'Doubts' },
  'mentions.csv': { zh: '他处提及', en: 'Mentioned elsewhere' },
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

/** The label of such a name; the name itself where there is none. */
export function labelOf(name: string): string {
  const label = labelIn(name, language())
  return language() === 'en' ? label : shown(label)
}

/** The same in one of the languages, whichever the reader's. */
export function labelIn(name: string, chosen: Language): string {
  const [, frozen, seen] = /^rules frozen at (\w+)(, genre seen before)?$/.exec(name) ?? []
  if (frozen) return chosen === 'en' ? name : `规则定稿于 ${frozen}${seen ? '，该类文本此前看过' : ''}`
  return LABELS[name]?.[chosen] ?? name
}
