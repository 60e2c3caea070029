import { t } from '../i18n/index.ts'

/** Puts text on the clipboard and says so. */
export async function copyText(text: string): Promise<void> {
  const done = await toClipboard(text)
  say(done ? t('copied') : t('copy-failed'))
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
