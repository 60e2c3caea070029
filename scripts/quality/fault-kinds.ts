/** Kinds of faults of drafting, each with a way to plant it into a finished text, by the rows of the rules of drafting. */

export interface Planted {
  text: string
  start: number
  end: number
}

export interface FaultKind {
  kind: string
  /** Checks that are meant to find it. */
  rules: string[]
  /** Null where the text has no place for it. */
  plant(text: string, random: () => number): Planted | null
}

type Plant = FaultKind['plant']

/** Puts `right` in the place of one of the matches; `$1` and the like are filled in. */
function swap(pattern: RegExp, right: string | ((match: RegExpMatchArray) => string | null)): Plant {
  return (text, random) => {
    const matches = [...text.matchAll(new RegExp(pattern.source, 'gm'))].filter(
      ({ index }) => index > text.length * 0.05,
    )
    const match = matches[Math.floor(random() * matches.length)]
    if (!match) return null
    const put =
      typeof right === 'string' ? right.replace(/\$(\d)/g, (_, n) => match[Number(n)] ?? '') : right(match)
    if (put === null) return null
    const start = match.index!
    return {
      text: text.slice(0, start) + put + text.slice(start + match[0].length),
      start,
      end: start + put.length,
    }
  }
}

/** Puts a sentence behind one of the paragraphs' ends. */
function sentence(...sentences: string[]): Plant {
  return (text, random) => {
    const said = sentences[Math.floor(random() * sentences.length)]!
    const ends = [...text.matchAll(/(?<=[^条、章]{20}。)(?=\n)/g)].filter(
      ({ index }) => index > text.length * 0.1 && index < text.length * 0.9,
    )
    const end = ends[Math.floor(random() * ends.length)]
    if (!end) return null
    const put = said.replace(/本则/g, `本${/本(条例|办法|规定|规则)/.exec(text)?.[1] ?? '规则'}`)
    return {
      text: text.slice(0, end.index) + put + text.slice(end.index),
      start: end.index,
      end: end.index + put.length,
    }
  }
}

