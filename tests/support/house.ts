import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

/** Where things stand in a source tree, and who imports whom. Paths are written from the root of the tree, with `/`. */

export interface Import {
  from: string
  to: string
}

/**
 * The orders of a tree: by folder (`''` is the root), sentences such as `text ← lexicon ← structure, alignment`: what stands
 * on the right may import what stands left of it, however far; names side by side may not import each other. `rest` stands
 * for all that no sentence of the folder names, and may import itself.
 */
export type Orders = Record<string, string[]>

/** Every file under the folders, sorted. */
export function filesIn(root: string, folders: string[]): string[] {
  return folders
    .flatMap(folder =>
      readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
        const path = posix.join(folder, entry.name)
        return entry.isDirectory() ? filesIn(root, [path]) : [path]
      }),
    )
    .sort()
}

/** Every folder that holds a file, and every folder above it. */
export function foldersOf(files: string[]): string[] {
  const parents = (path: string): string[] => {
    const parent = posix.dirname(path)
    return parent === '.' ? [] : [parent, ...parents(parent)]
  }
  return [...new Set(files.flatMap(parents))].sort()
}

const CODE = /\.(?:ts|mjs)$/

// Static imports, imports for the effect alone, re-exports, `import()` of a value or of a type, a worker named by its address.
const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*|\bnew URL\(\s*)(['"`])(\.{1,2}\/[^'"`?]+)(?:\?[^'"`]*)?\1/g

/** Every import of one of the files by another of them; what stands in comments or leads elsewhere does not count. */
export function importsOf(root: string, files: string[]): Import[] {
  const known = new Set(files)
  return files
    .filter(file => CODE.test(file))
    .flatMap(from =>
      [...withoutComments(readFileSync(join(root, from), 'utf8')).matchAll(IMPORT)]
        .map(([, , path]) => ({ from, to: posix.join(posix.dirname(from), path!) }))
        .filter(({ to }) => known.has(to)),
    )
}

// Comments that begin a line: `//` inside one may be a part of an address.
function withoutComments(code: string): string {
  return code.replace(/^\s*(?:\/\/.*|\/\*[\s\S]*?\*\/)/gm, '')
}

/** What an order does not allow: imports against it, what it does not name, and names in it that nothing answers to. */
export function againstOrders(orders: Orders, files: string[], imports: Import[]): string[] {
  return Object.entries(orders).flatMap(([folder, sentences]) => {
    const below = belowOf(sentences)
    const unitOf = (path: string) => {
      const name = childOf(folder, path)
      return name !== null && !below.has(name) && below.has('rest') ? 'rest' : name
    }
    const units = new Set(files.map(unitOf))
    const here = folder || 'the root'
    const unnamed = [...units].filter(name => name !== null && !below.has(name))
    const absent = [...below.keys()].filter(name => !units.has(name))
    return [
      ...unnamed.map(name => `${here}: the order does not name ${name}`),
      ...absent.map(name => `${here}: the order names ${name}, which is not there`),
      ...imports
        .filter(({ from, to }) => {
          const [a, b] = [unitOf(from), unitOf(to)]
          return a !== null && b !== null && a !== b && below.has(a) && !below.get(a)!.has(b)
        })
        .map(({ from, to }) => `${from} imports ${to}, against the order of ${here}`),
    ]
  })
}

/** By name, all names that stand below it. */
function belowOf(sentences: string[]): Map<string, Set<string>> {
  const directly = new Map<string, string[]>()
  for (const sentence of sentences) {
    const levels = sentence.split('←').map(level => level.trim().split(/,\s*/))
    for (const [at, level] of levels.entries())
      for (const name of level) directly.set(name, [...(directly.get(name) ?? []), ...(levels[at - 1] ?? [])])
  }
  const reach = (name: string): string[] => directly.get(name)!.flatMap(lower => [lower, ...reach(lower)])
  return new Map([...directly.keys()].map(name => [name, new Set(reach(name))]))
}

/** The name of what holds the path directly in the folder, without ending: `scope` of src/compare/scope.ts in src/compare. */
function childOf(folder: string, path: string): string | null {
  if (folder && !path.startsWith(`${folder}/`)) return null
  const [name] = path.slice(folder ? folder.length + 1 : 0).split('/')
  return name!.replace(/\.[a-z.]+$/, '')
}

/** Circles of imports, each once, as `a → b → a`; the shortest through each file. */
export function circlesOf(imports: Import[]): string[] {
  const importsBy = new Map<string, string[]>()
  for (const { from, to } of imports) importsBy.set(from, [...(importsBy.get(from) ?? []), to])
  const circles = new Map<string, string>()
  for (const file of [...importsBy.keys()].sort()) {
    const circle = circleThrough(file, importsBy)
    const key = circle && [...circle].sort().join()
    if (circle && key && !circles.has(key)) circles.set(key, [...circle, file].join(' → '))
  }
  return [...circles.values()]
}

function circleThrough(file: string, importsBy: Map<string, string[]>): string[] | null {
  const paths = [[file]]
  const seen = new Set<string>()
  for (const path of paths)
    for (const next of importsBy.get(path.at(-1)!) ?? []) {
      if (next === file) return path
      if (seen.has(next)) continue
      seen.add(next)
      paths.push([...path, next])
    }
  return null
}

/** Folders that hold more than so many files themselves. */
export function crowdedFolders(files: string[], most: number): string[] {
  return foldersOf(files)
    .map(folder => ({ folder, count: files.filter(file => posix.dirname(file) === folder).length }))
    .filter(({ count }) => count > most)
    .map(({ folder, count }) => `${folder} holds ${count} files`)
}

/** Files with more than so many lines, but the excused ones; an excuse that is not needed is told too. */
export function longFiles(
  root: string,
  files: string[],
  most: number,
  excused: Record<string, string>,
): string[] {
  const long = files
    .map(file => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > most)
  const needless = Object.keys(excused).filter(name => !long.some(({ file }) => file === name))
  return [
    ...long.filter(({ file }) => !excused[file]).map(({ file, lines }) => `${file} has ${lines} lines`),
    ...needless.map(name => `${name} needs no excuse`),
  ]
}

/** The paths that a map in Markdown names: a tree of names indented by two, each line's names before two spaces. */
export function pathsInMap(markdown: string, title: string): string[] {
  const block = markdown.split(`## ${title}\n`)[1]?.match(/```\n([\s\S]*?)```/)?.[1] ?? ''
  const above: string[] = []
  return block.split('\n').flatMap(line => {
    const [, indent, names] = line.match(/^( *)([\w.-]+\/?(?: [\w.-]+\/?)*)(?: {2}|$)/) ?? []
    if (names === undefined) return []
    const depth = indent!.length / 2
    const here = names.split(' ').map(name => name.replace(/\/$/, ''))
    above[depth] = here[0]!
    return here.map(name => posix.join(...above.slice(0, depth), name))
  })
}

/** The files and folders that a text names in code spans and links, as far as they stand in one of the folders. */
export function pathsInText(markdown: string, folders: string[]): string[] {
  const spans = [...markdown.matchAll(/`([^`\n]+)`/g)].flatMap(([, code]) => code!.split(/\s+/))
  const links = [...markdown.matchAll(/\]\(([\w./-]+)[)#]/g)].map(([, path]) => path!)
  const isPath = (word: string) =>
    /^[\w./-]+$/.test(word) && folders.some(name => word.startsWith(`${name}/`))
  return [...new Set([...spans.filter(isPath), ...links])].map(path => path.replace(/\/$/, ''))
}
