import type { Language } from '../reader/settings.ts'
import { labelIn } from './labels.ts'
import { LICENCE } from './method.ts'

/** A file of the archive; of a document's own file also the document's title. */
export interface PackedFile {
  name: string
  document: string | null
}

/** The README of the archive, line by line: always in both languages, for whoever the archive is passed on to. */
export function archiveReadme(
  { title, version, corpus }: { title: string; version: string; corpus: string },
  files: PackedFile[],
  citations: { gb: string; english: string; bibtex: string },
): string[] {
  const part = (chosen: Language) => {
    const words = README[chosen]
    return [
      words.title.replace('{title}', title),
      '',
      `${words.version} ${version}`,
      `${words.corpus} ${corpus}`,
      '',
      words.files,
      ...files.map(file => `  ${file.name}  ${fileMeaning(file, chosen)}`),
      '',
      ...words.notes,
      '',
      words.citing,
      `  ${chosen === 'en' ? citations.english : citations.gb}`,
      ...(chosen === 'en' ? ['', ...citations.bibtex.split('\n').map(line => `  ${line}`)] : []),
      '',
      words.licence,
      `  ${LICENCE[chosen]}`,
    ]
  }
  return [...part('zh'), '', '-'.repeat(72), '', ...part('en')]
}

function fileMeaning({ name, document }: PackedFile, chosen: Language): string {
  const kind = document === null ? name : name.slice(0, name.indexOf('/') + 1)
  const meaning = labelIn(kind, chosen)
  if (document === null) return meaning
  return chosen === 'en' ? `${document}: ${meaning}` : `《${document}》，${meaning}`
}

const README: Record<
  Language,
  Record<'title' | 'version' | 'corpus' | 'files' | 'citing' | 'licence', string> & { notes: string[] }
> = {
  zh: {
    title: '规鉴（Guijian）：{title}',
    version: '版本',
    corpus: '语料（SHA-256）',
    files: '文件：',
    notes: [
      '每张表的每一列见 datapackage.json。start、end 是 sources/ 中文本以 UTF-16 码元计的半开区间。',
      'CSV 为 UTF-8，带字节顺序标记；空单元格表示缺失；以 = + - @ 开头的文字前加一个撇号。',
    ],
    citing: '怎样引用：',
    licence: '许可：',
  },
  en: {
    title: 'Guijian 规鉴: {title}',
    version: 'Version',
    corpus: 'Corpus (SHA-256)',
    files: 'Files:',
    notes: [
      'Every column of every table is described in datapackage.json. start and end are half-open offsets, in UTF-16 code units, into the texts in sources/.',
      'CSV is UTF-8 with a byte order mark; empty cells are missing values; text that begins with = + - @ has an apostrophe put before it.',
    ],
    citing: 'How to cite:',
    licence: 'Licence:',
  },
}
