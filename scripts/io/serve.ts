import { once } from 'node:events'
import { fstatSync, type ReadStream, realpathSync, type Stats, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname, join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { lookup } from 'mrmime'
import sirv, { type RequestHandler } from 'sirv'
import { EXIT, Failure, reasonOf } from './failure.ts'

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
 * Files are read when they are asked for, so a site built anew is served anew, also while it is being replaced. No request,
 * reader or file ends the server. Resolves once it listens.
 */
export async function serve(
  folder: string,
  { port, data, under = '/' }: ServeOptions = {},
): Promise<StaticSite> {
  const shares = [...(data ? [shareOf(data, `${under}data/`)] : []), shareOf(folder, under)]
  const server = createServer((request, response) => {
    answer(shares, request, response).catch(() => breakOff(response))
  })
  await listening(server, port)
  // From now on an error is one of a connection that could not be taken (no descriptor is free): the next can be.
  server.on('error', () => {})
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
    const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
    if (port !== undefined || !isTaken)
      throw new Failure(
        `port ${port ?? USUAL_PORT} ${isTaken ? 'is taken' : `cannot be used (${reasonOf(error)})`}; choose another with --port`,
        EXIT.usage,
        error,
      )
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

async function answer(shares: Share[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader('x-content-type-options', 'nosniff')
  if (!isForUs(request)) return refuse(response, 403)
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405)
  const asked = { url: request.url ?? '/', range: request.headers['if-range'] ? '' : request.headers.range }
  try {
    send(fileOf(shares, asked.url), asked.range, request, response)
  } catch {
    // While a site is being replaced its folder is away for an instant: only what is still missing then is not there.
    await pause(REPLACING_MS)
    send(fileOf(shares, asked.url), asked.range, request, response)
  }
}

const REPLACING_MS = 30

/**
 * Whether the request names this machine as its host. A page of a stranger can have its own name lead here (DNS rebinding)
 * and would read what is served as if it were its own: the browser then sends the stranger's name.
 */
function isForUs({ headers, socket }: IncomingMessage): boolean {
  const named = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::(\d+))?$/i.exec(headers.host ?? '')
  return named !== null && (named[1] === undefined || Number(named[1]) === socket.localPort)
}

/** Lets sirv send the file, by the real path that was found. Throws where it is no longer there. */
function send(found: Found, range = '', request: IncomingMessage, response: ServerResponse): void {
  const { share, file, stats } = found
  request.url = encodeURI(`/${relative(share.root, file).replaceAll(sep, '/')}`)
  request.headers.range = plainRange(range, stats.size)
  response.setHeader('cache-control', 'no-cache')
  response.setHeader('content-type', typeOf(file))
  response
    .removeAllListeners('pipe')
    .once('pipe', (content: ReadStream) => takeOver(content, stats, request, response))
  share.send(request, response, () => {
    throw new Error(`no file: ${file}`)
  })
}

function refuse(response: ServerResponse, status: 403 | 404 | 405): void {
  const headers = { 'content-type': 'text/plain', ...(status === 405 && { allow: 'GET, HEAD' }) }
  response.writeHead(status, headers).end(status === 403 ? 'for this machine only\n' : 'not here\n')
}

/** What cannot be found or read ends its own answer. */
function breakOff(response: ServerResponse): void {
  if (response.headersSent) response.destroy()
  else refuse(response, 404)
}

interface Found {
  share: Share
  file: string
  stats: Stats
}

/**
 * The file that a request names, index.html for a folder; throws for what does not exist or lies outside its folder. Links
 * are followed here, because sirv follows them wherever they lead: it is given the real path.
 */
function fileOf(shares: Share[], url: string): Found {
  const path = decodeURIComponent(url.replace(/[?#].*/, ''))
  const share = shares.find(({ under }) => path.startsWith(under))
  if (!share) throw new Error(`no folder for ${path}`)
  const named = join(share.root, path.slice(share.under.length))
  const file = realpathSync(statSync(named).isDirectory() ? join(named, 'index.html') : named)
  const stats = statSync(file)
  if (!file.startsWith(share.root + sep) || !stats.isFile()) throw new Error(`no file: ${path}`)
  return { share, file, stats }
}

/**
 * A range (RFC 9110 14.1) as sirv reads it rightly: with its first and its last byte, both in the file. Of several ranges, of an
 * end before the start and of the first byte alone sirv makes nothing good: then there is none, and the whole file is the
 * answer, as HTTP allows.
 */
function plainRange(range: string, size: number): string | undefined {
  const [, first, last] = /^bytes=(?=-?\d)(\d*)-(\d*)$/.exec(range) ?? []
  if (first === undefined || last === undefined || (first && last && +last < +first)) return undefined
  const start = first ? +first : Math.max(0, size - +last)
  const end = first && last ? Math.min(+last, size - 1) : size - 1
  // Nothing of the file is asked for: sirv says so of what begins at its end.
  if (start >= size) return `bytes=${size}-`
  return end === 0 && size > 1 ? undefined : `bytes=${start}-${end}`
}

/**
 * Sends what sirv would: all that was announced and nothing else, or the answer breaks off. Between sirv's look at a file and
 * its opening another may have taken its place, and while it is read it may grow or end. The file is closed in any case, also
 * when the reader goes away.
 */
function takeOver(
  content: ReadStream,
  known: Stats,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  content.unpipe(response)
  content.on('error', () => response.destroy())
  if (request.method === 'HEAD') {
    content.destroy()
    response.end()
    return
  }
  content.once('open', descriptor => {
    if (!isSame(fstatSync(descriptor), known)) content.destroy(new Error('another file took its place'))
  })
  pipeline(content, exactly(Number(response.getHeader('content-length'))), response, () => {})
}

function isSame(a: Stats, b: Stats): boolean {
  return a.ino === b.ino && a.size === b.size && a.mtimeMs === b.mtimeMs
}

/** Passes so many bytes on; more or fewer are an error, before anything too much is sent. */
function exactly(length: number): (chunks: AsyncIterable<Buffer>) => AsyncIterable<Buffer> {
  return async function* (chunks) {
    let sent = 0
    for await (const chunk of chunks) {
      sent += chunk.length
      if (sent > length) break
      yield chunk
    }
    if (sent !== length) throw new Error(`${sent} bytes where ${length} were announced`)
  }
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
