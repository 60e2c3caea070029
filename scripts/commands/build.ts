import { build } from 'vite'
import type { CorpusOptions } from '../io/analyse-corpus.ts'
import { inProgram } from '../io/program.ts'
import { progress } from '../io/progress.ts'
import { buildSingle } from '../io/single.ts'
import { writeData } from './data.ts'

/**
 * Analyses the corpus into build/data and builds the site into dist/, the page and its data together; with `single` also
 * as one html file.
 */
export async function buildSite(options: CorpusOptions & { single?: boolean }): Promise<void> {
  await writeData({ ...options, out: 'build/data' })
  progress('building the site into dist/')
  await build({ configFile: inProgram('vite.config.ts'), logLevel: 'warn' })
  if (!options.single) return
  progress('packing the site into dist/guijian.html')
  await buildSingle('build/data', 'dist/guijian.html')
}
