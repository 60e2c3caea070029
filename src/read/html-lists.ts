import { type Element, isTag } from 'domhandler'
import { formatNumeral, letters } from '../text/numerals.ts'

/** The mark that a browser shows before each `<li>` of an `<ol>`: `3.`, `c.`, `三、`; empty for lists without marks. */
export function itemMarks(list: Element): Map<Element, string> {
  const marks = new Map<Element, string>()
  const style = styleOf(list) ?? list.attribs.type ?? '1'
  let number = wholeNumber(list.attribs.start) ?? 1
  for (const item of list.children) {
    if (!isTag(item) || item.name !== 'li') continue
    number = wholeNumber(item.attribs.value) ?? number
    marks.set(item, format(number, styleOf(item) ?? style))
    number++
  }
  return marks
}

function styleOf(element: Element): string | undefined {
  return /list-style(?:-type)?\s*:\s*([\w-]+)/i.exec(element.attribs.style ?? '')?.[1]?.toLowerCase()
}

function wholeNumber(text: string | undefined): number | null {
  return text && /^-?\d{1,6}$/.test(text.trim()) ? Number(text) : null
}

function format(number: number, style: string): string {
  if (/^(none|disc|circle|square)$/.test(style)) return ''
  if (/cjk|chinese|hanidec/.test(style)) return number > 0 ? `${formatNumeral(number)}、` : ''
  if (/^(a|lower-(alpha|latin))$/.test(style)) return `${letters(number).toLowerCase()}.`
  if (/^(A|upper-(alpha|latin))$/.test(style)) return `${letters(number)}.`
  if (/^(i|lower-roman)$/.test(style)) return `${roman(number)}.`
  if (/^(I|upper-roman)$/.test(style)) return `${roman(number).toUpperCase()}.`
  return `${number}.`
}

/** 4 → iv; beyond 3999 the digits. */
export function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number)
  const place = (digit: number, one: string, five: string, ten: string) =>
    [
      '',
      one,
      one + one,
      one + one + one,
      one + five,
      five,
      five + one,
      five + one + one,
      five + one + one + one,
      one + ten,
    ][digit]!
  const [thousands, hundreds, tens, ones] = String(number).padStart(4, '0').split('').map(Number)
  return (
    place(thousands!, 'm', '', '') +
    place(hundreds!, 'c', 'd', 'm') +
    place(tens!, 'x', 'l', 'c') +
    place(ones!, 'i', 'v', 'x')
  )
}
