import { describe, expect, it } from 'vitest'
import { ReadError } from '../../src/read/error.ts'
import { extractHtml } from '../../src/read/html.ts'

/** Lines of the text, with what is named as noise in braces before it. */
function linesOf(html: string): string[] {
  const { text, noise } = extractHtml(html)
  let at = 0
  return text
    .split('\n')
    .slice(0, -1)
    .map(line => {
      const start = at
      at += line.length + 1
      const whole = noise.find(({ span }) => span.start === start && span.end === at)
      const parts = noise.filter(({ span }) => span.start >= start && span.end < at)
      return (
        (whole ? `{${whole.kind}} ` : '') +
        line +
        parts.map(({ kind, span }) => ` {${kind} ${text.slice(span.start, span.end)}}`).join('')
      )
    })
}

const page = (body: string, title = '某市绿化条例') =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body>${body}</body></html>`
const ARTICLES = [
  '第一条 为了绿化，制定本条例。',
  '第二条 本条例适用于本市。',
  '第三条 市政府负责绿化工作。',
  '第四条 本条例自公布之日起施行。',
]
const paragraphs = ARTICLES.map(text => `<p>${text}</p>`).join('')

describe('choosing the regulation', () => {
  it('menus, related links, scripts, hidden parts and the foot of the page are left out; the heading outside is kept', () => {
    const html = page(
      `<div class="top"><a href="/">首页</a> <a href="/a">政务公开</a></div><h1>某市绿化条例</h1><script>var a = "第五条"</script>
       <div id="c"><p style="display:none">第九条 看不见。</p>${paragraphs}</div>
       <ul><li><a href="/b">第一批规范性文件清单发布。</a></li></ul><div>版权所有：某市人民政府</div>`,
    )
    expect(linesOf(html)).toEqual(['某市绿化条例', ...ARTICLES])
    expect(extractHtml(html).problems).toMatchObject([{ rule: 'page-furniture', severity: 'note' }])
  })

  it('heading, adoption and signature in boxes of their own are kept with the text', () => {
    const html = page(
      `<div>首页</div><div class="t">某市绿化条例</div><div class="s">（2020年1月1日某市人民代表大会常务委员会通过）</div><div class="i">浏览次数：3</div><div class="c">${paragraphs}</div><div>某市人民政府</div><div>2020年1月2日</div><div>网站声明：仅供参考。</div>`,
      '某市绿化条例_某市人大',
    )
    expect(linesOf(html)).toEqual([
      '某市绿化条例',
      '（2020年1月1日某市人民代表大会常务委员会通过）',
      ...ARTICLES,
      '某市人民政府',
      '2020年1月2日',
    ])
  })

  it('share links and buttons between heading and text stay in the text, named', () => {
    const html = page(
      `<div><h2>某市绿化条例</h2><p>发布时间：2020-01-01 浏览次数：12</p><p>【<a href="javascript:p()">打印</a>】【<a href="javascript:c()">关闭</a>】</p>${paragraphs}<p>某市人民政府</p></div>`,
    )
    expect(linesOf(html)).toEqual([
      '某市绿化条例',
      '{page-furniture} 发布时间：2020-01-01 浏览次数：12',
      '{page-furniture} 【打印】【关闭】',
      ...ARTICLES,
      '某市人民政府',
    ])
  })

  it('a text cut into one box per chapter is taken whole', () => {
    const [first, second, third, fourth] = ARTICLES
    const html = page(
      `<div><a href="/">首页</a></div><div id="all"><div><h3>第一章 总则</h3><p>${first}</p><p>${second}${'又'.repeat(900)}。</p></div><div><h3>第二章 附则</h3><p>${third}</p><p>${fourth}</p></div></div>`,
    )
    expect(
      linesOf(html)
        .filter(line => /^第.[条章]/.test(line))
        .map(line => line.slice(0, 3)),
    ).toEqual(['第一章', '第一条', '第二条', '第二章', '第三条', '第四条'])
  })

  it('a box with links after the text (a licence) is named, a signature is not', () => {
    const html = page(
      `<div><a href="/">首页</a></div><div>${paragraphs}<p>某市人民政府</p><div class="licence"><p>本作品属于<a href="/pd">公有领域</a>，可以自由使用，不受限制地传播。</p></div></div>`,
    )
    expect(linesOf(html).slice(4)).toEqual([
      '某市人民政府',
      '{page-furniture} 本作品属于公有领域，可以自由使用，不受限制地传播。',
    ])
  })

  it('a box beside the text that quotes some of its articles does not draw the whole page in', () => {
    const html = page(
      `<div><div class="side"><h4>条文解读</h4><p>第二条 适用范围说明。</p><p>第三条 职责说明。</p></div><div class="text">${paragraphs.repeat(1)}<p>第五条 ${'附则。'.repeat(60)}</p></div></div><div class="note">本网站内容仅供参考，以正式文本为准。</div>`,
    )
    expect(linesOf(html).slice(0, 4)).toEqual(ARTICLES)
    expect(linesOf(html).length).toBe(5)
  })

  it('Word saved as html: numbers in spans of their own, empty o:p, non-breaking spaces', () => {
    const list = (label: string, text: string) =>
      `<p class=MsoListParagraph style='text-indent:21.0pt;mso-list:l0 level1'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>${label}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span></span><![endif]><span>${text}<o:p></o:p></span></p>`
    const html = page(
      `<div class=WordSection1>${list('第一条', '甲。')}${list('第二条', '乙。')}${list('（一）', '丙；')}<p class=MsoNormal><o:p>&nbsp;</o:p></p>${list('第三条', '丁。')}</div>`,
    )
    expect(
      linesOf(html)
        .map(line => line.replace(/\s/g, ''))
        .filter(Boolean),
    ).toEqual(['第一条甲。', '第二条乙。', '（一）丙；', '第三条丁。'])
  })

  it('a page of one 一、 text is found as well', () => {
    const html = page(
      `<ul><li><a href="/1">一、通知</a></li></ul><div><p>一、市政府实行市长负责制。</p><p>二、副市长协助市长工作。</p><p>三、本规则自公布之日起施行。</p></div>`,
    )
    expect(linesOf(html)).toEqual([
      '一、市政府实行市长负责制。',
      '二、副市长协助市长工作。',
      '三、本规则自公布之日起施行。',
    ])
  })

  it('a page without text of its own is refused with a remedy', () => {
    for (const html of [
      page('<div id="app"></div>'),
      '<html><frameset><frame src="a.html"></frameset></html>',
      page('<a href="a.pdf">下载附件</a>'),
    ])
      expect(() => extractHtml(html)).toThrow(ReadError)
    expect(() => extractHtml(`<div>${'<b><i>'.repeat(2000)}`)).toThrow(/nested deeper/)
  })
})

describe('lines', () => {
  it('<br>, divs, items, cells and preformatted text become lines, white space as a browser shows it', () => {
    const html = page(
      `<div>第一条 根据<b>宪法</b>\n   和法律，<br>制定本规则。<div>第二条 甲。</div><table><tr><td><p>第三条 乙。</p></td></tr></table><pre>第四条 丙。\n第五条 丁。</pre></div>`,
    )
    expect(linesOf(html)).toEqual([
      '第一条 根据宪法 和法律，',
      '制定本规则。',
      '第二条 甲。',
      '第三条 乙。',
      '第四条 丙。',
      '第五条 丁。',
    ])
  })

  it('a table row is a line where its cells hold no blocks: the label stays with its text', () => {
    const rows = ARTICLES.map(text => `<tr><td>${text.slice(0, 3)}</td><td>${text.slice(4)}</td></tr>`).join(
      '',
    )
    expect(linesOf(page(`<table>${rows}</table>`))).toEqual(ARTICLES.map(text => text.replace(' ', '\t')))
  })

  it('an <ol> gives its items the numbers that a browser shows, once', () => {
    const list = (attributes: string, items: string) =>
      linesOf(page(`<div><p>${ARTICLES.join('</p><p>')}</p><ol ${attributes}>${items}</ol></div>`)).slice(4)
    expect(list('', '<li>制定计划；</li><li value="5">执行计划；</li><li>检查计划。</li>')).toEqual([
      '1.制定计划；',
      '5.执行计划；',
      '6.检查计划。',
    ])
    expect(
      list('style="list-style-type:cjk-ideographic" start="9"', '<li>九项；</li><li>十项。</li>'),
    ).toEqual(['九、九项；', '十、十项。'])
    expect(list('type="a"', '<li>甲；<ol><li>子项。</li></ol></li><li>乙。</li>')).toEqual([
      'a.甲；',
      '1.子项。',
      'b.乙。',
    ])
    expect(list('type="I"', '<li><p>甲；</p></li><li>乙。</li>')).toEqual(['I.甲；', 'II.乙。'])
    expect(list('', '<li>（一）自己的编号；</li><li>（二）另一个。</li>')).toEqual([
      '（一）自己的编号；',
      '（二）另一个。',
    ])
    expect(list('style="list-style:none"', '<li>没有编号。</li>')).toEqual(['没有编号。'])
  })

  it('footnote marks, footnotes and edit links are named; a raised 2 after m is square metres', () => {
    const html = page(
      `<div><h2>第一章 总则<span>[<a href="/edit">编辑</a>]</span></h2><p>第一条 为了绿化<sup><a href="#n1">[1]</a></sup>。</p><p>第二条 每人6m<sup>2</sup>。</p><p>第三条 施行。</p><ol><li id="n1">见上级条例。</li></ol></div>`,
    )
    expect(linesOf(html)).toEqual([
      '第一章 总则[编辑] {edit-link [编辑]}',
      '第一条 为了绿化[1]。 {footnote-mark [1]}',
      '第二条 每人6m²。',
      '第三条 施行。',
      '{footnote} 1.见上级条例。',
    ])
  })

  it('a table of contents of links within the page is named', () => {
    const html = page(
      `<div><p><a href="#1">第一章 总则</a></p><p><a href="#2">第二章 附则</a></p>${paragraphs}</div>`,
    )
    expect(linesOf(html).slice(0, 2)).toEqual([
      '{table-of-contents} 第一章 总则',
      '{table-of-contents} 第二章 附则',
    ])
  })

  it('the same page gives the same text', () => {
    const html = page(paragraphs)
    expect(extractHtml(html)).toEqual(extractHtml(html))
  })
})
