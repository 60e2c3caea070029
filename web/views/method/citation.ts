import type { Site } from '../../parts/data.ts'

/** What is cited: the site over one corpus. `url` is null where the page is a file. */
type Cited = Pick<Site, 'title' | 'version' | 'corpus'> & { documents: number; url: string | null }

export interface Citations {
  gb: string
  english: string
  bibtex: string
}

/**
 * How the site is cited: by GB/T 7714—2015 (an electronic data set, DS/OL), in English, and as BibTeX. No date of reading:
 * the page does not know the day; whoever cites puts it in the brackets that wait for it.
 */
export function citationsOf({ title, version, corpus, documents, url }: Cited): Citations {
  const short = corpus.slice(0, 12)
  const [gbPlace, englishPlace] = url ? [`. ${url}`, ` ${url}`] : ['', '']
  return {
    gb: `规鉴. ${title}：${documents}件文件逐条对照[${url ? 'DS/OL' : 'DS'}]. 版本${version}，语料${short}. [引用日期]${gbPlace}.`,
    english: `Guijian 规鉴. ${title}: ${documents} documents compared article by article. Data set, version ${version}, corpus ${short}. [Date of reading].${englishPlace}`,
    bibtex: [
      `@misc{guijian-${short},`,
      '  author = {{Guijian 规鉴}},',
      `  title = {{${inBraces(title)}: ${documents} documents compared article by article}},`,
      `  version = {${version}},`,
      ...(url ? [`  url = {${url}},`] : []),
      `  note = {Data set, version ${version}, corpus ${corpus}}`,
      '}',
    ].join('\n'),
  }
}

// What TeX would take as a command; a brace that is not closed would swallow the rest.
function inBraces(text: string): string {
  return text.replace(/[{}\\]/g, '').replace(/[%&#$_]/g, '\\$&')
}
