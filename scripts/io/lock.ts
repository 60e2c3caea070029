import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { realPath } from './paths.ts'
import { progress } from './progress.ts'

const EVERY_MS = 50

/**
 * Does the work while no other run on this machine works on the same folder; where one does, says so and waits for it.
 * The lock is a name that the process listens at: the system takes it
 * back however the process ends, so that none is ever left behind.
 */
export async function alone<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  const lock = await lockOf(realPath(resolve(folder)))
  try {
    return await work()
  } finally {
    lock.close()
  }
}

async function lockOf(folder: string): Promise<Server> {
  const name = nameOf(folder)
  for (let tries = 0; ; tries++) {
    const lock = await listening(name)
    if (lock) return lock
    if (tries === 0) progress(`${folder}: another run is at work there; waiting for it to end`)
    await freeAbandoned(name)
    await pause(EVERY_MS)
  }
}

async function listening(name: string): Promise<Server | null> {
  const server = createServer(socket => socket.destroy())
  try {
    server.listen(name)
    await once(server, 'listening')
    return server.unref()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    return null
  }
}

function nameOf(folder: string): string {
  const name = `guijian-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`
  if (process.platform === 'linux') return `\0${name}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`)
}

/** Where the name is a file it outlives a killed process: nobody listens there any more. */
async function freeAbandoned(name: string): Promise<void> {
  if (!name.endsWith('.sock')) return
  const socket = connect(name)
  const refused = await once(socket, 'connect').then(
    () => false,
    error => error.code === 'ECONNREFUSED',
  )
  socket.destroy()
  if (refused) rmSync(name, { force: true })
}
