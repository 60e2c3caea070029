import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** A line of bash; `$faulty KIND` is a command that ends in that way, `$guijian` the command line. */
export function bash(line: string, cwd = '.'): { code: number | null; out: string; error: string } {
  const run = spawnSync('bash', ['-c', line], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 50_000_000,
    env: {
      ...process.env,
      faulty: `${process.execPath} --import tsx ${resolve('tests/support/faulty.ts')}`,
      guijian: `${process.execPath} ${resolve('scripts/guijian.mjs')}`,
    },
  })
  return { code: run.status, out: run.stdout, error: run.stderr }
}

// Enough to be read and compared in no time.
const TEXT =
  '工作规则\n第一条 为规范工作，制定本规则。\n第二条 全体会议每半年召开一次。\n第三条 本规则自印发之日起施行。\n'

/** A corpus of two documents in the folder, which is given back. */
export function makeCorpus(folder: string): string {
  mkdirSync(join(folder, 'raw'), { recursive: true })
  for (const id of ['jia', 'yi']) writeFileSync(join(folder, `raw/${id}.txt`), TEXT)
  const regulations = ['jia', 'yi'].map(id => ({ id, place: `${id}市`, file: `raw/${id}.txt` }))
  writeFileSync(join(folder, 'corpus.json'), JSON.stringify({ title: '规则', regulations }))
  return folder
}
