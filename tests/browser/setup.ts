import { browserPath } from '../../scripts/io/browser.ts'

/**
 * Runs once before all tests: the browser in the npm package unpacks itself when it is first asked for, and test files that
 * run side by side must not find it half unpacked.
 */
export default async function setup(): Promise<void> {
  await browserPath()
}
