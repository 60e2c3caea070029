import { plainWords, sourceOf, type Word } from './lexicon.ts'

/** Meetings that decide, by what names of them have in common: 市政府常务会议, 常务会. Part of a pattern. */
export const MEETING = '(?:全体会|常务会|党组会|办公会|专题会|联席会|协调会)'

/** The same, of what a government decides in by itself: no meeting of several bodies is among them. */
export const OWN_MEETING = '(?:全体会|常务会|党组会|办公会|专题会)'

const OFFICERS = '(?:副)?(?:市长|县长|区长|州长|主任|秘书长|书记|局长)'

const BODIES: Word[] = [
  ...plainWords(
    '常务会议 全体会议 领导同志 组成人员 工作人员 委员会 人民政府 政府部门 党委 政协 法院 检察院 单位 机构 企业 行业协会 商会 团体',
  ),
  ...plainWords('民主党派 人士 法律顾问 专家 督查室'),
]

/** Persons and bodies, as part of a pattern; of two that begin at one place the longer. */
export const BODY = [
  sourceOf(BODIES),
  OFFICERS,
  '主要负责(?:人|同志)|负责(?:人|同志)|办公[室厅]|[市县区省级各）]政府|人大(?:常委会)?|人民代表大会(?:常务委员会)?|各?部门',
  '[市县区省]委(?!托)|管委会?|[市县区省][\\u4e00-\\u9fff]{1,6}[局厅]',
].join('|')

/** Words in which only persons and bodies end or that only they have: 由此产生 and 由财政列支 name nobody. */
export const ACTOR =
  /[长任记局委厅办会府门院关位员人]$|领导|负责|同志|办公室|秘书|单位|部门|机构|机关|中心|组织|^其$|^本级/

const LAST_WORDS: Word[] = [
  ...plainWords(
    '政府 部门 机关 机构 单位 组织 企业 公司 团体 委员会 办公室 办公厅 办事处 中心 学校 医院 法人 协会 商会 联合会 银行 人员 公民 个人 主体 家庭 居民 村民 ' +
      '群众 代表 同志 当事人 经营者 职工 干部 媒体 社会各界 社会力量 法院 检察院 政协 海关 媒介 常委会 管委会 居委会 村委会 本市 本省 本区 本县 行人 业主 学生 ' +
      '乘客 游客 集体 保险人 幼儿园 党委 党组 督查室 部委 消费者 监护人 牵头方 供应商 开发商 运营商 承包商 经销商 代理商',
  ),
  {
    word: '长',
    after: '[市县区州省镇乡村校院园馆所站厂场队班组会局厅处科部司社行台船机船舱庭署秘书]',
    not: '市长热线 市长办公 市长信箱 市长助理 县长办公 会长期 部长期 处长期 场长期 机长期',
    why: '馆长, 校长, 船长',
  },
  { word: '主任', not: '主任会议 主任委员 主任办公' },
  { word: '书记', not: '书记员' },
  { word: '委员', not: '委员会' },
  {
    word: '领导',
    not: '领导同志 领导小组 领导干部 领导班子 领导人 领导机构 领导机关 领导下 领导责任 领导分工',
  },
  { word: '小组' },
  {
    word: '会',
    after: '[事协学金员合]',
    not: '事会议 员会议 协会议 学会议 金会计 员会同 员会签',
    why: '理事会, 基金会, 学会',
  },
  { word: '馆', not: '馆长 馆藏 馆内 馆员 馆舍 馆际 馆外', why: '图书馆, 博物馆' },
  { word: '站', not: '站长 站点 站台 站内 站外 站址 网站 站前', why: '车站, 救助站' },
  { word: '主', after: '[业店车船雇货房]', not: '业主要 业主管 业主体 业主导 业主动 业主任 房主要 车主要' },
  { word: '房东' },
  {
    word: '人',
    not:
      '人民 人员 人大 人才 人口 人力 人行 人身 人工 人均 人数 人次 人体 人类 人文 人事 人流 人防 人为 人道 人像 人格 人物 人居 人群 人际 人心 人选 ' +
      '人造 人社 个人 行人 保险人 当事人 监护人 人情 人脸 人机',
    why: '负责人, 养护责任人, 占用人',
  },
  { word: '者', not: '者们 或者 经营者 消费者', why: '管理者, 志愿者' },
  { word: '户', not: '户外 户籍 户口 户型 户均 户主 户内 户用 门户 账户 窗户 用户名', why: '个体工商户' },
  { word: '员', not: '员工 员额 人员 委员 成员国 动员 全员 员会', why: '驾驶员' },
  { word: '员工' },
  { word: '局', not: '局部 局面 局域 局限 局势 局长 布局 格局 结局', why: '公安局' },
  { word: '厅', not: '厅级 厅长 厅局 大厅 客厅 餐厅 办公厅', why: '财政厅' },
  { word: '委', not: '委员 委托 委派 党委 部委 居委 村委 常委 管委', why: '市委, 发展改革委' },
]

/** The word in which the name of persons or bodies ends, as part of a pattern; what follows tells whether it is the end. */
export const ENDS_NAME = sourceOf(LAST_WORDS)

/** Bodies that no word tells apart: 有关部门, 相应主管机关. */
export const ANY_BODY = /^(?:有关|相关|相应|执法|行政|主管|工作)*(?:部门|机关|单位|机构)$/

/** What sets one officer or body apart from another of the same name. */
export const RANK = /副|常务|主要|其他/

/** The deputy in charge, however the text calls him: 分管副市长, 主管领导同志. */
export const DEPUTY_IN_CHARGE = '(?:分管|主管)(?:领导(?:同志)?|副[市县区州]长)'

/** The body at the head of a paragraph whose duties follow, with the words before it. */
export const DECIDING_MEETING =
  /([\u4e00-\u9fff]{0,12}(?:常务会议|全体会议|党组会议|办公会议|专题会议|办公会|常委会))/

/** Words that name whom a rule addresses end so: 个人, 单位, 举报人, 直接责任人员, 养犬人, 经营者, 个体工商户. */
export const ADDRESSED =
  /^[\u4e00-\u9fff、（）]*(?:人|人员|者|户|单位|个人|机构|机关|组织|企业|公司|部门|社|店|主|员|生|民|中心|法人|家庭|学校|医院|团体|集体|村民|当事人|同志|负责人)$/

/** Of those, who answers for a unit or for an office, as part of a pattern: 直接负责的主管人员, 国家机关及其工作人员. */
export const OFFICIALS_ADDRESSED =
  '责任人|主管人员|负责人|领导人员|工作人员|国家机关|公职人员|有关部门|主管部门|相关部门'

/** Of those, units and whoever trades as one, as part of a pattern: 单位, 企业, 经营者, 个体工商户. */
export const UNITS_ADDRESSED =
  '单位|企业|公司|机构|组织(?!者)|法人|经营者|经营人|商户|工商户|部门|机关|[商门网酒饭]店$|学校|医院|团体|集体'
