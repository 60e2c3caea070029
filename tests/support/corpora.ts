import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { outputOf } from '../../scripts/commands/data.ts'
import { analyseCorpus } from '../../scripts/io/analyse-corpus.ts'
import { beQuiet } from '../../scripts/io/progress.ts'
import type { OutputFile } from '../../src/tables/site.ts'

/** Everything that `npm run data` writes for a corpus folder, made here and now; its codebook is used where it has one. */
export async function outputFor(folder: string): Promise<OutputFile[]> {
  beQuiet()
  const { corpus, analysis } = await analyseCorpus({ corpus: folder, codebook: true })
  return outputOf(corpus, analysis)
}

// A form of each of the five as governments publish them, traditional script and two columns among them.
const FORMS: Record<string, string> = {
  zhongwei: 'zhongwei.pdf',
  shizuishan: 'shizuishan.big5.html',
  pingliang: 'pingliang.docx',
  shuozhou: 'shuozhou.two-columns.pdf',
  qinzhou: 'qinzhou.gb18030.html',
}

/** A corpus folder of the five as pdf, docx and web pages, with noise of every kind; without a codebook. To be removed by the caller. */
export function fiveInOtherForms(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guijian-forms-'))
  mkdirSync(join(folder, 'raw'))
  const { title, regulations } = JSON.parse(readFileSync('corpus/corpus.json', 'utf8'))
  const entries = regulations.map(({ id, place }: { id: string; place: string }) => {
    copyFileSync(`tests/fixtures/${FORMS[id]}`, join(folder, 'raw', FORMS[id]!))
    return { id, place, file: `raw/${FORMS[id]}` }
  })
  writeFileSync(join(folder, 'corpus.json'), JSON.stringify({ title, regulations: entries }))
  return folder
}

/** Corpora beside the project's own: the folders in the one that GUIJIAN_CORPORA names; none where it is not set. */
export function otherCorpora(): string[] {
  const folder = process.env.GUIJIAN_CORPORA
  if (!folder) return []
  return readdirSync(folder)
    .map(name => join(folder, name))
    .filter(path => existsSync(join(path, 'corpus.json')))
}
