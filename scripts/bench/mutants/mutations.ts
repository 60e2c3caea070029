import { parseSync } from 'vite'

/** One small change to a source file: offsets are UTF-16 code units of its text. */
export interface Mutation {
  kind: Kind
  file: string
  /** Counted from 1, as the column. */
  line: number
  column: number
  start: number
  end: number
  before: string
  after: string
}

export type Kind = 'threshold' | 'comparison' | 'logic' | 'step' | 'negation' | 'truth' | 'word' | 'entry'

/**
 * Every small change that may be made to a program: a threshold halved, a comparison or a logical sign turned, a step of one
 * taken the other way or not at all, a denial dropped, true for false, a word out of a pattern, an entry out of a list. Never in
 * types, imports, comments, or words for people.
 */
export function mutationsOf(file: string, text: string): Mutation[] {
  const { program, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`cannot parse ${file}: ${errors[0]!.message}`)
  const edits: Edit[] = []
  walk(program as unknown as Node, [], (node, parents) => edits.push(...editsOf(node, parents, text)))
  const placeOf = placesIn(text)
  return edits
    .map(edit => ({ file, ...edit, ...placeOf(edit.start), before: text.slice(edit.start, edit.end) }))
    .sort((x, y) => x.start - y.start || x.end - y.end || (x.after < y.after ? -1 : 1))
}

/** The text with the change made. */
export function mutated(text: string, { start, end, after }: Mutation): string {
  return text.slice(0, start) + after + text.slice(end)
}

interface Node {
  type: string
  start: number
  end: number
  [key: string]: unknown
}

type Edit = Pick<Mutation, 'kind' | 'start' | 'end' | 'after'>

// Of these a TypeScript node holds an expression; all else of TypeScript is types.
const WRAPPERS = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression'])
const TYPES = new Set(['typeAnnotation', 'returnType', 'typeParameters', 'typeArguments'])
// Words for people stand under these keys: what they say is no rule.
const FOR_PEOPLE = new Set(['zh', 'en', 'note', 'gist', 'message', 'why'])

function walk(node: Node, parents: Node[], visit: (node: Node, parents: Node[]) => void): void {
  if (isLeftOut(node)) return
  visit(node, parents)
  for (const [key, value] of Object.entries(node)) {
    if (TYPES.has(key)) continue
    for (const child of [value].flat()) if (isNode(child)) walk(child, [...parents, node], visit)
  }
}

function isLeftOut(node: Node): boolean {
  if (node.type === 'ImportDeclaration' || (node.type.startsWith('TS') && !WRAPPERS.has(node.type)))
    return true
  return (
    node.type === 'Property' && FOR_PEOPLE.has(nameOf(node.key as Node)) && !isFunction(node.value as Node)
  )
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
}

function nameOf({ name, value }: Node): string {
  return String(name ?? value)
}

function isFunction({ type }: Node): boolean {
  return type === 'ArrowFunctionExpression' || type === 'FunctionExpression' || type === 'FunctionDeclaration'
}

const COMPARISONS: Record<string, string> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
}
const LOGIC: Record<string, string> = { '&&': '||', '||': '&&' }

function editsOf(node: Node, parents: Node[], text: string): Edit[] {
  switch (node.type) {
    case 'BinaryExpression':
      return [...signTurned(node, COMPARISONS, 'comparison', text), ...stepsOf(node, text)]
    case 'LogicalExpression':
      return signTurned(node, LOGIC, 'logic', text)
    case 'UnaryExpression':
      return node.operator === '!'
        ? [{ kind: 'negation', start: node.start, end: (node.argument as Node).start, after: '' }]
        : []
    case 'Literal':
      return literalEdits(node, parents, text)
    case 'TemplateLiteral':
      return wordsLeftOut(node, text)
    case 'ArrayExpression':
    case 'ObjectExpression':
      return entriesLeftOut(node, parents, text)
    default:
      return []
  }
}

function signTurned(node: Node, signs: Record<string, string>, kind: Kind, text: string): Edit[] {
  const sign = node.operator as string
  const after = signs[sign]
  if (!after) return []
  const [left, right] = [node.left as Node, node.right as Node]
  const start = left.end + text.slice(left.end, right.start).indexOf(sign)
  return [{ kind, start, end: start + sign.length, after }]
}

