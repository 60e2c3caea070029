import type { Site } from '../parts/data.ts'
import type { View } from './view.ts'

interface ViewEntry {
  load: () => Promise<{ view: View }>
  inNavigation: boolean
  /** Whether there is anything to show of this corpus; always where it is left out. */
  has?: (site: Site) => boolean
}

/** The views by the first part of the address, in the order of the navigation; each is loaded when it is first shown. */
export const VIEWS: Record<string, ViewEntry> = {
  overview: { load: () => import('./overview/overview.ts'), inNavigation: true },
  compare: { load: () => import('./compare/compare.ts'), inNavigation: true },
  family: { load: () => import('./family/family.ts'), inNavigation: false },
  pair: { load: () => import('./pair/pair.ts'), inNavigation: false },
  numbers: { load: () => import('./numbers/numbers.ts'), inNavigation: true },
  penalties: {
    load: () => import('./penalties/penalties.ts'),
    inNavigation: true,
    has: ({ acts = 0 }) => acts > 0,
  },
  doc: { load: () => import('./document/document.ts'), inNavigation: true },
  search: { load: () => import('./search/search.ts'), inNavigation: true },
  desk: { load: () => import('./desk/desk.ts'), inNavigation: true },
  method: { load: () => import('./method/method.ts'), inNavigation: true },
}
