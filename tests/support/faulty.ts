import { setTimeout as pause } from 'node:timers/promises'
import { Failure, run } from '../../scripts/io/failure.ts'
import { progress } from '../../scripts/io/progress.ts'

// A command in a process of its own that ends in the way named: what `run` makes of it is tested.
const ENDS: Record<string, () => void | Promise<void>> = {
  failure: () => {
    throw new Failure('a.txt: is\nnot there', 1, new Error('the cause'))
  },
  fault: () => {
    progress('reading a.txt')
    throw new TypeError('first \x1b[31mline\nsecond line')
  },
  open: () => {
    process.stdout.write(`${'x'.repeat(1_000_000)}\n`)
    setTimeout(() => {}, 20_000)
    throw new TypeError('while something is open')
  },
  text: () => {
    throw 'only text'
  },
  later: () => {
    setTimeout(() => {
      throw new TypeError('thrown later')
    })
    return new Promise(() => setTimeout(() => {}, 20_000))
  },
  rejected: () => {
    Promise.reject(new TypeError('nobody waits'))
    return new Promise(() => setTimeout(() => {}, 20_000))
  },
  pours: () => {
    for (let line = 0; line < 100_000; line++) process.stdout.write(`${line}${' '.repeat(90)}\n`)
  },
  writes: () => {
    process.stdout.write(`${'x'.repeat(99_999)}\n`)
  },
  chatters: async () => {
    for (let line = 0; line < 100_000; line++) progress(`${line}${' '.repeat(90)}`)
    await pause(50)
    process.stdout.write('the result\n')
  },
}

await run(async () => ENDS[process.argv[2]!]!())
