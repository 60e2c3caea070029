import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { readSource } from '../../src/read/read.ts'
import { unitsOf } from '../../src/structure/address.ts'
import { structureOf } from '../../src/structure/structure.ts'
import { akomaNtosoOf } from '../../src/tables/formats/akoma-ntoso.ts'
import type { Regulation } from '../../src/types.ts'
import { ANNEX_TEXTS } from '../support/annexes.ts'

/** What we write as Akoma Ntoso is read back to the same units; what others wrote, to those of their pages. */

const here = (path: string) => join(import.meta.dirname, '../..', path)

async function structureIn(bytes: Uint8Array, file: string): Promise<Regulation> {
  return structureOf(await readSource(bytes, { id: 'x', place: '某市', file }))
}

function facts(regulation: Regulation): string[] {
  return unitsOf(regulation).map(unit =>
    [unit.address, unit.kind, unit.label, unit.heading, unit.text].join(' | '),
  )
}

async function writtenAndRead(regulation: Regulation): Promise<Regulation> {
  const written = akomaNtosoOf(regulation, { title: '', version: '0', corpus: '' })
  return structureIn(new TextEncoder().encode(written), 'x.xml')
}

const folders = ['corpus/raw', '../shared/corpora/greening/raw', '../shared/corpora/civility/raw']
  .concat(['../shared/corpora/business-environment/raw', '../shared/samples/traditional'])
  .map(here)
  .filter(existsSync)

describe('what we write', () => {
  it.each(folders.flatMap(folder => readdirSync(folder).map(name => [name, join(folder, name)])))(
    '%s',
    async (_, file) => {
      const regulation = await structureIn(readFileSync(file), 'x.txt')
      expect(facts(await writtenAndRead(regulation))).toEqual(facts(regulation))
    },
  )

  it.each(Object.entries(ANNEX_TEXTS))('%s, annexes and the rows of their tables too', async (name, text) => {
    const regulation = await structureIn(new TextEncoder().encode(text), name)
    const again = await writtenAndRead(regulation)
    expect(facts(again)).toEqual(facts(regulation))
    expect(again.annexes.length).toBe(name === 'jia.txt' ? 3 : name === 'bing.html' ? 1 : 0)
  })

  it('is read back with its title and number, in UTF-16 too', async () => {
    const regulation = await structureIn(readFileSync(here('corpus/raw/zhongwei.txt')), 'x.txt')
    const again = await writtenAndRead(regulation)
    expect(again.title).toBe(regulation.title)
    expect(again.metadata.document_number).toBe(regulation.metadata.document_number)
    const written = akomaNtosoOf(regulation, { title: '', version: '0', corpus: '' })
    const wide = iconv.encode(written.replace('UTF-8', 'UTF-16'), 'utf-16le', { addBOM: true })
    expect(facts(await structureIn(wide, 'x'))).toEqual(facts(regulation))
  })
})

const samples = here('../shared/samples/html')

describe.skipIf(!existsSync(samples))('what others wrote', () => {
  it.each([
    ['公司法_1993.akn.xml', 230],
    ['公司法_2013.akn.xml', 218],
  ])('%s has its articles', async (name, articles) => {
    const regulation = await structureIn(readFileSync(join(samples, name)), name)
    expect(regulation.articles.length).toBe(articles)
    expect(
      regulation.problems.filter(({ rule }) => rule.startsWith('article')).map(({ message }) => message),
    ).toEqual([])
  })

  it('公司法 1993 has the articles, paragraphs and items of its page', async () => {
    const [written, page] = await Promise.all(
      ['公司法_1993.akn.xml', '公司法_1993_wikisource.html'].map(name =>
        structureIn(readFileSync(join(samples, name)), name),
      ),
    )
    const counted = (regulation: Regulation) => facts(regulation).filter(fact => !/^x\/c\d/.test(fact))
    expect(counted(written!)).toEqual(counted(page!))
  })
})
