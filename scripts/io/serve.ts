import { once } from 'node:events'
import { createReadStream, existsSync, realpathSync, statSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { extname, join, resolve, sep } from 'node:path'
import { EXIT, Failure } from './failure.ts'

const USUAL_PORT = 8017

/**
 * Serves a folder of static files on this machine only, as any file server would: no configuration, no rewriting.
 * Resolves once it listens. Without a port the usual one is taken, or a free one when another program has that.
 */
export async function serve(folder: string, port?: number): Promise<Server> {
  const root = realpathSync(resolve(folder))
  const server = createServer((request, response) =>
    answer(root, request.method, request.url ?? '/', response),
  )
  try {
    return await listening(server, port ?? USUAL_PORT)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    if (port === undefined) return listening(server, 0)
    throw new Failure(`port ${port} is taken; choose another with --port`, EXIT.usage)
  }
}

async function listening(server: Server, port: number): Promise<Server> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return server
}

/** Where a server listens: http://127.0.0.1:5173/ */
export function addressOf(server: Server): string {
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error(`server listens nowhere: ${address}`)
  return `http://127.0.0.1:${address.port}/`
}

function answer(root: string, method: string | undefined, url: string, response: ServerResponse): void {
  const reading = method === 'GET' || method === 'HEAD'
  const file = reading ? fileOf(root, url) : null
  if (file) send(file, method === 'HEAD', response)
  else response.writeHead(reading ? 404 : 405, { 'content-type': 'text/plain' }).end('not here\n')
}

function send(file: string, headOnly: boolean, response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-length': statSync(file).size,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  })
  if (headOnly) response.end()
  else createReadStream(file).pipe(response)
}

/** The file that a request names, index.html for a folder; null for what does not exist or lies outside the root. */
function fileOf(root: string, url: string): string | null {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*/, ''))
    const named = join(root, path)
    const file = existsSync(named) && statSync(named).isDirectory() ? join(named, 'index.html') : named
    const real = realpathSync(file)
    return real.startsWith(root + sep) && statSync(real).isFile() ? real : null
  } catch {
    return null
  }
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
  '.zip': 'application/zip',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}
