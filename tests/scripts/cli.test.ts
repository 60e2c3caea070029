import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import stringWidth from 'string-width'
import { afterAll, describe, expect, it } from 'vitest'

const scratch = mkdtempSync(join(tmpdir(), 'guijian-cli-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** Runs the command line as a user does, in its own process. */
function guijian(args: string[], env: Record<string, string> = {}) {
  const run = spawnSync(process.execPath, ['scripts/guijian.mjs', ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  return { code: run.status, out: run.stdout, error: run.stderr }
}

/** Every file below a folder with its content. */
function filesIn(folder: string): [string, string][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
    .map(file => [file.slice(folder.length), readFileSync(file, 'base64')])
}

describe('guijian', () => {
  it('helps with every command and an example', () => {
    const { code, out } = guijian(['--help'])
    expect(code).toBe(0)
    for (const command of ['data', 'build', 'start', 'trace', 'evaluate', 'add', 'compare', 'export'])
      expect(out).toMatch(new RegExp(`^  ${command} `, 'm'))
    expect(guijian(['compare', '--help']).out).toMatch(/guijian compare zhongwei shizuishan/)
  })

  it('has each command in the file of its name, and no other file there', () => {
    const listed = guijian(['--help']).out.matchAll(/^ {2}([a-z]+) (?:\[|<)/gm)
    const commands = [...listed].map(([, name]) => `${name}.ts`).filter(name => name !== 'help.ts')
    expect(commands.toSorted()).toEqual(readdirSync('scripts/commands').toSorted())
    const source = readFileSync('scripts/cli.ts', 'utf8')
    const loaded = [...source.matchAll(/import\('\.\/(.*?)'\)/g)].map(([, file]) => file)
    expect(loaded).toEqual(commands.map(file => `commands/${file}`))
  })

  it.each([
    ['an unknown option', ['data', '--nope']],
    ['an unknown command', ['frobnicate']],
    ['a missing argument', ['trace']],
    ['a port that is none', ['start', '--port', '99999']],
    ['a pair that is none', ['data', '--pairs', 'zhongwei']],
  ])('%s is one line on stderr and exit code 2', (_, args) => {
    const { code, out, error } = guijian(args)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(error.trim()).toMatch(/^guijian: .+$/)
  })
})

// Each run analyses the corpus afresh in a process of its own: slow on a busy machine.
describe('guijian data', { timeout: 600_000 }, () => {
  const corpus = join(scratch, 'corpus')
  const out = join(scratch, 'out')
  cpSync('corpus', corpus, { recursive: true })

  it('gives the same bytes in two time zones, locales and folders', () => {
    const other = join(scratch, '另 一处')
    const moved = join(scratch, '语料 库')
    cpSync(corpus, moved, { recursive: true })
    const east = guijian(['data', '-q', '-c', corpus, '-o', out], {
      TZ: 'Asia/Shanghai',
      LC_ALL: 'zh_CN.UTF-8',
    })
    const west = guijian(['data', '-q', '-c', moved, '-o', other], { TZ: 'America/St_Johns', LC_ALL: 'C' })
    expect([east.code, east.error, west.code]).toEqual([0, '', 0])
    const files = filesIn(out)
    expect(files.length).toBeGreaterThan(30)
    expect(filesIn(other)).toEqual(files)
  })

  it('leaves the previous output untouched when the manifest is broken', () => {
    const before = filesIn(out)
    const broken = join(scratch, 'broken')
    cpSync(corpus, broken, { recursive: true })
    writeFileSync(join(broken, 'corpus.json'), '{"title": "规则",\n  "regulations": [{"id": "a b"}]}')
    const { code, error } = guijian(['data', '-q', '-c', broken, '-o', out])
    expect(code).toBe(1)
    expect(error).toMatch(/^guijian: .*corpus\.json:2:\d+: regulations\[0\].*\n$/)
    expect(filesIn(out)).toEqual(before)
  })

  it('says when the output cannot be written, with exit code 3', () => {
    const file = join(scratch, 'a-file')
    writeFileSync(file, '')
    const { code, error } = guijian(['data', '-q', '-c', corpus, '-o', join(file, 'out')])
    expect(code).toBe(3)
    expect(error).toMatch(/^guijian: .*a-file.*--out.*\n$/)
  })

  it('refuses a pair with a document that is not there', () => {
    const { code, error } = guijian(['data', '-q', '-c', corpus, '-o', out, '--pairs', 'zhongwei:nowhere'])
    expect(code).toBe(1)
    expect(error).toMatch(/no document "nowhere".*zhongwei/)
  })
})

describe('guijian compare', { timeout: 600_000 }, () => {
  it('sets two documents side by side in 80 columns, differences marked and named', () => {
    const { code, out } = guijian(['compare', 'zhongwei', 'shizuishan', '--family', '制定依据', '-q'])
    expect(code).toBe(0)
    expect(out).toMatch(/^中卫市 zhongwei ↔ 石嘴山市 shizuishan\n/)
    expect(out).toMatch(/第一条 +│ 第一条/)
    expect(out).toContain('[+')
    expect(out).toMatch(/^ {2}范围: /m)
    for (const line of out.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(80)
  })

  it('writes Akoma Ntoso to stdout and refuses a docx without a file', () => {
    const akn = guijian(['export', '--format', 'akn', '--document', 'zhongwei', '-q'])
    expect(akn.out).toMatch(/^<\?xml[\s\S]*<\/akomaNtoso>\n$/)
    expect(guijian(['export', '--format', 'docx']).code).toBe(2)
  })

  it('names like families when there is none such', () => {
    const { code, error } = guijian(['compare', 'zhongwei', 'qinzhou', '--family', '常务', '-q'])
    expect(code).toBe(1)
    expect(error).toMatch(/^guijian: no family "常务"; like it are .*常务会议.*\n$/)
  })
})

describe('guijian trace', { timeout: 600_000 }, () => {
  it('names the nearest addresses when there is none such, with exit code 1', () => {
    const { code, error } = guijian(['trace', 'zhongwei/45/9', '-q'])
    expect(code).toBe(1)
    expect(error).toMatch(/no unit "zhongwei\/45\/9".*zhongwei\/45\/3/)
  })

  it('writes the accounting of a document as a table where there is no terminal', () => {
    const { code, out } = guijian(['trace', 'zhongwei', '--accounting', '-q'])
    expect(code).toBe(0)
    const [header, ...rows] = out.trimEnd().split('\n')
    expect(header).toBe('start\tend\tclass\tname\ttext')
    const text = rows.map(row => JSON.parse(row.split('\t')[4]!)).join('')
    expect(text).toBe(readFileSync('corpus/raw/zhongwei.txt', 'utf8'))
  })
})
