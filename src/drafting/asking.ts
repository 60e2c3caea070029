import { answersTo, type Index, indexOf, questionsOf } from '../index/index.ts'
import type { Answer, Statement } from '../statement-types.ts'
import type { Cut } from '../types.ts'
import type { DraftDocument } from './check-types.ts'

/** What the peers' statements find in the draft, and the draft's in the peers: asked of one index, each document's once. */
export interface Asked {
  /** Whether the draft says a statement of a peer, by the statement's id. */
  ofPeers: Map<string, Answer>
  /** Whether each peer says a statement of the draft: by the statement's id, then by the peer's. */
  ofDraft: Map<string, Map<string, Answer>>
  /** Any statement by its id, the draft's among them. */
  statements: Map<string, Statement>
}

/** Asks the index of all documents, the draft last; `wanted` are the peers' statements that matter, all if left out. */
export function askAll(peers: DraftDocument[], draft: DraftDocument, cut: Cut, wanted?: Set<string>): Asked {
  const steps = asking(peers, draft, cut, wanted)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same in steps, a document each, so that whoever runs it can pause or stop between; each gives the share done so far. */
export function* asking(
  peers: DraftDocument[],
  draft: DraftDocument,
  cut: Cut,
  wanted?: Set<string>,
): Generator<number, Asked> {
  const documents = [...peers, draft]
  yield 0
  const index = indexOf(documents, { cut })
  const own = peers.length
  const ofPeers = new Map<string, Answer>()
  for (const peer of peers.keys()) {
    yield (peer + 1) / (peers.length + 2)
    for (const [id, answer] of answersIn(index, peer, own, wanted)) ofPeers.set(id, answer)
  }
  yield (peers.length + 1) / (peers.length + 2)
  return {
    ofPeers,
    ofDraft: ofDraft(index, own),
    statements: new Map(documents.flatMap(({ statements }) => statements.map(each => [each.id, each]))),
  }
}

function answersIn(index: Index, peer: number, own: number, wanted?: Set<string>): [string, Answer][] {
  const questions = questionsOf(index, peer, [own])
  return questions.asked.flatMap(({ statement: { id } }, row): [string, Answer][] =>
    wanted && !wanted.has(id) ? [] : [[id, answersTo(questions, row).get(own)!]],
  )
}

function ofDraft(index: Index, own: number): Map<string, Map<string, Answer>> {
  const questions = questionsOf(index, own)
  return new Map(
    questions.asked.map(({ statement: { id } }, row) => [
      id,
      new Map([...answersTo(questions, row)].map(([peer, answer]) => [index.documents[peer]!.id, answer])),
    ]),
  )
}
