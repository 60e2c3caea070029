import type { Word } from './lexicon.ts'

/** A body of government that was renamed or merged; the reform of 2018 unless another year stands. Folded text. */
export interface RenamedBody extends Word {
  /** The name now; a note only, since a city may keep a body that the state gave up. */
  now: string
  since: string
}

export const RENAMED_BODIES: RenamedBody[] = [
  { word: '法制办公室', now: '司法行政部门（司法局）', since: '2018', not: '人大法制办公室' },
  { word: '法制办', now: '司法行政部门（司法局）', since: '2018', not: '法制办公' },
  { word: '法制机构', now: '司法行政部门、合法性审核机构', since: '2018', not: '部门法制机构' },
  { word: '工商行政管理', now: '市场监督管理', since: '2018' },
  { word: '工商局', now: '市场监督管理局', since: '2018' },
  { word: '质量技术监督', now: '市场监督管理', since: '2018' },
  { word: '质监局', now: '市场监督管理局', since: '2018' },
  { word: '食品药品监督', now: '市场监督管理、药品监督管理', since: '2018' },
  { word: '国土资源', now: '自然资源', since: '2018', why: '国土资源部门; as a word for land it is old too' },
  { word: '国土局', now: '自然资源局', since: '2018' },
  { word: '卫生和计划生育', now: '卫生健康', since: '2018' },
  { word: '卫生计生', now: '卫生健康', since: '2018' },
  { word: '卫计委', now: '卫生健康委员会', since: '2018' },
  { word: '环境保护局', now: '生态环境局', since: '2018', not: '生态环境保护局' },
  { word: '环保局', now: '生态环境局', since: '2018' },
  { word: '环境保护行政主管', now: '生态环境主管', since: '2018', not: '生态环境保护行政主管' },
  { word: '旅游发展委员会', now: '文化和旅游部门', since: '2018' },
  { word: '旅游局', now: '文化和旅游局', since: '2018', not: '和旅游局 文化旅游局' },
  { word: '文化广电新闻出版', now: '文化和旅游、新闻出版', since: '2018' },
  {
    word: '安全生产监督管理',
    now: '应急管理',
    since: '2018',
    not: '安全生产监督管理职责 安全生产监督管理工作',
  },
  { word: '安监局', now: '应急管理局', since: '2018' },
  { word: '农牧局', now: '农业农村局', since: '2018' },
  { word: '农业局', now: '农业农村局', since: '2018' },
  { word: '林业局', now: '林业和草原局（自然资源局）', since: '2018' },
  { word: '监察局', now: '监察委员会', since: '2018' },
  { word: '行政监察机关', now: '监察机关', since: '2018' },
  { word: '粮食局', now: '粮食和物资储备局', since: '2018' },
  { word: '物价局', now: '发展和改革委员会、市场监督管理局', since: '2018' },
  { word: '地方税务', now: '税务', since: '2018' },
  { word: '国家税务局、地方税务局', now: '税务局', since: '2018' },
  { word: '规划局', now: '自然资源和规划局', since: '2018', not: '和规划局 资源规划局' },
  { word: '城市规划行政主管', now: '自然资源主管、城乡规划主管', since: '2018' },
  { word: '金融工作办公室', now: '地方金融管理部门', since: '2023' },
  { word: '地方金融监督管理局', now: '地方金融管理局', since: '2023' },
  { word: '银行业监督管理机构', now: '金融监督管理机构', since: '2023' },
  { word: '银监局', now: '金融监督管理局', since: '2023' },
  { word: '银保监', now: '金融监督管理', since: '2023' },
  { word: '扶贫办', now: '乡村振兴部门（农业农村部门）', since: '2021' },
  { word: '乡村振兴局', now: '农业农村局', since: '2023' },
]
