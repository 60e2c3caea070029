import type { RegulationSummary } from '../../../src/site-types.ts'
import type { Passage, Range, Regulation, Span } from '../../../src/types.ts'
import type { Site } from '../../parts/data.ts'
import type { Fading } from '../../parts/fading.ts'
import type { TextMark } from '../../parts/marks.ts'
import type { Route } from '../../parts/router.ts'

/** Everything that the parts of this page look at. */
export interface Reading {
  data: Site
  summary: RegulationSummary
  text: Regulation
  raw: string
  route: Route
  lit: Span | null
  marks: (TextMark & { span: Span })[]
  fading: Fading | null
  /** What is faded of each passage. */
  shared: Map<Passage, Range[]>
}