const ARTICLE = /^[ \t　]*((?:#+ )?)(第[一二三四五六七八九十百]+条|[一二三四五六七八九十百]+、)/

/** Changes the label of an article to that of a neighbour. */
function articleLabel(shift: number): Plant {
  return (text, random) => {
    const labels = [...text.matchAll(new RegExp(ARTICLE.source, 'gm'))].filter(
      ([, , label]) => label!.length >= 3,
    )
    const usable = labels.slice(4, -4)
    const at = Math.floor(random() * usable.length)
    const [own, other] = [usable[at], labels[labels.indexOf(usable[at]!) + shift]]
    if (!own || !other) return null
    const start = own.index + own[0].length - own[2]!.length
    return {
      text: text.slice(0, start) + other[2] + text.slice(start + own[2]!.length),
      start,
      end: start + other[2]!.length,
    }
  }
}

export const KINDS: FaultKind[] = [
  { kind: 'article number doubled', rules: ['article-number-twice'], plant: articleLabel(-1) },
  {
    kind: 'article number skipped',
    rules: ['article-number-missing', 'number-out-of-order', 'article-number-twice'],
    plant: articleLabel(1),
  },
  {
    kind: 'chapter number doubled',
    rules: ['chapter-number-twice', 'chapter-number-missing'],
    plant: swap(/第([三四五六])章/, ([, n]) => `第${'二三四五'['三四五六'.indexOf(n!)]}章`),
  },
  {
    kind: 'item number doubled',
    rules: ['item-number-twice'],
    plant: swap(
      /^([ \t　]*)（([三四五])）/,
      ([, space, n]) => `${space}（${'二三四'['三四五'.indexOf(n!)]}）`,
    ),
  },
  {
    kind: 'item number skipped',
    rules: ['item-number-missing', 'item-number-twice'],
    plant: swap(
      /^([ \t　]*)（([三四五])）/,
      ([, space, n]) => `${space}（${'五六七'['三四五'.indexOf(n!)]}）`,
    ),
  },
  {
    kind: 'article numbered in another style',
    rules: ['numbering-mixed', 'number-out-of-order', 'article-number-missing'],
    plant: (text, random) => {
      const labels = [...text.matchAll(new RegExp(ARTICLE.source, 'gm'))].slice(5, -5)
      const own = labels[Math.floor(random() * labels.length)]
      if (!own) return null
      const start = own.index + own[0].length - own[2]!.length
      const other = own[2]!.startsWith('第') ? `${own[2]!.slice(1, -1)}、` : `第${own[2]!.slice(0, -1)}条 `
      return {
        text: text.slice(0, start) + other + text.slice(start + own[2]!.length),
        start,
        end: start + other.length,
      }
    },
  },
  {
    kind: 'article repeated',
    rules: ['article-repeated'],
    plant: (text, random) => {
      const paragraphs = [...text.matchAll(/^[ \t　]*([^\n#（第]{40,160}。)$/gm)].filter(
        ({ index }) => index > text.length * 0.2,
      )
      const own = paragraphs[Math.floor(random() * Math.max(1, paragraphs.length - 3))]
      const at = paragraphs[paragraphs.length - 2]
      if (!own || !at || own === at) return null
      const put = `\n${own[1]!.replace(/和|及/, '以及')}`
      const end = at.index + at[0].length
      return { text: text.slice(0, end) + put + text.slice(end), start: end + 1, end: end + put.length }
    },
  },
  {
    kind: 'purpose with 为',
    rules: ['purpose-form'],
    plant: (text, random) =>
      /^(?:第一条|一、)[ 　]*为了/m.test(text) ? swapFirst(text, /为了/, '为', random) : null,
  },
  {
    kind: 'own name of another genre',
    rules: ['own-name'],
    plant: swap(/本(?:条例|规则|办法|规定)(?!自)/, ([own]) => (own === '本条例' ? '本办法' : '本条例')),
  },
  {
    kind: 'definition without 是指',
    rules: ['definition-form'],
    plant: sentence('本则所称主管单位，是负责日常工作的单位。', '本则所称专题会议，指由市长召集的会议。'),
  },
  {
    kind: 'entry into force without day',
    rules: ['entry-into-force-form'],
    plant: swap(/(本(?:条例|规则|办法|规定))自[^，。；]{2,20}起施行/, '$1即日施行'),
  },
  {
    kind: 'entry into force left out',
    rules: ['entry-into-force-missing'],
    plant: (text, random) => {
      const at = text.search(/^[^\n]*本(?:条例|规则|办法|规定)自[^，。；]{2,20}起施行[^\n]*$/m)
      if (at < 0 || random() < 0) return null
      const line = /^[^\n]*/.exec(text.slice(at))![0]
      const kept = text.slice(0, at) + text.slice(at + line.length)
      return { text: kept, start: Math.max(0, at - 200), end: Math.min(kept.length, at + 20) }
    },
  },
  {
    kind: 'predecessor without its name',
    rules: ['repeal-form'],
    plant: swap(/(本(?:条例|规则|办法|规定)自[^，。；]{2,20}起施行)[^\n]*/, '$1。原有关规定同时废止。'),
  },
  {
    kind: 'reference to no article',
    rules: ['reference-missing'],
    plant: sentence('具体程序依照本则第一百九十八条的规定执行。', '前述事项按照本则第三百条第二款办理。'),
  },
  {
    kind: 'reference to no item',
    rules: ['reference-missing'],
    plant: sentence('属于本则第二条第九项情形的，从其规定。'),
  },
  {
    kind: '前款 in the first paragraph',
    rules: ['reference-before-first'],
    plant: swap(
      /^([ \t　]*(?:第[二三]十[一二三四五六七八九]?条|[二三]十[一二三四五六七八九]?、)[ 　]*)(?=[^\s])/,
      '$1前款规定的事项，由办公室办理。',
    ),
  },
  {
    kind: 'item cited in brackets',
    rules: ['item-cited-in-brackets'],
    plant: sentence('有前款第（三）项情形的，应当说明理由。'),
  },
  {
    kind: 'constitution in marks',
    rules: ['constitution-in-marks'],
    plant: sentence('各部门应当遵守《宪法》。'),
  },
  {
    kind: 'law abbreviated',
    rules: ['law-abbreviated'],
    plant: sentence('涉及处罚的，依照《行政处罚法》执行。', '涉及许可的，依照《行政许可法》办理。'),
  },
  {
    kind: 'law misspelt',
    rules: ['law-misspelt'],
    plant: sentence(
      '涉及许可的，依照《中华人民共和国行政许可证法》办理。',
      '依照《中华人民共和国突发事件应对发》处置。',
      '依照《中华人民共和国治安管理处法》处罚。',
      '依照《重大行政决策程序暂行规例》执行。',
    ),
  },
  {
    kind: 'law repealed',
    rules: ['law-repealed'],
    plant: sentence(
      '签订协议应当遵守《中华人民共和国合同法》。',
      '依照《中华人民共和国物权法》办理登记。',
      '依照《中华人民共和国侵权责任法》承担责任。',
      '依照《民法通则》承担责任。',
    ),
  },
  {
    kind: 'law without marks',
    rules: ['law-without-marks'],
    plant: sentence('依照中华人民共和国行政许可法的规定办理。'),
  },
  {
    kind: 'body renamed',
    rules: ['body-renamed'],
    plant: sentence(
      '市国土资源局负责监督检查。',
      '市工商行政管理部门负责登记。',
      '规章草案由市法制办公室审查。',
      '由市质量技术监督部门负责检定。',
      '由市卫生和计划生育委员会负责。',
      '由市旅游发展委员会统筹。',
      '由食品药品监督管理部门查处。',
    ),
  },
  {
    kind: 'abbreviation unused',
    rules: ['abbreviation-unused'],
    plant: sentence('设立市政务信息共享交换工作协调机制（以下简称信息协调机制）。'),
  },
  {
    kind: 'abbreviation before definition',
    rules: ['abbreviation-before-definition'],
    plant: (text, random) => before(text, random),
  },
  {
    kind: 'two terms for one body',
    rules: ['two-terms', 'abbreviation-undefined'],
    plant: sentence('重要事项报市府办备案。', '会议由市政府办公室、市人民政府办公室承办，市府办协助。'),
  },
  {
    kind: 'name of another place',
    rules: ['other-place'],
    plant: sentence(
      '由朔州市有关部门负责落实。',
      '按照鞍山市的统一部署推进。',
      '市长离朔期间由常务副市长主持工作。',
      '结合无锡实际组织实施。',
    ),
  },
  {
    kind: 'placeholder',
    rules: ['placeholder'],
    plant: sentence(
      '应当在XX日内办结。',
      '由××局负责。',
      '由【单位】牵头办理。',
      '期限为？？日。',
      '收费标准待定。',
    ),
  },
  {
    kind: 'remark',
    rules: ['remark'],
    plant: sentence('批注：此处请法制机构把关。', '（注：此句需核实）', '（注：征求意见稿）'),
  },
  {
    kind: 'doubled word',
    rules: ['doubled-word'],
    plant: sentence('各部门的的意见应当汇总。', '有关单位应当应当配合。', '办公室负责负责落实。'),
  },
  {
    kind: 'conversion leftover',
    rules: ['conversion-leftover', 'placeholder'],
    plant: sentence(
      '各部门&nbsp;应当配合。',
      '有关单位\ufffd应当配合。',
      '有关单位<br>应当配合。',
      '各單位應當配合。',
    ),
  },
  { kind: '必须 for a duty', rules: ['must-for-duty'], plant: swap(/应当/, '必须') },
  {
    kind: 'word that forbids',
    rules: ['forbidding-word', 'strictly-forbidden', 'forbidding-cannot'],
    plant: sentence(
      '任何单位和个人不准擅自发布信息。',
      '有关人员不应泄露工作秘密。',
      '严禁擅自改变用途。',
      '有关人员不能泄露工作秘密。',
    ),
  },
  {
    kind: '禁止 with a subject',
    rules: ['forbid-with-subject'],
    plant: sentence('任何单位和个人禁止占用公共场地。', '工作人员禁止接受宴请。'),
  },
  {
    kind: '但是 without comma',
    rules: ['but-comma'],
    plant: sentence('会议应当公开，但是涉及国家秘密的除外。', '会议应当公开，但，涉及国家秘密的除外。'),
  },
  {
    kind: '按照 a law',
    rules: ['according-word'],
    plant: sentence(
      '由公安机关按照《中华人民共和国治安管理处罚法》处罚。',
      '双方依照合同约定履行。',
      '费用由各方依照比例分担。',
    ),
  },
  {
    kind: '依据 as ground of making',
    rules: ['basis-word'],
    plant: swap(/根据(?=《[^。\n]{3,150}制定本)/, '依据'),
  },
  {
    kind: '规定 a document',
    rules: ['set-out-word'],
    plant: sentence('市人民政府应当规定实施办法。', '市财政部门会同有关部门规定管理办法。'),
  },
  {
    kind: '商 for 会同',
    rules: ['joint-word'],
    plant: sentence('由主管部门商有关部门共同制定方案。', '由主管部门商财政部门联合发布。'),
  },
  {
    kind: '交纳 for 缴纳',
    rules: ['pay-word'],
    plant: sentence('当事人应当在期限内交纳罚款。', '用人单位应当依法交纳社会保险费。'),
  },
  {
    kind: '抵消, 帐',
    rules: ['offset-word', 'account-word'],
    plant: sentence('有关债务可以相互抵消债务。', '有关部门应当建立台帐。', '应当如实记帐。'),
  },
  {
    kind: '做出 a decision',
    rules: ['decision-word'],
    plant: sentence(
      '市人民政府应当及时做出决定。',
      '对作出突出贡献的单位给予表彰。',
      '应当在五日内做出处理。',
    ),
  },
  {
    kind: '公布, 发布',
    rules: ['publish-word'],
    plant: sentence('由气象部门公布预警信息。', '办公室应当及时发布考核结果。'),
  },
  {
    kind: '违法, 非法',
    rules: ['illegal-word'],
    plant: sentence('没收非法所得。', '对非法行为予以制止。', '不得违法占有公共财物。'),
  },
  {
    kind: '设定, 设立',
    rules: ['set-word'],
    plant: sentence('市人民政府设定专项基金。', '不得设立行政许可。', '根据需要设定议事协调机构。'),
  },
  {
    kind: '批准, 核准',
    rules: ['approve-word'],
    plant: sentence('年度预算由市长核准。', '由主管部门核准专项规划。', '报市人民政府核准后实施。'),
  },
  {
    kind: '注销, 吊销, 撤销',
    rules: ['cancel-word'],
    plant: sentence(
      '情节严重的，由原发证机关注销许可证。',
      '情节严重的，撤销营业执照。',
      '上级机关有权吊销其决定。',
    ),
  },
  { kind: '谋取, 牟取', rules: ['seek-word'], plant: sentence('不得利用职务谋取暴利。', '为群众牟取福利。') },
  {
    kind: 'fine without 以上以下',
    rules: ['fine-form', 'range-inverted'],
    plant: sentence(
      '处一千元至五千元罚款。',
      '并处罚款五百元。',
      '处五千元以下一千元以上罚款。',
      '处五千元以上一千元以下罚款。',
    ),
  },
  {
    kind: 'days of custody',
    rules: ['day-of-custody'],
    plant: sentence('处五个工作日以上十个工作日以下拘留。'),
  },
  { kind: '天 for 日', rules: ['day-word'], plant: sentence('应当在十天内答复。', '应当提前三天报送。') },
  {
    kind: 'bound said twice',
    rules: ['bound-twice'],
    plant: sentence('出席人数不少于三分之二以上。', '金额超过五万元以上的，报市长审批。'),
  },
  {
    kind: 'steps that leave a gap',
    rules: ['steps-gap', 'decision-ladder'],
    plant: sentence(
      '面积不满五十平方米的，由镇人民政府审批；超过五十平方米的，由县人民政府审批。',
      '人数在五十人以下的，由科室审批；八十人以上的，由局长审批。',
    ),
  },
  {
    kind: 'steps that overlap',
    rules: ['steps-overlap', 'decision-ladder'],
    plant: sentence(
      '面积五十平方米以下的，由镇人民政府审批；五十平方米以上的，由县人民政府审批。',
      '人数在五十人以下的，由科室审批；三十人以上的，由局长审批。',
    ),
  },
  { kind: 'Chinese date', rules: ['date-style'], plant: sentence('有关工作于二〇二四年三月一日前完成。') },
  {
    kind: 'numbers in another style',
    rules: ['numeral-style', 'numeral-mixed'],
    plant: sentence(
      '应当在15日内办结，并在20日内反馈，金额为300元。',
      '应当在十五日内办结，并在二十日内反馈。',
    ),
  },
  {
    kind: 'item ends wrongly',
    rules: ['item-end-mark'],
    plant: swap(/；(?=\s*\n+[ \t　]*（[二三四五六]）)/, '。'),
  },
  {
    kind: 'last item ends wrongly',
    rules: ['item-end-mark'],
    plant: swap(/(?<=\n[ \t　]*（[三四五六七八]）[^\n]{4,80})。(?=\s*\n+[ \t　]*第)/, '；'),
  },
  { kind: 'lead-in without ：', rules: ['lead-in-mark'], plant: swap(/：(?=\s*\n+[ \t　]*（一）)/, '。') },
  {
    kind: 'half-width mark',
    rules: ['half-width-mark'],
    plant: swap(/(?<=[\u4e00-\u9fff])，(?=[\u4e00-\u9fff])/, ','),
  },
  {
    kind: 'full stop missing',
    rules: ['full-stop-missing', 'item-end-mark'],
    plant: swap(/(?<=\n[^\n（]{20,120}[\u4e00-\u9fff])。(?=\n)/, ''),
  },
  { kind: 'unpaired mark', rules: ['unpaired-mark'], plant: swap(/[”》）](?=[\u4e00-\u9fff，。])/, '') },
  {
    kind: '、 between titles',
    rules: ['comma-between-titles'],
    plant: sentence('依照《甲市条例》、《乙市条例》执行。'),
  },
  {
    kind: 'doubled mark',
    rules: ['doubled-mark'],
    plant: swap(/(?<=[\u4e00-\u9fff])([，。])(?=[\u4e00-\u9fff\n])/, '$1$1'),
  },
  {
    kind: 'list endings mixed',
    rules: ['list-endings'],
    plant: sentence(
      '\n有下列情形之一的，不予受理：\n（一）材料不齐全的；\n（二）超过期限；\n（三）不属于职权范围的。',
    ),
  },
]

function swapFirst(text: string, pattern: RegExp, put: string, random: () => number): Planted | null {
  const from = Math.max(0, text.search(/^(?:第一条|一、)/m))
  const at = text.slice(from).search(pattern)
  if (at < 0 || random() < 0) return null
  const start = from + at
  const found = pattern.exec(text.slice(start))![0]
  return {
    text: text.slice(0, start) + put + text.slice(start + found.length),
    start,
    end: start + put.length,
  }
}

/** A short form in an early article, defined in a late one. */
function before(text: string, random: () => number): Planted | null {
  const ends = [...text.matchAll(/(?<=[^条、章]{20}。)(?=\n)/g)].map(({ index }) => index)
  if (ends.length < 12) return null
  const early = ends[3 + Math.floor(random() * 3)]!
  const late = ends[Math.floor(ends.length * 0.7)]!
  const first = '信息协调机制应当定期会商。'
  const second =
    '市政务信息共享工作协调机制（以下简称信息协调机制）由办公室牵头。信息协调机制每季度会商一次。'
  const whole = text.slice(0, early) + first + text.slice(early, late) + second + text.slice(late)
  return { text: whole, start: early, end: early + first.length }
}
