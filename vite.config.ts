import { defineConfig } from 'vitest/config'

// The site is built from web/ and from what `npm run data` wrote to build/ (copied as it is).
export default defineConfig({
  root: 'web',
  base: './',
  publicDir: '../build',
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2023',
    // light-dark() stays as it is: one list of colours serves both schemes.
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    // A data: address would be stopped by the Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // pdf.js comes in one piece, and only with the first pdf that a reader opens.
    chunkSizeWarningLimit: 2500,
  },
  // In pieces like the page, so that each job brings its own program along.
  worker: { format: 'es' },
  test: {
    root: '.',
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/browser/setup.ts',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // How long something may take is no question of the tests: one second, the default, is short on a busy machine.
    expect: { poll: { timeout: 20_000 } },
  },
})
