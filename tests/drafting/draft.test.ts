import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cut } from '../../scripts/io/cut.ts'
import { analyse, readDocument } from '../../src/analyse.ts'
import { draftReport } from '../../src/drafting/draft.ts'
import { withFamilies } from '../../src/tables/membership.ts'
import type { Codebook, ManifestEntry, Source } from '../../src/types.ts'

// 钦州's rules as if they were a draft beside the other four: the meeting held nine times a month, the article on petitions
// left out without numbering the rest anew.
const { regulations } = JSON.parse(readFileSync('corpus/corpus.json', 'utf8')) as {
  regulations: ManifestEntry[]
}
const codebook = JSON.parse(readFileSync('corpus/codebook.json', 'utf8')) as Codebook
const read = (entry: ManifestEntry): Source => ({
  ...entry,
  text: readFileSync(`corpus/${entry.file}`, 'utf8'),
})
const peers = regulations.filter(({ id }) => id !== 'qinzhou').map(read)
const original = read(regulations.find(({ id }) => id === 'qinzhou')!)
const draft: Source = {
  ...original,
  id: 'draft',
  text: original.text.replace('一般每月召开1－2次', '一般每月召开9次').replace(/^十七、.*$/m, ''),
}

describe('a draft beside the corpus', () => {
  const analysis = analyse('draft', [...peers, draft].map(readDocument), { cut, codebook })
  const report = draftReport(
    'draft',
    analysis.families,
    withFamilies(analysis.provisions, analysis.families, analysis.statements),
  )

  it('covers what it answers, with the units that do', () => {
    const standing = report.covered.find(({ family }) => family.id === 'standing-meeting')
    expect(standing?.units).toContain('draft/20')
    expect(standing?.others).toHaveLength(4)
  })

  it('lacks what the others have, the most common first', () => {
    const missing = report.missing.map(({ family }) => family.id)
    expect(missing).toContain('petitions')
    const counts = report.missing.map(({ others }) => others.length)
    expect(counts).toEqual(counts.toSorted((x, y) => y - x))
    expect(report.missing.every(({ units }) => units.length === 0)).toBe(true)
  })

  it('has one number out of the usual range: nine meetings a month', () => {
    expect(report.unusual.map(({ provision, range }) => [provision.quote, range])).toContainEqual([
      expect.stringContaining('9次'),
      [24, 30],
    ])
    expect(report.unusual.every(({ others }) => others.length > 0)).toBe(true)
  })

  it('is told where its numbering breaks', () => {
    const own = analysis.regulations.at(-1)!
    expect(own.problems.map(({ rule }) => rule)).toContain('article-gap')
  })
})
