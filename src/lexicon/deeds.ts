import { plainWords, sourceOf, type Word } from './lexicon.ts'

/** What denies, how it is done, from where to where: an act begins with such words wherever they stand behind a joint. */
const DENYING_OR_LEADING: Word[] = [
  { word: '不', not: '不文明行为 不明 不同' },
  ...plainWords(
    '未 没有 拒不 拒绝 乱 随意 随地 擅自 违反 违规 违法 违章 非法 私自 任意 故意 强行 恶意 超出 超过 就地 无故 私搭 私拉',
  ),
  { word: '在', not: '在建 在册 在校' },
  { word: '从', not: '从事 从业 从而' },
  { word: '向', not: '向导' },
  { word: '将', not: '将军' },
  { word: '以', not: '以上 以下 以内 以外 以及 以前 以后' },
  ...plainWords('把 利用 使用 通过 采取'),
]

/** Verbs of doing harm, and of what is often forbidden. */
const DOING: Word[] = plainWords(
  '占用 侵占 挤占 损坏 损毁 毁坏 毁损 破坏 践踏 踩踏 攀折 攀爬 攀登 采摘 采挖 折摘 倾倒 倾泻 抛掷 抛撒 抛洒 抛扔 抛弃 丢弃 乱扔 张贴 张挂 粘贴 散发 涂写 涂画 喷涂 刻画 刻划 悬挂 堆放 晾晒 摆放 摆卖 ' +
    '放养 放任 饲养 携带 携犬 遛 驾驶 乘坐 翻越 跨越 穿越 横穿 砍伐 移植 焚烧 燃放 经营 从事 设置 搭建 停放 种植 排放 取土 捕捉 捕捞 钉 拴 剪 挖掘 伪造 转让 出租 冒用 盗窃 遮挡 虐待 遗弃 制造 ' +
    '威胁 侮辱 辱骂 殴打 打骂 谩骂 隐瞒 强制 强迫 阻碍 阻挠 泄露 骗取 销毁 滥用 玩忽 徇私 捏造 诬告',
)

/** Verbs that say a whole act by themselves. */
const WHOLE: Word[] = plainWords('闯红灯 吸烟 吐痰 便溺 喧哗')

/** Words with which an act that is forbidden begins, as parts of patterns. */
export const OPENS_DEED = sourceOf([...DENYING_OR_LEADING, ...DOING, ...WHOLE])
export const DENIES_OR_LEADS = sourceOf(DENYING_OR_LEADING)
export const DOES = sourceOf(DOING)

/** Verbs that tell acts apart, of those above and of others that begin none: what an act is, wherever it is done. As part of a pattern. */
export const TELLS_APART = sourceOf([...DOING, ...plainWords('吸烟 吐痰 便溺 进入 出入 扰乱 携烈性犬')])

/** Places that are named by what is forbidden there, which whoever enters them does not do. Part of a pattern. */
export const NAMED_BY_A_DEED = '禁(?:止吸)?烟的?[^，、吸]{0,6}?(?:场所|区域|区|标识)'

/**
 * What forbids an act ahead of its words (不得翻越, 不私自占用): the act is what follows. 不设置, 不清除 are acts themselves, but in a rule of
 * what one should do. Parts of patterns.
 */
export const FORBIDS_AHEAD = `(?:不得|禁止|严禁|不(?=(?:私自|随意|随地|擅自|任意|违规|违法|乱|在|从|向|将|把|(?!设置|种植|经营|停放)${DOES})))`
export const FORBIDS_IN_RULE = `(?:${FORBIDS_AHEAD}|不(?!断|足|低于|少于|超过|动产))`

/** Breaches of duty that are named together of officials, as one act: 滥用职权、玩忽职守、徇私舞弊. Part of a pattern. */
export const OFFICIAL_FAULT =
  '(?:其他)?(?:滥用职权|玩忽职守|徇私舞弊|徇私枉法|以权谋私|失职渎职|失职|渎职|弄虚作假|不作为|乱作为|贪污|索贿|受贿|(?:有其他)?不履行(?:、不正确履行)?(?:法定|监督管理)?职责)'

/** Words that say only when or where the next act is done: 携犬出户, 驾驶机动车, 在公共场所; as part of a pattern. */
export const OCCASION_OF_DEED =
  '(?:在[^，]*(?:[内上中里旁侧处]|场所|区域|范围|街道|道路|小区|公园|城区|期间|过程中)|(?:在[^，]*[内上中])?(?:携带?|遛|牵)[犬宠狗][^，不未]{0,10}|(?:驾驶|驾乘|乘坐)(?:或者?(?:驾驶|乘坐))?[^，不未]{0,8}[车船](?:辆|只)?(?:时|上路)?|[^，]*(?:时|后|期间|(?:过程|工作|活动|服务)中))'

