import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { get } from 'node:http'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// A server in a process of its own that may hold 200 files and connections open: what leaks one each time ends it soon.

const scratch = mkdtempSync(join(tmpdir(), 'guijian-serve-endures-'))
const site = join(scratch, 'site')
let server: ChildProcess
let address = ''

beforeAll(async () => {
  mkdirSync(site)
  writeFileSync(join(site, 'index.html'), '<p>首页')
  writeFileSync(join(site, 'large.txt'), '')
  truncateSync(join(site, 'large.txt'), 50_000_000)
  const command = 'ulimit -n 200; exec "$0" --import tsx tests/support/serving.ts "$1"'
  server = spawn('bash', ['-c', command, process.execPath, site], { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const said of server.stdout!) {
    address = String(said).trim()
    break
  }
})

afterAll(() => {
  server.kill()
  rmSync(scratch, { recursive: true })
})

/** Whether the process runs still and answers, also a whole file. */
async function stillAnswers(): Promise<void> {
  expect(server.exitCode ?? server.signalCode).toBe(null)
  expect(await (await fetch(address)).text()).toBe('<p>首页')
}

function openFiles(): number {
  return readdirSync(`/proc/${server.pid}/fd`).length
}

/** A connection that has sent this; what comes back is for the caller to read. */
function sent(text: string): Socket {
  const { hostname, port } = new URL(address)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => {})
  socket.write(text)
  return socket
}

/** The first line that the server answers to this. */
async function statusOf(text: string): Promise<string> {
  const socket = sent(text)
  const [chunk] = (await Promise.race([once(socket, 'data'), once(socket, 'close')])) as [unknown]
  socket.destroy()
  return String(chunk).split('\r\n')[0]!
}

/** Asks for the large file and goes away once it has begun to come. */
function abandon(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = get(`${address}large.txt`, { agent: false }, response => {
      response.once('data', () => request.destroy())
      response.once('close', () => resolve())
      response.on('error', () => {})
    })
    request.on('error', error =>
      (error as NodeJS.ErrnoException).code === 'ECONNRESET' ? resolve() : reject(error),
    )
  })
}

const REQUEST = 'GET / HTTP/1.1\r\nHost: localhost\r\n'

describe('the static server outlives', () => {
  it.skipIf(!existsSync('/proc/self/fd'))(
    '300 readers who go away, and keeps none of their files',
    async () => {
      const before = openFiles()
      for (let round = 0; round < 30; round++) await Promise.all(Array.from({ length: 10 }, abandon))
      await expect.poll(openFiles).toBeLessThanOrEqual(before + 2)
      await stillAnswers()
    },
  )

  it('more connections than it may have files', async () => {
    const sockets = Array.from({ length: 400 }, () => sent(REQUEST))
    await pause(300)
    for (const socket of sockets) socket.destroy()
    await expect.poll(() => fetch(address).then(({ status }) => status, String)).toBe(200)
    await stillAnswers()
  })

  it('more slow readers than it may have files', async () => {
    const sockets = Array.from({ length: 150 }, () =>
      sent('GET /large.txt HTTP/1.1\r\nHost: localhost\r\n\r\n').pause(),
    )
    await pause(300)
    for (const socket of sockets) socket.destroy()
    await expect.poll(() => fetch(address).then(({ status }) => status, String)).toBe(200)
    await stillAnswers()
  })

  it.each([
    ['no HTTP', 'nonsense\r\n\r\n', /^HTTP\/1.1 400 /],
    ['bytes of another protocol', '\x16\x03\x01\0\xa5\x01\0\0\xa1\x03\x03\r\n\r\n', /^HTTP\/1.1 400 /],
    ['no method', ' / HTTP/1.1\r\n\r\n', /^HTTP\/1.1 400 /],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', /^HTTP\/1.1 400 /],
    ['a header without a name', `${REQUEST}: x\r\n\r\n`, /^HTTP\/1.1 400 /],
    ['huge headers', `${REQUEST}X: ${'x'.repeat(100_000)}\r\n\r\n`, /^HTTP\/1.1 431 /],
    ['a huge path', `GET /${'x'.repeat(10_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`, /^HTTP\/1.1 404 /],
    ['another method', 'DELETE / HTTP/1.1\r\nHost: localhost\r\n\r\n', /^HTTP\/1.1 405 /],
    ['a tunnel', 'CONNECT example.com:443 HTTP/1.1\r\nHost: localhost\r\n\r\n', /^false$/],
    ['another address', 'GET http://example.com/ HTTP/1.1\r\nHost: localhost\r\n\r\n', /^HTTP\/1.1 404 /],
    [
      'a request in a request',
      `${REQUEST}Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n`,
      /^HTTP\/1.1 200 /,
    ],
    ['two requests at once', `${REQUEST}\r\n${REQUEST}\r\n`, /^HTTP\/1.1 200 /],
    ['a body', `${REQUEST}Content-Length: 5\r\n\r\nhello`, /^HTTP\/1.1 200 /],
    ['a body of wrong pieces', `${REQUEST}Transfer-Encoding: chunked\r\n\r\nzz\r\n`, /^HTTP\/1.1 (200|400) /],
  ])('%s', async (_, text, status) => {
    expect(await statusOf(text)).toMatch(status)
    await stillAnswers()
  })

  it('HEAD of a large file, again and again on one connection', async () => {
    const socket = sent('HEAD /large.txt HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(50))
    let answers = ''
    socket.on('data', chunk => {
      answers += chunk
    })
    await expect.poll(() => answers.match(/HTTP\/1.1 200 OK/g)?.length).toBe(50)
    expect(answers).not.toContain('\0')
    socket.destroy()
    await stillAnswers()
  })
})

describe('a site that is replaced while it is read', () => {
  const CONTENTS = ['old '.repeat(60_000), 'newer '.repeat(50_000)]

  /** Puts the site anew in its place as a build does: the old folder aside, the new one there, the old one removed. */
  function replace(round: number): void {
    const [fresh, aside] = [join(scratch, 'fresh'), join(scratch, 'aside')]
    mkdirSync(fresh)
    writeFileSync(join(fresh, 'index.html'), '<p>首页')
    writeFileSync(join(fresh, 'page.txt'), CONTENTS[round % 2]!)
    renameSync(site, aside)
    renameSync(fresh, site)
    rmSync(aside, { recursive: true })
  }

  it('comes wholly old or wholly new, or breaks off', async () => {
    let isDone = false
    const seen = { old: 0, new: 0, none: 0, other: 0 }
    const readOn = async () => {
      while (!isDone) {
        const text = await fetch(`${address}page.txt`)
          .then(response => (response.status === 404 ? '' : response.text()))
          .catch(() => '')
        seen[text === CONTENTS[0] ? 'old' : text === CONTENTS[1] ? 'new' : text === '' ? 'none' : 'other']++
      }
    }
    replace(0)
    const readers = Array.from({ length: 6 }, readOn)
    for (let round = 1; round <= 200 || seen.old < 50 || seen.new < 50; round++) {
      replace(round)
      await pause(3)
    }
    isDone = true
    await Promise.all(readers)
    expect(seen.other).toBe(0)
    await stillAnswers()
  })
})
