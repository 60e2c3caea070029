/** Makes alike what differs by habit of naming: own place, 人民政府 and 政府, 负责同志 and 负责人. Folded text; lengths change. */
export function settle(text: string, place: string): string {
  const name = place.replace(/(?:省|市|县|区|州|盟|旗|自治.*)$/, '')
  const own = name.length >= 2 ? text.replaceAll(place, '本市').replaceAll(name, '本市') : text
  return own
    .replaceAll('人民政府', '政府')
    .replaceAll('负责同志', '负责人')
    .replaceAll('人民代表大会', '人大')
    .replaceAll('常务委员会', '常委会')
    .replaceAll('我市', '本市')
    .replaceAll('全市', '本市')
}
