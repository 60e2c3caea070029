import { type Flow, lineIndexAt } from '../text/lines.ts'
import { endsSentence } from './classify.ts'
import type { Outline } from './outline.ts'

const BACK =
  /^(?:抄送|抄报|主送|分送|公开属性|公开方式|信息公开|（?此件|（本件|附件|附[：:录表]|参考资料|相关链接|扫一扫|责任编辑|来源[：:]|打印|关闭|上一篇|下一篇|分享)/

/** Flow position where the last article ends and what GB/T 9704-2012 calls 版记, annexes or the page's rest begins. */
export function bodyEnd(flow: Flow, { articles }: Outline): number {
  const text = flow.passage.text
  const last = articles.at(-1)
  if (!last) return text.length
  for (let index = lineIndexAt(flow.lines, last.from) + 1; index < flow.lines.length; index++) {
    const line = flow.lines[index]!
    if (!endsSentence(text, line.from)) continue
    const content = text.slice(line.from, line.to)
    if (BACK.test(content)) return line.from
    if (
      content.length < 40 &&
      !endsSentence(content, content.length) &&
      (flow.lines[index + 1]?.blanks ?? 1) > 0 &&
      line.blanks > 0
    )
      return line.from
  }
  return text.length
}
