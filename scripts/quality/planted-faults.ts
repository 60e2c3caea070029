import { readDocument } from '../../src/analyse.ts'
import { checkDraft } from '../../src/drafting/check-draft.ts'
import type { Fault } from '../../src/drafting/check-types.ts'
import { randomFrom } from '../io/chance.ts'
import { loadCorpus } from '../io/corpus.ts'
import { KINDS, type Planted } from './fault-kinds.ts'

/**
 * Plants each kind of fault into finished texts, one at a time, and tells how many the checks find at the place, by the rules that are
 * meant and by any: `npx tsx scripts/quality/planted-faults.ts CORPUS … [--times N] [--missed]`. Seeded: the same every time.
 */
const { folders, times, missed } = options(process.argv.slice(2))
// A fault may be told at the word beside the planted one.
const NEAR = 12
const found = new Map<string, { planted: number; meant: number; any: number }>()

for (const folder of folders) {
  const { sources } = await loadCorpus(folder, { codebook: false })
  const random = randomFrom(folder)
  for (const { kind, rules, plant } of KINDS)
    for (let n = 0; n < times; n++) {
      const source = sources[Math.floor(random() * sources.length)]!
      const planted = plant(source.text, random)
      if (!planted) continue
      const faults = checkDraft(readDocument({ ...source, text: planted.text }))
      const here = faults.filter(fault => overlaps(fault, planted))
      const before = new Set(checkDraft(readDocument(source)).map(({ rule, quote }) => `${rule} ${quote}`))
      const own = here.filter(({ rule, quote }) => !before.has(`${rule} ${quote}`) || rules.includes(rule))
      const count = found.get(kind) ?? { planted: 0, meant: 0, any: 0 }
      const meant = own.some(({ rule }) => rules.includes(rule))
      count.planted++
      if (meant) count.meant++
      if (own.length > 0) count.any++
      found.set(kind, count)
      if (missed && !meant)
        console.log(
          `missed ${kind} in ${source.id}: …${contextOf(planted)}… (${faults.filter(({ rule }) => rules.includes(rule)).map(({ article }) => article)})`,
        )
    }
}

let total = { planted: 0, meant: 0, any: 0 }
for (const [kind, { planted, meant, any }] of found) {
  console.log(`${kind.padEnd(36)} ${meant}/${planted}${any > meant ? ` (any ${any})` : ''}`)
  total = { planted: total.planted + planted, meant: total.meant + meant, any: total.any + any }
}
console.log(
  `${found.size} kinds, found ${total.meant} of ${total.planted} (${(total.meant / total.planted).toFixed(3)}), by any rule ${(total.any / total.planted).toFixed(3)}`,
)

/** A fault is told where it stands, or at the unit around it when that is short. */
function overlaps({ start, end }: Fault, planted: Planted): boolean {
  return start < planted.end + NEAR && planted.start < end + NEAR
}

function contextOf({ text, start, end }: Planted): string {
  return `${text.slice(Math.max(0, start - 20), start)}[${text.slice(start, end)}]${text.slice(end, end + 20)}`.replace(
    /\s+/g,
    ' ',
  )
}

function options(args: string[]) {
  const at = args.indexOf('--times')
  const rest = at < 0 ? args : args.toSpliced(at, 2)
  return {
    times: at < 0 ? 3 : Number(args[at + 1]),
    missed: rest.includes('--missed'),
    folders: rest.filter(each => each !== '--missed'),
  }
}
