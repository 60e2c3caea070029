import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { inProgram } from '../io/program.ts'
import { padded } from '../print/terminal.ts'
import { BOMBS } from './bombs/files.ts'

/** What each file made to burst takes: alone (`add --dry-run`), and as one more document of the corpus (`data`). */
export function* benchBombs(wanted = '', corpus = 'corpus'): Generator<string> {
  const folder = mkdtempSync(join(tmpdir(), 'guijian-bombs-'))
  try {
    for (const [name, make] of Object.entries(BOMBS)) {
      if (!name.includes(wanted)) continue
      const file = join(folder, name)
      writeFileSync(file, make())
      yield `${padded(name, 24)} add  ${ran(folder, ['add', file, '--place', '甲市', '--id', 'bomb', '--dry-run', '--corpus', join(folder, 'none')])}`
      yield `${padded('', 24)} data ${ran(folder, ['data', '--corpus', withDocument(folder, corpus, name)])}`
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function withDocument(folder: string, corpus: string, name: string): string {
  const target = join(folder, 'corpus')
  rmSync(target, { recursive: true, force: true })
  cpSync(resolve(corpus), target, { recursive: true })
  const manifest = JSON.parse(readFileSync(join(target, 'corpus.json'), 'utf8'))
  manifest.regulations.push({ id: 'bomb', place: '甲市', file: `raw/${name}` })
  writeFileSync(join(target, 'corpus.json'), JSON.stringify(manifest))
  cpSync(join(folder, name), join(target, 'raw', name))
  return target
}

function ran(cwd: string, args: string[]): string {
  const { stderr, status } = spawnSync(
    process.execPath,
    ['--import', inProgram('scripts/bench/bombs/usage.mjs'), inProgram('scripts/guijian.mjs'), ...args, '-q'],
    { cwd, encoding: 'utf8', maxBuffer: 1e9 },
  )
  const [, seconds, megabytes] = /usage (\S+) (\S+)\s*$/.exec(stderr) ?? []
  const said = stderr.replace(/\s*usage .*\s*$/, '').replaceAll(cwd, '…')
  const took =
    `${Number(seconds).toFixed(1)} s`.padStart(7) + `${Math.round(Number(megabytes))} MB`.padStart(9)
  return `${took}  exit ${status}${said && `  ${said.slice(0, 120)}`}`
}
