import { CHINESE_NUMERAL, SMALL_NUMERAL } from '../../lexicon/numerals.ts'

/**
 * Words by which a phrase is judged as the name of a topic (see phrases.ts), as jieba cuts them; a space between two.
 */

export const IS_WORD = /^\p{L}+$/u
// A number is no topic.
export const NUMERIC_WORD = new RegExp(
  `百分之|元$|^[${CHINESE_NUMERAL}]{2,}$|^第[${SMALL_NUMERAL}]|^[${CHINESE_NUMERAL}]+(?:个|日|天|年|月|次|米|倍|人)|工作日|日内$|平方米|公里|[一二三四五六七八九十两][株棵次名]|小时|期满|届满`,
)
export const FUNCTION_WORDS = new Set(
  wordsOf(
    '应 不应 应当 有权 必须 可以 不得 不能 需要 以及 或者 按照 根据 依照 依法 其他 进行 各级 相关 予以 下列 上述 以上 以下 对于 关于 通过 并且 同时 及时 认真 主要 重要 重大 由此 这些 一般 原则上 有关 不断 进一步 积极 自觉 切实 充分 着力 大力 全力 努力 广泛 分别 其中 之间 以外 共同 具有 负有 成为 作为 受到 没有 不予 中华人民共和国',
  ),
)
export const OPENS_NO_LABEL = new Set([
  ...FUNCTION_WORDS,
  ...wordsOf(
    '规定 条例 是否 超过 达到 符合国家 同级 随时 已经 已 尚未 因 违反 逾期 拒不 情节 造成 未经 相应 负责 属于 因为 为了 如果 不仅 而且 及其 从而 仍然 能够 经过 涉及 期间 所有 任何 统一 各自 单位 个人 公民 法人 人员 责令 处以 并处 不足 不低 受让 场所 区域',
  ),
])
export const CLOSES_NO_LABEL = new Set([
  ...FUNCTION_WORDS,
  ...wordsOf(
    '是否符合 之一 确定 规定 国家 低于 高于 超过 不低于 不超过 不少于 改变 损毁 毁坏 损坏 破坏 设置 使用 复印件 小于 大于 少于 多于 情形 原因 确需 违反 本条例 加强 提供 负责 作出 做出 造成 发生 做好 提出 纳入 提请 采取 包括 召开 实行 应该 给予 处以 处理 具体 所在 达到 构成 开展 情况 方面 不低 不少 不得少 随意 限期 完成 未能 所必需 处 适宜 具备 致使 相结合 单一 遵循 罚款 责令 改正',
  ),
])
export const JOINTS = new Set(
  wordsOf('和 或 与 及 及其 并 就是 由 向 在 对 被 把 将 等 为 是 以 从 到 时 因 经 其 中 内'),
)
export const PLACE_PREPOSITIONS = new Set(wordsOf('在 从 于'))
// 向市委报告 and 由市长签发 name the one who is reported to or who acts, 以适当方式 the manner.
export const PARTY_PREPOSITIONS = new Set(wordsOf('向 由 以'))
// 认真贯彻, 着力保障: an adverb opens an act.
export const OPENS_WITH_ADVERB = /^(?:认真|着力|切实|积极|主动|充分|及时|大力|全力|坚决|有效|努力)./
export const DENIALS = new Set(wordsOf('不 未 无 非 不得'))
export const PARTICLE_WORDS = new Set(
  '的了和与及或等时后前中内外上下为以由在对向被把将从到是有应可并且而其该各本每均所之者处因经据按依若如至起同还也都须能要请使让给则即当又再已',
)
// Words that end a phrase with the word before them (促进 工作).
export const ENDING_NOUNS = new Set(wordsOf('工作 行为 活动 建设 制度 部门 机构'))
export const PLAIN_WORDS = new Set(
  wordsOf(
    '本市 政府 部门 有关 规定 条例 规则 办法 工作 行为 单位 个人 人员 工作人员 组织 要求 确定 市长 副市长 范围 活动 机关 机构 人民 社会 市委 自治区 国务院 中央 主管部门 行政 负责人 罚款 责令 限期改正 委员会 县级 公民 市政府 事项 问题 内容 措施 条件 方式 标准 作用 责任 制度 管理 建设 原则',
  ),
)
export const ADMINISTRATIVE_VERBS = new Set(
  wordsOf(
    '加强 健全 完善 建立 提高 推进 严格 坚持 落实 做好 规范 开展 促进 提升 强化 深化 保障 维护 执行 遵守 接受 履行 构建 推动 鼓励 支持 参与 研究 讨论 违反 提请 报请 提出 采取 使用 发布 贯彻 主动 加快 增强 统筹 全面 组织 公布 制定 编制 设立 设置 提倡 倡导 引导 弘扬 践行 实施 参加 提供 制止 查处',
  ),
)
// What administrative rules are about, by the last word of a phrase.
export const ENDS_IN_MATTER =
  /(?:会议|制度|公文|职责|职能|监督|监管|公开|决策|纪律|请假|报告|保护|服务|设施|规划|责任|奖励|表彰|宣传|教育|规范|审批|备案|审查|评估|考核|督查|经费|预算|养护|砍伐|移植|占用|补偿|环境|秩序|文明|信用|救助|献血|志愿|慈善|纪要|议题|请示|文件|建议|提案|信访|复议|诉讼|审计|应急|值班|调研|作风|保密|外事|规章|法规|议案|执法|评价|档案|平台|窗口|办理|许可|登记|注销|融资|招标|采购|投诉|举报|赔偿|绿地|绿化|树木|工程|会签|签发|原则|机制|体系)$/
// Those who act are no matter.
export const ENDS_IN_BODY = /(?:机关|部门|单位|政府|委员会|机构|个人|人员|负责人|责任人)$/
export const ACT_WORDS = new Set(
  wordsOf(
    '提高 推进 坚持 落实 负责 构建 建立 健全 完善 根据 确保 实现 促进 保持 推动 加快 研究 讨论 决定 报送 协助 主持 列席 接受 履行',
  ),
)

function wordsOf(list: string): string[] {
  return list.split(' ')
}
