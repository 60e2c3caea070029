import { once } from 'node:events'
import { existsSync, realpathSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname, join, relative, sep } from 'node:path'
import type { Readable } from 'node:stream'
import { lookup } from 'mrmime'
import sirv, { type RequestHandler } from 'sirv'
import { EXIT, Failure } from './failure.ts'

const USUAL_PORT = 8017

export interface StaticSite {
  /** Address of the folder, with a slash at the end: http://127.0.0.1:8017/ */
  url: string
  close: () => Promise<void>
}

interface ServeOptions {
  /** Without one the usual port is taken, or a free one when another program has that; 0 is any free one. */
  port?: number | undefined
  /** A folder that stands in the place of the folder's own `data/`: the same page over another corpus. */
  data?: string | undefined
  /** The path that the folder has on the server, with a slash at both ends. */
  under?: string
}

/**
 * Serves a folder of static files on this machine only, as any file server would: no configuration, no rewriting.
 * Files are read when they are asked for, so a site built anew is served anew. Resolves once it listens.
 */
export async function serve(
  folder: string,
  { port, data, under = '/' }: ServeOptions = {},
): Promise<StaticSite> {
  const shares = [...(data ? [shareOf(data, `${under}data/`)] : []), shareOf(folder, under)]
  const server = createServer((request, response) => answer(shares, request, response))
  await listening(server, port)
  return { url: `${addressOf(server)}${under}`, close: () => closed(server) }
}

/** A folder that is served, and the path that it has on the server. */
interface Share {
  root: string
  under: string
  send: RequestHandler
}

function shareOf(folder: string, under: string): Share {
  const root = realpathSync(folder)
  // `dev` has sirv look at the disk for each request; without it, it serves what stood there at the start.
  return { root, under, send: sirv(root, { dev: true, etag: true, extensions: [] }) }
}

async function listening(server: Server, port: number | undefined): Promise<void> {
  try {
    await listen(server, port ?? USUAL_PORT)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    if (port !== undefined) throw new Failure(`port ${port} is taken; choose another with --port`, EXIT.usage)
    await listen(server, 0)
  }
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
}

function addressOf(server: Server): string {
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error(`server listens nowhere: ${address}`)
  return `http://127.0.0.1:${address.port}`
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise(resolve => server.close(() => resolve()))
}

function answer(shares: Share[], request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('x-content-type-options', 'nosniff')
  const reading = request.method === 'GET' || request.method === 'HEAD'
  const found = reading ? fileOf(shares, request.url ?? '/') : null
  if (found) send(found, request, response)
  else refuse(response, reading ? 404 : 405)
}

/** Lets sirv send the file, by the real path that was found. */
function send({ share, file }: Found, request: IncomingMessage, response: ServerResponse): void {
  request.url = encodeURI(`/${relative(share.root, file).replaceAll(sep, '/')}`)
  if (!isPlainRange(request)) delete request.headers.range
  response.setHeader('cache-control', 'no-cache')
  response.setHeader('content-type', typeOf(file))
  response.on('pipe', (content: Readable) => guard(content, response))
  share.send(request, response, () => refuse(response, 404))
}

function refuse(response: ServerResponse, status: 404 | 405): void {
  const headers = { 'content-type': 'text/plain', ...(status === 405 && { allow: 'GET, HEAD' }) }
  response.writeHead(status, headers).end('not here\n')
}

interface Found {
  share: Share
  file: string
}

/**
 * The file that a request names, index.html for a folder; null for what does not exist or lies outside its folder. Links
 * are followed here, because sirv follows them wherever they lead: it is given the real path.
 */
function fileOf(shares: Share[], url: string): Found | null {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*/, ''))
    const share = shares.find(({ under }) => path.startsWith(under))
    if (!share) return null
    const named = join(share.root, path.slice(share.under.length))
    const isFolder = existsSync(named) && statSync(named).isDirectory()
    const file = realpathSync(isFolder ? join(named, 'index.html') : named)
    return file.startsWith(share.root + sep) && statSync(file).isFile() ? { share, file } : null
  } catch {
    return null
  }
}

/**
 * Whether sirv answers this range rightly. Others (the last bytes, several ranges, an end before the start, one that holds
 * only for a certain version) it misreads or breaks at: without them the whole file is the answer, as HTTP allows.
 */
function isPlainRange({ headers }: IncomingMessage): boolean {
  const [, start, end] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(headers.range ?? '') ?? []
  return start !== undefined && !headers['if-range'] && (!end || (+end > 0 && +start <= +end))
}

/** A file that breaks off ends its own answer, not the server; a reader who goes away leaves no file open. */
function guard(content: Readable, response: ServerResponse): void {
  content.on('error', () => response.destroy())
  response.on('close', () => content.destroy())
}

function typeOf(file: string): string {
  const type = OFFICE[extname(file)] ?? lookup(file) ?? 'application/octet-stream'
  return /^text\/|\/(json|xml)$/.test(type) ? `${type}; charset=utf-8` : type
}

// Not in the table of types that sirv brings along.
const OFFICE: Record<string, string> = {
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}
