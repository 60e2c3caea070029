import { build } from 'vite'
import type { CorpusOptions } from './analyse-corpus.ts'
import { writeData } from './data.ts'
import { progress } from './progress.ts'

/** Analyses the corpus into build/data and builds the site into dist/, the page and its data together. */
export async function buildSite(options: CorpusOptions): Promise<void> {
  await writeData({ ...options, out: 'build/data' })
  progress('building the site into dist/')
  await build({ logLevel: 'warn' })
}
