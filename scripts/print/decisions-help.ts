import type { Override } from '../../src/alignment/overrides.ts'
import { DECISIONS, RELATIONS } from '../io/schema.ts'

/** What codebook.json and overrides.json can hold, each kind with an example. */
export function decisionsHelp(): string {
  const kinds = Object.entries(DECISIONS).map(
    ([kind, { does }]) => `  ${kind.padEnd(9)} ${does}\n            ${EXAMPLES[kind as Override['kind']]}`,
  )
  return [
    'overrides.json holds {"decisions": […]}; a decision names units (articles or paragraphs) and the hash of the text of',
    'each that it was made on, as `guijian review` prints them. Kinds:',
    ...kinds,
    '',
    'codebook.json holds topics with the articles or paragraphs of each document, and pairs of documents with the',
    `articles that answer each other (${RELATIONS.join(', ')}):`,
    `  {"topics": [${TOPIC}],`,
    '   "pairs": {"zhongwei-pingliang": [[45, 46, "equivalent"], [50, 57, "partial"]]}}',
  ].join('\n')
}

const TOPIC = '{"id": "travel-leave", "zh": "请假", "en": "leave", "members": {"zhongwei": ["50", "51.2"]}}'

const EXAMPLES: Record<Override['kind'], string> = {
  join: '{"kind": "join", "units": ["zhongwei/4", "pingliang/60"], "hashes": ["3f1c…", "90ab…"]}',
  split: '{"kind": "split", "units": ["pingliang/57/2"], "hashes": ["77d0…"]}',
  wrong: '{"kind": "wrong", "units": ["zhongwei/50", "pingliang/57"], "hashes": ["3f1c…", "90ab…"]}',
  accepted:
    '{"kind": "accepted", "units": ["zhongwei/50", "pingliang/57"], "hashes": ["3f1c…", "90ab…"], "relation": "partial"}',
  relabel:
    '{"kind": "relabel", "units": ["zhongwei/50"], "hashes": ["3f1c…"], "label": {"zh": "参会请假", "en": "leave from meetings"}}',
}
