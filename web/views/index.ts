import type { View } from './view.ts'

/** The views by the first part of the address, in the order of the navigation; each is loaded when it is first shown. */
export const VIEWS: Record<string, { load: () => Promise<{ view: View }>; inNavigation: boolean }> = {
  overview: { load: () => import('./overview/overview.ts'), inNavigation: true },
  compare: { load: () => import('./compare/compare.ts'), inNavigation: true },
  family: { load: () => import('./family/family.ts'), inNavigation: false },
  pair: { load: () => import('./pair/pair.ts'), inNavigation: false },
  numbers: { load: () => import('./numbers/numbers.ts'), inNavigation: true },
  doc: { load: () => import('./document/document.ts'), inNavigation: true },
  search: { load: () => import('./search/search.ts'), inNavigation: true },
  method: { load: () => import('./method/method.ts'), inNavigation: true },
}
