import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Runs vitest with the arguments given and closes with one line alone, `N passed, N failed` (`, N skipped` may follow),
 * counted from vitest's own report. Ends with vitest's exit code.
 */
const folder = mkdtempSync(join(tmpdir(), 'guijian-test-'))
const report = join(folder, 'report.json')
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit' },
)
const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numFailedTestSuites, success } =
  JSON.parse(readFileSync(report, 'utf8'))
rmSync(folder, { recursive: true })

// A file that could not be loaded has no tests to fail: it counts as one failure.
const failed = Math.max(numFailedTests, success ? 0 : Math.min(1, numFailedTestSuites))
const skipped = numPendingTests + numTodoTests
console.log(`${numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = status ?? 1
