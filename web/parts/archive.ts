import { strToU8, zipSync } from 'fflate'
import { t } from '../i18n/index.ts'
import { say } from './copy.ts'
import { LoadError, site, text } from './data.ts'
import { save } from './download.ts'

/** Saves tables and source texts as one zip, with a README that says what is in it. Missing files are left out. */
export async function archive(tables: string[]): Promise<void> {
  const { regulations, title, version, corpus } = await site()
  const files = [...tables, ...regulations.map(each => `sources/${each.id}.txt`)]
  const entries: Record<string, Uint8Array> = {}
  for (const file of files) {
    const content = await text(file).catch(orNull)
    if (content !== null) entries[file] = strToU8(content)
  }
  entries['README.txt'] = strToU8(
    [
      `${title}（规鉴 Guijian ${version}，语料 ${corpus}）`,
      '',
      '每张表的每一列见 datapackage.json。start、end 是 sources/<id>.txt 中以 UTF-16 码元计的半开区间。',
      'Every column of every table is described in datapackage.json. start and end are half-open offsets, in UTF-16 code units, into sources/<id>.txt.',
      '',
      ...Object.keys(entries).sort(),
      '',
    ].join('\r\n'),
  )
  save('guijian.zip', new Blob([zipSync(entries) as Uint8Array<ArrayBuffer>], { type: 'application/zip' }))
  say(t('saved'))
}

function orNull(error: unknown): null {
  if (error instanceof LoadError) return null
  throw error
}
