/**
 * Thrown for a file that cannot be read. `message` names what is wrong, where, and what to do;
 * `readSource` puts the file's name before it. `code` is for pages that word it in their own language.
 */
export class ReadError extends Error {
  override readonly name = 'ReadError'
  constructor(
    readonly code: ReadErrorCode,
    message: string,
    /** Where the bytes go wrong, for `undecodable`: 0-based offset of the byte, 1-based line. */
    readonly place?: { offset: number; line: number },
  ) {
    super(message)
  }
}

/** The refusal of a file for its size, or for what it grows to: a few kilobytes can be made to burst. */
export function tooLarge(reason: string): ReadError {
  return new ReadError('too-large', `${reason}; give the text of the regulation alone`)
}

/** The same error with the file's name before it. */
export function inFile({ code, message, place }: ReadError, file: string): ReadError {
  return new ReadError(code, `${file}: ${message}`, place)
}

export type ReadErrorCode =
  | 'empty'
  | 'damaged'
  | 'undecodable'
  | 'not-text'
  | 'unknown-format'
  | 'html-no-text'
  | 'html-too-deep'
  | 'xml-no-text'
  | 'docx-damaged'
  | 'docx-no-text'
  | 'pdf-damaged'
  | 'pdf-encrypted'
  | 'pdf-no-text'
  | 'pdf-no-tables'
  | 'too-large'
