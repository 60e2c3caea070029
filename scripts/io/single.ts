import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import type { OutputFile } from '../../src/tables/site.ts'
import { deskFiles } from './desk-files.ts'
import { inProgram } from './program.ts'

/**
 * Writes the whole site, data included, as one html file that opens from disk without a server and asks for nothing:
 * for mailing. The data stands in the page gzipped; the Content-Security-Policy names the two inline parts by their hash.
 */
export async function buildSingle(data: OutputFile[], out: string): Promise<void> {
  const { script, style, html } = await bundle()
  writeFileSync(out, assemble(html, script, style, embedded([...data, ...deskFiles()])))
}

async function bundle(): Promise<{ script: string; style: string; html: string }> {
  const { output } = (await build({
    configFile: inProgram('vite.config.ts'),
    logLevel: 'error',
    publicDir: false,
    build: { write: false, cssCodeSplit: false, rolldownOptions: { output: { codeSplitting: false } } },
  })) as Rolldown.RolldownOutput
  const script = output.find(part => part.type === 'chunk')!.code
  const asset = (ending: string) =>
    output
      .filter(part => part.type === 'asset' && part.fileName.endsWith(ending))
      .map(part => String((part as Rolldown.OutputAsset).source))
      .join('\n')
  return { script: inScript(script), style: asset('.css'), html: asset('.html') }
}

// Inside a script element these two would end it, or hide its end, wherever they stand in the program's strings.
function inScript(code: string): string {
  return code.replaceAll('</script', '<\\/script').replaceAll('<!--', '\\x3C!--')
}

// The whole in other forms: whoever has the page can have these from the tables.
const LEFT_OUT = /^(guijian(\.schema)?\.json|akn\/.*|site\/differences\.json)$/

function embedded(files: OutputFile[]): string[] {
  return files
    .filter(({ path }) => !LEFT_OUT.test(path))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, content }) => embed(path, content))
}

function embed(name: string, content: string | Uint8Array): string {
  const packed = gzipSync(content, { level: 9 }).toString('base64')
  return `<script type="text/plain" data-file="${name.replace(/["&<>]/g, '')}">${packed}</script>`
}

function assemble(html: string, script: string, style: string, data: string[]): string {
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ')
  // Replaced by functions: a dollar sign in the program must stay a dollar sign.
  return html
    .replace(/(http-equiv="Content-Security-Policy" content=")[^"]*/, (_, head: string) => head + policy)
    .replace(/\s*<script type="module"[^>]*><\/script>/, '')
    .replace(/\s*<link rel="(?:stylesheet|modulepreload)"[^>]*>/g, '')
    .replace('</head>', () => `<style>${style}</style></head>`)
    .replace('</body>', () => `${data.join('\n')}\n<script type="module">${script}</script></body>`)
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
