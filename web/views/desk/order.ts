import { type Block, blocksOf, textOf } from '../../../src/drafting/editing/blocks.ts'
import { moved, stepped } from '../../../src/drafting/editing/moving.ts'
import type { Outline } from '../../../src/drafting/editing/outline.ts'
import { formatNumeral } from '../../../src/text/numerals.ts'
import { d } from '../../i18n/desk.ts'
import type { Site } from '../../parts/data.ts'
import { html, nothing, type TemplateResult } from '../../parts/html.ts'
import { canRedo, canUndo, desk, edit, redo, undo } from './desk-state.ts'
import type { Screen } from './screen.ts'
import { usualOutline } from './usual.ts'

/** 目录: chapters and articles to be moved; numbers and the references of the text follow at once. */
export function orderScreen(data: Site): Screen {
  const { checked, work } = desk
  if (!checked || checked.text !== work?.text)
    return { content: html`<p class="faint" role="status">${d('reading')}</p>` }
  const document = { source: { text: work.text }, regulation: checked.regulation }
  const blocks = blocksOf(document)
  const usual = usualOutline()
  return {
    content: html`<p class="lead">${d('order-lead')}</p>
      <div class="desk-toolbar">
        <button type="button" class="quiet" ?disabled=${!canUndo()} @click=${() => undo()}>${d('undo')}</button>
        <button type="button" class="quiet" ?disabled=${!canRedo()} @click=${() => redo()}>${d('redo')}</button>
        <button type="button" @click=${() => edit(textOf(blocks, document))}>${d('renumber')}</button>
        <form class="add-chapter" @submit=${(event: Event) => addChapter(event, blocks, document)}>
          <input type="text" name="heading" aria-label=${d('new-chapter')} placeholder=${d('new-chapter')} autocomplete="off">
          <button type="submit">${d('add')}</button>
        </form>
      </div>
      <div class="order">
        <ol class="blocks" aria-label=${d('screen-order')}>${blocks.map((block, at) => item(block, at, blocks, document))}</ol>
        <aside class="usual-order" aria-label=${d('usual-chapters')}>${usual ? usualChapters(usual, data) : nothing}</aside>
      </div>`,
  }
}

type Document = Parameters<typeof textOf>[1]

let dragged: number | null = null

function item(
  block: Block,
  at: number,
  blocks: Block[],
  document: Document,
): TemplateResult | typeof nothing {
  if (block.kind === 'front' || block.kind === 'back' || typeof block.from === 'string') return nothing
  const text = document.source.text.slice(block.from.start, block.from.end).trim()
  const [first = ''] = text.split('\n')
  const isArticle = block.kind === 'article'
  const drop = (event: DragEvent) => {
    event.preventDefault()
    if (dragged !== null) arrange(moved(dragged, at, blocks), blocks[dragged]!, document)
    dragged = null
  }
  const step = (by: 1 | -1) => arrange(stepped(at, by, blocks), block, document)
  const key = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    step(event.key === 'ArrowUp' ? -1 : 1)
  }
  const name = first.slice(0, 12)
  return html`<li class=${block.kind} draggable="true" tabindex="0" data-at=${at} @keydown=${key}
    @dragstart=${() => {
      dragged = at
    }} @dragover=${(event: Event) => event.preventDefault()} @drop=${drop}>
    <span class="grip" aria-hidden="true">⠿</span>
    <span class="block-text">${isArticle ? first.slice(0, 64) : first}</span>
    <span class="block-acts">
      <button type="button" class="quiet" aria-label=${d('up', { name })} @click=${() => step(-1)}>↑</button>
      <button type="button" class="quiet" aria-label=${d('down', { name })} @click=${() => step(1)}>↓</button>
      <button type="button" class="quiet" aria-label=${d('delete-block', { name })} @click=${() => remove(at, blocks, document)}>×</button>
    </span>
  </li>`
}

/** Shows the blocks in their new order, where there is one. */
function arrange(blocks: Block[] | null, chosen: Block, document: Document): void {
  if (!blocks) return
  edit(textOf(blocks, document))
  focusOn(blocks.indexOf(chosen))
}

/** The keyboard goes along with what was moved. */
function focusOn(at: number): void {
  const until = performance.now() + 3000
  const look = () => {
    const place = document.querySelector<HTMLElement>(`.blocks [data-at="${at}"]`)
    if (place && desk.checked?.text === desk.work?.text) place.focus()
    else if (performance.now() < until) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

function remove(at: number, blocks: Block[], document: Document): void {
  edit(textOf([...blocks.slice(0, at), ...blocks.slice(at + 1)], document))
}

function addChapter(event: Event, blocks: Block[], own: Document): void {
  event.preventDefault()
  const form = event.target as HTMLFormElement
  const heading = String(new FormData(form).get('heading') ?? '').trim()
  if (heading === '') return
  form.reset()
  const count = blocks.filter(({ level }) => level === 'chapter').length
  const back = blocks.findIndex(({ kind }) => kind === 'back')
  const text = textOf(blocks, own)
  const end = back < 0 ? text.length : text.length - lengthOfText(blocks[back]!)
  edit(`${text.slice(0, end).trimEnd()}\n\n${chapterLabel(count + 1)}　${heading}\n${text.slice(end)}`)
}

function lengthOfText({ from }: Block): number {
  return typeof from === 'string' ? from.length : from.end - from.start
}

function chapterLabel(number: number): string {
  return `第${formatNumeral(number)}章`
}

// How the peers are built ------------------------------------------------------------------------------------------------

function usualChapters({ chapters }: Outline, data: Site): TemplateResult {
  const own = new Set(desk.checked!.regulation.divisions.map(({ heading }) => heading))
  return html`<h2>${d('usual-chapters')}</h2>
    <p class="small faint">${d('usual-note', { n: data.regulations.length })}</p>
    <ol>${chapters.map(({ heading, documents }) => html`<li class=${own.has(heading) ? 'has' : ''}>${heading} <span class="small faint">${d('n-of', { n: documents, total: data.regulations.length })}</span></li>`)}</ol>`
}