/** x + 1 as x - 1 and as x; x - 1 likewise. */
function stepsOf(node: Node, text: string): Edit[] {
  const [left, right] = [node.left as Node, node.right as Node]
  const turned = { '+': '-', '-': '+' }[node.operator as string]
  if (!turned || right.value !== 1) return []
  const rest = text.slice(left.end, right.end)
  return [
    { kind: 'step', start: left.end, end: right.end, after: rest.replace(/[+-]/, turned) },
    { kind: 'step', start: left.end, end: right.end, after: '' },
  ]
}

function literalEdits(node: Node, parents: Node[], text: string): Edit[] {
  const { value, start, end } = node
  if (typeof value === 'boolean') return [{ kind: 'truth', start, end, after: String(!value) }]
  if (typeof value === 'number')
    return value !== 0 && isThreshold(parents)
      ? [{ kind: 'threshold', start, end, after: `${value / 2}` }]
      : []
  return node.regex || typeof value === 'string' ? wordsLeftOut(node, text) : []
}

/** Whether a number stands in a constant with a name in capitals. */
function isThreshold(parents: Node[]): boolean {
  const declared = parents.find(({ type }) => type === 'VariableDeclarator')
  return /^[A-Z][A-Z\d_]*$/.test(nameOf((declared?.id as Node) ?? {})) && !parents.some(isFunction)
}

/** A pattern without one of the words between its bars; a string is a pattern where it has bars and Chinese words. */
function wordsLeftOut(node: Node, text: string): Edit[] {
  const source = text.slice(node.start, node.end)
  if (!node.regex && !/[\u4e00-\u9fff]/.test(source)) return []
  const body = node.regex ? source.lastIndexOf('/') : source.length - 1
  return alternativesOf(source, 1, body).map(({ start, end }) => ({
    kind: 'word',
    start: node.start + start,
    end: node.start + end,
    after: '',
  }))
}

/** Each alternative of a pattern between two offsets, with one of the bars beside it. */
function alternativesOf(source: string, from: number, to: number): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  // What is open: where each group's alternatives begin.
  const open: number[][] = [[from]]
  const close = (end: number) => {
    const starts = open.pop()!
    if (starts.length < 2) return
    for (const [at, start] of starts.entries()) {
      const next = starts[at + 1]
      found.push(next === undefined ? { start: start - 1, end } : { start, end: next })
    }
  }
  for (let at = from; at < to; at++) {
    const sign = source[at]
    if (sign === '\\') at++
    else if (sign === '[') at = closingOf(source, at, ']')
    else if (sign === '$' && source[at + 1] === '{') at = closingOf(source, at, '}')
    else if (sign === '(') {
      at += /^\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/.exec(source.slice(at))![0].length - 1
      open.push([at + 1])
    } else if (sign === ')' && open.length > 1) close(at)
    else if (sign === '|') open.at(-1)!.push(at + 1)
  }
  while (open.length > 0) close(to)
  return found
}

function closingOf(source: string, from: number, sign: string): number {
  for (let at = from + 1; at < source.length; at++) {
    if (source[at] === '\\') at++
    else if (source[at] === sign) return at
  }
  return source.length
}

/** A list of the module, or a table with Chinese keys, without one of its entries. */
function entriesLeftOut(node: Node, parents: Node[], text: string): Edit[] {
  if (parents.some(isFunction)) return []
  const entries = (node.elements ?? node.properties) as (Node | null)[]
  const isList = node.type === 'ArrayExpression' ? !isTuple(parents) : entries.every(hasChineseKey)
  if (!isList || entries.length < 2 || entries.includes(null)) return []
  return (entries as Node[]).map((entry, at) => {
    const next = entries[at + 1]
    const [start, end] = next ? [entry.start, next.start] : [entries[at - 1]!.end, entry.end]
    return { kind: 'entry', start, end: next ? startOfEntry(text, end) : end, after: '' }
  })
}

// A comment above the next entry stays with it.
function startOfEntry(text: string, start: number): number {
  const above = /(?:\n[ \t]*\/\/[^\n]*)+\n[ \t]*$/.exec(text.slice(0, start))
  return above ? above.index + 1 : start
}

/** Whether a list is one of several in a list, or of a map: a pair or a row of values rather than a list of words. */
function isTuple(parents: Node[]): boolean {
  return parents.at(-1)?.type === 'ArrayExpression'
}

function hasChineseKey(entry: Node | null): boolean {
  return entry?.type === 'Property' && /[\u4e00-\u9fff]/.test(nameOf(entry.key as Node))
}

function placesIn(text: string): (at: number) => Pick<Mutation, 'line' | 'column'> {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  return at => {
    const line = starts.findLastIndex(start => start <= at)
    return { line: line + 1, column: at - starts[line]! + 1 }
  }
}