/** Where an act is done, ahead of what is done; as part of a pattern. */
export const PLACE_OF_DEED =
  '在[^，]*(?:[内上中里旁侧]|场所|区域|范围|地段|路段|两侧|道路|广场|设施|等处|地方|景区|小区)(?=[^，、]{2})'

/** Ways of saying one thing: each is read as the first of its line. Folded text; longer ones before the shorter. */
export const SAME_IN_DEEDS: [one: string, others: RegExp][] = (
  [
    [
      '高空抛物',
      '(?:从|向)?(?:高空|建筑物|建（构）筑物|构筑物|楼上|高层|窗户|阳台|室外|楼外)[^，；。]{0,24}?(?:抛掷|抛撒|抛洒|抛扔|抛|投掷|丢弃|扔)[^，；。]{0,8}?(?:物品?|垃圾|废弃物|杂物)',
    ],
    ['犬绳', '(?:牵引|束)?(?:犬|狗)(?:链|绳)(?:（[链绳]）)?|牵引[带绳链]|束犬链|链绳|[束牵系拴][绳链]'],
    ['犬粪', '(?:犬只?|宠物|狗)?(?:的)?(?:粪便|排泄物|排泄的粪便|犬粪)'],
    ['犬', '犬只|犬类|狗|宠物'],
    [
      '烈性犬',
      '(?:烈性|大型|危险|禁养(?:名录)?的?|列入禁养名录的?)犬(?:(?:、|和|或者?)(?:烈性|大型|危险)犬)*',
    ],
    ['携犬出户', '(?:携带?|牵|遛)犬?只?(?:外出|出户|出行|到?户外活动)|遛犬(?:时)?'],
    ['牵领', '牵引|牵带|牵领|约束'],
    ['吸烟', '抽烟|吸烟|禁止吸烟|禁烟|控烟|控制吸烟'],
    ['噪声', '(?:社会|家庭)?(?:生活|环境)?(?:噪音|噪声)|音量过大|过大(?:的)?音量|高音量|大声喧哗'],
    [
      '干扰他人生活',
      '(?:严重)?(?:干扰|影响)(?:周围|周边|附近|他人|居民){1,2}的?(?:正常)?(?:生产|生活|工作|学习|休息)(?:[、和](?:生产|生活|工作|学习|休息))*(?:环境)?',
    ],
    ['便溺', '大小便|便溺'],
    ['乱扔', '乱丢|乱扔|乱倒|随意丢弃|随意抛弃|乱抛|乱弃|抛弃'],
    ['垃圾', '(?:生活|餐厨|厨余)?(?:垃圾|废弃物)|果皮|纸屑|烟头|烟蒂|包装物|口香糖'],
    // 果皮、纸屑、塑料瓶等废弃物 is one thing.
    ['垃圾', '垃圾[^，；。]{0,40}垃圾'],
    ['礼让', '避让|让行|礼让|停车让'],
    ['涂画', '涂写|涂画|涂污|喷涂|刻画|刻划|涂抹|乱涂|乱刻|乱画'],
    ['张贴', '粘贴|张贴|乱贴'],
    ['闯红灯', '(?:按照?|遵守|服从)[^，]{0,6}(?:交通)?信号(?:灯)?(?:指示)?(?:通行|规定)?|闯红灯'],
    ['护栏', '隔离设施|隔离栏|隔离带|护栏'],
    ['砍伐', '采伐|砍伐|伐除'],
    ['移植', '迁移|移植|移栽'],
    ['损坏', '毁坏|损毁|毁损|破坏|损害|损坏'],
    ['践踏', '踩踏|践踏'],
    ['攀折', '攀折|攀爬|折损|折枝'],
    ['采摘', '采摘|摘采|采挖|采'],
    ['占用', '侵占|挤占|占用|占据'],
    ['花木', '花草树木|花草|花卉|花木|树木|植物'],
    ['堆放', '堆积|堆放|堆置'],
    ['倾倒', '倾泻|倾倒|排放'],
    ['打击报复', '威胁|侮辱|殴打|辱骂|推搡|打击报复'],
  ] as [string, string][]
).map(([one, others]) => [one, new RegExp(others, 'g')])

/** Words that say how or that it is not done, and no matter of the act: left out before acts are compared. Part of a pattern. */
export const NO_MATTER_OF_DEED = sourceOf(
  plainWords(
    '不得 禁止 严禁 应当 应该 必须 没有 不按照 不按 未按照 未按 按照 规定 有关 相关 或者 以及 其他 其它 随意 擅自 任意 违规 违法 非法 违反 私自 故意 及时 即时 立即 主动 自觉 采取 进行 ' +
      '实施 行为 等行为 公共场所 有效 措施 的 不 未 无 等 并 或 和 与 及 时 后 内 向外',
  ),
)
