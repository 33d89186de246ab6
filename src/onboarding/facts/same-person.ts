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

/**
 * Whether two spellings can be of one person: they share a word that is no initial, particle or title. A name without such a word says
 * nothing, so it is not held against anybody.
 */
export const shareAWord = (left: string, right: string): boolean => {
  const [here, there] = [wordsOf(left), wordsOf(right)]
  return here.length === 0 || there.length === 0 || here.some((word) => there.includes(word))
}
