import './tips.css'
import { documentOf } from '../../../src/structure/address.ts'
import type { Mark } from '../../charts/marks.ts'
import { aboutText, valueText } from '../../charts/words.ts'
import { n } from '../../i18n/numbers.ts'
import { citation } from '../../parts/cite.ts'
import type { Site } from '../../parts/data.ts'
import { shown } from '../../reader/script.ts'
import { language } from '../../reader/settings.ts'

/**
 * A note beside the mark that is pointed at or focused: quote, source, rule. It says nothing that the mark's own page
 * and the table do not say, so it is hidden from screen readers, which have the mark's label. Gives back what undoes it.
 */
export function attachTips(main: HTMLElement, site: Site): () => void {
  const tip = document.createElement('div')
  tip.className = 'tip'
  tip.setAttribute('aria-hidden', 'true')
  tip.hidden = true
  document.body.append(tip)
  const show = (event: Event) => showAt(tip, markAt(event.target), site)
  const hide = () => {
    tip.hidden = true
  }
  const hideOnEscape = (event: KeyboardEvent) => event.key === 'Escape' && hide()
  main.addEventListener('pointerover', show)
  main.addEventListener('focusin', show)
  main.addEventListener('focusout', hide)
  main.addEventListener('pointerleave', hide)
  addEventListener('scroll', hide, { passive: true, capture: true })
  addEventListener('keydown', hideOnEscape)
  return () => {
    tip.remove()
    main.removeEventListener('pointerover', show)
    main.removeEventListener('focusin', show)
    main.removeEventListener('focusout', hide)
    main.removeEventListener('pointerleave', hide)
    removeEventListener('scroll', hide, { capture: true })
    removeEventListener('keydown', hideOnEscape)
  }
}

function markAt(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest('a.mark') : null
}

function showAt(tip: HTMLElement, element: Element | null, site: Site): void {
  const mark = (element as { __data__?: Mark | Tip } | null)?.__data__
  tip.hidden = !mark
  if (!mark || !element) return
  tip.replaceChildren(...linesOf(mark, site))
  place(tip, element.querySelector('.dot, .bar, .word, .end') ?? element)
}

/** What a note says of a mark that is no provision. */
export interface Tip {
  value: string
  /** The words of the clause, and where they stand. */
  quoted: { quote: string; address: string }
  remark: string
}

function linesOf(mark: Mark | Tip, site: Site): HTMLElement[] {
  return 'quoted' in mark ? linesOfTip(mark, site) : linesOfMark(mark, site)
}

function linesOfTip({ value, quoted, remark }: Tip, site: Site): HTMLElement[] {
  return [
    line('tip-value', shown(value)),
    line('tip-quote', `“${shown(quoted.quote)}”`),
    line('tip-source', shown(sourceOf(quoted.address, site))),
    ...(remark ? [line('tip-rule', shown(remark))] : []),
  ]
}

function sourceOf(address: string, site: Site): string {
  const regulation = site.byId.get(documentOf(address))
  return regulation ? citation(regulation, address) : address
}

function linesOfMark({ provision }: Mark, site: Site): HTMLElement[] {
  return [
    line('tip-value', `${shown(valueText(provision, language()))}　${shown(aboutText(provision))}`),
    line('tip-quote', `“${shown(provision.quote)}”`),
    line('tip-source', shown(sourceOf(provision.address, site))),
    line('tip-rule', `${n('rule')}: ${provision.rule}${provision.note ? `　${shown(provision.note)}` : ''}`),
  ]
}

function line(kind: string, text: string): HTMLElement {
  const element = document.createElement('p')
  element.className = kind
  element.textContent = text
  return element
}

/** Below the mark, or above it where there is no room; never outside the window. */
function place(tip: HTMLElement, anchor: Element): void {
  const box = anchor.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = tip
  const left = Math.max(
    8,
    Math.min(box.left + box.width / 2 - width / 2, document.documentElement.clientWidth - width - 8),
  )
  const below = box.bottom + 10
  tip.style.left = `${left}px`
  tip.style.top = `${below + height > innerHeight ? Math.max(8, box.top - height - 10) : below}px`
}
