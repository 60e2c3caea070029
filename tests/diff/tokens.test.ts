import { describe, expect, it } from 'vitest'
import { namesOf } from '../../src/diff/names.ts'
import { tokensOf } from '../../src/diff/tokens.ts'
import { plainUnitText } from '../../src/diff/unit-text.ts'
import { cut, placed } from '../support/compare-cases.ts'

/** Keys of the tokens, with the weight of each, a star where a name was folded, and what the core of a quantity is. */
function shown(text: string, foldNames = true): string {
  const names = namesOf(placed('中卫市', '宁夏回族自治区', [text]))
  return tokensOf(plainUnitText(text), { cut, names, foldNames })
    .map(({ key, named, weight, core }) => {
      const inner = core ? `{${text.slice(core.from, core.to)}}` : ''
      return `${key}${named ? '*' : ''}:${weight}${inner}`
    })
    .join(' ')
}

const SENTENCES = [
  '会议每年召开两次以上。',
  '不超过3万元，10日内办结。',
  '依照《中华人民共和国预算法》和《宁夏条例》处罚。',
  '由市人民政府办公室、市发展和改革委员会负责。',
  '由市人大常委会、市人民代表大会常务委员会任免。',
  '由中卫市人民政府办公厅报自治区人民政府。',
  '由副市长、常务副市长和副秘书长主持。',
  '报市委、市政府。',
  '（一）制定规划；（二）组织实施。',
  '县（市、区）人民政府和乡镇街道。',
  '1—2次，一至三日，百分之五十，1.5倍。',
  '的了和是、。',
]

describe('what a comparison treats as one piece', () => {
  it('golden: tokens of sentences, with names folded and as they are', async () => {
    const pages = SENTENCES.map(text => `${text}\n  ${shown(text)}\n  ${shown(text, false)}\n`)
    await expect(pages.join('')).toMatchFileSnapshot('../golden/diff-tokens.txt')
  })
})
