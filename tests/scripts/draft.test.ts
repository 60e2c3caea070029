import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Ajv from 'ajv'
import { afterAll, describe, expect, it } from 'vitest'
import { draft } from '../../scripts/commands/draft.ts'
import { beQuiet } from '../../scripts/io/progress.ts'
import { readSource } from '../../src/read/read.ts'
import { bash, makeCorpus } from '../support/shell.ts'

const folder = mkdtempSync(join(tmpdir(), 'guijian-draft-'))
makeCorpus(folder)
const file = join(folder, 'draft.txt')
writeFileSync(
  file,
  '兰州市工作规则\n第一条　为规范工作，制定本规则。\n第二条　全体会议每半年召开一次，由市长主持。\n委托副市长的的，应当说明。\n第三条　依照本规则第九条办理。\n第四条　本规则自印发之日起施行。\n',
)
const clean = join(folder, 'clean.txt')
writeFileSync(
  clean,
  '兰州市工作规则\n第一条　为了规范工作，制定本规则。\n第二条　全体会议由市长主持。\n第三条　本规则自印发之日起施行。\n',
)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What the command writes to its file, run here; a process of its own takes ten times as long. */
async function written(options: Partial<Parameters<typeof draft>[1]> = {}, of = file): Promise<Buffer> {
  beQuiet()
  const out = join(folder, 'out')
  await draft(of, { corpus: folder, codebook: true, place: '', share: 0.5, out, ...options })
  return readFileSync(out)
}

describe('guijian draft', () => {
  it('as a command: fails a pipeline only when it is strict and an error stands, and writes JSON of the form to script against', () => {
    const run = (of: string) =>
      bash(`$guijian draft ${of} --corpus ${folder} --quiet --strict --place 兰州市 --format json`)
    const strict = run(file)
    expect([strict.code, strict.error]).toEqual([1, ''])
    expect(run(clean).code).toBe(0)
    const report = JSON.parse(strict.out)
    const validate = new Ajv({ allErrors: true }).compile(REPORT)
    expect([validate(report), validate.errors]).toEqual([true, null])
    const text = readFileSync(file, 'utf8')
    const faults = report.faults as { start: number; end: number; quote: string }[]
    expect(faults.length).toBeGreaterThan(1)
    for (const { start, end, quote } of faults) expect(text.slice(start, end).replace(/\s/g, '')).toBe(quote)
  })

  it('tells places as they are cited, with a quote', async () => {
    const told = String(await written({ place: '兰州市' }))
    expect(told).toMatch(/第二条第二款 「的的」/)
    expect(told).toMatch(/第三条 「本规则第九条」 .*不存在/)
  })

  it('speaks English', async () => {
    const told = String(await written({ lang: 'en' }))
    expect(told).toMatch(/Errors \(\d+\)/)
    expect(told).toMatch(/points to nothing/)
    expect(told).not.toMatch(/错误|警告/)
  })

  it.each([
    ['report', '体检报告'],
    ['draft', '（征求意见稿）'],
    ['columns', '对照表'],
    ['explanation', '起草说明'],
  ] as const)('writes the %s as a Word document', async (document, holds) => {
    const bytes = await written({ format: 'docx', document, mark: '征求意见稿', beside: 'jia' })
    const { text } = await readSource(bytes, { id: 'x', place: '', file: 'out.docx' })
    expect(text).toContain(holds)
  })

  it('asks for a file to write a Word document to, and for a document that is there', async () => {
    const toStdout = { corpus: folder, codebook: true, place: '', share: 0.5, format: 'docx' as const }
    await expect(draft(file, toStdout)).rejects.toThrow('--out')
    await expect(written({ format: 'docx', beside: 'nobody' })).rejects.toThrow('nobody')
  })
})

const text = { type: 'string' }
const list = (items: object) => ({ type: 'array', items })
const record = (properties: Record<string, object>) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
})
const severity = { enum: ['error', 'warning', 'note'] }

/** What `--format json` writes; more may follow, none of this may go. */
const REPORT = record({
  read: record({
    articles: { type: 'integer' },
    numbering: text,
    title: text,
    problems: list({ type: 'object' }),
  }),
  coverage: list(
    record({
      topic: text,
      zh: text,
      state: { enum: ['yes', 'partly', 'mentioned', 'no'] },
      places: list(record({ address: text, quote: text })),
      peers: list(record({ id: text, places: list(text) })),
    }),
  ),
  numbers: list(
    record({
      address: text,
      quote: text,
      subject: text,
      peers: list(record({ address: text, quote: text })),
      median: { type: 'number' },
      low: { type: 'number' },
      high: { type: 'number' },
      verdict: { enum: ['within', 'outside', 'missing'] },
    }),
  ),
  ladders: list(
    record({
      subject: text,
      steps: { type: 'array' },
      fault: { enum: ['gap', 'overlap', 'contradiction', null] },
      quote: text,
    }),
  ),
  faults: list(
    record({
      rule: text,
      severity,
      article: text,
      address: text,
      quote: text,
      start: { type: 'integer' },
      end: { type: 'integer' },
      message: text,
      message_en: text,
      remedy: text,
      replacement: { type: ['string', 'null'] },
      source: text,
    }),
  ),
})
