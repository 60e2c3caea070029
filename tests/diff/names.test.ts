import { describe, expect, it } from 'vitest'
import { foldedNames, namesOf } from '../../src/diff/names.ts'
import { placed } from '../support/compare-cases.ts'

/** Folds the names of a text of 中卫市 in 宁夏回族自治区, or of another place. */
function folded(text: string, place = '中卫市', province = '宁夏回族自治区'): string {
  return foldedNames(text, namesOf(placed(place, province, [text])))
}

describe('names that must differ between two cities', () => {
  it.each([
    ['中卫市人民政府常务会议', '〔本级〕人民政府常务会议'],
    ['市政府常务会议', '〔本级〕人民政府常务会议'],
    ['市政府性基金', '市政府性基金'],
    ['自治区人民政府批准', '〔省级〕人民政府批准'],
    ['宁夏回族自治区政府批准', '〔省级〕人民政府批准'],
    ['自治区党委的决定', '〔省级〕党委的决定'],
    ['市委的决定', '〔本级〕党委的决定'],
    ['市委托的机构', '市委托的机构'],
    ['本市行政区域', '〔本地〕行政区域'],
    ['全市性会议', '〔本地〕性会议'],
    ['我市实际', '〔本地〕实际'],
    ['全区工作', '〔省级〕工作'],
    ['各省的经验', '各省的经验'],
    ['节省开支', '节省开支'],
    ['县（市、区）人民政府', '〔县级〕人民政府'],
    ['各县、区', '各〔县级〕'],
    ['县人民政府', '县人民政府'],
    ['人民代表大会常务委员会', '人民代表大会常务委员会'],
    ['市人大常委会', '市人民代表大会常务委员会'],
    ['人大代表', '人大代表'],
  ])('%s is %s', (text, expected) => {
    expect(folded(text)).toBe(expected)
  })

  it.each([
    ['全区工作', '海曙区', '浙江省', '〔本地〕工作'],
    ['全区工作', '金凤区', '宁夏回族自治区', '〔本地〕工作'],
    ['全区工作', '平凉市', '甘肃省', '全区工作'],
    ['省人民政府和全省', '平凉市', '甘肃省', '〔省级〕人民政府和〔省级〕'],
    ['离卫外出', '中卫市', '宁夏回族自治区', '离〔本地〕外出'],
    ['在平时', '平凉市', '甘肃省', '在平时'],
  ])('%s of %s in %s', (text, place, province, expected) => {
    expect(folded(text, place, province)).toBe(expected)
  })
})
