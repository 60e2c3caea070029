import {
  findNodeAtLocation,
  getNodePath,
  getNodeValue,
  type JSONPath,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser'
import { readBytesOf } from './bytes.ts'
import { Failure, reasonOf } from './failure.ts'
import type { Finding } from './finding.ts'

/** A JSON file as read: its value, and failures that name file, line, column and path of a value in it. */
export interface JsonFile {
  value: unknown
  fault: (path: JSONPath, remedy: string) => Failure
  /** The same as a warning. */
  finding: (rule: string, path: JSONPath, message: string) => Finding
  /** Paths of keys that stand twice in one object: only the last counts. */
  doubledKeys: JSONPath[]
}

/** Reads a JSON file. What cannot be read, or is no JSON, is a failure; `remedy` says what to do where there is no such file. */
export function readJson(file: string, remedy: string): JsonFile {
  return parseJson(utf8(bytesOf(file, remedy), file), file)
}

function bytesOf(file: string, remedy: string): Uint8Array {
  try {
    return readBytesOf(file)
  } catch (error) {
    throw new Failure(`${file}: ${reasonOf(error)}; ${remedy}`, undefined, error)
  }
}

/** The text that the bytes of a file are in UTF-8; others are a failure. */
export function utf8(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    throw new Failure(`${file}: not valid UTF-8; save the file as UTF-8`, undefined, error)
  }
}

/** Parses JSON (jsonc-parser knows where each value stands). A fault of syntax is a failure with file, line and column. */
export function parseJson(text: string, file: string): JsonFile {
  const bare = text.replace(/^\ufeff/, '')
  refuseDeep(bare, file)
  const errors: ParseError[] = []
  const tree = parseTree(bare, errors, { disallowComments: true, allowTrailingComma: false })
  if (errors[0]) {
    const reason = printParseErrorCode(errors[0].error)
    throw new Failure(`${place(file, bare, errors[0].offset)}: not valid JSON (${reason}); mend it there`)
  }
  const placeOf = (path: JSONPath) => place(file, bare, nodeAt(tree, path)?.offset ?? 0)
  const told = (path: JSONPath, message: string) => [printed(path), message].filter(Boolean).join(' ')
  return {
    value: tree && getNodeValue(tree),
    fault: (path, remedy) => new Failure(`${placeOf(path)}: ${told(path, remedy)}`),
    finding: (rule, path, message) => ({
      rule,
      severity: 'warning',
      place: placeOf(path),
      message: told(path, message),
    }),
    doubledKeys: tree ? doubledKeysIn(tree) : [],
  }
}

function doubledKeysIn(node: Node): JSONPath[] {
  const keys = node.type === 'object' ? (node.children ?? []).map(({ children }) => children![0]!) : []
  const doubled = keys.filter((key, at) => keys.slice(0, at).some(({ value }) => value === key.value))
  return [...doubled.map(key => getNodePath(key)), ...(node.children ?? []).flatMap(doubledKeysIn)]
}

// No file of ours has more than ten levels. Parser and reader call themselves for each level: some thousand end in an error.
const DEEPEST = 200

function refuseDeep(text: string, file: string): void {
  let depth = 0
  for (const { 0: token, index } of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"?|[[\]{}]/gs)) {
    if (token === '[' || token === '{') depth++
    if (token === ']' || token === '}') depth--
    if (depth > DEEPEST)
      throw new Failure(
        `${place(file, text, index)}: more than ${DEEPEST} levels of lists and objects; take some out`,
      )
  }
}

function place(file: string, text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n')
  return `${file}:${before.length}:${before.at(-1)!.length + 1}`
}

/** The value at the path, or the nearest one round it when there is none. */
function nodeAt(tree: Node | undefined, path: JSONPath): Node | undefined {
  for (let length = path.length; tree && length > 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length))
    if (node) return node
  }
  return tree
}

/** regulations[2].id */
function printed(path: JSONPath): string {
  const steps = path.map(step => {
    if (typeof step === 'number') return `[${step}]`
    return /^\w+$/.test(step) ? `.${step}` : `["${step}"]`
  })
  return steps.join('').replace(/^\./, '')
}
