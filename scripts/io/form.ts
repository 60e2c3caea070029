import type { JSONPath } from 'jsonc-parser'
import { type JsonFile, objectAt } from './json.ts'

/** What a value in a JSON file must be; anything else is a failure that names its place and says what is wanted. */
export type Form = (value: unknown, path: JSONPath, file: JsonFile) => void

/** The whole of a JSON file, which has the form. The type is for the caller to name. */
export function checked<Shape>(file: JsonFile, form: Form): Shape {
  form(file.value, [], file)
  return file.value as Shape
}

export const text = those(value => typeof value === 'string', 'must be text in quotes')
export const number = those(value => typeof value === 'number', 'must be a number')
export const yesOrNo = those(value => typeof value === 'boolean', 'must be true or false')
export const numberOrText = those(value => /^(number|string)$/.test(typeof value), 'must be a number or text')
export const anything: Form = () => {}

/** Values that pass a test. */
export function those(test: (value: unknown) => boolean, remedy: string): Form {
  return (value, path, file) => {
    if (!test(value)) throw file.fault(path, remedy)
  }
}

export function listOf(form: Form): Form {
  return (value, path, file) => {
    if (!Array.isArray(value)) throw file.fault(path, 'must be a list […]')
    for (const [index, item] of value.entries()) form(item, [...path, index], file)
  }
}

/** A list of as many values as forms, each of its own form. */
export function rowOf(...forms: Form[]): Form {
  return (value, path, file) => {
    if (!Array.isArray(value) || value.length !== forms.length)
      throw file.fault(path, `must be a list of ${forms.length} values`)
    for (const [index, form] of forms.entries()) form(value[index], [...path, index], file)
  }
}

/** An object with these fields; others may stand beside them. */
export function objectOf(fields: Record<string, Form>): Form {
  const wanted = `{${Object.keys(fields)
    .map(name => `"${name}": …`)
    .join(', ')}}`
  return (value, path, file) => {
    const object = objectAt(value, file, path, wanted)
    for (const [name, form] of Object.entries(fields)) form(object[name], [...path, name], file)
  }
}

/** An object of values by whatever name. */
export function mapOf(form: Form): Form {
  return (value, path, file) => {
    for (const [name, item] of Object.entries(objectAt(value, file, path, '{"…": …}')))
      form(item, [...path, name], file)
  }
}

export function optional(form: Form): Form {
  return (value, path, file) => {
    if (value !== undefined) form(value, path, file)
  }
}

export function orNull(form: Form): Form {
  return (value, path, file) => {
    if (value !== null) form(value, path, file)
  }
}
