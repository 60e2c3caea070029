import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parsePairs } from '../../scripts/io/analyse-corpus.ts'
import { loadCorpus } from '../../scripts/io/corpus.ts'
import { Failure } from '../../scripts/io/failure.ts'
import { refuseUnwritable, writeOutput } from '../../scripts/io/output.ts'

const scratch = mkdtempSync(join(tmpdir(), 'guijian-corpus-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const ENTRY = { id: 'jia', place: '甲市', file: 'raw/jia.txt' }
const TEXT =
  '甲市人民政府工作规则\n第一章 总则\n第一条 为规范工作，制定本规则。\n第二条 本规则自公布之日起施行。\n'

/** A corpus folder of its own for each test, with the files given. */
function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(scratch, 'corpus-'))
  mkdirSync(join(folder, 'raw'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

const manifestOf = (...entries: object[]) => JSON.stringify({ title: '规则', regulations: entries })
const load = (files: Record<string, string | Uint8Array>) => loadCorpus(folderWith(files), { codebook: true })

describe('a corpus folder', () => {
  it('is read with its documents, codebook and a hash over everything', async () => {
    const files = {
      'corpus.json': manifestOf(ENTRY),
      'raw/jia.txt': TEXT,
      'codebook.json':
        '{"topics": [{"id": "t", "zh": "题", "en": "topic", "members": {"jia": ["1", "2.1"]}}]}',
    }
    const corpus = await load(files)
    expect(corpus.sources[0]).toMatchObject({ id: 'jia', text: TEXT })
    expect(corpus.sources[0]!.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(corpus.codebook?.topics).toHaveLength(1)
    expect((await load(files)).hash).toBe(corpus.hash)
    expect((await load({ ...files, 'raw/jia.txt': `${TEXT} ` })).hash).not.toBe(corpus.hash)
  })

  it('leaves the codebook out when told so', async () => {
    const folder = folderWith({
      'corpus.json': manifestOf(ENTRY),
      'raw/jia.txt': TEXT,
      'codebook.json': 'broken',
    })
    expect((await loadCorpus(folder, { codebook: false })).codebook).toBeUndefined()
  })

  it('reports a file that is not the one the manifest describes', async () => {
    const entry = { ...ENTRY, sha256: '0'.repeat(64) }
    const { sources } = await load({ 'corpus.json': manifestOf(entry), 'raw/jia.txt': TEXT })
    expect(sources[0]!.problems).toMatchObject([{ rule: 'file-changed', severity: 'warning' }])
  })
})

/** What is wrong, and the words that its one line must hold: file, place, remedy. */
const FAULTS: [what: string, files: Record<string, string | Uint8Array>, ...words: RegExp[]][] = [
  ['no manifest', {}, /corpus\.json: no such file/, /--corpus/],
  [
    'broken JSON',
    { 'corpus.json': '{"title": "规则",\n "regulations": [}\n' },
    /corpus\.json:2:18: not valid JSON/,
    /mend/,
  ],
  ['JSON cut short', { 'corpus.json': '{"title": "规则",\n "regul' }, /corpus\.json:2:\d+: not valid JSON/],
  [
    'a manifest that is a list',
    { 'corpus.json': '[]' },
    /corpus\.json:1:1: must be of the form/,
    /"regulations"/,
  ],
  ['no list of regulations', { 'corpus.json': '{"title": "规则"}' }, /regulations must be a list/],
  ['an empty list', { 'corpus.json': manifestOf() }, /regulations is empty/, /add/],
  [
    'an entry without place',
    { 'corpus.json': manifestOf({ id: 'jia', file: 'x' }) },
    /regulations\[0\]\.place is missing/,
  ],
  [
    'an id with a space',
    { 'corpus.json': manifestOf({ ...ENTRY, id: 'a b' }) },
    /regulations\[0\]\.id "a b"/,
    /use letters/,
  ],
  [
    'an id with a slash',
    { 'corpus.json': manifestOf({ ...ENTRY, id: '../a' }) },
    /regulations\[0\]\.id "\.\.\/a"/,
  ],
  [
    'an id used twice',
    { 'corpus.json': manifestOf(ENTRY, ENTRY) },
    /regulations\[1\]\.id "jia" is also the id of regulations\[0\]/,
  ],
  ['an id like a column', { 'corpus.json': manifestOf({ ...ENTRY, id: 'family' }) }, /name of a column/],
  [
    'a number for a title',
    { 'corpus.json': manifestOf({ ...ENTRY, title: 5 }) },
    /corpus\.json:1:\d+: regulations\[0\]\.title must be text/,
  ],
  ['a missing file', { 'corpus.json': manifestOf(ENTRY) }, /raw\/jia\.txt: no such file/, /corpus\.json/],
  ['an empty file', { 'corpus.json': manifestOf(ENTRY), 'raw/jia.txt': '' }, /raw\/jia\.txt: /],
  [
    'bytes that are no text',
    {
      'corpus.json': manifestOf({ ...ENTRY, encoding: 'utf-8' }),
      'raw/jia.txt': new Uint8Array([0xe4, 0xb8, 0xff, 0xff, 0xff, 0x81, 0x41]),
    },
    /raw\/jia\.txt: /,
  ],
  [
    'a manifest in another encoding',
    { 'corpus.json': new Uint8Array([0x7b, 0xb9, 0xe6, 0x7d]) },
    /corpus\.json: not valid UTF-8/,
  ],
  [
    'a codebook of another form',
    { 'corpus.json': manifestOf(ENTRY), 'raw/jia.txt': TEXT, 'codebook.json': '{"topics": [{"id": 1}]}' },
    /codebook\.json:1:20: topics\[0\]\.id/,
  ],
]

describe('bad input', () => {
  it.each(FAULTS)('%s ends in one line with file, place and remedy', async (_, files, ...words) => {
    const failure = await load(files).catch(error => error)
    expect(failure).toBeInstanceOf(Failure)
    expect(failure.message).not.toContain('\n')
    expect(failure.exitCode).toBe(1)
    for (const word of words) expect(failure.message).toMatch(word)
  })

  it.each(['jia', 'jia:', 'jia:jia', 'a:b:c'])('--pairs %s is refused as usage', list => {
    expect(() => parsePairs(list)).toThrow(expect.objectContaining({ exitCode: 2 }))
  })
})

describe('output', () => {
  it('replaces what an earlier run wrote and leaves the rest alone', () => {
    const folder = mkdtempSync(join(scratch, 'out-'))
    writeFileSync(join(folder, 'mine.txt'), 'keep')
    writeOutput(folder, [
      { path: 'a.csv', content: '1' },
      { path: 'sources/old.txt', content: '1' },
    ])
    writeOutput(folder, [
      { path: 'a.csv', content: '2' },
      { path: 'sources/new.txt', content: '2' },
    ])
    expect(readdirSync(folder).sort()).toEqual(['a.csv', 'mine.txt', 'sources'])
    expect(readdirSync(join(folder, 'sources'))).toEqual(['new.txt'])
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('2')
  })

  it('that cannot be written is a failure with exit code 3, the previous output untouched', () => {
    const folder = mkdtempSync(join(scratch, 'out-'))
    writeOutput(folder, [{ path: 'a.csv', content: '1' }])
    const clash = [
      { path: 'a.csv', content: '2' },
      { path: 'b', content: '' },
      { path: 'b/c', content: '' },
    ]
    expect(() => writeOutput(folder, clash)).toThrow(expect.objectContaining({ exitCode: 3 }))
    expect(readdirSync(folder)).toEqual(['a.csv'])
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('1')
  })

  it.skipIf(process.getuid?.() === 0)('into a folder that may not be written names it', () => {
    const folder = mkdtempSync(join(scratch, 'out-'))
    chmodSync(folder, 0o500)
    expect(() => writeOutput(folder, [{ path: 'a.csv', content: '1' }])).toThrow(/permission denied.*--out/)
  })

  it.skipIf(!existsSync('/proc/self'))(
    'into a place where nothing can be made is refused, not tried for ever',
    () => {
      const nowhere = expect.objectContaining({ exitCode: 3 })
      expect(() => refuseUnwritable('/proc/nowhere/out')).toThrow(nowhere)
      expect(() => writeOutput('/proc/nowhere', [{ path: 'a/b.csv', content: '' }])).toThrow(nowhere)
    },
  )

  it('into a path that is a file names it', () => {
    const file = join(mkdtempSync(join(scratch, 'out-')), 'file')
    writeFileSync(file, 'mine')
    expect(() => writeOutput(file, [{ path: 'a.csv', content: '1' }])).toThrow(/--out/)
    expect(readFileSync(file, 'utf8')).toBe('mine')
  })
})
