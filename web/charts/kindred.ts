import { type Mark, scaleUnitOf } from './marks.ts'

/**
 * Only like is compared with like: of a family's numbers those with the same unit and a similar subject. The same
 * article may set three working days for one thing and ten for another.
 */
export function kindred(marks: Mark[]): Mark[][] {
  const groups: { unit: string; pairs: Set<string>; marks: Mark[] }[] = []
  for (const mark of marks) {
    const unit = scaleUnitOf(mark.provision)
    const pairs = pairsOf(mark.provision.subject)
    const group = groups.find(each => each.unit === unit && areAlike(each.pairs, pairs))
    if (group) group.marks.push(mark)
    else groups.push({ unit, pairs, marks: [mark] })
  }
  return groups.map(group => group.marks)
}

// Two fifths of their neighbouring characters in common (市人民政府常务会议, 市政府常务会议: seven tenths), or the
// shorter nearly whole in the longer. Names that must differ between cities count, so the bar is low.
function areAlike(a: Set<string>, b: Set<string>): boolean {
  const common = [...a].filter(pair => b.has(pair)).length
  return 2 * common >= 0.4 * (a.size + b.size) || common >= 0.7 * Math.min(a.size, b.size)
}

function pairsOf(subject: string): Set<string> {
  const text = subject.replace(/[（(].*?[）)]|[^\p{L}\p{N}]/gu, '')
  return new Set(Array.from({ length: Math.max(1, text.length - 1) }, (_, at) => text.slice(at, at + 2)))
}
