import type { Division } from '../../types.ts'
import type { Block } from './blocks.ts'

/** Blocks of a draft moved: a heading takes along all that stands under it. */

const LEVELS: Division['kind'][] = ['part', 'chapter', 'section']

/** 0 of a part, 1 of a chapter, 2 of a section, 3 of all else. */
function depthOf({ level }: Block): number {
  return level === undefined ? LEVELS.length : LEVELS.indexOf(level)
}

/** How many blocks are moved with the one at this place, itself among them. */
export function lengthAt(at: number, blocks: Block[]): number {
  const own = depthOf(blocks[at]!)
  let end = at + 1
  if (blocks[at]!.kind === 'division')
    while (end < blocks.length && blocks[end]!.kind !== 'back' && depthOf(blocks[end]!) > own) end++
  return end - at
}

/** The blocks with the one at `from`, and what stands under it, at the place of the one at `to`; null where that is inside of it. */
export function moved(from: number, to: number, blocks: Block[]): Block[] | null {
  const count = lengthAt(from, blocks)
  if (to >= from && to < from + count) return null
  const rest = blocks.toSpliced(from, count)
  return rest.toSpliced(to > from ? to - count + 1 : to, 0, ...blocks.slice(from, from + count))
}

/**
 * A step up or down: an article past its neighbour, a heading past the heading of its level with all under it, or past one of a higher
 * level alone, which takes it into the next chapter or part. Null where there is nothing to pass.
 */
export function stepped(at: number, by: 1 | -1, blocks: Block[]): Block[] | null {
  const own = depthOf(blocks[at]!)
  const isHeading = own < LEVELS.length
  if (by < 0) {
    let to = at - 1
    if (isHeading) while (to >= 0 && depthOf(blocks[to]!) > own) to--
    return to < 0 || blocks[to]!.kind === 'front' ? null : moved(at, to, blocks)
  }
  const next = at + lengthAt(at, blocks)
  if (next >= blocks.length || blocks[next]!.kind === 'back') return null
  const isAlike = isHeading && depthOf(blocks[next]!) === own
  return moved(at, isAlike ? next + lengthAt(next, blocks) - 1 : next, blocks)
}
