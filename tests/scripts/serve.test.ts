import { once } from 'node:events'
import fs, {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  type ReadStream,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { get, Server } from 'node:http'
import { syncBuiltinESMExports } from 'node:module'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { serve } from '../../scripts/io/serve.ts'

const scratch = mkdtempSync(join(tmpdir(), 'guijian-serve-'))
const site = join(scratch, 'site')
let close = async () => {}
let address = ''

beforeAll(async () => {
  mkdirSync(join(site, '数据'), { recursive: true })
  writeFileSync(join(site, 'index.html'), '<p>首页')
  writeFileSync(join(site, '数据', '甲 乙.json'), '{}')
  writeFileSync(join(scratch, 'secret.txt'), 'secret')
  symlinkSync(join(scratch, 'secret.txt'), join(site, 'link.txt'))
  const { url, close: end } = await serve(site, { port: 0 })
  close = end
  address = url
})

afterAll(async () => {
  await close()
  rmSync(scratch, { recursive: true })
})

/** Sends a path as it is: fetch would tidy `..` away before it reaches the server. */
function raw(path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(address)
  return new Promise(resolve => {
    get({ hostname, port, path }, response => resolve(response.resume().statusCode))
  })
}

describe('the static server', () => {
  it('gives a folder its index.html, with type and length', async () => {
    const response = await fetch(`${address}?lang=en`)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await response.text()).toBe('<p>首页')
  })

  it('finds names of any script', async () => {
    const response = await fetch(`${address}数据/甲 乙.json`)
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(await response.json()).toEqual({})
  })

  it.each([
    ['a.js', 'text/javascript; charset=utf-8'],
    ['a.csv', 'text/csv; charset=utf-8'],
    ['a.xml', 'text/xml; charset=utf-8'],
    ['a.svg', 'image/svg+xml'],
    ['a.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['a.unknown', 'application/octet-stream'],
  ])('gives %s its type', async (name, type) => {
    writeFileSync(join(site, name), '')
    expect((await fetch(`${address}${name}`)).headers.get('content-type')).toBe(type)
  })

  it('says 404 for what is not there, and never leaves its folder', async () => {
    const paths = [
      '/nothing',
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/link.txt',
      '/%E0%A4%A',
      '/%00',
    ]
    expect(await Promise.all(paths.map(raw))).toEqual(paths.map(() => 404))
  })

  it('answers HEAD without a body and refuses other methods', async () => {
    const head = await fetch(address, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect((await fetch(address, { method: 'POST' })).status).toBe(405)
  })

  it('says so when the port is taken, or not for us', async () => {
    await expect(serve(site, { port: Number(new URL(address).port) })).rejects.toThrow(/taken.*--port/)
    vi.spyOn(Server.prototype, 'listen').mockImplementationOnce(function (this: Server) {
      process.nextTick(() =>
        this.emit('error', Object.assign(new Error('listen EACCES'), { code: 'EACCES' })),
      )
      return this
    })
    onTestFinished(() => void vi.restoreAllMocks())
    await expect(serve(site, { port: 80 })).rejects.toThrow(
      'port 80 cannot be used (permission denied); choose another with --port',
    )
  })

  it('outlives a connection that cannot be taken', async () => {
    const listen = vi.spyOn(Server.prototype, 'listen')
    onTestFinished(() => void vi.restoreAllMocks())
    const { url, close } = await serve(site, { port: 0 })
    onTestFinished(close)
    // As node tells it where the system has no descriptor left.
    ;(listen.mock.contexts[0] as Server).emit('error', new Error('accept ENFILE'))
    expect((await fetch(url)).status).toBe(200)
  })

  it('sends a file again only when it has changed', async () => {
    const file = join(site, 'changing.txt')
    writeFileSync(file, 'before')
    const first = await fetch(`${address}changing.txt`)
    const headers = { 'if-none-match': first.headers.get('etag')! }
    const again = await fetch(`${address}changing.txt`, { headers })
    expect([first.status, await first.text()]).toEqual([200, 'before'])
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect(first.headers.get('cache-control')).toBe('no-cache')
    expect(again.headers.get('x-content-type-options')).toBe('nosniff')
    // As a build does: a new file in the place of the old, which may still be under way.
    rmSync(file)
    writeFileSync(file, 'and afterwards')
    const changed = await fetch(`${address}changing.txt`, { headers })
    expect([changed.status, await changed.text()]).toEqual([200, 'and afterwards'])
  })

  it('sends a part of a file, and all of it for a range that it does not know', async () => {
    writeFileSync(join(site, 'digits.txt'), '0123456789')
    const part = async (range: string, more: Record<string, string> = {}) => {
      const response = await fetch(`${address}digits.txt`, { headers: { range, ...more } })
      return [response.status, await response.text(), response.headers.get('content-range')]
    }
    expect(await part('bytes=2-5')).toEqual([206, '2345', 'bytes 2-5/10'])
    expect(await part('bytes=7-')).toEqual([206, '789', 'bytes 7-9/10'])
    expect(await part('bytes=7-99')).toEqual([206, '789', 'bytes 7-9/10'])
    expect(await part(`bytes=1-${'9'.repeat(400)}`)).toEqual([206, '123456789', 'bytes 1-9/10'])
    expect(await part('bytes=9-9')).toEqual([206, '9', 'bytes 9-9/10'])
    expect(await part('bytes=-3')).toEqual([206, '789', 'bytes 7-9/10'])
    expect(await part('bytes=-99')).toEqual([206, '0123456789', 'bytes 0-9/10'])
    for (const range of ['bytes=10-', 'bytes=10-12', 'bytes=-0', `bytes=${'9'.repeat(400)}-`])
      expect(await part(range), range).toEqual([416, '', 'bytes */10'])
    const whole = [200, '0123456789', null]
    for (const range of [
      'bytes=5-2',
      'bytes=12-10',
      'bytes=0-0',
      'bytes=0-1,4-5',
      'bytes=-',
      'bytes=a-b',
      'x',
    ])
      expect(await part(range), range).toEqual(whole)
    expect(await part('bytes=2-5', { 'if-range': '"another"' })).toEqual(whole)
    writeFileSync(join(site, 'digits.txt'), '7')
    expect(await part('bytes=0-0')).toEqual([206, '7', 'bytes 0-0/1'])
    writeFileSync(join(site, 'digits.txt'), '')
    expect(await part('bytes=-3')).toEqual([416, '', 'bytes */0'])
  })

  it('answers only who asks for this machine by its name', async () => {
    const { hostname, port } = new URL(address)
    const statusFor = (host: string): Promise<number | undefined> =>
      new Promise(resolve => {
        get({ hostname, port, headers: { host } }, response => resolve(response.resume().statusCode))
      })
    const names = ['localhost', '127.0.0.1', '[::1]', 'LOCALHOST']
    for (const name of [...names, ...names.map(name => `${name}:${port}`)])
      expect(await statusFor(name), name).toBe(200)
    const strangers = [
      'example.com',
      `example.com:${port}`,
      `localhost.example.com:${port}`,
      `127.0.0.1.example.com`,
      `localhost:${Number(port) + 1}`,
      'localhost:',
      '127.0.0.2',
      '0.0.0.0',
      '::1',
      'example.com, localhost',
      'example.com@localhost',
    ]
    for (const name of strangers) expect(await statusFor(name), name).toBe(403)
    const socket = connect(Number(port), hostname).end('GET / HTTP/1.0\r\n\r\n')
    const [withoutName] = await once(socket, 'data')
    expect(String(withoutName)).toMatch(/^HTTP\/1.1 403 [\s\S]*\r\n\r\nfor this machine only\n$/)
  })

  it('puts another folder in the place of data/, and the site under any path', async () => {
    const other = join(scratch, 'other')
    mkdirSync(other)
    writeFileSync(join(other, 'words.txt'), 'of the other')
    writeFileSync(join(site, 'page.txt'), 'of the site')
    const both = await serve(site, { port: 0, data: other, under: '/some/folder/' })
    onTestFinished(both.close)
    const [page, words] = await Promise.all(
      ['page.txt', 'data/words.txt'].map(async name => (await fetch(`${both.url}${name}`)).text()),
    )
    expect([page, words]).toEqual(['of the site', 'of the other'])
    const { origin } = new URL(both.url)
    expect((await fetch(`${origin}/page.txt`)).status).toBe(404)
    expect((await fetch(`${both.url}data/page.txt`)).status).toBe(404)
  })
})

describe('a file that breaks off', () => {
  /** Keeps the streams that files are read by; `broken` ones fail after their first bytes. */
  function watchStreams(broken: boolean): ReadStream[] {
    const streams: ReadStream[] = []
    const { createReadStream } = fs
    vi.spyOn(fs, 'createReadStream').mockImplementation((...given) => {
      const stream = createReadStream(...given)
      if (broken) stream.once('data', () => stream.destroy(new Error('the disk fails')))
      streams.push(stream)
      return stream
    })
    // sirv has the function by its name in node:fs.
    syncBuiltinESMExports()
    onTestFinished(() => {
      vi.restoreAllMocks()
      syncBuiltinESMExports()
    })
    return streams
  }

  beforeAll(() => writeFileSync(join(site, 'large.txt'), 'x'.repeat(20_000_000)))

  it('ends its own answer and not the server', async () => {
    const streams = watchStreams(true)
    await expect(fetch(`${address}large.txt`).then(response => response.text())).rejects.toThrow()
    expect(streams).toHaveLength(1)
    vi.restoreAllMocks()
    syncBuiltinESMExports()
    expect((await fetch(address)).status).toBe(200)
  })

  it('is closed when its reader goes away', async () => {
    const streams = watchStreams(false)
    const leaving = new AbortController()
    const response = await fetch(`${address}large.txt`, { signal: leaving.signal })
    expect(response.status).toBe(200)
    leaving.abort()
    await expect
      .poll(() => streams.map(stream => [stream.destroyed, stream.bytesRead < 20_000_000]))
      .toEqual([[true, true]])
    expect((await fetch(address)).status).toBe(200)
  })
})

describe('a file that changes while it is asked for', () => {
  const file = join(site, 'page.txt')
  const CONTENT = 'a'.repeat(500_000)

  /** Has the disk do something else first, once, whenever the function of this name is called. */
  function meanwhile(name: 'createReadStream' | 'realpathSync', deed: () => void): void {
    const real = fs[name] as (...given: unknown[]) => unknown
    const again = () => {
      vi.restoreAllMocks()
      syncBuiltinESMExports()
    }
    vi.spyOn(fs, name).mockImplementationOnce(((...given: unknown[]) => {
      again()
      deed()
      return real(...given)
    }) as never)
    syncBuiltinESMExports()
    onTestFinished(again)
  }

  const answer = () => fetch(`${address}page.txt`).then(response => response.text())

  beforeEach(() => writeFileSync(file, CONTENT))

  it.each([
    ['another of its size', () => replaceBy('b'.repeat(500_000))],
    ['a longer one', () => replaceBy('b'.repeat(500_001))],
    ['a shorter one', () => replaceBy('b')],
    ['none', () => rmSync(file)],
  ])('breaks off where %s has taken its place', async (_, deed) => {
    meanwhile('createReadStream', deed)
    await expect(answer()).rejects.toThrow()
    expect((await fetch(address)).status).toBe(200)
  })

  function replaceBy(content: string): void {
    rmSync(file)
    writeFileSync(file, content)
  }

  it.each([
    ['grows', () => appendFileSync(file, 'more')],
    ['ends early', () => truncateSync(file, 100_000)],
  ])('breaks off where it %s while it is read', async (_, deed) => {
    const { createReadStream } = fs
    vi.spyOn(fs, 'createReadStream').mockImplementationOnce((...given) =>
      createReadStream(...given).once('data', deed),
    )
    syncBuiltinESMExports()
    onTestFinished(() => {
      vi.restoreAllMocks()
      syncBuiltinESMExports()
    })
    await expect(answer()).rejects.toThrow()
    expect((await fetch(address)).status).toBe(200)
  })

  it('is looked for once more where it is away for an instant', async () => {
    meanwhile('realpathSync', () => {
      throw Object.assign(new Error('no such file'), { code: 'ENOENT' })
    })
    expect(await answer()).toBe(CONTENT)
  })
})
