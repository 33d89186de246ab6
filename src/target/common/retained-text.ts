/**
 * A copy that stands on its own. A piece cut from a longer text keeps the whole of that text in memory, and what is kept of a
 * company's answer would so keep the answer. Joining makes the engine write a new text.
 */
export const ownCopy = (text: string): string => (text.length < 13 ? text : ` ${text}`.slice(1))

const mostKnown = 20_000

/**
 * Remembers what a conversion gave for a text, so that texts that come by the ten thousand (countries, cities, dates) are converted and
 * kept once. Past a bound it remembers no more, and goes on converting.
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
