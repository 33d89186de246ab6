/** Parts of Dutch names that many people share. */
const particles: ReadonlySet<string> = new Set(
  [
    'van',
    'de',
    'den',
    'der',
    'het',
    'te',
    'ten',
    'ter',
    'in',
    'op',
    'la',
    'le',
    'el',
    'al',
    'von',
    'dos',
    'da',
    'di',
  ].concat(['drs', 'ing', 'ir', 'mr', 'dr', 'bsc', 'msc', 'mba', 'dhr', 'mevr', 'mw']),
)

const wordsOf = (name: string): string[] =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1 && !particles.has(word))

/** The words of a name, the first name first: `Jansen, Piet` is `Piet Jansen`. */
const inOrder = (name: string): string[] => wordsOf(name.split(',').toReversed().join(' '))

/**
 * Whether two spellings can be of one person: every word of the shorter one that is no initial, particle or
 * title stands in the other, and it is more than a first name. A name without such a word says nothing, so it
 * is not held against anyone.
 */
export const isSamePerson = (left: string, right: string): boolean => {
  const [short = [], long = []] = [inOrder(left), inOrder(right)].toSorted(
    (one, other) => one.length - other.length,
  )
  if (short.length === 0) return true
  const isFirstName = short.length === 1 && long.length > 1 && short[0] === long[0]
  return !isFirstName && short.every((word) => long.includes(word))
}
