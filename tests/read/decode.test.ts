import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/read/decode.ts'
import { ReadError } from '../../src/read/error.ts'

const SIMPLIFIED =
  '第一条　为了加强市人民政府工作，根据《宪法》和有关法律，制定本规则。\n第二条　本规则自公布之日起施行。\n'
const TRADITIONAL =
  '第一條　為了加強市政府工作，依據憲法及有關法律，訂定本規則。\n第二條　本規則自公布日施行。\n'

function errorOf(act: () => unknown): ReadError {
  try {
    act()
  } catch (error) {
    if (error instanceof ReadError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('encodings', () => {
  it.each(['utf-8', 'gb18030', 'gbk', 'utf-16le', 'utf-16be'])(
    '%s is found without being named',
    encoding => {
      const { text, encoding: found, problems } = decode(iconv.encode(SIMPLIFIED, encoding))
      expect([text, found, problems]).toEqual([SIMPLIFIED, encoding === 'gbk' ? 'gb18030' : encoding, []])
    },
  )

  it('Big5 is told from GB18030, in which its bytes are valid too', () => {
    expect(decode(iconv.encode(TRADITIONAL, 'big5'))).toEqual({
      text: TRADITIONAL,
      encoding: 'big5',
      problems: [],
    })
  })

  it.each(['utf-8', 'utf-16le', 'utf-16be'])(
    'the byte order mark of %s decides and is no part of the text',
    encoding => {
      const bytes = iconv.encode(SIMPLIFIED, encoding, { addBOM: true })
      expect(decode(bytes, 'big5')).toMatchObject({ text: SIMPLIFIED, encoding })
    },
  )

  it('characters of the supplementary planes and of HKSCS are read: 𠮷, 衞, 〇', () => {
    expect(decode(iconv.encode(`${SIMPLIFIED}𠮷`, 'gb18030')).text).toBe(`${SIMPLIFIED}𠮷`)
    expect(decode(iconv.encode(`${TRADITIONAL}衞二〇〇七`, 'big5')).text).toBe(`${TRADITIONAL}衞二〇〇七`)
  })

  it('a meta charset is believed when the bytes agree, passed over when they do not', () => {
    const page = (charset: string) => `<meta charset="${charset}"><p>${SIMPLIFIED}</p>`
    expect(decode(iconv.encode(page('gb2312'), 'gb18030')).encoding).toBe('gb18030')
    expect(decode(iconv.encode(page('gb2312'), 'utf-8')).text).toBe(page('gb2312'))
    expect(decode(iconv.encode(page('utf-8'), 'gb18030')).text).toBe(page('utf-8'))
  })

  it('an encoding that the manifest states wrongly is reported and not used', () => {
    const { text, problems } = decode(iconv.encode(SIMPLIFIED, 'utf-8'), 'gb18030')
    expect(text).toBe(SIMPLIFIED)
    expect(problems.map(problem => problem.rule)).toEqual(['encoding-contradiction'])
    expect(decode(iconv.encode(SIMPLIFIED, 'utf-8'), 'klingon').problems[0]?.rule).toBe('encoding-unknown')
  })

  it('plain Latin text is UTF-8, Japanese read as Chinese is doubted', () => {
    expect(decode(new TextEncoder().encode('no Chinese here\n'))).toMatchObject({
      encoding: 'utf-8',
      problems: [],
    })
    const japanese = iconv.encode('これはひらがなだけのぶんしょうです。'.repeat(3), 'shift_jis')
    expect(decode(japanese).problems.map(problem => problem.rule)).toEqual(['encoding-doubtful'])
  })
})

describe('bytes that cannot be read', () => {
  const damaged = (encoding: string, at: number) => {
    const bytes = new Uint8Array(iconv.encode(SIMPLIFIED, encoding))
    bytes[at] = 0xff
    return bytes
  }
  const second = (encoding: string) => iconv.encode(SIMPLIFIED.split('\n')[0]!, encoding).length + 1

  it.each(['utf-8', 'gb18030'])('are refused in %s with offset, line and remedy', encoding => {
    const at = second(encoding) + 6
    const error = errorOf(() => decode(damaged(encoding, at)))
    expect(error.code).toBe('undecodable')
    expect(error.place?.line).toBe(2)
    expect(Math.abs(error.place!.offset - at)).toBeLessThanOrEqual(1)
    expect(error.message).toMatch(
      new RegExp(`^byte \\d+ \\(line 2, after “[^”\ufffd]+”\\) is not ${encoding}; .*manifest`),
    )
  })

  it('a file cut off inside a character is refused at its end', () => {
    const bytes = iconv.encode('第一条\n为了加强政府工作', 'gb18030')
    expect(errorOf(() => decode(bytes.subarray(0, -1))).place).toEqual({ offset: bytes.length - 2, line: 2 })
  })

  it('become U+FFFD with a problem each only where a lossy reading is asked for', () => {
    const bytes = damaged('gb18030', second('gb18030') + 6)
    for (const lossy of [decode(bytes, undefined, { lossy: true }), decode(bytes, 'gb18030-lossy')]) {
      // A wrong lead byte can spoil the pairing of those after it.
      expect(lossy.problems.length).toBeGreaterThan(0)
      expect(lossy.problems.length).toBeLessThanOrEqual(2)
      for (const { rule, severity, span } of lossy.problems) {
        expect([rule, severity]).toEqual(['undecodable-bytes', 'error'])
        expect(lossy.text.slice(span.start, span.end)).toMatch(/^\ufffd+$/)
      }
      expect(lossy.text.startsWith(SIMPLIFIED.slice(0, 36))).toBe(true)
    }
  })

  it('U+FFFD that the file itself holds is reported where it stands', () => {
    const { problems } = decode(new TextEncoder().encode('第一条 为了加强\ufffd\ufffd工作。'))
    expect(problems).toMatchObject([{ rule: 'replacement-character', span: { start: 8, end: 10 } }])
  })

  it('a file of control characters is no text', () => {
    expect(errorOf(() => decode(Uint8Array.from({ length: 400 }, (_, at) => at % 8))).code).toBe('not-text')
  })
})
