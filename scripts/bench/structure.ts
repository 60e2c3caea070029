import { structureOf } from '../../src/structure/structure.ts'
import { formatNumeral } from '../../src/text/numerals.ts'

/** One kind of text at two sizes: how many times longer ten times the text takes. */
interface Growth {
  name: string
  seconds: [small: number, large: number]
  ratio: number
}

const MEGA = 1_000_000

/** A head, then pieces with rising numbers. */
const counted = (head: string, piece: (number: number) => string) => (length: number) => {
  const pieces = [head]
  for (let number = 1, size = head.length; size < length; number++) {
    pieces.push(piece(number))
    size += pieces.at(-1)!.length
  }
  return pieces.join('').slice(0, length)
}

/** Texts that have undone readers before, each made to any length. `sample` is an ordinary document. */
function texts(sample: string): Record<string, (length: number) => string> {
  const fill = (piece: string) => (length: number) =>
    piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
  return {
    'a document over and over': fill(`${sample}\n`),
    'all 第': fill('第'),
    'all 第一条': fill('第一条'),
    'articles on one line': fill('第一条市政府工作规则。'),
    'one line without end': fill('市人民政府应当'),
    'one digit a line': fill('7\n'),
    'open brackets': fill('（'),
    'nested quotation marks': fill('“《‘（'),
    'closed brackets': fill('）》”'),
    'list marks': fill('（一）一、1.'),
    'item lines': fill('（一）甲；\n'),
    'items of one article': counted(
      '第一条 下列：\n',
      number => `（${formatNumeral(number)}）第（一）项；\n`,
    ),
    'articles without end': counted('', number => `第${formatNumeral(number)}条 依照本规则第${number}条。\n`),
    'chapters without number': fill('第一条 甲。\n总则\n第二条 乙。\n附则\n'),
    'one number twice': fill('第一条 甲。\n第二条 乙。\n第二条 丙。\n'),
    'one line of sentences': fill('市人民政府应当召开会议.'),
    'full stops of Latin type': fill('会议.\n'),
    'white space': fill(' \t　\n'),
    'lone surrogates': fill('\ud800\udc00\udfff'),
    'mixed digits and commas': fill('1,000,'),
    'law names': fill('《甲法》第一条、'),
    'half a comment': fill('<!-- '),
    'page numbers': fill('- 1 -\n字\n'),
  }
}

/** Processor time of a tenth of `large` and of `large` characters of each text, one text at a time. */
export function* growthOf(sample: string, large = 10 * MEGA): Generator<Growth> {
  for (const [name, make] of Object.entries(texts(sample))) {
    const small = Math.min(secondsFor(make(large / 10)), secondsFor(make(large / 10)))
    const big = secondsFor(make(large))
    yield { name, seconds: [small, big], ratio: big / small }
  }
}

function secondsFor(text: string): number {
  const before = process.cpuUsage()
  structureOf({ id: 'bench', place: '', file: '', text })
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}
