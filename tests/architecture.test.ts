import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  againstOrders,
  circlesOf,
  crowdedFolders,
  filesIn,
  foldersOf,
  importsOf,
  longFiles,
  type Orders,
  pathsInMap,
  pathsInText,
} from './support/house.ts'

/**
 * The house is as the README says: who may import whom, no circle, no crowd, and a map that names what is there. Where one
 * of these fails, either the code or the map is to be mended, whichever is wrong.
 */

// What stands on the right may import what stands left of it. The first four stand in the README, word for word.
const ORDERS: Orders = {
  '': ['src ← scripts, web ← tests'],
  src: [
    'types, statement-types, group, lexicon ← text ← structure ← statements ← index, provisions, alignment ← diff ← compare ← insights ← drafting, tables, analyse',
    'text, lexicon ← read',
    'index ← alignment',
    'index, provisions ← penalties ← tables, analyse',
    'drafting, tables ← official',
    'unit-types ← statement-types, penalty-types ← types ← site-types ← tables',
  ],
  scripts: ['io ← print, quality ← training ← commands ← cli ← guijian', 'print, quality ← bench'],
  web: ['style, reader ← i18n ← parts ← charts, work ← views ← frame ← main'],
  'src/alignment': [
    'thresholds ← codebook, measure, links ← relations, topics ← rows ← copies, overrides ← align',
  ],
  'src/tables': ['rest ← formats ← everything, site, workbook'],
  'web/views': [
    'view ← unknown ← compare, desk, document, method, numbers, overview, pair, search',
    'numbers ← family, penalties',
    'compare, desk, document, method, overview, pair, search, family, penalties ← index',
  ],
}

const MOST_FILES = 20
const MOST_LINES = 400

// Tables of data, longer than a file should be: nobody reads them from top to bottom.
const TABLES: Record<string, string> = {
  'src/provisions/rules.ts': 'the rules of provisions, one record each, in the order in which they are tried',
  'scripts/quality/fault-kinds.ts': 'the kinds of faults that are planted into texts, one record each',
}

const FOLDERS = ['src', 'scripts', 'web', 'tests', 'docs', 'quality']
const files = filesIn('.', FOLDERS)
const code = files.filter(file => /^(?:src|scripts|web|tests)\/.*\.(?:ts|mjs|css)$/.test(file))
const imports = importsOf('.', code)
const readme = readFileSync('README.md', 'utf8')

describe('the house', () => {
  it('has imports in one direction only', () => {
    expect(againstOrders(ORDERS, code, imports)).toEqual([])
  })

  it('has no circle of imports', () => {
    expect(circlesOf(imports)).toEqual([])
  })

  it(`has no folder of src with more than ${MOST_FILES} files`, () => {
    const src = files.filter(file => file.startsWith('src/'))
    expect(crowdedFolders(src, MOST_FILES)).toEqual([])
  })

  it(`has no file with more than ${MOST_LINES} lines but tables of data`, () => {
    expect(longFiles('.', code, MOST_LINES, TABLES)).toEqual([])
  })
})

describe('the README', () => {
  it.each(['', 'src', 'scripts', 'web'])('says in which direction imports point: %s', folder => {
    for (const sentence of ORDERS[folder]!) expect(readme).toContain(`\`${sentence}\``)
  })

  it('names every folder in its map, and nothing that is not there', () => {
    const named = pathsInMap(readme, 'Code map')
    expect(named.filter(path => !existsSync(path))).toEqual([])
    expect(foldersOf(files).filter(folder => !named.includes(folder))).toEqual([])
  })

  it('has a table of every command, each in the file of its name, and of no other', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
    const inTable = readme.split('## Commands\n')[1]!.split('\n## ')[0]!
    const cli = readFileSync('scripts/cli.ts', 'utf8')
    const commands = [...cli.matchAll(/^(?:corpusC|c)ommand\(\s*'([\w-]+)'/gm)].map(([, name]) => name!)
    expect(commandsIn(inTable).sort()).toEqual(commands.sort())
    expect(filesIn('.', ['scripts/commands']).map(file => basename(file, '.ts'))).toEqual(commands)
    expect(scriptsIn(readme).sort()).toEqual(Object.keys(scripts).sort())
  })
})

it.each(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/DESIGN.md', 'docs/QUALITY.md'])(
  '%s names no file that is not there',
  file => {
    const text = readFileSync(file, 'utf8')
    const linked = pathsInText(text, FOLDERS).map(path =>
      existsSync(path) ? path : join(dirname(file), path),
    )
    expect(linked.filter(path => !existsSync(path))).toEqual([])
  },
)

/** The commands of the table's first column, by their first word: `trace zhongwei/45/3` is `trace`. */
function commandsIn(table: string): string[] {
  const cells = [...table.matchAll(/^\| (`[^|]*`) \|/gm)].map(([, cell]) => cell!)
  const spans = cells.flatMap(cell => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code!))
  return [...new Set(spans.filter(code => !code.startsWith('npm ')).map(code => code.split(' ')[0]!))]
}

/** The scripts that a text names: `npm run data`, `npm test`, `npm start`. */
function scriptsIn(text: string): string[] {
  const named = [...text.matchAll(/npm (?:run ([\w-]+)|(test|start))/g)].map(
    ([, run, short]) => run ?? short!,
  )
  return [...new Set(named)]
}

