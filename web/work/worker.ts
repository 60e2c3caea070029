import type { Order } from './messages.ts'

// The worker's first file, of which nothing is imported: Safari would run it a second time for whoever imports from it, with
// variables of its own. So the program is a file beside it.
const program = import('./orders.ts')
// The page hears of it as of a worker that could not be loaded.
program.catch(error => reportError(error))

addEventListener('message', ({ data }: MessageEvent<Order>) => {
  program.then(({ take }) => take(data))
})
