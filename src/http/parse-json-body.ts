export type JsonBody = { value: unknown } | { problem: 'not-json' | 'truncated' }

/**
 * Reads the text of an answer that should be JSON. A text that begins like JSON and does not parse was cut off on its way; anything
 * else, a proxy's HTML page for instance, is not JSON.
 */
export const parseJsonBody = (text: string): JsonBody => {
  try {
    const value: unknown = JSON.parse(text)
    return { value }
  } catch {
    return { problem: /^\s*(?:[{[]|$)/.test(text) ? 'truncated' : 'not-json' }
  }
}
