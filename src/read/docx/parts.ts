import { TextDecoder } from '@exodus/bytes/encoding-browser.js'
import { strFromU8, unzipSync } from 'fflate'
import { ReadError, tooLarge } from '../error.ts'
import { LARGEST_PART, MOST_UNPACKED } from '../thresholds.ts'
import type { Counted } from '../xml.ts'

/** The parts of a Word file whose names are wanted, unpacked; those that are not there are missing. */
export type Unpack = (isWanted: (name: string) => boolean) => Record<string, Uint8Array>

/** What was read so far of this file and of those that it takes in: bytes unpacked, elements. */
export interface Budget extends Counted {
  unpacked: number
}

/**
 * Opens the archive that a Word file is. Throws ReadError `docx-damaged`, or `too-large` before anything is unpacked that has
 * more bytes, alone or with what was unpacked before, than is read.
 */
export function archiveOf(bytes: Uint8Array, budget: Budget): Unpack {
  const isReadable = (name: string, size: number) => {
    refuseAbove(name, size, LARGEST_PART)
    budget.unpacked += size
    refuseAbove('what the file holds', budget.unpacked, MOST_UNPACKED)
    return true
  }
  return isWanted => {
    try {
      return unzipSync(bytes, {
        filter: ({ name, originalSize }) => isWanted(name) && isReadable(name, originalSize),
      })
    } catch (error) {
      if (error instanceof ReadError) throw error
      throw damaged('the archive is broken or incomplete')
    }
  }
}

function refuseAbove(what: string, size: number, most: number): void {
  const megabytes = Math.round(size / 1e6)
  if (size > most) throw tooLarge(`${what} has ${megabytes} MB when unpacked; at most ${most / 1e6} are read`)
}

/** The text of a part in XML, which is in UTF-8 or UTF-16. */
export function xmlText(data: Uint8Array): string {
  if (data[0] === 0xff || data[0] === 0xfe)
    return new TextDecoder(data[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(data)
  return strFromU8(data).replace(/^\ufeff/, '')
}

export function damaged(reason: string): ReadError {
  return new ReadError(
    'docx-damaged',
    `not a readable docx: ${reason}; open it in a word processor and save it again as docx`,
  )
}
