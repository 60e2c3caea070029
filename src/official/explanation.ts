import type { TopicCoverage } from '../drafting/coverage.ts'
import { placeLabelOf } from '../drafting/findings.ts'
import { ownText, type PeerNumber, rangeText } from '../drafting/peer-numbers.ts'
import { documentOf } from '../structure/address.ts'
import { formatNumeral } from '../text/numerals.ts'
import type { Regulation } from '../types.ts'
import { paragraph, titleOf, wordDocument } from './word.ts'

export interface Explained {
  regulation: Regulation
  title: string
  coverage: TopicCoverage[]
  numbers: PeerNumber[]
  /** Peers by id: their place and title. */
  peers: Map<string, string>
  /** How a peer's unit is cited. */
  labelOf: (address: string) => string
  /** Units of peers whose words were taken over, by the address of the draft's article. */
  taken: Map<string, string[]>
  /** Why a topic that peers have is not needed, by its id. */
  unneeded: Record<string, string>
  /** Why an article is as it is, by its address. */
  reasons: Record<string, string>
}

/** The 起草说明: bases, contents, the source of every article, what departs from most peers and why; gaps are for the drafter to fill. */
export function explanationDocx(explained: Explained): Uint8Array {
  const sections: [string, string[]][] = [
    ['起草的必要性', ['〔请起草人填写〕']],
    ['起草依据和参考文本', basesOf(explained)],
    ['主要内容', contentsOf(explained)],
    ['逐条来源', sourcesOf(explained)],
    ['与多数同类规定不同之处', departuresOf(explained)],
    ['需要说明的其他问题', ['〔请起草人填写〕']],
  ]
  const body = sections.map(
    ([heading, lines], at) =>
      paragraph(`${formatNumeral(at + 1)}、${heading}`, {
        font: '黑体',
        indent: true,
        keep: true,
        level: 1,
      }) + lines.map(line => paragraph(line, { indent: true })).join(''),
  )
  return wordDocument(titleOf(`关于《${explained.title}》的起草说明`) + body.join(''))
}

function basesOf({ regulation, peers }: Explained): string[] {
  const laws = regulation.references.flatMap(({ law }) =>
    law ? [`《${law.title.replace(/^《|》$/g, '')}》`] : [],
  )
  const named = [...new Set(laws)]
  return [
    named.length > 0 ? `草案引用的法律、法规和文件：${named.join('、')}。` : '草案没有引用法律、法规。',
    `起草中参考了${peers.size}件同类文件：${[...peers.values()].join('；')}。`,
  ]
}

function contentsOf({ regulation: { divisions, articles } }: Explained): string[] {
  const chapters = divisions.filter(({ kind }) => kind === 'chapter')
  const of = (address: string) =>
    articles.filter(
      ({ division }) => division !== null && (division === address || division.startsWith(`${address}s`)),
    )
  const lines = chapters.map(
    ({ label, heading, address }) => `${label}“${heading}”，${of(address).length}条。`,
  )
  const whole = `草案共${articles.length}条${chapters.length > 0 ? `，分${chapters.length}章` : ''}。`
  return [whole, ...lines]
}

function sourcesOf({ regulation, taken, coverage, labelOf, peers, reasons }: Explained): string[] {
  return regulation.articles.map(({ address, label, paragraphs }) => {
    const own = taken.get(address) ?? []
    const topics = coverage.filter(
      ({ state, places }) =>
        state !== 'no' && places.some(place => `${place.address}/`.startsWith(`${address}/`)),
    )
    const cited = (unit: string) => `${peers.get(documentOf(unit)) ?? ''}${labelOf(unit)}`
    const source =
      own.length > 0
        ? `采自${own.map(cited).join('、')}`
        : topics.length > 0
          ? `同类规定见${topics[0]!.peers
              .slice(0, 3)
              .map(({ places: [first] }) => cited(first!))
              .join('、')}`
          : '各地没有找到同类规定，为本地自行规定'
    const reason = reasons[address] ? `；${reasons[address]}` : ''
    return `${label.replace(/、$/, '')}（${paragraphs[0]?.passage.text.slice(0, 12) ?? ''}……）：${source}${reason}。`
  })
}

function departuresOf({ regulation, numbers, coverage, unneeded, peers }: Explained): string[] {
  const outside = numbers
    .filter(({ verdict }) => verdict === 'outside')
    .map(
      number =>
        `${placeLabelOf(regulation, number.address)}“${number.subject}”为${ownText(number).zh}，${number.peers.length}地的同类规定为${rangeText(number).zh}。理由：〔请起草人填写〕。`,
    )
  const without = coverage
    .filter(
      ({ state, peers: having, topic }) =>
        state === 'no' && (having.length * 2 >= peers.size || unneeded[topic] !== undefined),
    )
    .map(
      ({ zh, peers: having, topic }) =>
        `未规定“${zh}”，${peers.size}地中${having.length}地有规定。理由：${unneeded[topic] || '〔请起草人填写〕'}。`,
    )
  const all = [...outside, ...without]
  return all.length > 0 ? all : ['没有发现与多数同类规定明显不同之处。']
}
