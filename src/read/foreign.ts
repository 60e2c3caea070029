/**
 * What files are that people have instead of a document that can be read, by their first bytes, and what to do about each.
 */

/** Names the kind and the remedy of a file that is none of those read here; null where nothing is known of it. */
export function foreignKind(bytes: Uint8Array): string | null {
  const head = latin(bytes, 0, 600)
  const known = KINDS.find(([magic]) => magic.test(head))
  if (!known) return null
  return known[1] === OLE ? oldOffice(bytes) : known[1]
}

/** Bytes as characters of the same codes. */
export function latin(bytes: Uint8Array, from: number, to: number): string {
  let text = ''
  for (const byte of bytes.subarray(from, to)) text += String.fromCharCode(byte)
  return text
}

export const SAVE_AS_DOCX = 'open it in a word processor and save it as docx'
const READ_BY_EYE = 'run character recognition and give its text'
const UNPACK = 'unpack it and give the document inside'
const NO_DOCUMENT = 'give the regulation as txt, md, html, mht, docx, pdf or Akoma Ntoso'
const PICTURE = (name: string) => `a picture (${name}); ${READ_BY_EYE}`
const ARCHIVE = (name: string) => `an archive (${name}); ${UNPACK}`
const SOUND = (name: string) => `a sound recording (${name}); ${NO_DOCUMENT}`
const FILM = (name: string) => `a film (${name}); ${NO_DOCUMENT}`
const PROGRAM = (name: string) => `a program (${name}); ${NO_DOCUMENT}`
const FONT = `a font; ${NO_DOCUMENT}`
const OLE = 'ole'

