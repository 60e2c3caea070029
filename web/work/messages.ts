import type { Jobs } from './jobs.ts'

/** What the worker is sent: a job, or a word that one is no longer wanted. `page` is where the data is fetched from. */
export type Order = { id: number; page: string; job: keyof Jobs; input: unknown } | { id: number; stop: true }
/** What it answers: some of the result so far, the result, or why there is none (`file` where a file could not be read). */
export type Answer = { id: number } & (
  | { part: unknown }
  | { result: unknown }
  | { failed: string; file: string | null }
)
