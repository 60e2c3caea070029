import type { Work } from './draft-work.ts'

/**
 * A draft kept in this browser, in IndexedDB, only while the drafter allows it. The consent itself is the database: without one
 * nothing of the desk is stored.
 */

const NAME = 'guijian-desk'
const STORE = 'draft'

let allowed = false
let waiting: ReturnType<typeof setTimeout> | undefined

export const isKept = (): boolean => allowed

/** What was kept, where keeping is allowed; null where nothing is. Never makes a database. */
export async function keptDraft(): Promise<Work | null> {
  try {
    const known = await indexedDB.databases()
    if (!known.some(({ name }) => name === NAME)) return null
    allowed = true
    return await inStore('readonly', store => store.get('work') as IDBRequest<Work | undefined>).then(
      work => work ?? null,
    )
  } catch {
    return null
  }
}

/** Allows keeping, or forbids it and deletes what is kept. */
export async function allowKeeping(isAllowed: boolean, work: Work | null): Promise<void> {
  clearTimeout(waiting)
  allowed = isAllowed
  if (isAllowed && work) await inStore('readwrite', store => store.put(work, 'work'))
  if (!isAllowed) await removed()
}

/** Keeps the draft a moment later, where that is allowed. */
export function keepDraft(work: Work): void {
  if (!allowed) return
  clearTimeout(waiting)
  waiting = setTimeout(() => {
    inStore('readwrite', store => store.put(work, 'work')).catch(() => undefined)
  }, 400)
}

function inStore<Value>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME, 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE)
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const database = opening.result
      const transaction = database.transaction(STORE, mode)
      const request = ask(transaction.objectStore(STORE))
      transaction.oncomplete = () => {
        database.close()
        resolve(request.result)
      }
      transaction.onerror = () => {
        database.close()
        reject(transaction.error)
      }
    }
  })
}

function removed(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(NAME)
    request.onsuccess = () => resolve()
    request.onerror = () => reject(request.error)
    request.onblocked = () => resolve()
  })
}
