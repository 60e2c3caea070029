import type { CorpusOptions } from '../io/analyse-corpus.ts'
import { serve } from '../io/serve.ts'
import { buildSite } from './build.ts'

/** Builds the site and serves it on this machine until the process ends. */
export async function start({ port, ...options }: CorpusOptions & { port?: number }): Promise<void> {
  await buildSite(options)
  const { url } = await serve('dist', { port })
  console.log(`规鉴 is at ${url} (Ctrl-C ends it)`)
}
