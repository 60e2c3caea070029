import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressOf, serve } from '../../scripts/io/serve.ts'

const scratch = mkdtempSync(join(tmpdir(), 'guijian-serve-'))
const site = join(scratch, 'site')
let close = () => {}
let address = ''

beforeAll(async () => {
  mkdirSync(join(site, '数据'), { recursive: true })
  writeFileSync(join(site, 'index.html'), '<p>首页')
  writeFileSync(join(site, '数据', '甲 乙.json'), '{}')
  writeFileSync(join(scratch, 'secret.txt'), 'secret')
  symlinkSync(join(scratch, 'secret.txt'), join(site, 'link.txt'))
  const server = await serve(site, 0)
  close = () => server.close()
  address = addressOf(server)
})

afterAll(() => {
  close()
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

  it('says so when the port is taken', async () => {
    await expect(serve(site, Number(new URL(address).port))).rejects.toThrow(/taken.*--port/)
  })
})
