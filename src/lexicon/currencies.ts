/** A currency beside the 元 of this country, which is what a sum is in where no other is named. */
export interface Currency {
  /** The unit of a sum. */
  word: string
  /** How it is written after the number, as a part of a pattern. */
  names: string
  /** How it is written before the number, whose own unit is then 元; a part of a pattern. */
  ahead?: string
}

/** Other currencies: 3万欧元, 新台币二万元. Sums in different ones are never compared. */
export const CURRENCIES: Currency[] = [
  { word: '美元', names: '美元|美金', ahead: '美元|美金' },
  { word: '欧元', names: '欧元', ahead: '欧元' },
  { word: '港元', names: '港元|港币|元港币', ahead: '港币|港元' },
  { word: '澳门元', names: '澳门元|澳门币|元澳门币', ahead: '澳门币' },
  { word: '新台币元', names: '新台币元?|元新台币', ahead: '新台币' },
  { word: '日元', names: '日元|日圆', ahead: '日元' },
  { word: '英镑', names: '英镑', ahead: '英镑' },
]
