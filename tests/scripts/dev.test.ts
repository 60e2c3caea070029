import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// `guijian dev` in a process of its own, over the data that the tests' build made.

const guijian = resolve('scripts/guijian.mjs')
const folders = ['web', 'src', 'build/data', 'dist']
const policy = 'Content-Security-Policy'

let server: ChildProcess
let before: string[]
let address = ''

/** Every file of the project that the server has to do with, and when it was written. */
function state(): string[] {
  return folders
    .flatMap(folder => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(file => `${file} ${statSync(file).mtimeMs}`)
    .sort()
}

beforeAll(async () => {
  before = state()
  server = spawn(process.execPath, [guijian, 'dev', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const said of server.stdout!) {
    address = /http:\/\/127\.0\.0\.1:\d+\//.exec(String(said))?.[0] ?? ''
    break
  }
})

afterAll(() => {
  server.kill()
})

describe('guijian dev', () => {
  it('serves the page from its source, without the policy that the built page has', async () => {
    const page = await (await fetch(address)).text()
    expect(page).toContain('src="/@vite/client"')
    expect(page).toContain('src="./main.ts"')
    expect(page).not.toContain(policy)
    expect(readFileSync('dist/index.html', 'utf8')).toContain(policy)
  })

  it('gives views as the browser can run them', async () => {
    const view = await fetch(`${address}views/compare/compare.ts`)
    expect(view.headers.get('content-type')).toContain('javascript')
    const code = await view.text()
    expect(code).toContain('export const view')
    expect(code).not.toContain('import type')
  })

  it('gives data as it was built, and no page in the place of what is not there', async () => {
    const index = await fetch(`${address}data/site/index.json`)
    expect(await index.text()).toBe(readFileSync('build/data/site/index.json', 'utf8'))
    expect((await fetch(`${address}data/site/nothing.json`)).status).toBe(404)
  })

  it('answers only who asks for this machine by its name', async () => {
    const { hostname, port } = new URL(address)
    const statusFor = (host: string): Promise<number | undefined> =>
      new Promise(resolve => {
        get({ hostname, port, headers: { host } }, response => resolve(response.resume().statusCode))
      })
    expect(await Promise.all(['example.com', `localhost.example.com:${port}`].map(statusFor))).toEqual([
      403, 403,
    ])
    expect(await statusFor(`localhost:${port}`)).toBe(200)
  })

  it('says so when the port is taken', () => {
    const { port } = new URL(address)
    const run = spawnSync(process.execPath, [guijian, 'dev', '--port', port], { encoding: 'utf8' })
    expect([run.status, run.stderr]).toEqual([
      2,
      `guijian: port ${port} is taken; choose another with --port\n`,
    ])
  })

  it('ends, and has changed no file', async () => {
    const ended = once(server, 'exit')
    server.kill()
    await ended
    await expect(fetch(address)).rejects.toThrow()
    expect(state()).toEqual(before)
  })

  it('names the remedy where no data was built', () => {
    const cwd = mkdtempSync(join(tmpdir(), 'guijian-dev-'))
    const run = spawnSync(process.execPath, [guijian, 'dev'], { cwd, encoding: 'utf8' })
    rmSync(cwd, { recursive: true })
    expect(run.status).toBe(1)
    expect(run.stderr).toMatch(/^guijian: build\/data: .*npm run data.*\n$/)
  })
})
