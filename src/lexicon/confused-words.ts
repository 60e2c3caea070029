import type { Word } from './lexicon.ts'

/**
 * Words that the rules of drafting keep apart, each where it stands for the other: a record says the word, around what it is the
 * wrong one (`before`, `after`, `not`), and the right one. Messages and sources stand with the check of that name
 * (drafting/checks/words.ts). Folded text.
 */
export interface ConfusedWord extends Word {
  check: string
  right: string
  /** Where the word is less grave than the check's others are: in any text, or in official documents alone, if it is wrong there at all. */
  severity?: 'note'
  official?: 'note' | 'right'
}

const SUM = '(?:罚款|税款|税费|社会保险费|滞纳金|罚金|行政事业性收费|土地出让金)'
const DOCUMENT = '(?:办法|方案|规划|计划|细则|规程|预案|制度)'
const BODY = '(?:委员会|领导小组|机构|办公室|中心|基金|专项资金|窗口|服务站|派出机构|工作组)'
const MERIT = '(?:了)?(?:[\\u4e00-\\u9fff]{0,8})(?:贡献|成绩|业绩|成果)'
const DECIDED =
  '(?:[\\u4e00-\\u9fff]{0,8})(?:决定|决议|裁决|判决|处理|处罚|规定|承诺|说明|解释|答复|批示|认定|结论|评价|安排|部署|调整)'

