import { isLayout } from '../text/fold.ts'
import type { Flow } from '../text/lines.ts'
import { spanOf } from '../text/passage.ts'
import type { Article, Division, Noise, Passage, Stretch } from '../types.ts'
import type { Matter } from './matter.ts'

/** Tiles the source: every character is a label, heading, text, layout, front, back or noise. */
export function accountingOf(
  source: string,
  flow: Flow,
  noise: Noise[],
  divisions: Division[],
  articles: Article[],
  matter: Matter[],
): Stretch[] {
  const bodyStart = Math.min(divisions[0]?.start ?? source.length, articles[0]?.start ?? source.length)
  const bodyEnd = articles.at(-1)?.end ?? source.length
  const names: Pick<Stretch, 'class' | 'name'>[] = [
    { class: 'front', name: 'front' },
    { class: 'back', name: 'back' },
    { class: 'layout', name: 'space' },
  ]
  const owner = new Int32Array(source.length)
  owner.fill(1, Math.max(bodyStart, bodyEnd))
  const paint = (start: number, end: number, cls: Stretch['class'], name: string) => {
    names.push({ class: cls, name })
    owner.fill(names.length - 1, start, end)
  }
  const paintPassage = (passage: Passage, name: string) => {
    passage.runs.forEach(([at, offset], index) => {
      const to = passage.runs[index + 1]?.[0] ?? passage.text.length
      paint(offset, offset + to - at, 'text', name)
    })
  }
  for (const each of matter) {
    const span = spanOf(flow.passage, each)
    paint(span.start, span.end, span.start < bodyStart ? 'front' : 'back', each.kind)
  }
  for (const each of divisions) {
    paint(each.start, each.end, 'heading', each.address)
  }
  for (const article of articles) {
    paint(article.start, article.end, 'label', article.address)
    for (const paragraph of article.paragraphs) {
      paintPassage(paragraph.passage, paragraph.address)
      for (const item of paragraph.items) {
        paintPassage(item.passage, item.address)
        for (const sub of item.subitems) paintPassage(sub.passage, sub.address)
      }
    }
  }
  for (const each of noise) paint(each.span.start, each.span.end, 'noise', each.kind)
  for (let at = 0; at < source.length; at++) if (isLayout(source[at]!)) owner[at] = 2
  const stretches: Stretch[] = []
  for (let start = 0; start < source.length; ) {
    let end = start + 1
    while (end < source.length && owner[end] === owner[start]) end++
    stretches.push({ ...names[owner[start]!]!, start, end })
    start = end
  }
  return stretches
}
