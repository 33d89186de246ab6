/** A string, a number, a word or a sign of JSON text. */
const token = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/g

/** Numbers of so many digits after the point are looked at; nearly no text has one. */
const longFraction = /\.\d{5}/
/** Up to so many digits a number is what it is written as. */
const exactDigits = 15

/**
 * JSON text in which numbers with a fraction that reading would round are texts: the digits stay, and anyone
 * who wants an amount sees that it is none. A number of fewer digits is left as it is.
 */
export const keepLongNumbers = (text: string): string =>
  longFraction.test(text) ? text.replace(token, (one) => (isRounded(one) ? `"${one}"` : one)) : text

const isRounded = (one: string): boolean => {
  if (!/^-?\d/.test(one) || !one.includes('.')) return false
  const digits = one
    .replace(/[eE].*$/, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '')
  return digits.length > exactDigits
}

/**
 * What the text says, where an object in it has a key twice: then both values stand there as a list, which is
 * no value of any field. `value` is what was read from the text; it is given back where it has as many keys
 * as the text, so that none is gone.
 */
export const keepBothOfKey = (text: string, value: unknown): unknown =>
  countKeys(value) === countColons(text) ? value : readTokens(text.match(token) ?? [])

const countKeys = (value: unknown): number => {
  const open: unknown[] = [value]
  let count = 0
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    // Without a list of each object's values: there are hundreds of thousands of objects.
    for (const key in next as Readonly<Record<string, unknown>>) {
      const part = (next as Readonly<Record<string, unknown>>)[key]
      if (!Array.isArray(next)) count += 1
      if (typeof part === 'object' && part !== null) open.push(part)
    }
  }
  return count
}

/** One too many for each that stands in a string: then the text is read closely for nothing. */
const countColons = (text: string): number => {
  const colon = /"\s*:/g
  let count = 0
  while (colon.test(text)) count += 1
  return count
}

/** The text is known to be JSON. */
const readTokens = (tokens: readonly string[]): unknown => {
  let at = 0
  const readObject = (): unknown => {
    const fields = new Map<string, unknown>()
    while (tokens[at] !== '}') {
      // Two spellings of one key are one key.
      const key = String(JSON.parse(tokens[at] ?? '""'))
      at += 2
      const value = read()
      fields.set(key, fields.has(key) ? [fields.get(key), value] : value)
      if (tokens[at] === ',') at += 1
    }
    at += 1
    return Object.fromEntries(fields)
  }
  const readList = (): unknown => {
    const values: unknown[] = []
    while (tokens[at] !== ']') {
      values.push(read())
      if (tokens[at] === ',') at += 1
    }
    at += 1
    return values
  }
  const read = (): unknown => {
    const one = tokens[at] ?? 'null'
    at += 1
    if (one === '{') return readObject()
    if (one === '[') return readList()
    const value: unknown = JSON.parse(one)
    return value
  }
  return read()
}
