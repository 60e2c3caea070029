import { defineConfig } from 'vitest/config'

// The site is built from web/ and from what `npm run data` wrote to build/ (copied as it is).
export default defineConfig({
  root: 'web',
  base: './',
  publicDir: '../build',
  build: { outDir: '../dist', emptyOutDir: true, target: 'es2022' },
  test: {
    root: '.',
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
