import { shifted } from '../../../src/drafting/editing/shifting.ts'
import { onTyped } from './typing.ts'

/**
 * The draft as it is edited: a plain textarea, so that the keyboard, input methods, screen readers and phones work as everywhere,
 * with its lines drawn again under it, where findings are marked. No editor library: their undo ends where the editor does, while here
 * a wording put in from another screen is undone by the same key, and their styles are stopped by the page's security policy.
 * Only lines that changed are drawn anew: 30,000 characters are a thousand lines, of which a key changes one.
 */
export interface EditorMark {
  start: number
  end: number
  class: string
}

export interface Editor {
  element: HTMLElement
  area: HTMLTextAreaElement
  /** Sets the text where it differs; the caret stays in its place. Neither text nor marks are set while something is composed. */
  setText: (text: string, caret?: number) => void
  setMarks: (marks: EditorMark[]) => void
  /** Brings a stretch into sight and selects it. */
  reveal: (start: number, end: number, focus: boolean) => void
}

interface EditorEvents {
  typed: (text: string, caret: number) => void
  /** Where the caret stands, when it was moved. */
  moved: (at: number) => void
  undo: () => void
  redo: () => void
}

/** A new editor; `label` names it for who cannot see it. */
export function createEditor(label: string, events: EditorEvents): Editor {
  const element = document.createElement('div')
  element.className = 'editor'
  const sheet = document.createElement('div')
  sheet.className = 'editor-sheet'
  const lines = document.createElement('div')
  lines.className = 'editor-lines'
  lines.setAttribute('aria-hidden', 'true')
  const area = document.createElement('textarea')
  area.spellcheck = false
  area.setAttribute('aria-label', label)
  area.setAttribute('autocomplete', 'off')
  sheet.append(lines, area)
  element.append(sheet)

  let drawn: string[] = []
  let text = ''
  let marks: EditorMark[] = []

  const draw = () => {
    const wanted = linesOf(text, marks)
    let head = 0
    while (head < drawn.length && head < wanted.length && drawn[head] === wanted[head]!.key) head++
    let tail = 0
    const least = Math.min(drawn.length, wanted.length) - head
    while (tail < least && drawn.at(-1 - tail) === wanted.at(-1 - tail)!.key) tail++
    const fresh = wanted.slice(head, wanted.length - tail)
    const last = drawn.length - tail
    // What lies between two changes is drawn again only where it differs.
    for (let at = head; at < last && at - head < fresh.length; at++)
      if (drawn[at] !== fresh[at - head]!.key) lines.children[at]!.replaceWith(drawLine(fresh[at - head]!))
    const before = lines.children[last] ?? null
    for (const line of fresh.slice(Math.max(0, last - head))) lines.insertBefore(drawLine(line), before)
    for (let at = last - 1; at >= head + fresh.length; at--) lines.children[at]!.remove()
    drawn = wanted.map(({ key }) => key)
  }

  area.addEventListener('input', () => {
    // Marks behind a change move with their words; those it touches go, until the draft is checked again.
    marks = shifted(marks, text, area.value)
    text = area.value
    draw()
  })
  const composing = onTyped(area, () => events.typed(area.value, area.selectionStart))
  area.addEventListener('beforeinput', event => {
    if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return
    event.preventDefault()
    if (event.inputType === 'historyUndo') events.undo()
    else events.redo()
  })
  area.addEventListener('keydown', event => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return
    const key = event.key.toLowerCase()
    const isUndo = key === 'z' && !event.shiftKey
    if (!isUndo && key !== 'y' && key !== 'z') return
    event.preventDefault()
    if (isUndo) events.undo()
    else events.redo()
  })
  area.addEventListener('click', () => events.moved(area.selectionStart))
  area.addEventListener('keyup', event => {
    if (/^(?:Arrow|Home|End|Page)/.test(event.key)) events.moved(area.selectionStart)
  })

  return {
    element,
    area,
    setText: (wanted, caret) => {
      if (composing()) return
      if (wanted !== text) {
        text = wanted
        marks = []
        area.value = wanted
        draw()
      }
      if (caret !== undefined) area.setSelectionRange(caret, caret)
    },
    setMarks: wanted => {
      if (composing()) return
      marks = wanted
      draw()
    },
    reveal: (start, end, focus) => {
      const before = text.slice(0, start)
      const line = lines.children[before.split('\n').length - 1] as HTMLElement | undefined
      if (line) {
        const from = start - before.lastIndexOf('\n') - 1
        const mark = line.querySelector<HTMLElement>(`[data-from="${from}"]`) ?? line
        const { top, height } = mark.getBoundingClientRect()
        const own = element.getBoundingClientRect()
        element.scrollTop += top - own.top - (own.height - Math.min(height, own.height)) / 3
      }
      area.setSelectionRange(start, end)
      if (focus) area.focus({ preventScroll: true })
    },
  }
}

interface Line {
  /** Everything that is drawn of it. */
  key: string
  text: string
  start: number
  marks: EditorMark[]
}

function linesOf(text: string, marks: EditorMark[]): Line[] {
  const sorted = marks.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start)
  let first = 0
  let start = 0
  return text.split('\n').map(line => {
    const end = start + line.length
    while (first < sorted.length && sorted[first]!.end <= start && sorted[first]!.start < start) first++
    const own: EditorMark[] = []
    for (let at = first; at < sorted.length && sorted[at]!.start < end; at++)
      if (sorted[at]!.end > start) own.push(sorted[at]!)
    const key = `${line}\u0000${own.map(mark => `${mark.start - start},${mark.end - start},${mark.class}`).join(' ')}`
    const result = { key, text: line, start, marks: own }
    start = end + 1
    return result
  })
}

function drawLine({ text, start, marks }: Line): HTMLElement {
  const line = document.createElement('div')
  const ends = marks.flatMap(mark => [clamp(mark.start - start, text), clamp(mark.end - start, text)])
  const cuts = [...new Set([0, ...ends, text.length])].sort((a, b) => a - b)
  for (const [index, from] of cuts.slice(0, -1).entries()) {
    const to = cuts[index + 1]!
    const over = marks.filter(mark => mark.start - start < to && mark.end - start > from)
    const words = text.slice(from, to)
    if (over.length === 0) {
      line.append(words)
      continue
    }
    const span = document.createElement('span')
    span.className = over.map(mark => mark.class).join(' ')
    span.textContent = words
    span.dataset.from = String(from)
    line.append(span)
  }
  // An empty line is as high as any other.
  if (text === '') line.append('\u200b')
  return line
}

function clamp(at: number, text: string): number {
  return Math.max(0, Math.min(text.length, at))
}
