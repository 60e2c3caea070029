import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { loadCorpus } from '../../scripts/io/corpus.ts'
import { cut } from '../../scripts/io/cut.ts'
import { analyse, readRegulation } from '../../src/analyse.ts'
import { groupBy } from '../../src/group.ts'
import type { Analysis, Difference, Range } from '../../src/types.ts'
import { recombined } from '../support/recombined.ts'

/**
 * Every typed difference, one a line. A changed line is a changed answer to a reader: read it before it is kept.
 * Text outside ⟦⟧ is the clause around what differs; ↷ is the unit where the other document says it.
 */

const corpus = await loadCorpus('corpus', { codebook: true })

it('differences of the five', async () => {
  const built: Analysis = JSON.parse(
    readFileSync(new URL('../../build/data/guijian.json', import.meta.url), 'utf8'),
  )
  await expect(printed(built)).toMatchFileSnapshot('../golden/differences-five.txt')
})

it('differences of four documents of another genre, made by chance', async () => {
  const sources = recombined(corpus.sources.map(readRegulation), corpus.codebook!, 20261130)
  const made = analyse('made', sources, { cut, overrides: [] })
  expect(made.families.length).toBeGreaterThan(40)
  await expect(printed(made)).toMatchFileSnapshot('../golden/differences-made.txt')
})

function printed({ families, differences }: Pick<Analysis, 'families' | 'differences'>): string {
  const byFamily = groupBy(differences, ({ family }) => family)
  return `${families
    .flatMap(({ id, topic }) => ['', `# ${id} ${topic.zh}`, ...(byFamily.get(id) ?? []).map(line)])
    .join('\n')
    .trimStart()}\n`
}

function line(difference: Difference): string {
  const { left, right, kind, direction, leftText, rightText, leftCore, rightCore, note, gist, elsewhere } =
    difference
  return [
    `${left} ~ ${right}`,
    `${kind}${direction ? ` ${direction}` : ''}`,
    `${marked(leftText, leftCore)} → ${marked(rightText, rightCore)}`,
    note,
    gist.zh === '' || note.endsWith(gist.zh) ? gist.en : `${gist.zh} / ${gist.en}`,
    elsewhere && `↷${elsewhere}`,
  ]
    .filter(Boolean)
    .join('  ')
    .replaceAll('\n', '⏎')
}

function marked(text: string, cores: Range[]): string {
  const parts = cores.map(({ from, to }, index) => {
    const before = text.slice(cores[index - 1]?.to ?? 0, from)
    return `${before}⟦${text.slice(from, to)}⟧`
  })
  return text === '' ? '∅' : parts.join('') + text.slice(cores.at(-1)?.to ?? 0)
}
