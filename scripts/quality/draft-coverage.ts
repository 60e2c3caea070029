import { align } from '../../src/alignment/align.ts'
import { askAll } from '../../src/drafting/asking.ts'
import { coverageOf, statementsOfMembers, type TopicCoverage } from '../../src/drafting/coverage.ts'
import type { Codebook } from '../../src/types.ts'
import { loadCorpus } from '../io/corpus.ts'
import { cut } from '../io/cut.ts'

/**
 * What a draft is said to have of the topics of its peers, with each document of a corpus that has a codebook left out in turn and taken
 * for the draft; what people said of it in the codebook is the truth. `npx tsx scripts/quality/draft-coverage.ts [corpus] [--rows]`
 */
const [folder = 'corpus'] = process.argv.slice(2).filter(each => !each.startsWith('--'))
const { documents, codebook } = await loadCorpus(folder, { codebook: true })
if (!codebook) throw new Error(`${folder} has no codebook`)
const totals = { missing: 0, found: 0, present: 0, wrong: 0 }

for (const draft of documents) {
  const { id } = draft.regulation
  const peers = documents.filter(each => each !== draft)
  const { families } = align(
    peers.map(({ regulation }) => regulation),
    { cut, codebook: without(codebook, id) },
  )
  const asked = askAll(peers, draft, cut, statementsOfMembers(families, peers))
  const rows = coverageOf(families, peers, draft, asked)
    .filter(({ peers: having }) => having.length >= 2)
    .flatMap(row => {
      const topic = codebook.topics.find(each => each.id === row.topic)
      return topic ? [{ row, has: topic.members[id] !== undefined }] : []
    })
  const lacks = ({ state }: TopicCoverage) => state === 'no' || state === 'mentioned'
  const count = (has: boolean, told: boolean) =>
    rows.filter(each => each.has === has && lacks(each.row) === told).length
  const [found, wrong] = [count(false, true), count(true, true)]
  const [missing, present] = [found + count(false, false), wrong + count(true, false)]
  totals.missing += missing
  totals.found += found
  totals.present += present
  totals.wrong += wrong
  console.log(
    `${id}: ${found} of ${missing} missing topics found, ${wrong} of ${present} present ones told missing`,
  )
  if (process.argv.includes('--rows'))
    for (const { row, has } of rows.filter(each => lacks(each.row) === each.has))
      console.log(`  ${has ? 'told missing' : 'not found'} ${row.topic} ${row.zh} ${row.state} ${row.share}`)
}
console.log(
  `all: ${totals.found} of ${totals.missing} missing topics found, ${totals.wrong} of ${totals.present} present ones told missing`,
)

/** What people decided of all other documents. */
function without({ topics, pairs = {}, ids }: Codebook, left: string): Codebook {
  return {
    topics: topics
      .map(topic => ({
        ...topic,
        members: Object.fromEntries(Object.entries(topic.members).filter(([id]) => id !== left)),
      }))
      .filter(({ members }) => Object.keys(members).length > 0),
    pairs: Object.fromEntries(Object.entries(pairs).filter(([pair]) => !pair.split('-').includes(left))),
    ...(ids && { ids }),
  }
}
