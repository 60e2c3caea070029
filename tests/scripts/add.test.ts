import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type AddOptions, add } from '../../scripts/commands/add.ts'
import { Failure } from '../../scripts/io/failure.ts'
import { insertEntry } from '../../scripts/io/manifest-text.ts'

const TEXT =
  '兰州市城市绿化条例\n\n第一章　总则\n\n第一条　为了绿化城市，根据国务院《城市绿化条例》，制定本条例。\n\n第二条　本市负责下列工作：\n\n（一）制定规划；\n\n（二）组织实施。\n\n第三条　本条例自2020年1月1日起施行。\n'

let folder: string
let printed: string[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guijian-add-'))
  printed = []
  vi.spyOn(console, 'log').mockImplementation(line => void printed.push(String(line)))
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

const file = (name: string, bytes: Uint8Array) => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}
const corpus = () => join(folder, 'corpus')
const manifest = () => readFileSync(join(corpus(), 'corpus.json'), 'utf8')
const run = (path: string, more: Partial<AddOptions> = {}) =>
  add(path, { corpus: corpus(), place: '兰州市', ...more })

describe('npm run add', () => {
  it('copies the file, writes an entry of one line with encoding and hash, and reports what was read', async () => {
    const bytes = iconv.encode(TEXT, 'gb18030')
    await run(file('兰州 绿化.TXT', bytes), { province: '甘肃省', url: 'https://example.org/1' })
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect(manifest()).toBe(
      `{\n  "title": "",\n  "regulations": [\n    {"id": "兰州-绿化", "place": "兰州市", "file": "raw/兰州-绿化.txt", "province": "甘肃省", "url": "https://example.org/1", "encoding": "gb18030", "sha256": "${sha256}"}\n  ]\n}\n`,
    )
    expect(readFileSync(join(corpus(), 'raw/兰州-绿化.txt')).equals(bytes)).toBe(true)
    expect(readdirSync(corpus()).sort()).toEqual(['corpus.json', 'raw'])
    const report = printed.join('\n')
    for (const fact of [
      /encoding +gb18030/,
      /script +simplified/,
      /numbering +第X条/,
      /1 chapter, 3 articles, 3 paragraphs, 2 items/,
      /effective +2020-01-01/,
      /added to/,
    ])
      expect(report).toMatch(fact)
  })

  it('a dry run reports and writes nothing; --json is for programs', async () => {
    await run(file('a.txt', new TextEncoder().encode(TEXT)), { dryRun: true, json: true })
    expect(existsSync(corpus())).toBe(false)
    expect(JSON.parse(printed.join(''))).toMatchObject({
      entry: { id: 'a', place: '兰州市', encoding: 'utf-8' },
      counts: { chapters: 1, articles: 3, paragraphs: 3, items: 2 },
      metadata: { title: '兰州市城市绿化条例' },
      written: false,
    })
  })

  it('the same file or the same id is refused, and nothing changes', async () => {
    const path = file('a.txt', new TextEncoder().encode(TEXT))
    await run(path)
    const before = manifest()
    await expect(run(path, { id: 'b' })).rejects.toThrow(/holds this very file as "a"/)
    const other = file('c.txt', new TextEncoder().encode(`${TEXT}\n`))
    await expect(run(other, { id: 'a' })).rejects.toThrow(/holds a document "a"; choose another id/)
    await expect(run(other, { id: 'a b' })).rejects.toThrow(Failure)
    expect([manifest(), readdirSync(join(corpus(), 'raw'))]).toEqual([before, ['a.txt']])
  })

  // A manifest that people wrote may lack the hash, or have it in capitals: the file is known all the same, another is not.
  it.each<[string, (sha256: string) => string]>([
    ['has no hash', () => ''],
    ['writes hashes in capitals', sha256 => `, "sha256": "${sha256.toUpperCase()}"`],
  ])('the same file is refused where the manifest %s, another is added', async (_, hash) => {
    const bytes = new TextEncoder().encode(TEXT)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    mkdirSync(join(corpus(), 'raw'), { recursive: true })
    writeFileSync(join(corpus(), 'raw/old.txt'), bytes)
    writeFileSync(
      join(corpus(), 'corpus.json'),
      `{"title": "", "regulations": [{"id": "old", "place": "兰州市", "file": "raw/old.txt"${hash(sha256)}}]}`,
    )
    await expect(run(file('new.txt', bytes))).rejects.toThrow(/holds this very file as "old"/)
    await run(file('other.txt', new TextEncoder().encode(`${TEXT}\n`)))
    expect(JSON.parse(manifest()).regulations.map(({ id }: { id: string }) => id)).toEqual(['old', 'other'])
  })

  it('a file that lies in raw/ and that no entry names is not written over', async () => {
    mkdirSync(join(corpus(), 'raw'), { recursive: true })
    writeFileSync(join(corpus(), 'raw/a.txt'), 'mine')
    await expect(run(file('a.txt', new TextEncoder().encode(TEXT)))).rejects.toThrow(/does not name it/)
    expect(readFileSync(join(corpus(), 'raw/a.txt'), 'utf8')).toBe('mine')
  })

  it('problems are told with their lines', async () => {
    await run(
      file('a.txt', new TextEncoder().encode(TEXT.replace('第二条', '第五条').replace('第三条', '第六条'))),
      { dryRun: true, json: true },
    )
    const { problems } = JSON.parse(printed.join(''))
    expect(problems.find(({ rule }: { rule: string }) => rule === 'article-gap')?.line).toBe(7)
  })

  it('a title of another city than the place given is doubted', async () => {
    const rulesFor = async (place: string) => {
      printed = []
      await run(file('a.txt', new TextEncoder().encode(TEXT)), { dryRun: true, json: true, place })
      return JSON.parse(printed.join('')).problems.map(({ rule }: { rule: string }) => rule)
    }
    expect(await rulesFor('测试市')).toContain('place-contradiction')
    expect(await rulesFor('兰州市')).not.toContain('place-contradiction')
  })

  it('bytes that cannot be read are refused, or accepted at a loss that the manifest keeps', async () => {
    const bytes = new Uint8Array(iconv.encode(TEXT, 'gb18030'))
    bytes[60] = 0xff
    const path = file('a.txt', bytes)
    await expect(run(path)).rejects.toThrow(/a\.txt: byte \d+ \(line \d+.*gb18030/)
    await run(path, { lossy: true })
    expect(manifest()).toContain('"encoding": "gb18030-lossy"')
  })

  it('a missing file, a broken manifest are refused by name', async () => {
    await expect(run(join(folder, 'none.txt'))).rejects.toThrow(/none\.txt: no such file/)
    await run(file('a.txt', new TextEncoder().encode(TEXT)))
    writeFileSync(join(corpus(), 'corpus.json'), '{"regulations": [}')
    await expect(run(file('b.txt', new TextEncoder().encode(`${TEXT}乙`)))).rejects.toThrow(/corpus\.json/)
  })
})

describe('the manifest as text', () => {
  const entry = { id: 'b', place: '乙市', file: 'raw/b.txt' }
  const line = '{"id": "b", "place": "乙市", "file": "raw/b.txt"}'

  it.each([
    [
      '{"title": "规则]", "regulations": [{"id": "a"}]}',
      `{"title": "规则]", "regulations": [{"id": "a"},\n    ${line}\n  ]}`,
    ],
    [
      '{\n "regulations": [\n  {\n   "id": "a"\n  }\n ],\n "title": "后"\n}\n',
      `{\n "regulations": [\n  {\n   "id": "a"\n  },\n  ${line}\n ],\n "title": "后"\n}\n`,
    ],
    ['{"regulations": []}', `{"regulations": [\n    ${line}\n  ]}`],
  ])('%#: only the new line is added', (before, after) => {
    expect(insertEntry(before, entry)).toBe(after)
    JSON.parse(after)
  })
})
