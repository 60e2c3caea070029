import type { Analysis } from '../types.ts'
import type { PackageAbout } from './formats/datapackage.ts'
import { withFamilies } from './membership.ts'

/** All that is known of the corpus as one value, the content of `guijian.json` (schema.ts has its form). */
export function everythingOf({ title, version, corpus }: PackageAbout, analysis: Analysis): object {
  const {
    entries,
    regulations,
    statements,
    provisions,
    penalties,
    acts,
    matches,
    families,
    differences,
    mentions,
    problems,
  } = analysis
  return {
    title,
    version,
    corpus,
    entries,
    regulations,
    statements,
    provisions: withFamilies(provisions, families, statements),
    penalties,
    acts,
    matches,
    families,
    differences,
    mentions,
    problems,
  }
}
