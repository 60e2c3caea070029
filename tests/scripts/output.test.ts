import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { alone } from '../../scripts/io/lock.ts'
import { MARKER, refuseOutput, replaceOutput, writeFiles } from '../../scripts/io/output.ts'
import { beQuiet } from '../../scripts/io/progress.ts'

beforeAll(beQuiet)

const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'guijian-output-')))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** A place for an output folder, alone in a folder of its own. */
const place = () => join(mkdtempSync(join(scratch, 'case-')), 'out')

const write = (folder: string, files: Record<string, string>) =>
  replaceOutput(folder, fresh =>
    writeFiles(
      fresh,
      Object.entries(files).map(([path, content]) => ({ path, content })),
    ),
  )

/** Every file below a folder with its content, without our marker. */
function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name !== MARKER)
    .map(entry => join(entry.parentPath, entry.name))
  return Object.fromEntries(
    files.sort().map(file => [file.slice(folder.length + 1), readFileSync(file, 'utf8')]),
  )
}

const refusal = expect.objectContaining({ exitCode: 3 })

describe('an output folder', () => {
  it('is replaced as a whole: nothing of the earlier run stays, nothing is left beside it', async () => {
    const out = place()
    await write(out, { 'a.csv': '1', 'sources/old.txt': '1' })
    await write(out, { 'a.csv': '2', 'sources/new.txt': '2' })
    expect(contents(out)).toEqual({ 'a.csv': '2', 'sources/new.txt': '2' })
    expect(readdirSync(dirname(out))).toEqual(['out'])
  })

  it('names its files with their hashes, as sha256sum reads them', async () => {
    const out = place()
    await write(out, { 'b.csv': '', 'a/c.txt': '' })
    const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
    expect(readFileSync(join(out, MARKER), 'utf8')).toBe(`${empty}  a/c.txt\n${empty}  b.csv\n`)
  })

  it('may be empty, or a link to one of ours', async () => {
    const out = place()
    mkdirSync(out)
    await write(out, { 'a.csv': '1' })
    const link = join(dirname(out), 'link')
    symlinkSync(out, link)
    await write(link, { 'a.csv': '2' })
    expect(contents(out)).toEqual({ 'a.csv': '2' })
    expect(readdirSync(dirname(out)).sort()).toEqual(['link', 'out'])
  })

  it.each([
    ['site/', { 'site/index.html': 'mine' }],
    ['sources/', { 'sources/thesis.txt': 'mine' }],
    ['akn/', { 'akn/mine.xml': 'mine' }],
    ['units.csv', { 'units.csv': 'mine' }],
    ['a hidden file', { '.git/config': 'mine' }],
    ['a marker that is not ours', { [MARKER]: 'mine', 'notes.txt': 'mine' }],
  ])('with a person’s own %s is refused and untouched', async (_, files) => {
    const out = place()
    writeFiles(
      out,
      Object.entries(files).map(([path, content]) => ({ path, content })),
    )
    const before = contents(out)
    expect(() => refuseOutput(out)).toThrow(refusal)
    await expect(write(out, { 'units.csv': '1' })).rejects.toThrow(/no \.guijian-output says.*--out/)
    expect(contents(out)).toEqual(before)
    expect(readdirSync(dirname(out))).toEqual(['out'])
  })

  it.each([
    ['nothing', '', 2],
    ['white space', ' ', 2],
    ['the root', '/', 3],
    ['the home folder', homedir(), 3],
    ['the working folder', '.', 3],
    ['a folder above the working folder', '..', 3],
  ])('that names %s is refused', async (_, folder, exitCode) => {
    expect(() => refuseOutput(folder)).toThrow(expect.objectContaining({ exitCode }))
    await expect(write(folder, { 'a.csv': '1' })).rejects.toMatchObject({ exitCode })
  })

  it('keeps what others put into it or edited there', async () => {
    const out = place()
    await write(out, { 'a.csv': '1', 'b.csv': '1', 'site/x.json': '1' })
    writeFileSync(join(out, 'notes.txt'), 'mine')
    writeFileSync(join(out, 'site/mine.txt'), 'mine')
    mkdirSync(join(out, 'folder/empty'), { recursive: true })
    // Edited to the same length, at the same time as far as the disk knows.
    const { atime, mtime } = { atime: new Date(0), mtime: new Date(0) }
    writeFileSync(join(out, 'b.csv'), '!')
    utimesSync(join(out, 'b.csv'), atime, mtime)
    const after = {
      'a.csv': '2',
      'b.csv': '2',
      'b.kept.csv': '!',
      'notes.txt': 'mine',
      'site/mine.txt': 'mine',
    }
    await write(out, { 'a.csv': '2', 'b.csv': '2' })
    expect(contents(out)).toEqual(after)
    expect(existsSync(join(out, 'folder/empty'))).toBe(true)
    await write(out, { 'a.csv': '2', 'b.csv': '2' })
    expect(contents(out)).toEqual(after)
  })

  it('that fails on the way stays as it was', async () => {
    const out = place()
    await write(out, { 'a.csv': '1' })
    await expect(write(out, { 'a.csv': '2', b: '', 'b/c': '' })).rejects.toMatchObject({ exitCode: 3 })
    const fault = async () => {
      throw new Error('ours')
    }
    await expect(replaceOutput(out, fault)).rejects.toThrow('ours')
    expect(contents(out)).toEqual({ 'a.csv': '1' })
    expect(readdirSync(dirname(out))).toEqual(['out'])
  })

  it.skipIf(process.getuid?.() === 0)('that may not be written is refused by name', () => {
    const out = place()
    chmodSync(dirname(out), 0o500)
    expect(() => refuseOutput(out)).toThrow(/permission denied.*--out/)
  })

  it.skipIf(!existsSync('/proc/self'))(
    'where nothing can be made is refused, not tried for ever',
    async () => {
      expect(() => refuseOutput('/proc/nowhere/out')).toThrow(refusal)
      await expect(write('/proc/nowhere', { 'a/b.csv': '' })).rejects.toMatchObject({ exitCode: 3 })
    },
  )

  it('that is a file is refused by name', async () => {
    const out = place()
    writeFileSync(out, 'mine')
    expect(() => refuseOutput(out)).toThrow(/is a file.*--out/)
    expect(() => refuseOutput(join(out, 'below'))).toThrow(refusal)
    await expect(write(out, { 'a.csv': '1' })).rejects.toMatchObject({ exitCode: 3 })
    expect(readFileSync(out, 'utf8')).toBe('mine')
  })

  it('is only looked at by the check before the work: nothing is made', () => {
    const out = join(place(), 'deep/deeper')
    refuseOutput(out)
    expect(existsSync(dirname(dirname(out)))).toBe(false)
  })
})