// Each as the makers of the formats and the file command's tables have it. Bytes 0x80 to 0xff are written as \u0080 to \u00ff.
const KINDS: [RegExp, string][] = [
  [/^\u00d0\u00cf\u0011\u00e0/, OLE],
  [/^\{\\rtf/, `rich text (rtf); ${SAVE_AS_DOCX}`],
  [/^\u0089PNG/, PICTURE('png')],
  [/^\u00ff\u00d8\u00ff/, PICTURE('jpeg')],
  [/^GIF8[79]a/, PICTURE('gif')],
  [/^(II\*\0|MM\0\*)/, PICTURE('tiff')],
  [/^BM.{4}\0\0\0\0/s, PICTURE('bmp')],
  [/^RIFF.{4}WEBP/s, PICTURE('webp')],
  [/^.{4}ftyp(heic|heix|mif1|msf1|avif)/s, PICTURE('heic, avif')],
  [/^8BPS\0/, PICTURE('psd')],
  [/^\0\0\0\u000cjP {2}/, PICTURE('jpeg 2000')],
  [/^\0\0\u0001\0[\u0001-\u0040]\0/, PICTURE('ico')],
  [/^AT&TFORM/, `scanned pages (djvu); ${READ_BY_EYE}`],
  [/^(Rar!\u001a\u0007)/, ARCHIVE('rar')],
  [/^7z\u00bc\u00af\u0027\u001c/, ARCHIVE('7z')],
  [/^\u001f\u008b/, ARCHIVE('gz')],
  [/^BZh[1-9]1AY&SY/, ARCHIVE('bz2')],
  [/^\u00fd7zXZ\0/, ARCHIVE('xz')],
  [/^\u0028\u00b5\u002f\u00fd/, ARCHIVE('zst')],
  [/^MSCF\0/, ARCHIVE('cab')],
  [/^.{2}-lh[0-7]-/s, ARCHIVE('lzh')],
  [/^.{257}ustar/s, ARCHIVE('tar')],
  [/^PK(\u0005\u0006|\u0007\u0008)/, 'an empty or parted zip archive; give the document itself'],
  [/^ITSF/, `a help file (chm); ${NO_DOCUMENT}`],
  [/^bplist00/, 'a web archive of Safari or a property list (plist); save the page as html'],
  [/^\u004c\0\0\0\u0001\u0014\u0002\0/, 'a shortcut to another file (lnk); give the file itself'],
  [/^\[InternetShortcut\]/i, 'a link to a page (url); open it and save the page as html'],
  [/^\0\u0005\u0016\u0007/, 'what macOS keeps beside a file (._); give the file itself'],
  [/^(CAJ\0|HN\0\0|KDH )/, 'a document of CNKI (caj, kdh); save it as pdf in its viewer'],
  [/^Founder CEB/, 'a document of Founder (ceb); save it as pdf in its viewer'],
  [/^%!PS/, 'PostScript (ps); print it to a pdf'],
  [/^.{60}BOOKMOBI/s, `a book (mobi); ${NO_DOCUMENT}`],
  [/^(ID3[\u0002-\u0004]|\u00ff[\u00f2\u00f3\u00fa\u00fb])/, SOUND('mp3')],
  [/^OggS\0/, SOUND('ogg')],
  [/^fLaC\0/, SOUND('flac')],
  [/^#!AMR/, SOUND('amr')],
  [/^RIFF.{4}WAVE/s, SOUND('wav')],
  [/^.{4}ftypM4A/s, SOUND('m4a')],
  [/^RIFF.{4}AVI /s, FILM('avi')],
  [/^.{4}ftyp/s, FILM('mp4')],
  [/^\u001aE\u00df\u00a3/, FILM('mkv, webm')],
  [/^\u0030\u0026\u00b2\u0075\u008e\u0066\u00cf\u0011/, FILM('wmv, wma')],
  [/^FLV\u0001/, FILM('flv')],
  [/^\0\0\u0001[\u00ba\u00b3]/, FILM('mpg')],
  [/^MZ.{1,3}\0/s, PROGRAM('exe')],
  [/^\u007fELF/, PROGRAM('elf')],
  [/^[\u00ce\u00cf]\u00fa\u00ed\u00fe/, PROGRAM('mach-o')],
  [/^\u00ca\u00fe\u00ba\u00be/, PROGRAM('class')],
  [/^\0asm/, PROGRAM('wasm')],
  [/^(OTTO\0|\0\u0001\0\0\0|wOF[F2]|ttcf\0)/, FONT],
  [/^SQLite format 3\0/, `a database (sqlite); ${NO_DOCUMENT}`],
  [/^PAR1/, `a table (parquet); ${NO_DOCUMENT}`],
]

const OLD_OFFICE: [stream: string, kind: string][] = [
  ['EncryptedPackage', 'locked by a password (docx, xlsx, pptx); open it, take the password off and save it'],
  ['WordDocument', `an old Word or WPS file (doc, wps); ${SAVE_AS_DOCX}`],
  ['Workbook', 'an old spreadsheet (xls, et); give the regulation as txt, html, docx or pdf'],
  ['Book', 'an old spreadsheet (xls); give the regulation as txt, html, docx or pdf'],
  ['PowerPoint Document', 'old slides (ppt, dps); give the regulation as txt, html, docx or pdf'],
  ['__properties_version1.0', 'a mail of Outlook (msg); save it as text or html'],
]

/**
 * Old files of Office are folders of streams (MS-CFB); which program wrote one is told by their names. The names stand in the
 * sector that the header points to, 128 bytes each, UTF-16; those of the program itself are among the first.
 */
function oldOffice(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = bytes.length > 512 ? view.getUint16(30, true) : 0
  const first = bytes.length > 512 ? view.getUint32(48, true) : 0
  const from = (first + 1) * 2 ** Math.min(shift, 12)
  const names = new Set<string>()
  for (let at = from; at + 128 <= Math.min(bytes.length, from + NAMES_LOOKED_AT * 128); at += 128)
    names.add(latin(bytes, at, at + 64).replaceAll('\0', ''))
  return (
    OLD_OFFICE.find(([stream]) => names.has(stream))?.[1] ??
    `an old file of Office or WPS (doc, wps, xls, ppt); ${SAVE_AS_DOCX}`
  )
}

const NAMES_LOOKED_AT = 32

const ZIPPED: [part: string, kind: string][] = [
  ['OFD.xml', 'an OFD document; save it as pdf in its viewer'],
  ['xl/', 'a spreadsheet (xlsx); give the regulation as txt, html, docx or pdf'],
  ['ppt/', 'slides (pptx); give the regulation as txt, html, docx or pdf'],
  ['application/epub+zip', `a book (epub); ${UNPACK}`],
  ['opendocument', `an OpenDocument file (odt); ${SAVE_AS_DOCX}`],
  ['AndroidManifest.xml', PROGRAM('apk')],
]

/** The same for a zip that is no docx, by the names of its parts. */
export function foreignZip(names: string): string {
  return ZIPPED.find(([part]) => names.includes(part))?.[1] ?? `a zip archive that is no docx; ${UNPACK}`
}
