import { execFileSync } from 'node:child_process'
import fs, {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { add } from '../../scripts/commands/add.ts'
import { draft } from '../../scripts/commands/draft.ts'
import { evaluate, evaluateAlignment } from '../../scripts/commands/evaluate.ts'
import { loadCorpus } from '../../scripts/io/corpus.ts'
import { emit, refuseUnwritableFile } from '../../scripts/io/emit.ts'
import { beQuiet } from '../../scripts/io/progress.ts'
import { bash, makeCorpus } from '../support/shell.ts'

beQuiet()
const scratch = mkdtempSync(join(tmpdir(), 'guijian-files-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

describe('a file to write', () => {
  const folder = join(scratch, 'out')
  beforeAll(() => mkdirSync(folder))

  const notWritable = (words: string) =>
    expect.objectContaining({ exitCode: 3, message: expect.stringContaining(words) })

  it.each([
    ['a folder', scratch, 'is a folder'],
    ['a folder that is not there', `${join(scratch, 'new')}/`, 'is a folder'],
    ['in a folder that is not there', join(scratch, 'no/such/file'), 'no such file or folder'],
    ['below a file', resolve('package.json/file'), 'a part of the path is a file'],
    ['with a name too long', join(scratch, 'x'.repeat(300)), 'the name is too long'],
    ['with a NUL', join(scratch, 'a\0b'), 'null bytes'],
  ])('%s is refused with exit code 3, before any work', (_, out, words) => {
    expect(() => refuseUnwritableFile(out)).toThrow(notWritable(words))
    expect(() => emit('new', out)).toThrow(notWritable(words))
  })

  it.skipIf(!existsSync('/dev/full'))('on a full disk is refused with exit code 3', () => {
    expect(() => emit('new', '/dev/full')).toThrow(notWritable('no space left'))
  })

  it('that is a pipe without a reader does not hold the program', () => {
    const pipe = join(folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    expect(() => emit('new', pipe)).toThrow(notWritable('nobody reads from the pipe'))
  })

  it('without a name is not understood', () => {
    expect(() => emit('new', ' ')).toThrow(expect.objectContaining({ exitCode: 2 }))
  })

  it.each(['writeFileSync', 'renameSync'] as const)('stays as it was where %s fails', name => {
    const file = join(folder, 'old.txt')
    writeFileSync(file, 'old')
    const before = readdirSync(folder)
    const real = fs.writeFileSync
    vi.spyOn(fs, name).mockImplementation((...given: unknown[]) => {
      // As a disk that fills up while it is written to.
      if (name === 'writeFileSync') real(given[0] as string, 'ne')
      throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
    })
    syncBuiltinESMExports()
    onTestFinished(() => {
      vi.restoreAllMocks()
      syncBuiltinESMExports()
    })
    expect(() => emit('new', file)).toThrow(notWritable('no space left'))
    expect(readFileSync(file, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(before)
  })

  it('is replaced as a whole, with its mode, by way of its link', () => {
    const [file, link] = [join(folder, 'kept.txt'), join(folder, 'link.txt')]
    writeFileSync(file, 'a longer old text')
    chmodSync(file, 0o640)
    symlinkSync(file, link)
    emit('new', link)
    expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual(['new', 0o640])
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    expect(readdirSync(folder).filter(name => name.startsWith('.'))).toEqual([])
  })

  it.each([
    ['compare jia yi', 'dir'],
    ['export --format docx', 'no/such.docx'],
  ])('of %s is refused before the corpus is read', (command, out) => {
    const run = bash(`mkdir -p dir; $guijian ${command} -c nowhere -o ${out}`, scratch)
    expect([run.code, run.error]).toEqual([3, expect.stringMatching(/^guijian: .*--out\n$/)])
  })
})

describe('a file to read', () => {
  const corpus = makeCorpus(join(scratch, 'to-read'))
  const pipe = join(scratch, 'pipe')
  execFileSync('mkfifo', [pipe])

  it.each([
    ['a pipe', pipe, /is a pipe or a device/],
    ['a device', '/dev/zero', /is a pipe or a device/],
    ['a folder', scratch, /is a folder/],
    ['nothing', join(scratch, 'nothing'), /no such file/],
    ['below a file', resolve('package.json/x'), /a part of the path is a file/],
    ['a name with a NUL', 'a\0b', /null bytes/],
  ])('that is %s is refused in one line and holds nothing', async (_, file, words) => {
    const options = { corpus, codebook: true, place: '', share: 1, gold: file }
    const refused = { exitCode: 1, message: expect.stringMatching(words) }
    await expect(draft(file, options)).rejects.toMatchObject(refused)
    await expect(add(file, options)).rejects.toMatchObject(refused)
    await expect(evaluateAlignment(file, options)).rejects.toMatchObject(refused)
  })

  it.each(['corpus.json', 'codebook.json', 'overrides.json', 'raw/yi.txt'])(
    'and %s of a corpus is a pipe or a folder',
    async name => {
      const folder = makeCorpus(mkdtempSync(join(scratch, 'corpus-')))
      rmSync(join(folder, name), { force: true })
      execFileSync('mkfifo', [join(folder, name)])
      await expect(loadCorpus(folder, { codebook: true })).rejects.toMatchObject({
        exitCode: 1,
        message: expect.stringContaining(`${name}: is a pipe`),
      })
      rmSync(join(folder, name))
      mkdirSync(join(folder, name))
      await expect(loadCorpus(folder, { codebook: true })).rejects.toMatchObject({
        exitCode: 1,
        message: expect.stringContaining(`${name}: is a folder`),
      })
    },
  )

  it('and a manifest that is none leaves the corpus as it is', async () => {
    const folder = mkdtempSync(join(scratch, 'corpus-'))
    const manifest = join(folder, 'corpus.json')
    mkdirSync(manifest)
    const adding = () => add(join(corpus, 'raw/yi.txt'), { corpus: folder, place: '丙市' })
    await expect(adding()).rejects.toMatchObject({
      exitCode: 1,
      message: expect.stringContaining('is a folder'),
    })
    rmSync(manifest, { recursive: true })
    writeFileSync(manifest, Buffer.from([0x7b, 0xb9, 0xe6, 0x7d]))
    await expect(adding()).rejects.toMatchObject({
      exitCode: 1,
      message: expect.stringContaining('not valid UTF-8'),
    })
    expect(readdirSync(folder)).toEqual(['corpus.json'])
  })

  it('and a folder of corpora that is not there is told before any work', async () => {
    const options = { corpus, codebook: true, gold: corpus, corpora: join(scratch, 'nowhere') }
    await expect(evaluate(options)).rejects.toMatchObject({
      exitCode: 1,
      message: expect.stringContaining('nowhere: no such folder'),
    })
  })

  it('and a gold that lacks what the report is made of is told before any work', async () => {
    const options = { corpus, codebook: true, gold: corpus, write: true }
    await expect(evaluate(options)).rejects.toMatchObject({
      exitCode: 1,
      message: expect.stringMatching(/names-judged\.json.*leave out --write$/),
    })
  })
})
