/// <reference types="vitest/config" />
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

// The site is built from web/, which belongs to the program. The development server shows build/ of whoever runs it, where
// `data` wrote; the built site gets its data from the build itself.
export default defineConfig({
  root: fileURLToPath(new URL('web', import.meta.url)),
  base: './',
  publicDir: resolve('build'),
  plugins: [withoutPolicy()],
  build: {
    outDir: resolve('dist'),
    copyPublicDir: false,
    target: 'es2023',
    // light-dark() stays as it is: one list of colours serves both schemes.
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    // A data: address would be stopped by the Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // A build says nothing but what is wrong.
    rolldownOptions: { checks: { bundlerTimings: false } },
    // pdf.js comes in one piece, and only with the first pdf that a reader opens.
    chunkSizeWarningLimit: 2500,
  },
  // In pieces like the page, so that each job brings its own program along.
  worker: { format: 'es' },
  test: {
    root: '.',
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/browser/setup.ts',
    // vitest itself leaves one core idle, of two that is half.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // How long something may take is no question of the tests: one second, the default, is short on a busy machine.
    expect: { poll: { timeout: 20_000 } },
  },
})

/**
 * The page's Content-Security-Policy forbids what the development server lives on: styles put into the page, a socket that
 * tells of changes. That server alone leaves it out; the built page has it.
 */
function withoutPolicy(): Plugin {
  return {
    name: 'guijian-without-policy',
    apply: 'serve',
    transformIndexHtml: {
      order: 'pre',
      handler: html => html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''),
    },
  }
}
