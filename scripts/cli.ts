import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { LACKED_SUBJECT_SHARE } from '../src/drafting/thresholds.ts'
import { EXIT, inOneLine, run } from './io/failure.ts'
import { inProgram } from './io/program.ts'
import { beQuiet } from './io/progress.ts'
import { decisionsHelp } from './print/decisions-help.ts'

/**
 * The command line: `npx guijian COMMAND` and `npm run COMMAND -- …` are the same. What a command does stands in the
 * file of its name, loaded when it is called.
 */
const program = new Command('guijian')
  .description('规鉴: what many cities wrote into the same regulation, side by side')
  .option('-q, --quiet', 'tell no progress')
  .option('--debug', 'tell after an error where in the program it arose')
  .hook('preAction', (_, command) => {
    if (command.optsWithGlobals().quiet) beQuiet()
  })
  .configureOutput({
    outputError: (text, write) =>
      write(`${inOneLine(text.replace(/^error: /, 'guijian: '))}; --help lists commands and options\n`),
  })
  .exitOverride()
  .addHelpText(
    'after',
    `
Results go to stdout, progress and faults to stderr. Exit codes:
  0  done
  1  bad input, or something asked for is not there
  2  the command line was not understood
  3  the output could not be written
  70 a fault of the program

Folders and files are named as seen from where you are, the defaults corpus, build/data and dist too.`,
  )

/** A command, with examples of its use in its help. */
function command(name: string, description: string, ...examples: string[]): Command {
  return program
    .command(name)
    .description(description)
    .addHelpText('after', `\nExamples:\n${examples.map(example => `  guijian ${example}`).join('\n')}`)
}

/** A command that works on a corpus folder. */
function corpusCommand(name: string, description: string, ...examples: string[]): Command {
  return command(name, description, ...examples).option(
    '-c, --corpus <folder>',
    'corpus folder, with corpus.json',
    'corpus',
  )
}

const noCodebook = () => new Option('--no-codebook', "leave people's decisions (codebook.json) out")
const strict = () => new Option('--strict', 'end at any warning about manifest, codebook or overrides')
const port = () =>
  new Option('-p, --port <number>', 'port; the usual one, or any free one, when left out').argParser(
    portNumber,
  )
const family = () =>
  new Option('--family <ids>', 'only these families: ids or topics, with commas').argParser(list)

corpusCommand(
  'data',
  'read the corpus and write all tables',
  'data',
  'data --corpus my-corpus --out my-tables',
)
  .addOption(noCodebook())
  .addOption(strict())
  .option('-o, --out <folder>', 'output folder, new, empty or written by an earlier run', 'build/data')
  .option('--pairs <a:b,…>', 'align only these pairs of documents')
  .action(async options => {
    const { data } = await import('./commands/data.ts')
    await data(options)
  })

corpusCommand(
  'build',
  'read the corpus and build the site into dist/',
  'build',
  'build --corpus my-corpus',
  'build --single',
)
  .addOption(noCodebook())
  .addOption(strict())
  .option('--single', 'also write the site as one html file that works offline, dist/guijian.html')
  .action(async options => {
    const { buildSite } = await import('./commands/build.ts')
    await buildSite(options)
  })

corpusCommand('start', 'build the site and serve it on this machine', 'start', 'start --port 8080')
  .addOption(noCodebook())
  .addOption(strict())
  .addOption(port())
  .action(async options => {
    const { start } = await import('./commands/start.ts')
    await start(options)
  })

command('dev', 'serve the page from its source, over data already built', 'dev', 'dev --port 8080')
  .addOption(port())
  .action(async options => {
    const { dev } = await import('./commands/dev.ts')
    await dev(options)
  })

corpusCommand(
  'add',
  'put a file into the corpus and report what was read of it',
  'add ~/Downloads/lanzhou.docx --place 兰州市',
  'add lanzhou.html --place 兰州市 --id lanzhou-2023 --dry-run',
)
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
  .option('--dry-run', 'only report')
  .option('--json', 'report as JSON')
  .action(async (file, options) => {
    const { add } = await import('./commands/add.ts')
    await add(file, options)
  })

corpusCommand(
  'check',
  'read a corpus and say what is to be mended in manifest, codebook and overrides; writes nothing',
  'check',
  'check --corpus my-corpus --strict',
)
  .addOption(strict())
  .option('--json', 'as JSON')
  .addHelpText('after', `\n${decisionsHelp()}`)
  .action(async options => {
    const { check } = await import('./commands/check.ts')
    await check(options)
  })