describe('a run that was killed', () => {
  const beside = (out: string, state: string) => join(dirname(out), `.out.guijian-${state}`)

  it('while writing is swept away by the next', async () => {
    const out = place()
    await write(out, { 'a.csv': '1' })
    writeFiles(beside(out, 'new'), [{ path: 'half.csv', content: 'half' }])
    await write(out, { 'a.csv': '2' })
    expect([contents(out), readdirSync(dirname(out))]).toEqual([{ 'a.csv': '2' }, ['out']])
  })

  it('between its two renames gives the old output back, also where the next run fails', async () => {
    const out = place()
    await write(out, { 'a.csv': '1' })
    renameSync(out, beside(out, 'old'))
    await expect(write(out, { b: '', 'b/c': '' })).rejects.toMatchObject({ exitCode: 3 })
    expect([contents(out), readdirSync(dirname(out))]).toEqual([{ 'a.csv': '1' }, ['out']])
  })

  it('while removing the old output takes nothing of it for a person’s own', async () => {
    const out = place()
    await write(out, { 'a.csv': '1' })
    writeFiles(beside(out, 'gone'), [{ path: 'b.csv', content: 'half removed, its marker too' }])
    await write(out, { 'a.csv': '2' })
    expect([contents(out), readdirSync(dirname(out))]).toEqual([{ 'a.csv': '2' }, ['out']])
  })

  it('after its renames loses nothing that was not ours', async () => {
    const out = place()
    await write(out, { 'a.csv': '1' })
    writeFileSync(join(out, 'notes.txt'), 'mine')
    renameSync(out, beside(out, 'old'))
    await write(place(), {})
    writeFiles(out, [{ path: 'a.csv', content: '2' }])
    writeFileSync(join(out, MARKER), readFileSync(join(beside(out, 'old'), MARKER)))
    await write(out, { 'a.csv': '3' })
    expect(contents(out)).toMatchObject({ 'a.csv': '3', 'notes.txt': 'mine' })
    expect(readdirSync(dirname(out))).toEqual(['out'])
  })
})

describe('two runs at once', () => {
  it('wait for each other, and the second says so', async () => {
    const out = place()
    const order: string[] = []
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const slow = replaceOutput(out, async fresh => {
      order.push('first begins')
      await pause(300)
      writeFiles(fresh, [{ path: 'a.csv', content: '1' }])
      order.push('first ends')
    })
    await pause(50)
    const quick = replaceOutput(out, fresh => {
      order.push('second begins')
      writeFiles(fresh, [{ path: 'a.csv', content: '2' }])
    })
    await Promise.all([slow, quick])
    said.mockRestore()
    expect(order).toEqual(['first begins', 'first ends', 'second begins'])
    expect(contents(out)).toEqual({ 'a.csv': '2' })
  })

  it('know a folder by its real path, and do not wait for another folder', async () => {
    const folder = place()
    mkdirSync(folder)
    symlinkSync(folder, `${folder}-link`)
    const order: string[] = []
    const holding = alone(folder, async () => {
      await pause(200)
      order.push('held')
    })
    await pause(20)
    await alone(`${folder}-other`, async () => void order.push('other'))
    await alone(`${folder}-link`, async () => void order.push('linked'))
    await holding
    expect(order).toEqual(['other', 'held', 'linked'])
  })

  it('that fails lets the next one in', async () => {
    const folder = place()
    const failing = async () => {
      throw new Error('ours')
    }
    await expect(alone(folder, failing)).rejects.toThrow('ours')
    expect(await alone(folder, async () => 'in')).toBe('in')
  })
})
