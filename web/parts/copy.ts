import type { UnitText } from '../../src/diff/unit-text.ts'
import { t } from '../i18n/index.ts'
import { shown, shownPassage } from '../reader/script.ts'

/** Puts text on the clipboard and says so. */
export async function copyText(text: string): Promise<void> {
  const done = await toClipboard(text)
  say(done ? t('copied') : t('copy-failed'))
}

/** The same with the text of some units as it is shown, a line for each, and below it what it is cited by. */
export function copyQuoted({ text, parts }: UnitText, source: string | null, cited: string): Promise<void> {
  const lines = parts.map(
    ({ label, passage }) => shown(text.slice(label.from, label.to)) + shownPassage(passage, source),
  )
  return copyText(`${lines.join('\n')}\n——${shown(cited)}`)
}

/** Shows a short message that screen readers speak. */
export function say(message: string): void {
  const toast = document.querySelector('.toast')
  if (!toast) return
  toast.textContent = message
  clearTimeout(pending)
  pending = setTimeout(() => {
    toast.textContent = ''
  }, 2500)
}
let pending: ReturnType<typeof setTimeout> | undefined

async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

// The clipboard interface is missing where the page is opened from a file or over plain http.
function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea')
  area.value = text
  area.setAttribute('readonly', '')
  area.className = 'visually-hidden'
  document.body.append(area)
  area.select()
  const done = document.execCommand('copy')
  area.remove()
  return done
}
