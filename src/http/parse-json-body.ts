import { keepBothOfKey, keepLongNumbers } from './exact-json.js'

export type JsonBody = { value: unknown } | { problem: 'not-json' | 'truncated' | 'not-utf8' }

/** Reads the bytes of an answer. Bytes that are not UTF-8 are refused: a replaced character would be another name. */
export const readJsonBody = (bytes: Uint8Array): JsonBody => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text: string
  try {
    text = decoder.decode(bytes, { stream: true })
  } catch {
    return { problem: 'not-utf8' }
  }
  try {
    decoder.decode()
  } catch {
    // The last character broke off.
    return { problem: 'truncated' }
  }
  return parseJsonBody(text)
}

/**
 * Reads the text of an answer that should be JSON, as it is written: no digit and no second value of a key is lost. A text that begins like JSON and does not parse was cut off on its way; anything
 * else, a proxy's HTML page for instance, is not JSON.
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
