import { LoadError } from '../parts/data.ts'
import { isSingleFile } from '../parts/embedded.ts'
import type { Jobs, Told } from './jobs.ts'
import type { Answer, Order } from './messages.ts'
import workerFile from './worker.ts?worker&url'

/**
 * Does a job of `jobs.ts` beside the page, in a worker, so that clicks and keys are answered meanwhile; in the page
 * itself where a worker cannot be had. `told` is given what is known so far. Rejects with a `LoadError` where a file
 * cannot be read; once `signal` is aborted nothing more is told and the promise may never be settled.
 */
export function run<Name extends keyof Jobs>(
  job: Name,
  input: Jobs[Name]['input'],
  { told = () => {}, signal }: { told?: Told<Name>; signal?: AbortSignal } = {},
): Promise<Jobs[Name]['output']> {
  return new Promise((resolve, reject) => {
    const lane = SLOW.has(job) ? 'beside' : 'first'
    const task = { lane, job, input, told, signal, resolve, reject } as Task
    const worker = workerOf(lane)
    if (worker) give(worker, task)
    else doHere(task)
  })
}

/** Jobs that take seconds have a worker of their own, so that no quick one waits behind them. */
const SLOW: ReadonlySet<keyof Jobs> = new Set([
  'prepare',
  'cover',
  'clauses',
  'compose',
  'outline',
  'threeColumns',
])

type Lane = 'first' | 'beside'

interface Task {
  lane: Lane
  job: keyof Jobs
  input: unknown
  told: (part: unknown) => void
  signal: AbortSignal | undefined
  resolve: (result: unknown) => void
  reject: (error: unknown) => void
}

const tasks = new Map<number, Task>()
let given = 0

function give(worker: Worker, task: Task): void {
  const id = ++given
  tasks.set(id, task)
  const order = (order: Order) => worker.postMessage(order)
  task.signal?.addEventListener('abort', () => {
    if (tasks.delete(id)) order({ id, stop: true })
  })
  order({ id, page: document.baseURI, job: task.job, input: task.input })
}

function hear(answer: Answer): void {
  const task = tasks.get(answer.id)
  if (!task) return
  if (!('part' in answer)) tasks.delete(answer.id)
  if ('part' in answer) task.told(answer.part)
  else if ('result' in answer) task.resolve(answer.result)
  else task.reject(answer.file === null ? new Error(answer.failed) : new LoadError(answer.file))
}

async function doHere({ job, input, told, signal, resolve, reject }: Task): Promise<void> {
  try {
    const { JOBS } = await import('./jobs.ts')
    const tell = (part: unknown) => {
      if (!signal?.aborted) told(part)
    }
    resolve(await JOBS[job](input as never, tell, signal ?? new AbortController().signal))
  } catch (error) {
    reject(error)
  }
}

const known = new Map<Lane, Worker | null>()

/** The page's workers, one a lane; null where there is none: a page from disk may not load one. */
function workerOf(lane: Lane): Worker | null {
  if (!known.has(lane)) known.set(lane, isSingleFile() ? null : newWorker(lane))
  return known.get(lane)!
}

function newWorker(lane: Lane): Worker | null {
  try {
    const worker = new Worker(trusted(workerFile), { type: 'module', name: 'guijian' })
    worker.addEventListener('message', event => hear(event.data))
    worker.addEventListener('error', () => doWithout(lane))
    return worker
  } catch (error) {
    console.warn(error)
    return null
  }
}

// A failing job answers so itself: this is a worker that could not be loaded, or broke down.
function doWithout(lane: Lane): void {
  known.get(lane)?.terminate()
  known.set(lane, null)
  const left = [...tasks].filter(([, task]) => task.lane === lane)
  for (const [id, task] of left) {
    tasks.delete(id)
    doHere(task)
  }
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined

/** The Content-Security-Policy lets no string become a program: this lets the address of our own worker through, no other. */
function trusted(address: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  if (!trustedTypes) return address
  policy ??= trustedTypes.createPolicy('guijian-worker', {
    createScriptURL: asked => {
      if (asked !== workerFile) throw new Error(`not the page's worker: ${asked}`)
      return asked
    },
  })
  return policy.createScriptURL(address)
}

// As much of it as is used here; the compiler's library does not know it.
interface TrustedTypes {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ) => { createScriptURL: (address: string) => string }
}
