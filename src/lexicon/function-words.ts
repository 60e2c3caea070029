import { sourceOf, type Word } from './lexicon.ts'

/**
 * Words of one character that join, introduce or point: prepositions, conjunctions, particles. Each is also part of many
 * longer words, and a rule that cuts at the character would cut those in two: 理由, 存在, 所在地, 会议纪要, 供应商, 涉及, 参与. The
 * longer words were collected from the dictionary of the word cutter and from the texts of four genres, those whose meaning is not
 * the character's own; what ends in the same character and means a relation too (位于, 用于) is listed, so that it is cut whole.
 */
const FUNCTION_WORDS: Word[] = [
  { word: '由', not: '理由 事由 自由 缘由 案由 来由 因由 情由 根由 由于 由此 由来' },
  {
    word: '在',
    not:
      '所在 存在 现在 正在 内在 外在 潜在 实在 在职 在建 在册 在线 在校 在编 在岗 在任 在押 在逃 在途 在即 在于 在学 在读 在场 在产 ' +
      '在研 在役 在案 在内 好在 旨在 重在 贵在 意在',
  },
  {
    word: '于',
    not:
      '等于 属于 关于 对于 由于 位于 处于 低于 高于 少于 多于 大于 小于 基于 限于 用于 至于 鉴于 便于 利于 善于 勇于 敢于 忠于 优于 终于 ' +
      '过于 在于 适于 归于 易于 长于 早于 晚于 迟于 先于 富于 介于 重于 出于 源于 急于 乐于 不于 于是 服务于 致力于 有助于 相当于 ' +
      '适用于 立足于 有利于 不利于 来源于',
  },
  {
    word: '向',
    not: '方向 导向 取向 面向 倾向 意向 定向 单向 双向 走向 朝向 横向 纵向 去向 动向 趋向 转向 流向 志向 向导 向来 向往 向上 向下 反向 逆向 同向 一向',
  },
  {
    word: '为',
    not: '行为 作为 认为 以为 人为 有为 无为 成为 称为 视为 分为 列为 转为 变为 改为 定为 评为 判为 为止 为准 为主 为期 为人 为民 为了 难为 因为 所为',
  },
  {
    word: '以',
    not: '以上 以下 以内 以外 以前 以后 以及 以来 以往 以便 以免 以至 以致 可以 予以 难以 加以 足以 所以 得以 给以 处以 用以 借以 何以 以色',
  },
  { word: '与', not: '参与 与会 与否 给与 赋与 与其 与众 授与 与时俱进 与日俱增' },
  { word: '和', not: '和谐 总和 缓和 调和 和解 和平 共和 饱和 和睦 温和 柔和 中和 和气 和美 和善' },
  {
    word: '及',
    not: '及时 涉及 普及 及格 顾及 危及 波及 提及 触及 累及 遍及 推及 殃及 来不及 来得及 及早 及至 以及 言及',
  },
  { word: '或', not: '或许 抑或 或者 或然' },
  {
    word: '经',
    not: '经费 经济 经营 经常 经验 经过 经办 经手 经贸 经历 经典 经纪 经理 经销 经停 经济 财经 已经 曾经 途经 未经 历经 神经 圣经 经度 经纬 东经 西经 自经',
  },
  {
    word: '报',
    not:
      '申报 填报 举报 通报 预报 简报 情报 公报 日报 周报 月报 年报 上报 呈报 转报 汇报 海报 警报 快报 捷报 虚报 瞒报 谎报 漏报 迟报 错报 ' +
      '报告 报备 报名 报到 报销 报纸 报刊 报道 报酬 报废 报价 报表 报警 报验 报建 报关 报案 报批 报考 报送 报请 报经 报社 报复 报答 报应 ' +
      '报税 报费 报营 报导',
  },
  {
    word: '受',
    not: '接受 受理 承受 享受 受让 受益 受害 受教 受贿 受伤 受损 受训 遭受 感受 收受 授受 受众 受灾 受聘 受雇 受助 受限 受控 受罚 受处 受过 受到 经受 忍受',
  },
  { word: '其', not: '其他 其它 其余 其中 其次 其实 尤其 极其 与其 莫其' },
  { word: '均', not: '人均 平均 年均 户均 日均 月均 均衡 均等 均匀 均价 均摊 均值' },
  {
    word: '自',
    not: '自由 自行 自动 自然 自治 自身 自己 自主 自愿 自建 自来 自觉 自我 自律 亲自 擅自 各自 私自 独自 来自 自筹 自用 自查 自学 自留 自费 自营 自备 自养 自改 自评 自助 自设 自购 自检 自种 自理 自负 自救',
  },
  {
    word: '等',
    not: '平等 同等 等级 等于 等候 等待 等同 高等 中等 初等 等额 等次 均等 等效 相等 对等 特等 等值 等价 不等 等比',
  },
  { word: '是', not: '凡是 但是 于是 可是 只是 还是 或是 是否 是指 要是 若是 总是 正是 不是 便是 就是' },
  { word: '占', not: '占用 占地 占道经营 侵占 抢占 挤占 独占 强占 霸占 占有 占据 占比 占压 占线 多占 私占' },
  {
    word: '到',
    not: '达到 到达 得到 做到 到期 到位 到场 到会 到岗 收到 接到 受到 遇到 找到 报到 迟到 签到 到任 到职 到来 应到 到庭 到处 周到 到底 看到 听到 想到 提到 直到 送到 办到',
  },
  {
    word: '时',
    not:
      '及时 时间 时期 时限 时代 时长 时刻 时段 时候 时效 时点 时常 时令 时任 时差 时速 时序 同时 临时 适时 随时 按时 小时 届时 暂时 实时 定时 平时 ' +
      '准时 当时 课时 学时 工时 限时 即时 延时 超时 计时 及时性 时装 时事 时政 时价 时局',
  },
  {
    word: '对',
    not: '对象 对外 对内 对于 对照 对口 对接 对应 对策 对话 对比 对待 对方 对手 对等 对称 对账 对抗 相对 针对 应对 反对 面对 核对 校对 绝对 配对 比对',
  },
  { word: '将', not: '将来 即将 必将 将军 将领 将要 将近 干将 名将' },
  { word: '把', not: '把握 把关 把守 把控 把柄 一把手 把手 火把' },
  {
    word: '被',
    not: '被告 被申请 被征收 被检查 被监督 被执行 被调查 被处罚 植被 被子 棉被 被动 被害 被选 被保险 被评估 被许可 被继承',
  },
  {
    word: '有',
    not: '所有 国有 具有 占有 享有 拥有 固有 特有 私有 公有 共有 持有 含有 自有 现有 原有 专有 稀有 富有 有关 有效 有限 有权 有机 有序 有害 有毒 有偿 有线 有轨 有功 有益 有利 有用',
  },
  { word: '至', not: '甚至 以至 直至 乃至 截至 冬至 夏至 及至 至少 至多 至今 至迟' },
  { word: '只', not: '犬只 船只 禽只 畜只 羊只 舰只 只要 只有 只能 只是 不只' },
  { word: '仅', not: '不仅 仅仅' },
  { word: '也', not: '也许' },
  { word: '都', not: '都市 首都 都会 成都 建都 古都 国都 都江' },
  { word: '就', not: '就业 就近 就地 就任 就医 就读 就餐 就诊 就职 就学 就绪 成就 造就 就此 就是 迁就 高就' },
  { word: '则', not: '规则 原则 总则 附则 细则 准则 法则 罚则 守则 通则 否则 分则 税则' },
  { word: '的', not: '目的 的确 标的 目的地 有的放矢 的士' },
  { word: '各', not: '各自 各种 各类 各项 各界 各式 各异' },
  { word: '该', not: '应该 活该 理该' },
  { word: '了', not: '了解 为了 除了 了结 了断 明了 终了 末了' },
  {
    word: '并',
    not: '合并 并购 兼并 并联 并网 并轨 并列 并行 并发 归并 吞并 并存 裁并 并排 并处 并罚 拆并 撤并',
  },
  { word: '且', not: '且慢 而且 并且 况且 尚且 暂且 姑且' },
]

const BY_WORD = new Map(FUNCTION_WORDS.map(entry => [entry.word, entry]))

/** Function words (each a character) as part of a pattern, none of them inside a longer word. Throws on one that has no entry. */
export function functionWords(characters: string): string {
  return sourceOf([...characters].map(entryOf))
}

function entryOf(character: string): Word {
  const entry = BY_WORD.get(character)
  if (!entry) throw new Error(`lexicon: no function word ${character}`)
  return entry
}

/** What joins the members of a list, beside the enumeration comma: 和, 及, 与, 或, 以及, 或者. */
export const JOINING = `(?:以及|或者|${functionWords('和及与或')})`
