import { isUtf8 } from 'node:buffer'

const nothing = Buffer.alloc(0)

/** The longest character of UTF-8, in bytes. */
const longestCharacter = 4

/**
 * Turns pieces of a UTF-8 text into text, wherever the cuts fall. Each call gives back `undefined` when the
 * bytes are not UTF-8.
 */
export interface Utf8Pieces {
  decode(bytes: Buffer): string | undefined
  /** The end: nothing may be left over. */
  end(): string | undefined
}

/**
 * Bytes that are not UTF-8 must not become replacement characters that are then written back, so they are
 * found out. `TextDecoder` would do that too, but its texts take two bytes a character, which a large answer
 * pays for in memory and time.
 */
export const createUtf8Pieces = (): Utf8Pieces => {
  let left = nothing
  return {
    decode: (bytes) => {
      const all = left.length === 0 ? bytes : Buffer.concat([left, bytes])
      const end = findLastWholeCharacter(all)
      left = end === all.length ? nothing : Buffer.from(all.subarray(end))
      const whole = end === all.length ? all : all.subarray(0, end)
      return isUtf8(whole) ? whole.toString('utf8') : undefined
    },
    end: () => (left.length === 0 ? '' : undefined),
  }
}

/** Where the last character begins that is not there in full, or the end. */
const findLastWholeCharacter = (bytes: Buffer): number => {
  const from = Math.max(0, bytes.length - longestCharacter + 1)
  for (let i = bytes.length - 1; i >= from; i -= 1) {
    const byte = bytes[i] ?? 0
    if (isContinuation(byte)) continue
    return i + lengthOfCharacter(byte) > bytes.length ? i : bytes.length
  }
  return bytes.length
}

const isContinuation = (byte: number): boolean => (byte & 0b1100_0000) === 0b1000_0000

const lengthOfCharacter = (firstByte: number): number => {
  if (firstByte >= 0b1111_0000) return 4
  if (firstByte >= 0b1110_0000) return 3
  return firstByte >= 0b1100_0000 ? 2 : 1
}
