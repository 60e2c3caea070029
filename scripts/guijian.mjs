#!/usr/bin/env node
// `npx guijian`: loads the TypeScript of the command line as it is.
import { register } from 'tsx/esm/api'

register()
await import('./cli.ts')
