import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { EXIT, run } from './failure.ts'
import { beQuiet } from './progress.ts'

/**
 * The command line: `npx guijian COMMAND` and `npm run COMMAND -- …` are the same. What a command does stands in the
 * file of its name, loaded when it is called.
 */
const program = new Command('guijian')
  .description('规鉴: what many cities wrote into the same regulation, side by side')
  .option('-q, --quiet', 'tell no progress')
  .hook('preAction', (_, command) => {
    if (command.optsWithGlobals().quiet) beQuiet()
  })
  .configureOutput({
    outputError: (text, write) =>
      write(`${text.replace(/^error: /, 'guijian: ').trim()}; --help lists commands and options\n`),
  })
  .exitOverride()

const corpusOptions = (command: Command) =>
  command
    .option('-c, --corpus <folder>', 'corpus folder, with corpus.json', 'corpus')
    .option('--no-codebook', "leave people's decisions (codebook.json) out")

corpusOptions(program.command('data'))
  .description('read the corpus and write all tables')
  .option('-o, --out <folder>', 'output folder', 'build/data')
  .option('--pairs <a:b,…>', 'align only these pairs of documents')
  .action(async options => {
    const { parsePairs } = await import('./analyse-corpus.ts')
    const { writeData } = await import('./data.ts')
    const { pairs, ...rest } = options
    await writeData({ ...rest, ...(pairs && { pairs: parsePairs(pairs) }) })
  })

corpusOptions(program.command('build'))
  .description('read the corpus and build the site into dist/')
  .action(async options => {
    const { buildSite } = await import('./build.ts')
    await buildSite(options)
  })

corpusOptions(program.command('start'))
  .description('build the site and serve it on this machine')
  .option('-p, --port <number>', 'port; 0 for any free one', wholeNumber, 5173)
  .action(async ({ port, ...options }) => {
    const { buildSite } = await import('./build.ts')
    const { addressOf, serve } = await import('./serve.ts')
    await buildSite(options)
    console.log(`规鉴 is at ${addressOf(await serve('dist', port))} (Ctrl-C ends it)`)
  })

corpusOptions(program.command('trace'))
  .description('tell the whole story of one address, from the source to the page')
  .argument('<address>', 'document/article/paragraph/item: zhongwei/45/3')
  .option('--accounting', 'take a document instead and show where each of its characters went')
  .option('--json', 'as JSON')
  .action(async (address, { accounting, ...options }) => {
    const { trace, traceAccounting } = await import('./trace.ts')
    await (accounting ? traceAccounting : trace)(address, options)
  })

corpusOptions(program.command('evaluate'))
  .description('measure every stage against the gold and compare with the committed figures')
  .option('--gold <folder>', 'structure.json, provisions.json and alignment.json', 'tests/gold')
  .option('--write', 'commit the figures to tests/golden/evaluation.json')
  .option('--json', 'as JSON')
  .action(async options => {
    const { evaluate } = await import('./evaluate.ts')
    await evaluate(options)
  })

program
  .command('add')
  .description('put a file into the corpus and report what was read of it')
  .argument('<file>', 'txt, md, html, docx or pdf')
  .requiredOption('--place <name>', 'the place that the regulation is of: 兰州市')
  .option('--id <id>', "the document's id; made of the file's name if left out")
  .option('--province <name>', 'its province')
  .option('--level <level>', 'province, prefecture, county, …')
  .option('--title <title>', 'its title, if the text should not decide')
  .option('--url <address>', 'where it was found')
  .option('--retrieved <date>', 'when, as 2026-11-22')
  .option('--encoding <name>', 'its encoding, if the bytes should not decide')
  .option('--lossy', 'accept bytes that cannot be decoded; they are listed as problems')
  .option('-c, --corpus <folder>', 'corpus folder', 'corpus')
  .option('--dry-run', 'only report')
  .option('--json', 'report as JSON')
  .action(async (file, options) => {
    const { add } = await import('./add.ts')
    await add(file, options)
  })

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('write a whole number')
  return Number(text)
}

await run(async () => {
  try {
    await program.parseAsync()
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    process.exitCode = error.exitCode === 0 ? 0 : EXIT.usage
  }
})
