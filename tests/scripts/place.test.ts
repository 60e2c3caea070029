import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { draft } from '../../scripts/commands/draft.ts'
import { placeDoubts } from '../../scripts/io/place.ts'
import { beQuiet } from '../../scripts/io/progress.ts'
import { structureOf } from '../../src/structure/structure.ts'
import { makeCorpus } from '../support/shell.ts'

const page = readFileSync(new URL('../cases/add-place.txt', import.meta.url), 'utf8')
const cases = page
  .split('\n')
  .flatMap(line => [...line.matchAll(/^(\S+) \| (\S+) ==> ?(.*)$/g)].map(match => match.slice(1)))

describe('the place given beside the title of the text', () => {
  it.each(cases)('%s: %s', (place, title, said) => {
    const text = `${title}\n第一条 为了规范工作，制定本规则。\n第二条 本规则自公布之日起施行。\n`
    const doubts = placeDoubts(structureOf({ id: 'x', place: place!, file: 'x.txt', text }))
    if (!said) return expect(doubts).toEqual([])
    expect(doubts).toMatchObject([{ rule: 'place-contradiction', severity: 'warning' }])
    expect(doubts[0]!.message).toMatch(new RegExp(`^${said}, but the place given is ${place}; `))
  })

  it('is doubted by draft too, which only reads', async () => {
    beQuiet()
    const folder = mkdtempSync(join(tmpdir(), 'guijian-place-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'draft.txt')
    writeFileSync(
      file,
      '兰州市工作规则\n第一条 为了规范工作，制定本规则。\n第二条 本规则自公布之日起施行。\n',
    )
    const options = { corpus: makeCorpus(folder), codebook: false, share: 1, json: true }
    const out = join(folder, 'report.json')
    await draft(file, { ...options, place: '测试市', out })
    const { problems } = JSON.parse(readFileSync(out, 'utf8')).read
    expect(problems.map(({ rule }: { rule: string }) => rule)).toContain('place-contradiction')
  })
})
