import { functionWords } from './function-words.ts'
import { plainWords, sourceOf, type Word } from './lexicon.ts'

/**
 * Verbs that begin what a body does. Before a word for a body none is meant: 主管部门, 申请人. Behind a body's name some also begin the
 * name of a thing: 协调机制, 领导同志.
 */
const PREDICATE_WORDS: Word[] = [
  ...plainWords(
    '负责 负有 加强 健全 完善 制定 制订 编制 统筹 推进 推动 开展 实施 承担 提供 给予 予以 依托 牵头 会同 配合 协助 参与 引导 设立 成立 召集 召开 主持 签发 签订 ' +
      '提出 提请 提交 请假 责令 没收 吊销 作出 做出 履行 行使 接受 坚持 贯彻 落实 执行 遵守 受理 公布 发布 接到 收到 发现 认为 举办 进行 采取 取得 ' +
      '违反 具有 享有 拥有 有权 实行 探索 优化 提高 强化 深化 促进 保障 维护 做好 营造 委托 邀请 出席 发挥 确保 建立 擅自 代为 缺席 推行 参加 确认 ' +
      '印发 培育 遵循 推广 加快 加大 树立 构建 扶持 出差 出访 休假 协商 划定 举报 要求 审核 批准 办理 处理 申请 报送 明确 汇报 报告 决定 确定 涉及 服从 尊重 受到 ' +
      '保护 损害 便利 强制 关爱 改进 征得 获得 帮助 关心 侵犯 干扰 妨碍 救助 礼让 驾驶',
  ),
  { word: '违法', not: '违法行为 违法所 违法建' },
  { word: '组织', not: '组织法 组织体系 组织成员 组织应当 组织人事' },
  { word: '协调', not: '协调机制 协调会' },
  { word: '指导', not: '指导意见 指导员 指导价' },
  { word: '监督', not: '监督管理 监督员 监督检查' },
  { word: '支持', not: '支持政策' },
  { word: '审定' },
  { word: '审批', not: '审批服务 审批改革 审批事项 审批制度' },
  { word: '审查' },
  { word: '审议', not: '审议意见' },
  { word: '研究', not: '研究院 研究所 研究室 研究会 研究成果' },
  { word: '报', not: '报社 报刊 报纸 报业 报告 报送' },
  { word: '处', not: '处室 处长 处级 处理' },
  { word: '分管', not: '分管副 分管领导 分管负责' },
  {
    word: '领导',
    not: '领导同志 领导干部 领导班子 领导人 领导下 领导成员 领导分工 领导责任 领导小组',
  },
  { word: '主管', not: '主管领导 主管副' },
  { word: '管理', not: '管理服务 管理执法 管理站 管理所 管理处 管理运营 管理办公室' },
  { word: '检查', not: '检查站 检查组' },
  { word: '调查', not: '调查组 调查队' },
  { word: '公开', not: '公开工作' },
  { word: '安排' },
]
const NOT_OF_A_BODY = '(?!人(?!民)|者|员|同志|制|部|单位|机构|机关|企业|委员会|局|中心|小组|厂|书|站|所|店)'

/** Those verbs, as part of a pattern. */
export const PREDICATE = `(?:${sourceOf(PREDICATE_WORDS)}${NOT_OF_A_BODY})`

/** Words between a body and what it does: how, where, to whom, and that it does it not. A part of a pattern. */
export const ADVERB = `(?:${[
  functionWords('在向以自对将把经为就均也都受是有'),
  '友善|按照|依照|根据|依据|按|依法|依(?!托)|通过|结合|及时|定期|每(?=[年月周季次])|未|不(?!动产|良)|因(?!素)|从(?!业)|共同|联合(?!会)|分别|已|具体|统一|' +
    '自行|自主|主动|积极|认真|严格|切实|进一步|适时|视情|拒|无|确需|本着|围绕|坚决|带头|自觉|全面|充分|限期|逐步|持续|不断',
].join('|')})`
