import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Claim as AskedClaim } from '../../src/index/claims.ts'
import { type DocumentStatements, termSetsOf } from '../../src/index/entries.ts'
import type { FrozenCounts } from '../../src/index/rarity.ts'
import { loadCorpus } from '../io/corpus.ts'
import { cut } from '../io/cut.ts'
import { readGold } from './gold.ts'

/** A claim with whether the other document says it, as a careful reader found. */
export interface Claim extends AskedClaim {
  said: 'yes' | 'partly' | 'no'
  where: string[]
  note: string
  /** How it was drawn; the gold handed to the project by chance. */
  draw?: string
}

/** Claims with the corpus they are about. */
export interface ClaimGenre {
  name: string
  documents: DocumentStatements[]
  /** The gold handed to the project, and what was judged for it. */
  gold: Claim[]
  second: Claim[]
}

/** The four genres of claims; of those without a corpus in `folder` none. */
export async function claimGenres(folder: string): Promise<ClaimGenre[]> {
  const genres: ClaimGenre[] = []
  for (const name of ['seeds', 'civility', 'greening', 'business-environment']) {
    const corpus = name === 'seeds' ? 'corpus' : join(folder, name)
    if (!existsSync(corpus)) continue
    const { documents } = await loadCorpus(corpus, { codebook: false })
    genres.push({
      name,
      documents,
      gold: claimsOf(`quality/gold/claims-${name}.json`),
      second: claimsOf(`quality/gold/claims-${name}-second.json`),
    })
  }
  return genres
}

function claimsOf(file: string): Claim[] {
  return readGold<{ claims: Claim[] }>(file, 'claims').claims
}

/** Counts of terms over the statements of these genres: what the index keeps with the code. Terms of few statements are left out. */
export function countsOf(genres: ClaimGenre[]): FrozenCounts {
  const counts = new Map<string, number>()
  const sets = genres.flatMap(({ documents }) => termSetsOf(documents, cut))
  for (const set of sets) for (const term of set) counts.set(term, (counts.get(term) ?? 0) + 1)
  const kept = [...counts].filter(([, count]) => count >= LEAST_COUNT).sort(([a], [b]) => (a < b ? -1 : 1))
  return { statements: sets.length, counts: Object.fromEntries(kept) }
}
// A term of fewer statements is as rare as one that was never seen, nearly.
const LEAST_COUNT = 4
