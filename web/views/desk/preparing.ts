import { cutter } from '../../parts/columns.ts'
import { refresh } from '../../parts/router.ts'
import { run } from '../../work/work.ts'
import { begin, desk } from './desk-state.ts'
import { keptDraft } from './keeping.ts'

/** Whether all that the desk needs is there: from then on it asks for nothing more. */
export type Readiness = 'loading' | 'ready' | 'failed'

let readiness: Readiness = 'loading'
let begun: Promise<void> | undefined

export const ready = (): Readiness => readiness

/** Loads what the desk needs, once: its screens stand before that is done. Waits only for a draft that was kept. */
export function prepareDesk(): Promise<void> {
  begun ??= openDesk()
  return begun
}

async function openDesk(): Promise<void> {
  void load()
  const work = await keptDraft()
  if (work && !desk.work) begin(work)
}

/** Loads it; once more where that failed, when the drafter asks for it. */
export async function load(): Promise<void> {
  readiness = 'loading'
  try {
    await Promise.all([run('prepareReaders', null), run('prepare', null), cutter()])
    readiness = 'ready'
  } catch (error) {
    console.warn(error)
    readiness = 'failed'
  }
  refresh()
}
