import { describe, expect, it } from 'vitest'
import { BLOT, maskNames } from '../../src/provisions/mask.ts'

/** The stretches that are masked, each in brackets. */
function shown(text: string): string {
  const masked = maskNames(text)
  expect(masked.length).toBe(text.length)
  return [...text]
    .map((character, at) => {
      const opens = masked[at] === BLOT && masked[at - 1] !== BLOT
      const closes = masked[at] === BLOT && masked[at + 1] !== BLOT
      return `${opens ? '[' : ''}${character}${closes ? ']' : ''}`
    })
    .join('')
}

describe('numerals that are no quantities', () => {
  // Each kind with its look-alike, which stays readable.
  it.each([
    '依照[《城市绿化条例》]罚款三万元',
    '（国办发[〔2020〕15号]）共20日',
    '[“三个代表”]办三次',
    '按照[“三重一大”]办三次',
    '按照[‘三重一大’]办三次',
    '“会议每年召开两次。会期半天。”',
    '“会议每年至少召开两次并且会期半天以内的会议”',
    '按[第三]条办三次',
    '[第二、三]款三次',
    '[第一至第五]项三次',
    '[第一百零二条之一]规定三次',
    '[前二款]二次',
    '[本条三款]三次',
    '[上述三项]三次',
    '自[2023年9月12日]起三日内',
    '自[二〇二三年九月十二日]起三日内',
    '自[2023年9月]起',
    '到[2023年]止',
    '任期三年',
    '二十三年内',
    '[9月12日]前三日',
    '[九月份]一次',
    '[12月底]前一次',
    '每年三月一次',
    '次年3月底前一次',
    '[三月一日]前三日',
    '[（三）]三次',
    '[1.]三次；[2、]两次',
    '比1.5倍多',
    '拨打[12345]热线三次',
    '[12345]政务服务平台三次',
    '[12345]便民电话三次',
    '投资12345万元',
    '用[PM2]三次',
    '共[3G]三次',
    '面积30m²',
  ])('%s', expected => {
    const text = expected.replace(/[[\]]/g, '')
    expect(shown(text)).toBe(expected)
  })
})
