import { readFileSync } from 'node:fs'
import { groupBy } from '../../src/group.ts'

/**
 * What is answered to the sentences of a page of words, where {甲|乙} stands for one sentence with each and ＿ for the word
 * again: a block a list, a line for all words of one answer. ∅ stands for no word; the other lists are at their first one.
 */
export function answersInWords(page: string, answer: (sentence: string) => string): string {
  return readFileSync(`tests/cases/${page}`, 'utf8')
    .split(/\n(?=# )/)
    .slice(1)
    .map(part => {
      const [title, ...templates] = part.trim().split('\n') as [string, ...string[]]
      return [title, ...templates.flatMap(template => blocksOf(template, answer)), ''].join('\n')
    })
    .join('\n')
}

const LISTS = /\{([^{}]*)\}/g

function blocksOf(template: string, answer: (sentence: string) => string): string[] {
  const lists = [...template.matchAll(LISTS)]
  if (lists.length === 0) return [template, `  ${answer(template)}`]
  return lists.flatMap((list, place) => {
    const sentence = template.replace(LISTS, (own, words: string, at: number) =>
      at === list.index ? own : words.split('|')[0]!,
    )
    const groups = groupBy(list[1]!.split('|'), word =>
      hidden(answer(sentence.replace(LISTS, word).replaceAll('＿', word)), word),
    )
    const lines = [...groups].map(([told, words]) => `  ${words.map(word => word || '∅').join(' ')}: ${told}`)
    return [`${place + 1} ${sentence.replace(LISTS, '＿')}`, ...lines]
  })
}

function hidden(told: string, word: string): string {
  return word === '' ? told : told.replaceAll(word, '＿')
}
