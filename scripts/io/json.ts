import {
  findNodeAtLocation,
  getNodeValue,
  type JSONPath,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser'
import { Failure } from './failure.ts'

/** A JSON file as read: its value, and failures that name file, line, column and path of a value in it. */
export interface JsonFile {
  value: unknown
  fault: (path: JSONPath, remedy: string) => Failure
}

/** Parses JSON (jsonc-parser knows where each value stands). A fault of syntax is a failure with file, line and column. */
export function parseJson(text: string, file: string): JsonFile {
  const bare = text.replace(/^\ufeff/, '')
  const errors: ParseError[] = []
  const tree = parseTree(bare, errors, { disallowComments: true, allowTrailingComma: false })
  if (errors[0]) {
    const reason = printParseErrorCode(errors[0].error)
    throw new Failure(`${place(file, bare, errors[0].offset)}: not valid JSON (${reason}); mend it there`)
  }
  return {
    value: tree && getNodeValue(tree),
    fault: (path, remedy) => {
      const offset = nodeAt(tree, path)?.offset ?? 0
      return new Failure(`${place(file, bare, offset)}: ${[printed(path), remedy].filter(Boolean).join(' ')}`)
    },
  }
}

/** The value at a path as an object; anything else is a failure that shows the form wanted. */
export function objectAt(
  value: unknown,
  file: JsonFile,
  path: JSONPath,
  form: string,
): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>
  throw file.fault(path, `must be of the form ${form}`)
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
