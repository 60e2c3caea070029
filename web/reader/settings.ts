/**
 * The reader's choices that hold on every view. Language and script are part of what is shown, so they travel in the
 * address; the theme belongs to the reader's eyes and stays in this browser.
 */
export type Language = 'zh' | 'en'
/** `source`: every document in the script it was written in; else all display in one script. */
export type DisplayScript = 'simplified' | 'traditional' | 'source'
export type Theme = 'system' | 'light' | 'dark'

const LANGUAGES: Language[] = ['zh', 'en']
const SCRIPTS: DisplayScript[] = ['simplified', 'traditional', 'source']
const THEMES: Theme[] = ['system', 'light', 'dark']

const settings = {
  lang: remembered('lang', LANGUAGES),
  script: remembered('script', SCRIPTS),
  theme: remembered('theme', THEMES),
}

export const language = (): Language => settings.lang
export const script = (): DisplayScript => settings.script
export const theme = (): Theme => settings.theme

/** Changes one choice and remembers it in this browser, where that is allowed. */
export function choose(change: { lang?: Language; script?: DisplayScript; theme?: Theme }): void {
  Object.assign(settings, change)
  for (const [name, value] of Object.entries(change)) remember(name, value)
}

/** What an address must say for the same view to open elsewhere. */
export function addressSettings(): Record<string, string> {
  return {
    lang: settings.lang === 'zh' ? '' : settings.lang,
    script: settings.script === 'simplified' ? '' : settings.script,
  }
}

/** Takes over what an address says; for what it does not say the present choice stays. */
export function readSettings(parameters: URLSearchParams): void {
  const lang = parameters.get('lang')
  const script = parameters.get('script')
  if (LANGUAGES.includes(lang as Language)) settings.lang = lang as Language
  if (SCRIPTS.includes(script as DisplayScript)) settings.script = script as DisplayScript
}

function remembered<Value extends string>(name: string, allowed: Value[]): Value {
  try {
    const value = localStorage.getItem(`guijian-${name}`) as Value
    if (allowed.includes(value)) return value
  } catch {
    // A browser may forbid storage, from a file for instance: the choice then lasts as long as the page.
  }
  return allowed[0]!
}

function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`guijian-${name}`, value)
  } catch {
    // As above.
  }
}