export const CONFUSED_WORDS: ConfusedWord[] = [
  { check: 'must-for-duty', word: '必须', right: '应当', not: '必须的 必须品' },
  {
    check: 'forbidding-word',
    word: '不准',
    right: '不得',
    not: '不准确 不准予 不准许 不准时 决不准 绝不准',
    why: '决不 is a resolve',
  },
  { check: 'forbidding-word', word: '不允许', right: '不得', not: '决不允许 绝不允许', official: 'note' },
  { check: 'forbidding-word', word: '不应当', right: '不得' },
  { check: 'forbidding-word', word: '不应', right: '不得', not: '不应当 不应求 不应有', official: 'note' },
  { check: 'forbidding-word', word: '不许', right: '不得', not: '不许可 决不许 绝不许' },
  { check: 'forbidding-word', word: '不可以', right: '不得' },
  { check: 'strictly-forbidden', word: '严禁', right: '禁止' },
  { check: 'duty-word', word: '应该', right: '应当' },
  { check: 'duty-word', word: '务必', right: '应当' },
  { check: 'but-comma', word: '但是', right: '但是，', before: '[^，]' },
  { check: 'but-comma', word: '但，', right: '但' },
  { check: 'pay-word', word: '交纳', right: '缴纳', before: `(?:[\\u4e00-\\u9fff]{0,6})${SUM}` },
  {
    check: 'pay-word',
    word: '缴纳',
    right: '交纳',
    before: '(?:[\\u4e00-\\u9fff]{0,4})(?:会费|党费|物业费|物业服务费|租金|押金|房租|停车费)',
  },
  {
    check: 'offset-word',
    word: '抵消',
    right: '抵销',
    before: '[^，。；]{0,8}(?:债务|债权|欠款|税款|款项|费用|应付|应交|应缴)',
  },
  { check: 'offset-word', word: '抵消', right: '抵销', after: '(?:债务|债权|欠款|款项|费用)[^，。；]{0,8}' },
  { check: 'account-word', word: '帐', right: '账', not: '帐篷 蚊帐 营帐 帐幕 帐子 幔帐 床帐' },
  { check: 'decision-word', word: '做出', right: '作出', before: DECIDED },
  {
    check: 'decision-word',
    word: '作出',
    right: '做出',
    before: MERIT,
    severity: 'note',
    why: '作出贡献 stands in recent laws too',
  },
  {
    check: 'publish-word',
    word: '发布',
    right: '公布',
    after: '自',
    before: '之日起?(?:施行|实施|执行|生效)',
    official: 'right',
    why: 'a law is 公布, an official document 发布 or 印发',
  },
  {
    check: 'publish-word',
    word: '公告',
    right: '公布',
    after: '自',
    before: '之日起?(?:施行|实施|执行|生效)',
  },
  {
    check: 'publish-word',
    word: '公布',
    right: '发布',
    before:
      '(?:[\\u4e00-\\u9fff]{0,8})(?:新闻|预警信息|预警信号|预警|命令|通告|公告|广告|警报)(?![\\u4e00-\\u9fff]{0,4}(?:名单|结果|标准))',
  },
  {
    check: 'publish-word',
    word: '发布',
    right: '公布',
    before:
      '(?:[\\u4e00-\\u9fff]{0,6})(?:名单|评选结果|考核结果|检查结果|处理结果|选举结果|收费标准|权责清单)',
  },
  {
    check: 'illegal-word',
    word: '非法',
    right: '违法',
    before: '(?:所得|行为|违规|事实|建设|建筑|线索|案件)',
  },
  {
    check: 'illegal-word',
    word: '违法',
    right: '非法',
    before: '(?:占有|拘禁|侵入|持有|集资|吸收|出版物|入境|出境|组织|侵占|牟利)',
  },
  { check: 'set-word', word: '设定', right: '设立', before: `(?:[\\u4e00-\\u9fff]{0,10})${BODY}` },
  {
    check: 'set-word',
    word: '设立',
    right: '设定',
    before: '(?:[\\u4e00-\\u9fff]{0,4})(?:行政许可|行政处罚|行政强制|行政收费|处罚|许可条件|义务|权利)',
  },
  {
    check: 'approve-word',
    word: '核准',
    right: '批准',
    after: '(?:预算|决算|规划|计划|方案|请示)由[^，。；]{2,12}',
  },
  {
    check: 'approve-word',
    word: '核准',
    right: '批准',
    before: '(?:[\\u4e00-\\u9fff]{0,8})(?:请示|预算|决算|规划|计划|方案|任命|任免|休假|请假|出国)',
  },
  {
    check: 'approve-word',
    word: '核准',
    right: '批准',
    after: '(?:常务会议|人民政府|市长|县长|秘书长|主要领导|市委|人大常委会)',
  },
  {
    check: 'cancel-word',
    word: '注销',
    right: '吊销',
    after:
      '(?:情节严重的|逾期(?:不|未)[\\u4e00-\\u9fff]{0,6}的|罚款|拒不改正的)，?(?:并|可以|由)?(?:[\\u4e00-\\u9fff]{0,8})',
    before: '(?:其)?(?:[\\u4e00-\\u9fff]{0,6})(?:许可证|执照|资质证书|资格证书|许可证件)',
  },
  {
    check: 'cancel-word',
    word: '撤销',
    right: '吊销',
    before: '(?:其)?(?:[\\u4e00-\\u9fff]{0,4})(?:营业执照|许可证|执业证书|资质证书)',
  },
  {
    check: 'cancel-word',
    word: '吊销',
    right: '撤销',
    before: '(?:其)?(?:[\\u4e00-\\u9fff]{0,6})(?:决定|职务|批准文件|命令|机构|称号|文件)',
  },
  {
    check: 'cancel-word',
    word: '吊销',
    right: '注销',
    before: '(?:其)?(?:[\\u4e00-\\u9fff]{0,4})(?:登记|户口|养犬登记)',
  },
  {
    check: 'seek-word',
    word: '谋取',
    right: '牟取',
    before: '(?:非法利益|暴利|违法利益|高额利润|非法收入|黑色收入)',
  },
  {
    check: 'seek-word',
    word: '牟取',
    right: '谋取',
    before: '(?:[\\u4e00-\\u9fff]{0,4})(?:福利|福祉|幸福|发展|合法|正当(?!竞争))',
    not: '牟取不正当',
  },
  {
    check: 'set-out-word',
    word: '规定',
    right: '制定',
    after: '(?:部门|政府|机关|单位|应当|会同|委员会|可以|负责|组织|另行|及时|办公室|根据实际|结合实际)',
    before: `(?:具体|实施|管理|相关|有关|配套|本|工作|应急|年度|专项|[\\u4e00-\\u9fff]{0,4})(?<!的)${DOCUMENT}(?:，|。|；|并|和|$)`,
  },
  {
    check: 'set-out-word',
    word: '制定',
    right: '规定',
    after: '(?:范围|权限|条件|期限|程序|数额|金额|幅度|标志式样|时限)(?:，)?(?:另行)?由[^，。；]{2,20}',
  },
  { check: 'set-out-word', word: '制订', right: '制定', severity: 'note' },
  { check: 'force-word', word: '实行', right: '施行', after: '起(?:正式)?', before: '(?:，|。|；|$)' },
  {
    check: 'joint-word',
    word: '商',
    right: '会同',
    after: '[^\\u4e00-\\u9fff]|门|府|关|当|位|室|局|厅|可以',
    before:
      '(?:同)?(?:有关|相关|同级|财政|[\\u4e00-\\u9fff]{1,10})(?:部门|单位|机关|局|委员会|办公室|厅)(?:共同|联合)',
    not: '商业 商务 商会 商标 商户 商品 商量 商定 商贸 商场 商住 商请 商讨 商议 商人',
  },
  {
    check: 'joint-word',
    word: '会同',
    right: '商',
    before: '(?:[^，。；]{2,14})(?:部门|单位|机关)(?:同意后|的?意见后|提出意见后|征得其?同意)',
  },
  {
    check: 'day-of-custody',
    word: '个工作日',
    right: '日',
    before: '(?:以上|以下|以内|至|内)?[^，。；]{0,10}(?:行政)?(?:拘留|留置|羁押|拘传|传唤|强制隔离)',
  },
  { check: 'day-of-custody', word: '个工作日', right: '日', after: '(?:拘留|留置|羁押|拘禁)[^，。；]{0,12}' },
]
