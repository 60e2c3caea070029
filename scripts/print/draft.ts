import { type DraftTold, reportSections } from '../../src/official/report.ts'
import { indented, styled } from './terminal.ts'

/** The report on a draft for a terminal: sections with a line for each finding, the most urgent first. */
export function tellDraft(told: DraftTold): string {
  return reportSections(told)
    .map(({ title, lines }) => [styled('bold', title), ...lines.map(line => indented(line, '  '))].join('\n'))
    .join('\n')
}