describe('in a tree made up', () => {
  const paths = [
    'src/types.ts',
    'src/text/fold.ts',
    'src/compare/scope.ts',
    'src/compare/actors.ts',
    'web/main.ts',
    'web/views/index.ts',
    'web/work/worker.ts',
  ]
  const orders = { '': ['src ← web'], src: ['types ← text ← compare'], web: ['views, work ← main'] }

  it('imports against the order are found, whatever their form', () => {
    const forms = [
      "import { scope } from '../compare/scope.ts'",
      "import {\n  type Scope,\n  scope,\n} from '../compare/scope.ts'",
      "import type { Scope } from '../compare/scope.ts'",
      "export * from '../compare/scope.ts'",
      "import '../compare/scope.ts'",
      "const late = () => import('../compare/scope.ts')",
      "type Late = import('../compare/scope.ts').Scope",
      "const address = new URL('../compare/scope.ts', import.meta.url)",
      "import address from '../compare/scope.ts?worker&url'",
    ]
    for (const form of forms)
      expect(faults({ 'src/text/fold.ts': form }), form).toEqual([
        'src/text/fold.ts imports src/compare/scope.ts, against the order of src',
      ])
  })

  it('imports along the order are allowed, however far, and files that are read are no imports', () => {
    expect(
      faults({
        'src/compare/scope.ts': "import '../types.ts'\nimport './actors.ts'",
        'web/main.ts': "import '../src/text/fold.ts'\nimport '../src/words.json'\nimport 'lit-html'",
        'src/text/fold.ts': "// import '../compare/scope.ts'\nexport const at = 1 // from './nowhere'",
      }),
    ).toEqual([])
  })

  it('several sentences make one order, whichever comes first', () => {
    const imports = [{ from: 'src/compare/scope.ts', to: 'src/types.ts' }]
    expect(againstOrders({ src: ['text ← compare', 'types ← text'] }, paths, imports)).toEqual([])
    expect(againstOrders({ src: ['text ← compare', 'text ← types'] }, paths, imports)).toHaveLength(1)
  })

  it('neighbours and other parts of the project may not import each other', () => {
    expect(faults({ 'web/views/index.ts': "import '../work/worker.ts'" })).toHaveLength(1)
    expect(faults({ 'src/types.ts': "import '../web/main.ts'" })).toEqual([
      'src/types.ts imports web/main.ts, against the order of the root',
    ])
  })

  it('what an order does not name, or names in vain, is found', () => {
    expect(faults({ 'src/lexicon/acts.ts': '' })).toEqual(['src: the order does not name lexicon'])
    expect(againstOrders({ web: ['views, work, charts ← main'] }, paths, [])).toEqual([
      'web: the order names charts, which is not there',
    ])
    expect(againstOrders({ web: ['rest ← main'] }, paths, [])).toEqual([])
  })

  it('circles are named from file to file, each once', () => {
    const root = treeOf({
      'src/types.ts': "import type { Fold } from './text/fold.ts'",
      'src/text/fold.ts': "import { actors } from '../compare/actors.ts'",
      'src/compare/actors.ts': "import '../types.ts'",
      'src/compare/scope.ts': "import './actors.ts'",
    })
    expect(circlesOf(importsOf(root, filesIn(root, ['src'])))).toEqual([
      'src/compare/actors.ts → src/types.ts → src/text/fold.ts → src/compare/actors.ts',
    ])
  })

  it('crowds and long files are found, and excuses that nothing needs', () => {
    const root = treeOf({ 'src/types.ts': 'a\nb\nc\n', 'src/text/fold.ts': 'a\nb\n' })
    const found = filesIn(root, ['src'])
    expect(crowdedFolders(found, 1)).toEqual(['src/compare holds 2 files'])
    expect(longFiles(root, found, 2, {})).toEqual(['src/types.ts has 3 lines'])
    expect(longFiles(root, found, 2, { 'src/types.ts': 'a table' })).toEqual([])
    expect(longFiles(root, found, 3, { 'src/types.ts': 'a table' })).toEqual(['src/types.ts needs no excuse'])
  })

  it('a map is read as it is written', () => {
    const map =
      '## Map\n\n```\nsrc/            pure\n  types.ts      types\n  text/ diff/   x, y\n    fold.ts\nweb/\n```\n'
    expect(pathsInMap(map, 'Map')).toEqual([
      'src',
      'src/types.ts',
      'src/text',
      'src/diff',
      'src/text/fold.ts',
      'web',
    ])
    expect(foldersOf(paths)).toEqual(['src', 'src/compare', 'src/text', 'web', 'web/views', 'web/work'])
    expect(pathsInText('[x](docs/X.md#y), `npx x src/types.ts`, `src/*.ts`, `build/x`', ['src'])).toEqual([
      'src/types.ts',
      'docs/X.md',
    ])
  })

  it('commands are read by their first word', () => {
    expect(commandsIn('| `data --out DIR`, `add` | x `y` |\n| `npm run check` | z |')).toEqual([
      'data',
      'add',
    ])
    expect(scriptsIn('npm ci && npm start, npm run data -- x, npm run data')).toEqual(['start', 'data'])
  })

  function faults(contents: Record<string, string>): string[] {
    const root = treeOf(contents)
    const found = filesIn(root, ['src', 'web'])
    return againstOrders(orders, found, importsOf(root, found))
  }

  function treeOf(contents: Record<string, string>): string {
    const root = mkdtempSync(join(tmpdir(), 'guijian-house-'))
    for (const [path, text] of Object.entries({
      ...Object.fromEntries(paths.map(path => [path, ''])),
      ...contents,
    })) {
      mkdirSync(join(root, dirname(path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    return root
  }
})
