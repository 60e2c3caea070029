import { existsSync } from 'node:fs'
import { createServer, type ViteDevServer } from 'vite'
import { EXIT, Failure, reasonOf } from '../io/failure.ts'
import { inProgram } from '../io/program.ts'

const DATA = 'build/data'

/**
 * Serves the page from its source, over data that is already built, on this machine only: a change to a view, a style or
 * a file of src is on the page at once. Writes nothing but Vite's cache in node_modules.
 */
export async function dev({ port }: { port?: number }): Promise<void> {
  if (!existsSync(`${DATA}/site/index.json`))
    throw new Failure(`${DATA}: no data to show; run \`npm run data\` first`)
  const server = await createServer({
    configFile: inProgram('vite.config.ts'),
    logLevel: 'warn',
    // A file that is not there is not there, as on any file server: no page in its place.
    appType: 'mpa',
    server: { host: '127.0.0.1', ...(port !== undefined && { port, strictPort: true }) },
  })
  await listening(server, port)
  console.log(`规鉴 is at ${server.resolvedUrls!.local[0]} (over ${DATA} as it is; Ctrl-C ends it)`)
}

async function listening(server: ViteDevServer, port: number | undefined): Promise<void> {
  try {
    await server.listen()
  } catch (error) {
    await server.close()
    const isTaken = /already in use/.test(String(error))
    if (!isTaken && (error as NodeJS.ErrnoException).syscall !== 'listen') throw error
    const reason = isTaken ? 'is taken' : `cannot be used (${reasonOf(error)})`
    throw new Failure(`port ${port ?? ''} ${reason}; choose another with --port`, EXIT.usage, error)
  }
}
