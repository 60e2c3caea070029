// The thread that documents are read in: loads the TypeScript as guijian.mjs does.
import { register } from 'tsx/esm/api'

register()
await import('./thread.ts')
