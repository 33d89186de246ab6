import { isUtf8 } from 'node:buffer'

import { keepBothOfKey, keepLongNumbers } from './exact-json.js'

export type JsonBody = { value: unknown } | { problem: 'not-json' | 'truncated' | 'not-utf8' }

/**
 * Reads the bytes of an answer. Bytes that are not UTF-8 are refused: a replaced character would be another
 * name.
 */
export const readJsonBody = (bytes: Uint8Array): JsonBody =>
  isUtf8(bytes) ? parseJsonBody(toText(bytes)) : { problem: findProblem(bytes) }

/**
 * Node writes a text of plain letters with one byte for each; a `TextDecoder` takes two, which every page of
 * a large list pays for.
 */
const toText = ({ buffer, byteOffset, byteLength }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('utf8').replace(byteOrderMark, '')

const byteOrderMark = /^\uFEFF/

/** What is wrong with bytes that are not UTF-8: all of it, or a last character that broke off. */
const findProblem = (bytes: Uint8Array): 'not-utf8' | 'truncated' => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return 'truncated'
  } catch {
    return 'not-utf8'
  }
}

/**
 * Reads the text of an answer that should be JSON, as it is written: no digit and no second value of a key is
 * lost. A text that begins like JSON and does not parse was cut off on its way; anything else, a proxy's HTML
 * page for instance, is not JSON.
 */
export const parseJsonBody = (text: string): JsonBody => {
  try {
    const exact = keepLongNumbers(text)
    const value: unknown = JSON.parse(exact)
    return { value: keepBothOfKey(exact, value) }
  } catch {
    return { problem: /^\s*(?:[{[]|$)/.test(text) ? 'truncated' : 'not-json' }
  }
}
