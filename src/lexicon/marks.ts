/** Marks that end a clause. */
export const PAUSE = /[，。；：！？\n]/

/** Marks that end a sentence, or the part of one that stands by itself. */
export const SENTENCE_END = /[。；！？\n]/

/** The same marks, for looking up a character. */
export const SENTENCE_ENDS = '。；！？\n'

/** Each sentence of a text with its mark. */
export const EACH_SENTENCE = /[^。；！？\n]+[。；！？\n]?/gu
