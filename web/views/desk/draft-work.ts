/** What is saved of the work: in a file, and in this browser where that was allowed. */
export interface Work {
  text: string
  place: string
  province: string
  /** Name of the file that it came from. */
  file: string
  /** 征求意见稿 and the like, under the title; empty for none. */
  mark: string
  /** Findings that the drafter will not follow, with the reason, by `keyOfFault`. */
  ignored: Record<string, string>
  /** Topics that the drafter set out with; empty where the draft came from elsewhere. */
  wanted: string[]
  /** Topics that the draft does not need, with the reason. */
  unneeded: Record<string, string>
  /** What was taken over, and from where: by the first words of what was put in. */
  taken: TakenOver[]
  /** For the comparison in three columns: why the draft differs, by the article's own words. */
  reasons: Record<string, string>
}

export interface TakenOver {
  words: string
  address: string
  topic: string
}
