import { readRegulation } from '../src/analyse.ts'
import { provisionsOf } from '../src/provisions/extract.ts'
import { loadCorpus } from './io/corpus.ts'
const corpus = await loadCorpus(process.argv[2]!, { codebook: false })
for (const s of corpus.sources) for (const p of provisionsOf(readRegulation(s)))
  console.log([p.address, p.quote, 'S:' + p.subject, p.measure, p.comparator, p.value, p.max, p.unit, p.per, 'B:' + p.base, 'M:' + p.modality, 'A:' + p.actor, p.rule].join(' | '))
