import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { DIST, visit } from '../../scripts/io/browser.ts'
import { found, searching, statusOf } from './searching.ts'

// The worker that searches and aligns beside the page, with five, 42 and 340 documents.

const { sites, documentsOf, scanAll, fresh, search } = searching([5, 42, 340])

describe('beside the page', () => {
  /** Holds back answers to what the pattern names, until they are let go. */
  async function held(page: Page, pattern: string): Promise<() => void> {
    let release = () => {}
    const released = new Promise<void>(resolve => {
      release = resolve
    })
    await page.context().route(pattern, async route => {
      await released
      await route.continue().catch(() => undefined)
    })
    return release
  }

  test('340 documents: what is known stands and says how far it is, the page answers, and the last count is whole', async () => {
    const { page, errors } = await fresh(340)
    const ids = documentsOf(340).map(({ id }) => id)
    const release = await held(page, `**/regulations/${ids[120]}.json`)
    await visit(page, sites[340]!, '#/search')
    await page.locator('main input').fill('会')
    await expect.poll(() => statusOf(page)).toMatch(/已查 \d+\/340 件.*处/)
    await expect.poll(() => page.locator('.kwic').count()).toBeGreaterThan(10)
    expect(await page.locator('progress').count()).toBe(1)
    // Other words, while the first are still being looked for: only those count.
    await page.locator('main input').fill('会议')
    await expect.poll(() => page.locator('.kwic mark').first().innerText()).toBe('会议')
    await page.locator('.site-nav a[href^="#/method"]').click()
    await page.waitForFunction(
      () => location.hash === '#/method' && document.querySelector('main')?.dataset.address === '#/method',
    )
    await page.goBack()
    await expect.poll(() => statusOf(page)).toMatch(/已查 \d+\/340 件.*处/)
    release()
    expect(await found(page)).toBe(scanAll(340, '会议'))
    expect(await statusOf(page)).not.toContain('已查')
    expect(await page.locator('progress').count()).toBe(0)
    expect(errors).toEqual([])
    await page.context().close()
  })

  test('the page itself loads nothing of what finds words, and its one worker is used again', async () => {
    const { page } = await search(5, '会议')
    await page.locator('main input').fill('会')
    await expect.poll(() => found(page)).toBe(scanAll(5, '会'))
    expect(page.workers()).toHaveLength(1)
    expect(await programsOf(page)).not.toMatch(/concordance-/)
    await page.context().close()
  })

  test('another view that was opened before anything was found is not drawn again when something is', async () => {
    const { page } = await fresh(5)
    await page.route('**/regulations/**', async route => {
      await new Promise(resolve => setTimeout(resolve, 1000))
      await route.continue()
    })
    await visit(page, sites[5]!, '#/numbers')
    const asked = page.waitForRequest('**/regulations/**')
    await page.evaluate(() => {
      location.hash = '#/search?q=会议'
    })
    await asked
    await page.evaluate(() => {
      location.hash = '#/numbers'
    })
    await page.waitForFunction(() => document.querySelector('main')!.dataset.address === '#/numbers')
    const drawn = page.evaluate(async () => {
      let times = 0
      addEventListener('hashchange', () => times++)
      await new Promise(resolve => setTimeout(resolve, 3000))
      return times
    })
    expect(await drawn).toBe(0)
    await page.context().close()
  })

  test('two documents are aligned while the page answers', async () => {
    const [a, b] = documentsOf(42).map(({ id }) => id)
    const { page, errors } = await fresh(42)
    const release = await held(page, '**/lexicon.json')
    await visit(page, sites[42]!, `#/pair/${a}/${b}`)
    const note = () => page.locator('.pair-head [role=status]').innerText()
    await expect.poll(note).toContain('正在逐条比对')
    await page.getByRole('link', { name: '左右对调' }).click()
    await expect.poll(() => page.url()).toContain(`#/pair/${b}/${a}`)
    release()
    await expect.poll(note, { timeout: 20_000 }).toBe('')
    expect(await page.locator('.why').count()).toBeGreaterThan(20)
    expect(await programsOf(page)).not.toMatch(/alignment/)
    expect(page.workers()).toHaveLength(1)
    expect(errors).toEqual([])
    await page.context().close()
  })

  test.each([
    ['a browser has none', (page: Page) => page.addInitScript('delete window.Worker')],
    [
      'its first file cannot be loaded',
      (page: Page) => page.context().route('**/worker-*.js', route => route.abort()),
    ],
    [
      'its program cannot be loaded',
      (page: Page) => page.context().route('**/orders-*.js', route => route.abort()),
    ],
  ])('without a worker, because %s, the page does it itself', async (_, prevent) => {
    const { page } = await fresh(42)
    await prevent(page)
    await visit(page, sites[42]!, '#/search?q=会议')
    expect(await found(page)).toBe(scanAll(42, '会议'))
    expect(await programsOf(page)).toMatch(/concordance-/)
    const [a, b] = documentsOf(42).map(({ id }) => id)
    await visit(page, sites[42]!, `#/pair/${a}/${b}`)
    await expect.poll(() => page.locator('.why').count(), { timeout: 20_000 }).toBeGreaterThan(20)
    await page.context().close()
  })

  test('nothing is imported from the first file of the worker, which Safari would then run twice', () => {
    const files = readdirSync(join(DIST, 'assets')).filter(name => name.endsWith('.js'))
    const first = files.filter(name => name.startsWith('worker-'))
    expect(first).toHaveLength(1)
    const importing = files.filter(name => {
      const code = readFileSync(join(DIST, 'assets', name), 'utf8')
      return code.includes(`from"./${first[0]}"`) || code.includes(`import("./${first[0]}")`)
    })
    expect(importing).toEqual([])
  })

  test('no other address becomes a worker', async () => {
    const { page } = await search(5, '会议')
    const refused = await page.evaluate(() => {
      const attempts = [
        () => new Worker('./assets/other.js'),
        () => new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))),
        () =>
          (
            window as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => void } }
          ).trustedTypes.createPolicy('guijian-worker', {}),
      ]
      return attempts.map(attempt => {
        try {
          attempt()
          return 'allowed'
        } catch (error) {
          return (error as Error).name
        }
      })
    })
    expect(refused).toEqual(['TypeError', 'TypeError', 'TypeError'])
    await page.context().close()
  })

  /** The programs that the page itself has loaded, its worker's not among them. */
  function programsOf(page: Page): Promise<string> {
    return page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter(name => name.endsWith('.js'))
        .join(' '),
    )
  }
})
