/** A strict reader of RFC 4180: every record ends with CRLF, quotes stand round a whole field or nowhere. Throws on anything else. */
export function parseRfc4180(text: string): string[][] {
  const records: string[][] = []
  let at = 0
  while (at < text.length) {
    const record: string[] = []
    for (;;) {
      const field = /"((?:[^"]|"")*)"|([^",\r\n]*)/y
      field.lastIndex = at
      const match = field.exec(text)!
      record.push(match[1]?.replaceAll('""', '"') ?? match[2]!)
      at = field.lastIndex
      if (text[at] !== ',') break
      at++
    }
    if (text.slice(at, at + 2) !== '\r\n') throw new Error(`no end of record at ${at}`)
    at += 2
    records.push(record)
  }
  return records
}
