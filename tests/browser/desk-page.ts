import type { Page } from 'playwright-core'
import { expect } from 'vitest'

// What tests of the desk do with its page.

/** A short draft with a fault whose remedy is one word. */
export const SHORT = `某市公园管理办法

第一章　总则

第一条　为了加强公园管理，制定本办法。
第二条　本办法适用于本市行政区域内的公园。
第三条　市人民政府应当将公园建设纳入规划的的内容。
第四条　本办法自公布之日起施行。
`

export async function loaded(page: Page): Promise<void> {
  await page.waitForSelector('.desk-privacy.desk-ready')
  await page.waitForSelector('.skeleton .controls')
}

/** Opens a draft and waits for its findings. */
export async function opened(page: Page, name: string, content: string | Uint8Array): Promise<void> {
  await screen(page, '')
  await drop(page, name, content)
  await page.waitForSelector('.desk-check')
  await checked(page)
}

export async function drop(page: Page, name: string, content: string | Uint8Array): Promise<void> {
  await page.setInputFiles('.desk-drop input', {
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(content),
  })
}

export const screen = async (page: Page, name: string) => {
  await page.evaluate(
    address => {
      location.hash = address
    },
    `#/desk${name ? `/${name}` : ''}`,
  )
  await page.waitForSelector(`.desk-${name || 'start'}`)
}

export const status = (page: Page) => page.locator('.desk-findings [role=status]').innerText()
export const checked = (page: Page) => expect.poll(() => status(page)).toMatch(/\d+ 处需要|没有发现|没有认出/)
export const covered = (page: Page) =>
  expect.poll(() => page.locator('.desk-tabs a[href="#/desk/coverage"] .count').count()).toBe(1)
export const draftText = (page: Page) => page.locator('.editor textarea').inputValue()
