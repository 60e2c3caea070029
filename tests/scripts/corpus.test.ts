import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parsePairs } from '../../scripts/io/analyse-corpus.ts'
import { loadCorpus } from '../../scripts/io/corpus.ts'
import { Failure } from '../../scripts/io/failure.ts'

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
    'an id that differs from another by case alone',
    { 'corpus.json': manifestOf(ENTRY, { ...ENTRY, id: 'Jia' }) },
    /regulations\[1\]\.id "Jia" differs from "jia", the id of regulations\[0\], only by case/,
  ],
  [
    'an id that differs from another by its form of é alone',
    { 'corpus.json': manifestOf({ ...ENTRY, id: 'caf\u00e9' }, { ...ENTRY, id: 'cafe\u0301' }) },
    /regulations\[1\]\.id "cafe\u0301"/,
  ],
  [
    'an id longer than a file name may be',
    { 'corpus.json': manifestOf({ ...ENTRY, id: '甲'.repeat(81) }) },
    /regulations\[0\]\.id is longer than 80 characters/,
  ],
  [
    'a file outside',
    { 'corpus.json': manifestOf({ ...ENTRY, file: '../../secret.txt' }) },
    /secret\.txt: .*outside the corpus folder; .*corpus\.json/,
  ],
  [
    'a file by its absolute path',
    { 'corpus.json': manifestOf({ ...ENTRY, file: '/etc/hostname' }) },
    /hostname" is no path inside the corpus folder/,
  ],
  [
    'a folder for a file',
    { 'corpus.json': manifestOf({ ...ENTRY, file: 'raw' }) },
    /raw: is a folder, not a file/,
  ],
  [
    'a relation that is no text',
    {
      'corpus.json': manifestOf(ENTRY),
      'raw/jia.txt': TEXT,
      'codebook.json': '{"topics": [], "pairs": {"a-b": [[1, 2, 3]]}}',
    },
    /codebook\.json:1:41: pairs\["a-b"\]\[0\]\[2\] must be text/,
  ],
  [
    'overrides that list nothing',
    { 'corpus.json': manifestOf(ENTRY), 'raw/jia.txt': TEXT, 'overrides.json': '{"decisions": {}}' },
    /overrides\.json:1:15: decisions must be a list/,
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

describe('what lies outside a corpus', () => {
  const outside = join(scratch, 'secret.txt')
  writeFileSync(outside, TEXT)

  it('is not read through a link, but a link inside is followed', async () => {
    const folder = folderWith({ 'corpus.json': manifestOf(ENTRY) })
    symlinkSync(outside, join(folder, 'raw/jia.txt'))
    await expect(loadCorpus(folder, { codebook: true })).rejects.toThrow(/outside the corpus folder/)
    rmSync(join(folder, 'raw/jia.txt'))
    writeFileSync(join(folder, 'raw/real.txt'), TEXT)
    symlinkSync('real.txt', join(folder, 'raw/jia.txt'))
    expect((await loadCorpus(folder, { codebook: true })).sources[0]!.text).toBe(TEXT)
  })

  it.each(['corpus.json', 'codebook.json', 'overrides.json'])('is not read as %s', async name => {
    const folder = folderWith({ 'corpus.json': manifestOf(ENTRY), 'raw/jia.txt': TEXT })
    rmSync(join(folder, name), { force: true })
    writeFileSync(join(scratch, name), '{"topics": [], "decisions": []}')
    symlinkSync(join(scratch, name), join(folder, name))
    await expect(loadCorpus(folder, { codebook: true })).rejects.toThrow(`${name}: lies outside`)
  })

  it('is not read through a linked folder', async () => {
    const folder = folderWith({ 'corpus.json': manifestOf({ ...ENTRY, file: 'linked/secret.txt' }) })
    symlinkSync(scratch, join(folder, 'linked'))
    await expect(loadCorpus(folder, { codebook: true })).rejects.toThrow(/outside the corpus folder/)
  })

  it.skipIf(process.platform === 'win32')('a named pipe is refused, not waited for', async () => {
    const folder = folderWith({ 'corpus.json': manifestOf(ENTRY) })
    execFileSync('mkfifo', [join(folder, 'raw/jia.txt')])
    await expect(loadCorpus(folder, { codebook: true })).rejects.toThrow(/is a pipe/)
  })
})

describe('what a codebook and overrides say', () => {
  const unit = '甲市人民政府工作规则'
  const told = async (files: Record<string, string>) => {
    const corpus = await load({ 'corpus.json': manifestOf(ENTRY), 'raw/jia.txt': TEXT, ...files })
    return corpus.findings.map(
      ({ rule, place, message }) => `${rule} ${place.replace(/^.*\//, '')} ${message}`,
    )
  }
  const codebook = (topics: object[], pairs: object = {}) =>
    told({ 'codebook.json': JSON.stringify({ topics, pairs }) })
  const topic = (id: string, members: object) => ({ id, zh: unit, en: '', members })

  it('is silent where all is there', async () => {
    expect(await codebook([topic('t', { jia: ['1', '2.1'] })])).toEqual([])
  })

  it.each<[string, object[], object, RegExp[]]>([
    ['a topic twice', [topic('t', {}), topic('t', {})], {}, [/^doubled-topic .*topics\[1\]\.id "t" is also/]],
    [
      'an unknown document',
      [topic('t', { yi: ['1'] })],
      {},
      [/^unknown-document .*members\.yi no document "yi"/],
    ],
    ['an unknown article', [topic('t', { jia: ['9'] })], {}, [/^unknown-unit .*jia has no "9"/]],
    ['an unknown paragraph', [topic('t', { jia: ['2.7'] })], {}, [/^unknown-unit .*jia has no "2\.7"/]],
    ['a member twice', [topic('t', { jia: ['1', '1'] })], {}, [/^doubled-member .*members\.jia\[1\]/]],
    ['an unknown pair', [], { 'jia-yi': [[1, 1, 'equivalent']] }, [/^unknown-document .*pairs\["jia-yi"\]/]],
    [
      'an unknown article and relation in a pair',
      [],
      { 'jia-jia': [[1, 9, 'equivalant']] },
      [/^unknown-unit .*\[0\]\[1\] jia has no "9"/, /^unknown-relation .*\[0\]\[2\] must be one of/],
    ],
  ])('%s is told with its place', async (_, topics, pairs, expected) => {
    const findings = await codebook(topics, pairs)
    expect(findings).toHaveLength(expected.length)
    for (const [at, words] of expected.entries()) expect(findings[at]).toMatch(words)
  })

  it('a key twice in one object is told: only the last counts', async () => {
    const twice = '{"topics": [], "pairs": {}, "pairs": {}}'
    expect(await told({ 'codebook.json': twice })).toEqual([
      'doubled-key codebook.json:1:25 pairs stands twice; only the last counts, put them together',
    ])
  })

  const decide = (...decisions: unknown[]) => told({ 'overrides.json': JSON.stringify({ decisions }) })
  const wrong = { kind: 'wrong', units: ['jia/1', 'jia/2'], hashes: ['x', 'y'] }

  it.each<[string, unknown[], RegExp]>([
    [
      'an unknown kind',
      [{ ...wrong, kind: 'merge' }],
      /^override-form .*decisions\[0\]\.kind must be one of join/,
    ],
    [
      'no hashes',
      [{ ...wrong, hashes: undefined }],
      /decisions\[0\].*hashes must be a list, a hash for each/,
    ],
    ['a hash too few', [wrong, { ...wrong, hashes: ['x'] }], /decisions\[1\]\.hashes must name one hash/],
    [
      'a unit too many',
      [{ ...wrong, units: ['a', 'b', 'c'], hashes: ['', '', ''] }],
      /units are too few or too many/,
    ],
    ['a label missing', [{ kind: 'relabel', units: ['jia/1'], hashes: ['x'] }], /label must be/],
    ['no object', ['wrong'], /decisions\[0\] must be of the form/],
    ['the same twice', [wrong, wrong], /^doubled-decision .*decisions\[1\]/],
    [
      'the opposite of an earlier one',
      [wrong, { ...wrong, kind: 'accepted', units: ['jia/2', 'jia/1'] }],
      /^decisions-disagree .*decisions\[1\]/,
    ],
  ])('a decision with %s is told with its place', async (_, decisions, words) => {
    const findings = await decide(...decisions)
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatch(words)
  })

  it('a file that is not the one that the manifest describes, and one named twice, are told', async () => {
    const entries = [
      { ...ENTRY, sha256: '0'.repeat(64) },
      { ...ENTRY, id: 'yi' },
    ]
    const findings = await told({ 'corpus.json': manifestOf(...entries) })
    expect(findings[0]).toMatch(/^doubled-file .*regulations\[1\]\.file is the file of regulations\[0\]/)
    expect(findings[1]).toMatch(
      /^file-changed .*regulations\[0\]\.sha256 is not that of raw\/jia\.txt; .*[0-9a-f]{64}$/,
    )
  })
})
