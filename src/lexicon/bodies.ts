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

/** Bodies that no word tells apart: 有关部门, 主管机关. */
export const ANY_BODY = /^(?:有关|相关|执法|行政|主管|工作)*(?:部门|机关|单位|机构)$/

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
