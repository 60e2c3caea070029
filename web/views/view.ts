import type { TemplateResult } from '../parts/html.ts'
import type { Route } from '../parts/router.ts'

/**
 * A view turns the address into a page. It is called again whenever the address changes while it is shown, and
 * lit-html changes only what differs; so a view keeps no state of its own beside the address.
 */
export type View = (route: Route) => Page | Promise<Page>

export interface Page {
  /** For the window's title; in the reader's language. */
  title: string
  content: TemplateResult
  /** Called when the content stands in the page: scrolling, charts that need sizes, keys. Gives back what undoes it. */
  ready?: (main: HTMLElement) => undefined | (() => void)
}
