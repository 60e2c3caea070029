import { Command, InvalidArgumentError } from 'commander'
import { run } from '../io/failure.ts'
import { KILLED, type Killed, killsOf } from './kills/trial.ts'

/**
 * Whether a kill at any moment leaves the old output or the new one, whole: `npm run kills -- --count 100`, or `npm run kills
 * -- add --seed 2`. A line for each kill; ends with 1 where one left a half or the next run did not mend it.
 */
await run(async () => {
  const command = new Command('kills')
    .argument('[commands...]', `which commands: ${KILLED.join(', ')}; all when left out`, killed, [])
    .option('--corpus <folder>', 'a corpus of two or more documents', 'corpus')
    .option('--seed <n>', 'which moments are drawn', '1')
    .option('--count <n>', 'how many of each command', '100')
    .parse()
  const { corpus, seed, count } = command.opts<{ corpus: string; seed: string; count: string }>()
  const wanted = command.processedArgs[0] as Killed[]
  for (const name of wanted.length > 0 ? wanted : KILLED)
    await kill(name, corpus, Number(seed), Number(count))
})

async function kill(command: Killed, corpus: string, seed: number, count: number): Promise<void> {
  const counts: Record<string, number> = {}
  for await (const { moment, found, mended } of killsOf(command, { corpus, seed, count })) {
    const outcome = `${found.join(', ')}${mended ? '' : '; NOT MENDED by the next run'}`
    counts[outcome] = (counts[outcome] ?? 0) + 1
    console.log(`${command} killed ${moment}: ${outcome}`)
    if (!mended || found.includes('half')) process.exitCode = 1
  }
  for (const [outcome, times] of Object.entries(counts)) console.log(`${command}: ${times} × ${outcome}`)
}

function killed(name: string, before: Killed[]): Killed[] {
  if (!(KILLED as readonly string[]).includes(name))
    throw new InvalidArgumentError(`name one of ${KILLED.join(', ')}`)
  return [...before, name as Killed]
}
