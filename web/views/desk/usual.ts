import type { Outline } from '../../../src/drafting/editing/outline.ts'
import { refresh } from '../../parts/router.ts'
import { run } from '../../work/work.ts'

let usual: Outline | null = null
let asked = false

/** How the documents of the corpus are built; null until that is known. Asked for once, again where it failed and is wanted anew. */
export function usualOutline(): Outline | null {
  if (!asked) {
    asked = true
    run('outline', { base: null }).then(
      found => {
        usual = found
        refresh()
      },
      () => {
        asked = false
      },
    )
  }
  return usual
}
