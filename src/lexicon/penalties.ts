// Words of penalties that rules of numbers look for, as parts of patterns over folded text.

/** Money taken for a breach: 罚锾 is the word for it in Taiwan, 罚金 that of criminal law. */
export const FINE = '罚(?:款|锾|金)'

/** Freedom taken for a breach, counted in days, months or years. */
export const DETENTION = '(?:行政)?拘留|有期徒刑|拘役|管制(?=[，。；、或]|$)'
