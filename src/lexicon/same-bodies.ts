/**
 * Names of one body that a text uses side by side, in the order of preference; a text should choose one. Parts of patterns over
 * folded text. Found first is what is meant: 市政府办公室 is no 市政府.
 */
export interface SameBody {
  names: { name: string; pattern: string }[]
}

const level = '[市县区省州]'
const notOffice = '(?!办|网|令|投资|规章|采购|信息|法制|债务|门户|督查室|研究室|序列|驻|值班)'

export const SAME_BODIES: SameBody[] = [
  ...['市', '县', '区', '省', '州', '镇', '乡', '自治区'].map(one => ({
    names: [
      { name: `${one}人民政府`, pattern: `${one}人民政府${notOffice}` },
      // 全市政府系统 is of all governments there.
      { name: `${one}政府`, pattern: `(?<!全)${one}政府${notOffice}` },
    ],
  })),
  {
    names: [
      { name: '市人民政府办公室', pattern: `${level}人民政府办公[室厅]` },
      { name: '市政府办公室', pattern: `${level}政府办公[室厅]` },
      { name: '市政府办', pattern: `${level}政府办(?!公|事|理|学|案|文)` },
      { name: '市府办', pattern: `${level}府办(?:公[室厅])?(?!理|事|学)` },
    ],
  },
  {
    names: [
      { name: '市人民代表大会常务委员会', pattern: `${level}人民代表大会常务委员会` },
      { name: '市人大常委会', pattern: `${level}人大常委会` },
    ],
  },
  {
    names: [
      { name: '分管副市长', pattern: '分管(?:副[市县区省州]长)' },
      { name: '主管副市长', pattern: '主管(?:副[市县区省州]长)' },
    ],
  },
  {
    names: [
      { name: '全体会议', pattern: '(?:政府)全体会议' },
      { name: '全会', pattern: '政府全会' },
    ],
  },
  {
    names: [
      { name: '常务会议', pattern: '常务会议' },
      { name: '常务会', pattern: '常务会(?!议)' },
    ],
  },
  {
    names: [
      { name: '发展和改革', pattern: '发展和改革(?=部门|委|局|行政|主管)' },
      { name: '发展改革', pattern: '发展改革(?=部门|委|局|行政|主管)' },
      { name: '发改', pattern: '发改(?=部门|委|局)' },
    ],
  },
  {
    names: [
      { name: '住房和城乡建设', pattern: '住房和城乡建设(?=部门|局|行政|主管)' },
      { name: '住房城乡建设', pattern: '住房城乡建设(?=部门|局|行政|主管)' },
      { name: '住建', pattern: '住建(?=部门|局)' },
    ],
  },
  {
    names: [
      { name: '人力资源和社会保障', pattern: '人力资源和社会保障(?=部门|局|行政|主管)' },
      { name: '人力资源社会保障', pattern: '人力资源社会保障(?=部门|局|行政|主管)' },
      { name: '人社', pattern: '人社(?=部门|局)' },
    ],
  },
  {
    names: [
      { name: '文化和旅游', pattern: '文化和旅游(?=部门|局|行政|主管)' },
      { name: '文化旅游', pattern: '文化旅游(?=部门|局|行政|主管)' },
      { name: '文旅', pattern: '文旅(?=部门|局)' },
    ],
  },
  {
    names: [
      { name: '市场监督管理', pattern: '市场监督管理(?=部门|局|行政|主管)' },
      { name: '市场监管', pattern: '市场监管(?=部门|局)' },
    ],
  },
  {
    names: [
      { name: '卫生健康', pattern: '卫生健康(?=部门|局|委|行政|主管)' },
      { name: '卫健', pattern: '卫健(?=部门|局|委)' },
    ],
  },
  {
    names: [
      { name: '城市管理行政执法', pattern: '城市管理行政执法(?=部门|局|机关)' },
      { name: '城市管理执法', pattern: '城市管理执法(?=部门|局|机关)' },
      { name: '城管执法', pattern: '城管执法(?=部门|局|机关)' },
    ],
  },
]

/** Short names of bodies that official prose does not use unless it has said what they stand for. */
export const INFORMAL_BODIES =
  /(?:市府办|县府办|区府办|省府办|(?<![政区县市省])府办(?!公|理|事|学)|发改委|发改局|住建局|住建委|住建部门|人社局|人社部门|工信局|工信部门|卫健委|卫健局|国资委|经信委|经信局|经信部门|文旅局|城管局|市监局|资规局|自规局|国土局|司法所长|纪检委)(?!员会)/g
