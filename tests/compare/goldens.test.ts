import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { cut } from '../../scripts/io/cut.ts'
import { FIVE, judgedRows, replay, replayScores } from '../../scripts/quality/replay.ts'
import { analyse, type DocumentRead, readDocument } from '../../src/analyse.ts'
import { groupBy } from '../../src/group.ts'
import type { Quality } from '../../src/site-types.ts'
import type { Analysis, Difference, Range } from '../../src/types.ts'
import { five } from '../support/five.ts'
import { recombined } from '../support/recombined.ts'
import { silence } from '../support/silence.ts'

/**
 * Every typed difference, one a line. A changed line is a changed answer to a reader: read it before it is kept.
 * Text outside ⟦⟧ is the clause around what differs; ↷ is the unit where the other document says it.
 */

const { corpus, analysis } = await five()

it('differences of the five', async () => {
  await expect(printed(analysis)).toMatchFileSnapshot('../golden/differences-five.txt')
})

it('differences of four documents of another genre, made by chance', async () => {
  const sources = recombined(analysis.regulations, corpus.codebook!, 20261130)
  // Articles put together by chance have no end of their own; what is told of whole documents is wanted here.
  const whole = (read: DocumentRead) => ({ ...read, regulation: { ...read.regulation, complete: true } })
  const made = analyse(
    'made',
    sources.map(source => whole(readDocument(source))),
    { cut, overrides: [] },
  )
  expect(made.families.length).toBeGreaterThan(40)
  await expect(printed(made)).toMatchFileSnapshot('../golden/differences-made.txt')
})

it('changed stretches of which no difference tells', async () => {
  await expect(silence(analysis, cut)).toMatchFileSnapshot('../golden/compare-silence.txt')
})

// What people judged is never lost or owed unseen: a changed count is kept with `npm run evaluate -- --write`, and read.
it('judged differences of the five are reported as the committed figures say', () => {
  const committed: Quality = JSON.parse(readFileSync('quality/reports/evaluation.json', 'utf8'))
  const { figures, misses } = replayScores(replay(judgedRows('quality/gold', FIVE), analysis.differences))
  expect(figures).toEqual(committed.figures.filter(({ stage }) => stage === 'differences'))
  expect(misses).toEqual(committed.misses.filter(miss => miss.startsWith('differences: ')))
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