corpusCommand(
  'draft',
  'check a draft by the rules of drafting, and tell what it has and lacks beside the corpus',
  'draft ~/lanzhou-draft.docx --place 兰州市',
  'draft draft.txt --format md --out report.md --lang en',
  'draft draft.txt --format json --strict',
  'draft draft.txt --format docx --document columns --beside zhongwei --out columns.docx',
)
  .addOption(noCodebook())
  .argument('<file>', 'txt, md, html, docx or pdf; it is only read')
  .option('--place <name>', 'the place that the draft is of: 兰州市; its title tells if left out', '')
  .addOption(
    new Option('-f, --format <format>', 'how').choices(['text', 'md', 'json', 'docx']).default('text'),
  )
  .addOption(
    new Option('--document <kind>', 'what docx holds')
      .choices(['report', 'draft', 'columns', 'explanation'])
      .default('report'),
  )
  .option('--beside <id>', 'document in the middle of the columns; the nearest to each article if left out')
  .option('--mark <words>', 'stands under the title of the draft: 征求意见稿')
  .addOption(
    new Option('--lang <language>', 'language of text, md and report').choices(['zh', 'en']).default('zh'),
  )
  .option('-o, --out <file>', 'file to write; stdout if left out')
  .option('--strict', 'exit with 1 where the draft has an error')
  .option(
    '--share <part>',
    'a subject is missing when this share of the others have it, 0 to 1',
    share,
    LACKED_SUBJECT_SHARE,
  )
  .option('--json', 'the same as --format json')
  .action(async (file, options) => {
    const { draft } = await import('./commands/draft.ts')
    await draft(file, options)
  })

corpusCommand(
  'align',
  'tell which article of one document answers which of another, and why',
  'align zhongwei shuozhou',
  'align 北京市-2020 杭州市-2021 --corpus my-corpus',
)
  .addOption(noCodebook())
  .argument('<left>', 'id of a document')
  .argument('<right>', 'id of another')
  .option('--json', 'as JSON')
  .action(async (left, right, options) => {
    const { align } = await import('./commands/align.ts')
    await align(left, right, options)
  })

corpusCommand(
  'review',
  'list the matches and rows most worth a decision of yours, with their texts and lines for overrides.json',
  'review --top 5',
  'review --take 1,3',
)
  .addOption(noCodebook())
  .option('--top <number>', 'how many', wholeNumber, 20)
  .option('--take <numbers>', 'write the decisions of these numbers into overrides.json', numbers)
  .option('--json', 'as JSON')
  .addHelpText('after', `\n${decisionsHelp()}`)
  .action(async options => {
    const { review } = await import('./commands/review.ts')
    await review(options)
  })

corpusCommand(
  'trace',
  'tell the whole story of one address, from the source to the page',
  'trace zhongwei/45/3',
  'trace zhongwei --accounting',
)
  .addOption(noCodebook())
  .argument('<address>', 'document/article/paragraph/item: zhongwei/45/3')
  .option('--accounting', 'take a document instead and show where each of its characters went')
  .option('--json', 'as JSON')
  .action(async (address, { accounting, ...options }) => {
    const { trace, traceAccounting } = await import('./commands/trace.ts')
    await (accounting ? traceAccounting : trace)(address, options)
  })

corpusCommand(
  'said',
  'which documents say this, and where: of a text, sentence by sentence, or of the statements at an address',
  'said 全体会议每半年召开一次。',
  'said zhongwei/45/3 --in shizuishan,pingliang',
  'said --claims my-claims.json --out answered.json',
)
  .addOption(noCodebook())
  .argument('[text]', 'what is to be looked for, in your own words; or an address: zhongwei/45/3')
  .addOption(new Option('--in <ids>', 'only these documents, with commas').argParser(list))
  .option('--claims <file>', 'answer the claims of a JSON file instead')
  .option('-o, --out <file>', 'file to write, instead of stdout')
  .option('--json', 'as JSON; claims always are')
  .addHelpText(
    'after',
    `
A file of claims is {"claims": [{"left": address or "", "text": statement, "right": document}]}. It is written anew
with "said" (yes, partly, no), "sure", "where" (addresses, the best first; of "no" the nearest) and "probability" in each
claim. The answer never looks at a codebook.`,
  )
  .action(async (text, options) => {
    const { said } = await import('./commands/said.ts')
    await said(text, options)
  })

