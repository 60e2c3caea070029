import type { JSONPath } from 'jsonc-parser'
import * as v from 'valibot'
import type { JsonFile } from './json.ts'

/** Forms of JSON files that people write, over valibot: each message says what is wanted in the place it names. */
export type Form<Shape = unknown> = v.GenericSchema<unknown, Shape>

export const text = v.string('must be text in quotes')
export const number = v.number('must be a number')
export const yesOrNo = v.boolean('must be true or false')
export const numberOrText = v.union([v.number(), v.string()], 'must be a number or text')

/** An object that has these fields; others may stand beside them. A field that is missing has the message of a wrong one. */
export function object<const Fields extends v.ObjectEntries>(fields: Fields, shown?: string) {
  const form =
    shown ??
    `{${Object.keys(fields)
      .map(name => `"${name}": …`)
      .join(', ')}}`
  const message = `must be of the form ${form}`
  const missing = ({ path }: { path?: { key?: unknown }[] | undefined }) => {
    const { message: wanted } = (fields[String(path?.at(-1)?.key)] ?? {}) as { message?: unknown }
    return typeof wanted === 'string' ? wanted : message
  }
  return v.pipe(v.custom<object>(isObject, message), v.looseObject(fields, missing))
}

/** An object of values by whatever name. */
export function map<Value extends v.GenericSchema>(value: Value, shown = '{"…": …}') {
  const message = `must be of the form ${shown}`
  return v.pipe(v.custom<object>(isObject, message), v.record(v.string(), value, message))
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function list<Value extends v.GenericSchema>(value: Value, message = 'must be a list […]') {
  return v.array(value, message)
}

/** A list of as many values as forms, each of its own form. */
export function row<const Values extends v.TupleItems>(values: Values, message?: string) {
  return v.strictTuple(values, message ?? `must be a list of ${values.length} values`)
}

/** A fault of form: where, and what is wanted there. */
export interface Fault {
  path: JSONPath
  wanted: string
}

/** The first fault of a value; `path` is where it stands in its file. */
export function faultIn(form: v.GenericSchema, value: unknown, path: JSONPath = []): Fault | null {
  const { issues } = v.safeParse(form, value, { abortEarly: true })
  if (!issues) return null
  const below = (issues[0].path ?? []).map(({ key }) => key as string | number)
  return { path: [...path, ...below], wanted: issues[0].message }
}

/** The whole of a JSON file, which has the form; else a failure. The type is for the caller to name. */
export function checked<Shape>(file: JsonFile, form: v.GenericSchema): Shape {
  const fault = faultIn(form, file.value)
  if (fault) throw file.fault(fault.path, fault.wanted)
  return file.value as Shape
}
