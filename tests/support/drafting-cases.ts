import { readDocument } from '../../src/analyse.ts'
import { checkDraft } from '../../src/drafting/check-draft.ts'
import type { Fault, Genre } from '../../src/drafting/check-types.ts'

/** A text on the page of drafts: the rule it stands under, whether that must report it, and in which kinds of documents. */
export interface DraftCase {
  rule: string
  reported: boolean
  text: string
  whole: boolean
  genres: Genre[]
}

/** Reads the page: `# rule (genre)`, `+ text`, `- text`. */
export function draftCasesOn(page: string): DraftCase[] {
  const cases: DraftCase[] = []
  let [rule, genres]: [string, Genre[]] = ['', []]
  for (const line of page.slice(page.indexOf('\n#') + 1).split('\n')) {
    const heading = /^# (\S+)(?: \((law|official)\))?$/.exec(line)
    const body = /^([+-]) (doc )?(.*)$/.exec(line)
    if (heading) [rule, genres] = [heading[1]!, heading[2] ? [heading[2] as Genre] : ['law', 'official']]
    else if (body)
      cases.push({
        rule,
        reported: body[1] === '+',
        text: body[3]!,
        whole: body[2] !== undefined,
        genres: body[2] ? ['law'] : genres,
      })
  }
  return cases
}

/** The text as a document, with what is marked in it and what that should read. */
export function documentOfCase(
  { text, whole }: DraftCase,
  genre: Genre,
): { text: string; quote: string | null; replacement: string | null } {
  const [, quote, replacement] = /⟦([^⟧]*)⟧[^→|]*(?:→([^|]*))?/.exec(text) ?? []
  const marked = text.replace(/→[^|]*(?=\||$)/, '')
  const plain = marked.replace(/[⟦⟧]/g, '').replaceAll('|', '\n')
  const [label, name] =
    genre === 'law' ? [(n: string) => `第${n}条 `, '条例'] : [(n: string) => `${n}、`, '规则']
  const title = genre === 'law' ? '兰州市图书借阅条例' : '兰州市图书借阅工作规则'
  const own = plain.replace(/本(?:条例|规则)/g, `本${name}`)
  return {
    text: whole
      ? plain
      : `${title}\n${label('一')}为了规范借阅，根据有关法律，制定本${name}。\n${label('二')}${own}\n${label('三')}本${name}自2024年3月1日起施行。\n`,
    quote: quote?.replace(/本(?:条例|规则)/g, whole ? '$&' : `本${name}`) ?? null,
    replacement: replacement ?? null,
  }
}

/** What the rule reports in a text. */
export function reportedIn(text: string, rule: string): Fault[] {
  return checkDraft(readDocument({ id: 'x', place: '', file: '', text })).filter(fault => fault.rule === rule)
}
