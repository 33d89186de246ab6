/**
 * A copy that stands on its own. A piece cut from a longer text keeps the whole of that text in memory, and
 * what is kept of a company's answer would so keep the answer. Joining two pieces makes the engine write a
 * new text in one piece; adding a letter and cutting it off again would leave a piece of the longer one,
 * which is twice as large.
 */
export const ownCopy = (text: string): string => {
  if (text.length < 13) return text
  const middle = text.length >> 1
  return [text.slice(0, middle), text.slice(middle)].join('')
}

const mostKnown = 20_000

/**
 * Remembers what a conversion gave for a text, so that texts that come by the ten thousand (countries,
 * cities, dates) are converted and kept once. Past a bound it remembers no more, and goes on converting.
 */
export const createMemory = <Result extends string | undefined>(
  convert: (text: string) => Result,
): ((text: string) => Result) => {
  const known = new Map<string, Result>()
  return (text) => {
    const remembered = known.get(text)
    if (remembered !== undefined) return remembered
    const own = ownCopy(text)
    const result = convert(own)
    if (known.size < mostKnown) known.set(own, result)
    return result
  }
}
