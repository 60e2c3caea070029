/**
 * Radicals as the characters they look like: ⺠ → 民, ⻔ → 门, ⽬ → 目. Programs that write pdf often name a glyph by the radical
 * (U+2E80–2EF3, U+2F00–2FD5) that shares its drawing; no regulation means the radical. Keeps the length.
 * After EquivalentUnifiedIdeograph of the Unicode Character Database; those outside the basic plane stay as they are.
 */
export function withoutRadicals(text: string): string {
  return text.replace(RADICALS, radical => SUPPLEMENT.get(radical) ?? radical.normalize('NFKC'))
}

/** Whether the text holds any. */
export function holdsRadicals(text: string): boolean {
  return text.search(RADICALS) >= 0
}

const RADICALS = /[\u2e80-\u2ef3\u2f00-\u2fd5]/g

const SUPPLEMENT = new Map(
  (
    '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺖忄⺗㣺⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻' +
    '⺯糹⺰纟⺱罓⺲罒⺴冗⺶羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣' +
    '⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'
  )
    .match(/../g)!
    .map(pair => [pair[0]!, pair[1]!] as const),
)
