import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe finds wrong with the page as it stands: one line for each rule and element. */
export async function complaints(page: Page): Promise<string[]> {
  // Evaluated by the driver, not by the page: the page's Content-Security-Policy stays as it is.
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { violations } = await (
      window as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } }
    ).axe.run()
    interface Violation {
      id: string
      nodes: { target: string[]; failureSummary: string }[]
    }
    return violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(node => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`),
    )
  })
}
