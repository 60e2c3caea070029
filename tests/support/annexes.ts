import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Three documents on one subject, two of them with annexes: a table whose cells reach down, lists, a set of rules of its own, and
 * a table of a web page. The list of their names below the first text is no annex.
 */
export const ANNEX_TEXTS: Record<string, string> = {
  'jia.txt': `甲市市容管理办法

第一章 总则

第一条 为规范市容管理，制定本办法。
第二条 市城市管理部门负责市容管理工作，每年检查两次。
第二章 罚则
第三条 违反本办法的，按照附件1规定的标准罚款；文书样式见附件2，工作规则见附表三。
第四条 当事人应当在15日内缴纳罚款。
第五条 本办法自2023年6月1日起施行。

附件：1.甲市市容罚款标准
　　　2.甲市执法文书样式
　　　3.甲市执法工作规则

甲市人民政府
2023年5月6日

抄送：市委办公室。

附件1

甲市市容罚款标准

序号	违法行为	情节	罚款金额	适用对象
1	擅自倾倒垃圾的	轻微	五百元以上二千元以下	个人
		严重	5000元	单位
2	占用绿地	一般	每平方米处二百元罚款	单位

注：罚款应当在15日内缴纳，依照本办法第四条执行。

附件2
甲市执法文书样式
一、立案审批表
（一）立案审批表一式两份；
（二）立案审批表保存十年。
二、处罚决定书
处罚决定书应当在7日内送达当事人。

附表三：甲市执法工作规则
第一章 会议
第一条 会议每月召开一次。
第二条 会议依照前条召开，不少于五人。
第二章 通知
第三条【期限】 通知应当在3日内送达。
第四条 本规则自发布之日起施行。
`,
  'yi.txt': `乙市市容管理办法
第一条 为加强市容管理，制定本办法。
第二条 城市管理部门负责市容管理工作，每年检查三次。
第三条 违反本办法的，由城市管理部门处一千元罚款。
第四条 当事人应当在30日内缴纳罚款。
第五条 本办法自发布之日起施行。
`,
  'bing.html': `<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><title>丙市市容管理办法</title></head><body>
<h1>丙市市容管理办法</h1>
<p>第一条 为加强市容管理，制定本办法。</p>
<p>第二条 城市管理部门负责市容管理工作，罚款按照附件执行。</p>
<p>第三条 当事人应当在20日内缴纳罚款。</p>
<p>第四条 本办法自发布之日起施行。</p>
<p>附件</p>
<p>丙市罚款标准</p>
<table>
<tr><th>违法行为</th><th>罚款金额</th></tr>
<tr><td>擅自倾倒垃圾</td><td>五百元以上</td></tr>
<tr><td>占用绿地</td><td>一万元</td></tr>
</table>
</body></html>
`,
}

/** A corpus folder of the three; to be removed by the caller. */
export function annexCorpus(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guijian-annexes-'))
  mkdirSync(join(folder, 'raw'))
  for (const [name, text] of Object.entries(ANNEX_TEXTS)) writeFileSync(join(folder, 'raw', name), text)
  const places: Record<string, string> = { jia: '甲市', yi: '乙市', bing: '丙市' }
  const regulations = Object.keys(ANNEX_TEXTS).map(name => {
    const id = name.split('.')[0]!
    return { id, place: places[id], file: `raw/${name}` }
  })
  writeFileSync(join(folder, 'corpus.json'), JSON.stringify({ title: '市容管理办法', regulations }))
  return folder
}
