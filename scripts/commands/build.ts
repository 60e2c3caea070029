import { join } from 'node:path'
import { build } from 'vite'
import type { OutputFile } from '../../src/tables/site.ts'
import type { CorpusOptions } from '../io/analyse-corpus.ts'
import { deskFiles } from '../io/desk-files.ts'
import { refuseOutput, replaceOutput, writeFiles } from '../io/output.ts'
import { inProgram } from '../io/program.ts'
import { progress } from '../io/progress.ts'
import { buildSingle } from '../io/single.ts'
import { writeData } from './data.ts'

const SITE = 'dist'

/**
 * Analyses the corpus into build/data and builds the site as the folder dist/, the page and the very files just written there;
 * with `single` also as one html file.
 */
export async function buildSite({ single, ...options }: CorpusOptions & { single?: boolean }): Promise<void> {
  refuseOutput(SITE)
  const files = await writeData({ ...options, out: 'build/data' })
  progress('building the site into dist/')
  await replaceOutput(SITE, fresh => publish(fresh, files, single ?? false))
}

async function publish(folder: string, files: OutputFile[], single: boolean): Promise<void> {
  const configFile = inProgram('vite.config.ts')
  await build({ configFile, logLevel: 'warn', build: { outDir: folder, emptyOutDir: false } })
  writeFiles(join(folder, 'data'), files)
  writeFiles(folder, deskFiles())
  if (!single) return
  progress('packing the site into dist/guijian.html')
  await buildSingle(files, join(folder, 'guijian.html'))
}
