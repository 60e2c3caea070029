import type { View } from './view.ts'

/** The views by the first part of the address, in the order of the navigation; each is loaded when it is first shown. */
export const VIEWS: Record<string, { load: () => Promise<{ view: View }>; inNavigation: boolean }> = {
  overview: { load: () => import('./overview.ts'), inNavigation: true },
  compare: { load: () => import('./compare.ts'), inNavigation: true },
  family: { load: () => import('./family.ts'), inNavigation: false },
  pair: { load: () => import('./pair.ts'), inNavigation: false },
  numbers: { load: () => import('./numbers.ts'), inNavigation: true },
  doc: { load: () => import('./document.ts'), inNavigation: true },
  search: { load: () => import('./search.ts'), inNavigation: true },
  method: { load: () => import('./method.ts'), inNavigation: true },
}
