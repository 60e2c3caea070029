import { strToU8, zipSync } from 'fflate'

/**
 * An Office Open XML package from the texts of its parts. fflate rather than an office library: these few parts are
 * fixed, the same code runs in the page, and the bytes do not depend on clock or time zone.
 */
export function packageOf(parts: Record<string, string>): Uint8Array {
  // zip keeps local time: a local date has the same fields, and so the same bytes, in every zone.
  const mtime = new Date(1980, 0, 1)
  const files = Object.fromEntries(
    Object.entries(parts).map(([path, text]) => [path, strToU8(`${DECLARATION}${text}`)]),
  )
  return zipSync(files, { level: 6, mtime })
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** A relationships part: for each id a type (the last word of its URI) and a target. */
export function relationships(relations: [id: string, type: string, target: string][]): string {
  const lines = relations.map(
    ([id, type, target]) =>
      `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`
}

/** The content types part: for each part its type after `application/vnd.openxmlformats-officedocument.`. */
export function contentTypes(types: Record<string, string>): string {
  const lines = Object.entries(types).map(
    ([part, type]) =>
      `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`,
  )
  return (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${lines.join('')}</Types>`
  )
}
