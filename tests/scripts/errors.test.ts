import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { EXIT } from '../../scripts/io/failure.ts'
import { bash, makeCorpus } from '../support/shell.ts'

const scratch = mkdtempSync(join(tmpdir(), 'guijian-errors-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

describe('an error', () => {
  it.each([
    ['failure', 1, 'guijian: a.txt: is not there\n'],
    [
      'fault',
      70,
      'reading a.txt\nguijian: a fault of the program, not of yours, at "reading a.txt" (TypeError: first line second line); run again with --debug for the details\n',
    ],
    [
      'text',
      70,
      `guijian: a fault of the program, not of yours, at "starting" ('only text'); run again with --debug for the details\n`,
    ],
    [
      'later',
      70,
      'guijian: a fault of the program, not of yours, at "starting" (TypeError: thrown later); run again with --debug for the details\n',
    ],
    [
      'rejected',
      70,
      'guijian: a fault of the program, not of yours, at "starting" (TypeError: nobody waits); run again with --debug for the details\n',
    ],
  ])('is one line: %s', (kind, code, line) => {
    expect(bash(`$faulty ${kind}`)).toEqual({ code, out: '', error: line })
  })

  it('of ours ends the command, whatever is still open, when all is told', () => {
    const { code, out } = bash('set -o pipefail; $faulty open | (sleep 0.3; wc -c)')
    expect([code, out.trim()]).toEqual([70, '1000001'])
  })

  it.each([
    ['failure', 1, /^guijian: a\.txt.*\n[\s\S]*at .*faulty\.ts:\d+[\s\S]*\[cause\]: Error: the cause\n +at /],
    [
      'fault',
      70,
      /^guijian: a fault.*please report it\nTypeError: first .*line\nsecond line\n +at .*faulty\.ts/m,
    ],
    ['rejected', 70, /^guijian: a fault.*please report it\nTypeError: nobody waits\n +at .*faulty\.ts/m],
  ])('tells with --debug where it arose: %s', (kind, code, told) => {
    const run = bash(`$faulty ${kind} --debug`)
    expect(run.code).toBe(code)
    expect(run.error).toMatch(told)
  })

  it('has its exit code in the help, and --debug', () => {
    const { out } = bash('$guijian --help')
    for (const code of Object.values(EXIT)) expect(out).toMatch(new RegExp(`^ +${code} `, 'm'))
    expect(out).toMatch(/^ +--debug /m)
  })

  it('of the command line is one line, also with line ends in it and a word that is meant', () => {
    expect(bash("$guijian $'da\\nta'").error).toMatch(/^guijian: unknown command 'da ta' .*\n$/)
    expect(bash('$guijian dat').error).toMatch(/^guijian: unknown command 'dat' .*data.*\n$/)
  })

  it.each([
    'review --top -1',
    'review --top 1e3',
    'draft x --share 2',
    'draft x --share NaN',
    'start --port -1',
    'dev --port 65536',
    'compare jia yi --format pdf',
    'export --format md --document ,',
  ])('of the command line is told before any work: %s', command => {
    const { code, out, error } = bash(`$guijian ${command}`)
    expect([code, out]).toEqual([2, ''])
    expect(error).toMatch(/^guijian: .*--help.*\n$/)
  })

  it('in JSON that is nested without end is one line', () => {
    const corpus = makeCorpus(join(scratch, 'deep'))
    writeFileSync(join(corpus, 'overrides.json'), '{"decisions":'.repeat(100_000))
    const { code, error } = bash(`$guijian trace jia/2 -q -c ${corpus}`)
    expect(code).toBe(1)
    expect(error).toMatch(/^guijian: .*overrides\.json:1:\d+: more than 200 levels .*\n$/)
  })

  it('of a port that is not for us is one line', async () => {
    const close = vi.fn()
    const denied = Object.assign(new Error('listen EACCES'), { code: 'EACCES', syscall: 'listen' })
    vi.doMock('vite', () => ({ createServer: async () => ({ listen: () => Promise.reject(denied), close }) }))
    onTestFinished(() => void vi.doUnmock('vite'))
    const { dev } = await import('../../scripts/commands/dev.ts')
    await expect(dev({ port: 80 })).rejects.toThrow(
      'port 80 cannot be used (permission denied); choose another with --port',
    )
    expect(close).toHaveBeenCalled()
  })

  it('of an install that is not complete is one line', () => {
    const folder = join(scratch, 'bare')
    mkdirSync(folder)
    writeFileSync(join(folder, 'guijian.mjs'), readFileSync('scripts/guijian.mjs'))
    const { code, error } = bash(`${process.execPath} ${folder}/guijian.mjs data`)
    expect(code).toBe(70)
    expect(error).toMatch(/^guijian: cannot start \(.*tsx.*\); .*npm ci.*\n$/)
  })
})

describe('a reader who goes away', () => {
  it('ends the command without a word', () => {
    const { code, out, error } = bash('set -o pipefail; $faulty pours | head -1')
    expect([code, out.trim(), error]).toEqual([0, '0', ''])
  })

  it('of stderr alone leaves the results whole', () => {
    const whole = { code: 0, out: 'the result\n', error: '' }
    expect(bash('$faulty chatters 2> >(head -1 > /dev/null)')).toEqual(whole)
    expect(bash('$faulty chatters 2>&-')).toEqual(whole)
    expect(bash('$faulty fault 2>&-')).toEqual({ code: 70, out: '', error: '' })
  })

  it('slowly gets all of it', () => {
    expect(bash('$faulty pours | (sleep 0.5; wc -l)').out.trim()).toBe('100000')
  })

  it.skipIf(!existsSync('/dev/full'))('is told apart from a full disk', () => {
    expect(bash('$faulty pours > /dev/full')).toEqual({
      code: 3,
      out: '',
      error: 'guijian: stdout: no space left on the disk; the output is not complete\n',
    })
  })

  it('is told apart from a disk that takes only a part', () => {
    const file = join(scratch, 'stdout')
    // At that limit the system writes what fits, as at the end of a disk.
    expect(bash(`trap '' XFSZ; ulimit -f 20; $faulty writes > ${file}`)).toEqual({
      code: 3,
      out: '',
      error: 'guijian: stdout: the file would be larger than is allowed; the output is not complete\n',
    })
    expect(bash(`$faulty writes > ${file}; $faulty writes >> ${file}`).code).toBe(0)
    expect(statSync(file).size).toBe(200_000)
  })

  it('from a command with much to tell', { timeout: 300_000 }, () => {
    const { code, out, error } = bash('set -o pipefail; $guijian export --format json -q | head -c 8')
    expect([code, out, error]).toEqual([0, '{"title"', ''])
  })
})

describe('another working folder', { timeout: 300_000 }, () => {
  const elsewhere = join(scratch, 'elsewhere')
  const program = ['dist', 'build/data']
  beforeAll(() => void makeCorpus(join(elsewhere, 'corpus')))

  /** What the program's own folders hold, and when it was written. */
  const state = () =>
    program.flatMap(folder =>
      readdirSync(folder).map(name => `${name} ${statSync(join(folder, name)).mtimeMs}`),
    )

  it('is where a build reads its corpus and writes its data and site', () => {
    const before = state()
    expect(bash('$guijian build -q', elsewhere)).toEqual({ code: 0, out: '', error: '' })
    expect(readdirSync(elsewhere).sort()).toEqual(['build', 'corpus', 'dist'])
    for (const file of ['build/data/site/index.json', 'dist/index.html', 'dist/data/site/index.json'])
      expect(existsSync(join(elsewhere, file)), file).toBe(true)
    expect(readFileSync(join(elsewhere, 'dist/data/site/index.json'), 'utf8')).toContain('jia市')
    expect(state()).toEqual(before)
  })

  it('is where the page from its source finds its data', () => {
    const served = bash(
      `mkdir -p log; $guijian dev --port 0 > log/address & until grep -q http log/address; do sleep 0.1; done
      address=$(grep -o 'http://[^ ]*/' log/address)
      curl -s $address/data/site/index.json | grep -o jia市 | head -1; curl -s $address | grep -o main.ts; kill %1; rm -r log`,
      elsewhere,
    )
    expect(served.out).toBe('jia市\nmain.ts\n')
  })

  it.each([
    ['compare jia yi -q --out two.txt', 0, ''],
    ['evaluate --alignment pairs.json -q', 0, ''],
    ['trace jia/2 -q -c nowhere', 1, 'guijian: nowhere/corpus.json: no such file or folder; '],
    ['evaluate -q --gold nowhere', 1, 'guijian: nowhere/structure.json: no such file or folder; '],
    ['pictures --data nowhere', 1, 'guijian: nowhere: no data of a site'],
  ])('is where paths begin: %s', (command, code, line) => {
    writeFileSync(join(elsewhere, 'pairs.json'), '{"pairs": {"jia-yi": [[1, 1, "equivalent"]]}}')
    const run = bash(`$guijian ${command}`, elsewhere)
    expect(run.code).toBe(code)
    expect(run.error.startsWith(line) && run.error.split('\n').length <= 2).toBe(true)
  })

  it('has nothing to do with the gold that comes with the program', () => {
    const { code, out } = bash('$guijian evaluate -q', elsewhere)
    expect(code).toBe(0)
    expect(out).toMatch(/^provisions +found +0\/93/m)
  })
})
