import type { TemplateResult } from '../../parts/html.ts'

/** What a screen of the desk shows, and what it does once it stands. */
export interface Screen {
  content: TemplateResult
  ready?: (main: HTMLElement) => undefined | (() => void)
}
