#!/usr/bin/env node
// `npx guijian`: loads the TypeScript of the command line as it is.
try {
  const { register } = await import('tsx/esm/api')
  register()
  await import('./cli.ts')
} catch (error) {
  // Nothing of ours has run yet that could tell it better: an install that is not complete, or an old Node.
  const reason = String(error).replace(/\s+/g, ' ')
  const remedy = 'it needs Node 20.19 or newer and `npm ci` in its folder'
  process.stderr.write(`guijian: cannot start (${reason}); ${remedy}\n`)
  if (process.argv.includes('--debug')) process.stderr.write(`${error?.stack}\n`)
  process.exitCode = 70
}
