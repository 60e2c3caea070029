import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { hashOfUnit } from '../../src/alignment/overrides.ts'
import { makeCorpus } from '../support/shell.ts'

/** What the keeper of a corpus does with it, each in a process of its own. */

const scratch = mkdtempSync(join(tmpdir(), 'guijian-keeper-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

async function guijian(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  const run = spawn(process.execPath, ['scripts/guijian.mjs', ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const [text, errors] = [run.stdout, run.stderr].map(stream => {
    const chunks: string[] = []
    stream.setEncoding('utf8').on('data', chunk => chunks.push(chunk))
    return chunks
  }) as [string[], string[]]
  const [code] = await once(run, 'close')
  return { code, out: text.join(''), error: errors.join('') }
}

const textOf = (place: string) =>
  `${place}人民政府工作规则\n第一条 为规范工作，制定本规则。\n第二条 市人民政府全体会议每半年召开一次，由市长主持。\n`

/** A corpus of two documents, with other files beside its manifest. */
function corpusWith(files: Record<string, string> = {}): string {
  const folder = makeCorpus(mkdtempSync(join(scratch, 'corpus-')))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

const codebookOf = (members: object) =>
  JSON.stringify({ topics: [{ id: 't', zh: '会议', en: 'meetings', members }] })

describe('guijian check', { timeout: 300_000 }, () => {
  it('says what was read and that nothing is to be mended', async () => {
    const { code, out, error } = await guijian('check', '-q', '-c', corpusWith())
    expect([code, error]).toEqual([0, ''])
    expect(out.split('\n')).toEqual([
      'jia  raw/jia.txt: 3 articles',
      'yi  raw/yi.txt: 3 articles',
      '2 documents read; nothing to mend in manifest, codebook and overrides',
      '',
    ])
  })

  it('tells what is to be mended, and fails only when strict', async () => {
    const stale = { kind: 'split', units: ['jia/2'], hashes: ['000000000000'] }
    const corpus = corpusWith({
      'codebook.json': codebookOf({ jia: ['2'], nowhere: ['1'] }),
      'overrides.json': JSON.stringify({ decisions: [stale] }),
    })
    const { code, out } = await guijian('check', '-q', '-c', corpus)
    expect(code).toBe(0)
    expect(out).toMatch(
      /warning: .*codebook\.json:1:\d+: topics\[0\]\.members\.nowhere no document "nowhere"/,
    )
    const now = hashOfUnit('全体会议每半年召开一次。')
    expect(out).toContain(`write hash ${now}`)
    expect(out).toMatch(/2 documents read; 2 findings/)
    const strict = await guijian('check', '-q', '-c', corpus, '--strict')
    expect([strict.code, strict.out]).toEqual([1, out])
    expect(strict.error).toMatch(/^guijian: .*: 2 to be mended, and --strict lets none pass\n$/)
  })

  it('gives the same as JSON, and shows each kind of decision with an example', async () => {
    const { out } = await guijian(
      'check',
      '-q',
      '-c',
      corpusWith({ 'codebook.json': codebookOf({ x: ['1'] }) }),
      '--json',
    )
    expect(JSON.parse(out)).toMatchObject({
      documents: [{ id: 'jia', articles: 3, errors: 0 }, { id: 'yi' }],
      findings: [{ rule: 'unknown-document', severity: 'warning' }],
    })
    for (const command of ['check', 'review']) {
      const help = (await guijian(command, '--help')).out
      for (const kind of ['join', 'split', 'wrong', 'accepted', 'relabel', 'members', 'pairs'])
        expect(help, `${command} ${kind}`).toMatch(new RegExp(`"${kind}"`))
    }
  })

  it('writes nothing', async () => {
    const corpus = corpusWith()
    const before = readdirSync(corpus)
    await guijian('check', '-q', '-c', corpus)
    expect(readdirSync(corpus)).toEqual(before)
  })
})

describe('warnings about codebook and overrides', { timeout: 300_000 }, () => {
  it('are told by data, also quietly, and end it under --strict with nothing written', async () => {
    const corpus = corpusWith({ 'codebook.json': codebookOf({ jia: ['2', '9'] }) })
    const out = join(scratch, 'out')
    const strict = await guijian('data', '-q', '-c', corpus, '-o', out, '--strict')
    expect(strict.code).toBe(1)
    expect(strict.error).toMatch(
      /^guijian: warning: .*codebook\.json:1:\d+: .*jia has no "9".*\nguijian: a warning, and --strict lets none pass.*\n$/,
    )
    expect(existsSync(out)).toBe(false)
    const lenient = await guijian('data', '-q', '-c', corpus, '-o', out)
    expect([lenient.code, lenient.error.split('\n').length]).toEqual([0, 2])
    expect(existsSync(join(out, 'units.csv'))).toBe(true)
    expect((await guijian('data', '-q', '-c', corpus, '-o', out, '--strict', '--no-codebook')).code).toBe(0)
  })
})

describe('several at once', { timeout: 300_000 }, () => {
  it('adds lose no document', async () => {
    const corpus = corpusWith()
    const ids = ['e0', 'e1', 'e2', 'e3']
    for (const id of ids) writeFileSync(join(scratch, `${id}.txt`), textOf(`${id}市`))
    const runs = await Promise.all(
      ids.map(id => guijian('add', join(scratch, `${id}.txt`), '--place', `${id}市`, '-c', corpus, '-q')),
    )
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0, 0])
    const { regulations } = JSON.parse(readFileSync(join(corpus, 'corpus.json'), 'utf8'))
    expect(regulations.map(({ id }: { id: string }) => id).sort()).toEqual([...ids, 'jia', 'yi'])
    expect(readdirSync(join(corpus, 'raw')).sort()).toEqual(
      ['jia', 'yi', ...ids].sort().map(id => `${id}.txt`),
    )
    expect((await guijian('check', '-q', '--strict', '-c', corpus)).code).toBe(0)
  })

  it('runs of data into one folder leave it whole', async () => {
    const corpus = corpusWith()
    const out = join(scratch, 'shared')
    const runs = await Promise.all([1, 2, 3].map(() => guijian('data', '-q', '-c', corpus, '-o', out)))
    expect(runs.map(({ code, error }) => [code, error])).toEqual([
      [0, ''],
      [0, ''],
      [0, ''],
    ])
    expect(readdirSync(scratch).filter(name => name.startsWith('.'))).toEqual([])
    const alone = join(scratch, 'alone')
    await guijian('data', '-q', '-c', corpus, '-o', alone)
    expect(readFileSync(join(out, '.guijian-output'), 'utf8')).toBe(
      readFileSync(join(alone, '.guijian-output'), 'utf8'),
    )
  })
})

describe('guijian add', { timeout: 300_000 }, () => {
  it('takes up a file that a killed run left in raw/, and removes what it left beside', async () => {
    const corpus = corpusWith()
    const file = join(scratch, 'f.txt')
    writeFileSync(file, textOf('己市'))
    cpSync(file, join(corpus, 'raw/f.txt'))
    writeFileSync(join(corpus, 'raw/.f.txt.1.guijian'), 'half')
    expect((await guijian('add', file, '--place', '己市', '-c', corpus, '-q')).code).toBe(0)
    expect(readdirSync(join(corpus, 'raw')).sort()).toEqual(['f.txt', 'jia.txt', 'yi.txt'])
  })

  it('does not write through a link to another place', async () => {
    const corpus = corpusWith()
    const outside = mkdtempSync(join(scratch, 'outside-'))
    rmSync(join(corpus, 'raw'), { recursive: true })
    writeFileSync(join(corpus, 'corpus.json'), '{"title": "", "regulations": []}')
    symlinkSync(outside, join(corpus, 'raw'))
    const file = join(scratch, 'g.txt')
    writeFileSync(file, textOf('庚市'))
    const { code, error } = await guijian('add', file, '--place', '庚市', '-c', corpus, '-q')
    expect(code).toBe(1)
    expect(error).toMatch(/lies outside the corpus folder/)
    expect(readdirSync(outside)).toEqual([])
  })
})

describe('guijian review --take', { timeout: 300_000 }, () => {
  it('writes the decisions beside those that stand there, as they were typed', async () => {
    const corpus = corpusWith({ 'overrides.json': '{ "decisions": [\n] }\n' })
    const { out } = await guijian('review', '-q', '-c', corpus, '--json')
    const [first] = JSON.parse(out)
    expect((await guijian('review', '-q', '-c', corpus, '--take', '1')).code).toBe(0)
    const written = () => JSON.parse(readFileSync(join(corpus, 'overrides.json'), 'utf8')).decisions
    expect(written()).toEqual([first.decision])
    await guijian('review', '-q', '-c', corpus, '--take', '1')
    expect(written()).toHaveLength(2)
    expect(written()[0]).toEqual(first.decision)
    const absent = await guijian('review', '-q', '-c', corpus, '--take', '99')
    expect([absent.code, absent.error]).toEqual([2, expect.stringMatching(/there is no question 99/)])
  })
})
