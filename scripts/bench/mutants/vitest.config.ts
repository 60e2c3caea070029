import { readFileSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { defineConfig } from 'vitest/config'
import type { Reporter, TestModule, TestSequencer, TestSpecification } from 'vitest/node'

/** What became of a test file: how long it took, and the first test that failed. */
export interface FileRun {
  file: string
  milliseconds: number
  failed: string | null
}

// Told by scripts/bench/mutants.ts: test files in the order they are to run, and where to write what became of them.
const order: string[] = JSON.parse(readFileSync('mutants-order.json', 'utf8'))

class AsTold implements TestSequencer {
  shard(files: TestSpecification[]): TestSpecification[] {
    return files
  }
  sort(files: TestSpecification[]): TestSpecification[] {
    const place = ({ moduleId }: TestSpecification) => order.indexOf(relative('.', moduleId))
    return files.toSorted((a, b) => place(a) - place(b))
  }
}

const report: Reporter = {
  onTestRunEnd(modules) {
    writeFileSync('mutants-report.json', JSON.stringify(modules.map(runOf)))
  },
}

function runOf(module: TestModule): FileRun {
  const { collectDuration, duration } = module.diagnostic()
  const [test] = module.children.allTests('failed')
  const broken = module.errors().length > 0 ? 'does not load' : null
  return {
    file: relative('.', module.moduleId),
    milliseconds: Math.round(collectDuration + duration),
    failed: test?.fullName ?? broken,
  }
}

// What needs a browser or what a build wrote, and what looks at the form of files alone, takes long and sees no rule.
const LEFT_OUT = ['tests/browser/**', 'tests/web/**', 'tests/read/**', 'tests/compare/page.test.ts']

/** Tests that see the rules in a copy of the tree. */
export default defineConfig({
  cacheDir: '.vitest',
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: LEFT_OUT,
    sequence: { sequencer: AsTold },
    reporters: [report],
    // One after the other in one process: the machine stays usable, and jieba's dictionary is loaded once.
    maxWorkers: 1,
    isolate: false,
    bail: 1,
    // A slow machine is no failed test; one that never ends is stopped from outside.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
})
