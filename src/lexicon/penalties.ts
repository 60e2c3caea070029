// Words of penalties that rules of numbers look for, as parts of patterns over folded text.

/** Money taken for a breach: 罚锾 is the word for it in Taiwan, 罚金 that of criminal law. */
export const FINE = '罚(?:款|锾|金)'

/** Freedom taken for a breach, counted in days, months or years. */
export const DETENTION = '(?:行政)?拘留|有期徒刑|拘役|管制(?=[，。；、或]|$)'

/** What an authority does to who breaks a rule, as a part of a pattern. */
export const PUNISHING = [
  `处[^，]{0,30}${FINE}`,
  DETENTION,
  '责令(?!制度)|没收|吊销|(?:给予|予以|处以?)[^，]{0,10}(?:警告|处分|处罚|通报批评)|警告$',
  '(?:不予|免予|从轻|减轻|从重)[^，]{0,8}处罚',
  '追究[^，]{0,14}责任|依法(?:予以)?处(?:理|罚|分)$',
].join('|')

/** What who breaks a rule has to bear, as a part of a pattern. */
export const LIABLE = '(?:承担|负)[^，]{0,8}(?:法律|民事|刑事|行政|赔偿|违约|侵权|相应)的?责任'
