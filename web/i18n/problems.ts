import type { Problem } from '../../src/types.ts'
import { shown } from '../reader/script.ts'
import { language } from '../reader/settings.ts'

/**
 * What a problem says in the language of the page. The data says it in English; here each rule has its Chinese, with what
 * varies taken out of the message by the pattern (`$1`, `$2`). A message without one is shown as it is.
 */
export function problemText({ rule, message }: Problem): string {
  const found = language() === 'en' ? undefined : CHINESE[rule]
  if (!found) return message
  const [pattern, words] = found
  return pattern.test(message) ? shown(message.replace(pattern, words)) : message
}

const KINDS = '(?:part|chapter|section)'
const GAP = (name: string): [RegExp, string] => [
  /^\w+ (\S+) follows (\S+)$/,
  `第 $1 ${name}前面是第 $2 ${name}，编号不连续`,
]

const CHINESE: Record<string, [RegExp, string]> = {
  'no-articles': [/^.*$/, '没有找到编号的条'],
  'article-start': [/^the first article is (.*)$/, '第一个条是第 $1 条'],
  'article-gap': [/^article (\S+) follows article (\S+)$/, '第 $1 条前面是第 $2 条，编号不连续'],
  'article-empty': [/^article (\S+) has no text$/, '第 $1 条没有正文'],
  'part-gap': GAP('编'),
  'chapter-gap': GAP('章'),
  'section-gap': GAP('节'),
  'division-label-lost': [new RegExp(`^the label of ${KINDS} (\\S+) is missing$`), '缺少第 $1 的章节号'],
  'heading-empty': [/^(.*) has no heading$/, '$1没有标题'],
  'label-out-of-order': [/^(.*) stands out of order; it was read as text$/, '“$1”不合编号顺序，当作正文'],
  'number-twice': [
    /^(.*) stands twice, at (\d+) and (\d+): read as (\S+) and (\S+)$/,
    '“$1”出现两次（第 $2、$3 字），分别当作 $4 和 $5',
  ],
  'title-unknown': [/^no title found: (.*) stands for it$/, '没有找到标题，以“$1”代替'],
  'second-document': [
    /^(\d+) more articles of another document in the file$/,
    '文件里还有另一份文件的 $1 条',
  ],
  'text-cut-off': [/^ends inside a sentence: (.*)$/s, '全文在句中结束：$1'],
  'sentence-open': [/^ends inside a sentence: (.*)$/s, '这一款在句中结束：$1'],
  'stray-word': [/^.*$/, '转换时混入的字'],
  'paragraph-unsure': [/^.*$/, '上一行写满且句子已完，这里可能另起一款'],
  'page-text': [/^.*$/, '正文之前有网页的文字'],
  'replacement-character': [/^.*?(\(\d+\))?$/, '解码时丢失的字 $1'],
  'private-use-character': [/^.*?: (.*)$/, '私用区字符 $1'],
  'half-width-punctuation': [/^.*?: (.*)$/, '汉字后用了半角标点：$1'],
  'small-form-punctuation': [/^.*?: (.*)$/, '小写变体标点：$1'],
  'conversion-fault': [/^(.*) should be (.*)$/, '“$1”应为“$2”（繁简转换之误）'],
  'uneven-conversion': [/^(.*), elsewhere (.*)$/, '此处作“$1”，别处作“$2”'],
  'item-label-lost': [/^label of item (.*) is missing$/, '缺少第（$1）项的项号'],
  'item-gap': [/^item (\S+) follows item (\S+)$/, '第（$1）项前面是第（$2）项，编号不连续'],
  'item-out-of-order': [/^(.*) goes on from no item$/, '“$1”前面没有可接的项'],
  'dangling-reference': [/^(.*) answers to no unit$/, '所引“$1”在本文中找不到'],
  'manifest-title': [/^.*?$/s, '清单所写的标题与正文不同'],
  'encoding-contradiction': [
    /^.*encoding “(.*?)”, but the bytes are (\S+),.*$/,
    '清单说编码是 $1，实际是 $2，按实际读取',
  ],
  'encoding-unknown': [/^.*encoding “(.*?)”.*read as (\S+)$/, '清单所写的编码“$1”无法识别，按 $2 读取'],
  'encoding-doubtful': [/^read as (\S+),.*$/, '按 $1 读取，但几乎没有常用字，编码可能有误'],
  'undecodable-bytes': [/^.*$/, '此处有无法解码的字节'],
  'file-changed': [/^.*$/s, '原文件与清单所记的 sha256 不符，可能已改动'],
  'docx-revisions': [/^.*$/s, '文档带有修订痕迹，按全部接受后的文字读取'],
  'docx-comments': [/^the file holds (\d+) .*$/s, '文档带有 $1 处批注，未计入正文'],
  'docx-part-unread': [
    /^the part (.*?), whose.*$/s,
    '此处的文字在部件 $1 中，未能读出；请用文字处理软件打开原文件另存一次',
  ],
  'xml-cut-off': [/^.*$/s, '文件不完整：后面的内容缺失，请重新获取'],
  'page-furniture': [/^(\d+) characters.*$/, '网页的菜单、链接、声明等 $1 字未计入正文'],
  'radicals-replaced': [/^.*$/s, '部首字符已换成相应的汉字'],
  'missing-character-tables': [/^.*$/s, '缺少字符表，部分文字没有读出'],
  'two-columns': [/^pages (.*) were read as two columns.*$/, '第 $1 页按左右两栏读取，请与原件核对'],
  'page-without-text': [/^pages (.*) hold no text.*$/, '第 $1 页没有文字（可能是图片），其内容缺失'],
  'unreadable-characters': [/^.*$/s, '几乎没有常用字：pdf 的字体没有说明画的是什么字'],
}
