import { dictionary } from './index.ts'

const zh = {
  mentioned: '他处提及',
  'mentioned-at': '他处提及：',
  quoted: '“{quote}”',
  'only-alone': '任一地，未见他处提及',
  lead: '{documents} 件文件，{articles} 条，归入 {families} 个主题：{everywhere} 个主题各件都有规定，{single} 个只在一件中有条文（其中 {mentioned} 个他处提及）。',
  'state-mentioned': '未见对应条文，他处提及',
  'only-in-mentioned': '只在{place}有条文，{n} 件他处提及',
  'only-in-full': '没有其他文件设有对应条文；{places}他处提及。',
  'absent-title': '未见对应条文的 {n} 件',
  'absent-note':
    '下列各处是文件中说到此事最多的一处，供查找原文；不表示与上列条文互相对应。未见提及不等于没有。',
  'absent-none': '未见提及不等于没有。',
  'absent-method': '方法与误差',
  'absent-more': '他处提及的还有：',
  'absent-silent': '未见提及：',
}

const en: Record<keyof typeof zh, string> = {
  mentioned: 'mentioned elsewhere',
  'mentioned-at': 'Mentioned elsewhere: ',
  quoted: '“{quote}”',
  'only-alone': 'any one place, no mention found elsewhere',
  lead: '{documents} documents with {articles} articles on {families} topics: {everywhere} topics are regulated in all of them, {single} have a provision in one alone, {mentioned} of which others mention elsewhere.',
  'state-mentioned': 'no counterpart, but mentioned elsewhere',
  'only-in-mentioned': 'provision only in {place}, mentioned by {n}',
  'only-in-full': 'No other document has a counterpart; mentioned elsewhere by {places}.',
  'absent-title': '{n} without a counterpart',
  'absent-note':
    'Each place is where the document says most of the matter: a pointer into its text, no claim that it answers the units above. That no mention was found does not mean there is none.',
  'absent-none': 'That no mention was found does not mean there is none.',
  'absent-method': 'method and errors',
  'absent-more': 'Also mentioned by: ',
  'absent-silent': 'No mention found: ',
}

/** Words about documents that have no counterpart but speak of the matter elsewhere. */
export const w = dictionary<keyof typeof zh>(zh, en)
