import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { type PackedSaid, unpackSaid } from '../../src/alignment/links/said.ts'
import { comparerOf } from '../../src/compare/differences.ts'
import type { PairCounts } from '../../src/diff/echo.ts'
import { groupBy } from '../../src/group.ts'
import { documentOf } from '../../src/structure/address.ts'
import { cutterOf, type Lexicon } from '../../src/text/words.ts'
import type { Difference, Family, FamilyProvision, Regulation } from '../../src/types.ts'

// The page reads two documents, the words and the counts of the corpus, and must tell what the tables tell.

const read = <Shape>(name: string): Shape =>
  JSON.parse(readFileSync(new URL(`../../build/data/${name}`, import.meta.url), 'utf8'))

it('two documents compared in the page differ as in differences.csv', () => {
  const { families, differences } = read<{ families: Family[]; differences: Difference[] }>('guijian.json')
  const provisions = read<FamilyProvision[]>('site/provisions.json')
  const counts = read<PairCounts>('site/pair-counts.json')
  const cut = cutterOf(read<Lexicon>('site/lexicon.json'))
  const pairs = groupBy(differences, each => `${documentOf(each.left)} ${documentOf(each.right)}`)
  expect(pairs.size).toBe(10)
  for (const [pair, told] of pairs) {
    const ids = pair.split(' ') as [string, string]
    const texts = ids.map(id => read<Regulation>(`site/regulations/${id}.json`))
    const said = unpackSaid(...ids, read<PackedSaid>(`site/said/${ids.join('~')}.json`))
    const own = provisions.filter(({ address }) => ids.includes(documentOf(address)))
    const comparer = comparerOf({ regulations: texts, families, provisions: own, said, counts }, cut)
    const inPage = families.flatMap(family => comparer.between(family, ...ids))
    expect(inPage, pair).toEqual(told)
  }
})
