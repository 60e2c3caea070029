import { cutter } from '../../parts/columns.ts'
import { refresh } from '../../parts/router.ts'
import { run } from '../../work/work.ts'
import { begin } from './desk-state.ts'
import { keptDraft } from './keeping.ts'

/** Whether all that the desk needs is there: from then on it asks for nothing more. */
export type Readiness = 'loading' | 'ready' | 'failed'

let readiness: Readiness = 'loading'
let begun: Promise<void> | undefined

export const ready = (): Readiness => readiness

/** Loads what the desk needs, once: its screens stand before that is done. Waits only for a draft that was kept. */
export function prepareDesk(): Promise<void> {
  begun ??= prepare()
  return begun
}

async function prepare(): Promise<void> {
  const all = Promise.all([run('prepareReaders', null), run('prepare', null), cutter()])
  all
    .then(
      () => 'ready' as const,
      error => {
        console.warn(error)
        begun = undefined
        return 'failed' as const
      },
    )
    .then(found => {
      readiness = found
      refresh()
    })
  const work = await keptDraft()
  if (work) begin(work)
}