corpusCommand(
  'compare',
  'two documents side by side: what differs, and in which way',
  'compare zhongwei shizuishan',
  'compare zhongwei shizuishan --family standing-meeting,travel-leave',
  'compare shuozhou qinzhou --format docx --out shuozhou-qinzhou.docx',
)
  .argument('<base>', 'id of a document')
  .argument('<other>', 'id of another')
  .addOption(noCodebook())
  .addOption(family())
  .addOption(
    new Option('-f, --format <format>', 'how').choices(['text', 'md', 'docx', 'csv']).default('text'),
  )
  .option('-o, --out <file>', 'file to write, instead of stdout')
  .option('--json', 'as JSON')
  .action(async (base, other, options) => {
    const { compare } = await import('./commands/compare.ts')
    await compare(base, other, options)
  })

corpusCommand(
  'export',
  'write chosen families and documents as a workbook, document, table, or Akoma Ntoso',
  'export --format docx --family standing-meeting,plenary-meeting --out meetings.docx',
  'export --format xlsx --document zhongwei,pingliang --base pingliang --out two.xlsx',
  'export --format akn --document zhongwei --out zhongwei.xml',
)
  .addOption(noCodebook())
  .addOption(family())
  .addOption(
    new Option('-f, --format <format>', 'how')
      .choices(['xlsx', 'docx', 'md', 'csv', 'json', 'akn'])
      .makeOptionMandatory(),
  )
  .option('--document <ids>', 'only these documents, with commas', list)
  .option('--base <id>', 'the document that the others are compared with')
  .option('-o, --out <file>', 'file to write, instead of stdout')
  .action(async options => {
    const { exportChosen } = await import('./commands/export.ts')
    await exportChosen(options)
  })

corpusCommand(
  'evaluate',
  'measure every stage against the gold and compare with the committed figures',
  'evaluate',
  'evaluate --no-codebook',
  'evaluate --write --corpora ../corpora',
  'evaluate --corpus my-corpus --alignment my-pairs.json',
)
  .addOption(noCodebook())
  .addOption(
    new Option('--gold <folder>', 'structure.json, provisions.json and alignment.json').default(
      inProgram('quality/gold'),
      "the program's own",
    ),
  )
  .option(
    '--alignment <file>',
    'score only the shipped model, without codebook, on pairs that people aligned',
  )
  .option(
    '--corpora <folder>',
    'replay what was judged of differences in other genres too, subfolders of this one',
  )
  .option('--write', 'keep the figures in quality/reports/evaluation.json')
  .option('--json', 'as JSON')
  .action(async ({ alignment, ...options }) => {
    const { evaluate, evaluateAlignment } = await import('./commands/evaluate.ts')
    await (alignment ? evaluateAlignment(alignment, options) : evaluate(options))
  })

command(
  'pictures',
  'take pictures of every view of the built site: wide, narrow, dark, printed',
  'pictures --only numbers',
  'pictures --data my-tables --out my-pictures',
)
  .option('--data <folder>', "another corpus' output, to be shown in the place of the site's own")
  .option('-o, --out <folder>', 'output folder', 'build/pictures')
  .option('--only <word>', 'only pictures whose name holds this: compare, dark, …', '')
  .action(async options => {
    const { pictures } = await import('./commands/pictures.ts')
    await pictures(options)
  })

function share(text: string): number {
  const part = Number(text)
  if (text.trim() === '' || !(part >= 0 && part <= 1))
    throw new InvalidArgumentError('write a number from 0 to 1')
  return part
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('write a whole number')
  return Number(text)
}

function numbers(text: string): number[] {
  return list(text).map(wholeNumber)
}

function portNumber(text: string): number {
  const number = wholeNumber(text)
  if (number > 65_535) throw new InvalidArgumentError('write a port, 0 to 65535')
  return number
}

function list(text: string): string[] {
  const parts = text.split(',').map(part => part.trim())
  if (parts.includes('')) throw new InvalidArgumentError('write names with commas between them')
  return parts
}

await run(async () => {
  try {
    await program.parseAsync()
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    process.exitCode = error.exitCode === 0 ? 0 : EXIT.usage
  }
})
