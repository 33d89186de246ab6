/** Letters that Unicode does not take apart into a base letter and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ĸ: 'k',
  ł: 'l',
  ŋ: 'n',
  ŧ: 't',
  þ: 'th',
  ß: 'ss',
  ƒ: 'f',
  ɓ: 'b',
  ɗ: 'd',
  ɛ: 'e',
  ə: 'e',
  ǝ: 'e',
  ⱥ: 'a',
  ƀ: 'b',
  ƈ: 'c',
  ȼ: 'c',
  ɖ: 'd',
  ɇ: 'e',
  ɠ: 'g',
  ǥ: 'g',
  ɣ: 'g',
  ɨ: 'i',
  ɉ: 'j',
  ƙ: 'k',
  ƚ: 'l',
  ɲ: 'n',
  ɔ: 'o',
  ɵ: 'o',
  ƥ: 'p',
  ɍ: 'r',
  ƭ: 't',
  ⱦ: 't',
  ʉ: 'u',
  ʊ: 'u',
  ʋ: 'v',
  ƴ: 'y',
  ɏ: 'y',
  ƶ: 'z',
}
const specialLetters = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'gu')

/** Marks, and signs that are written as letters of their own: `ʼ` stands for an apostrophe in `Oʼbrien`. */
const combiningMarks = /[\p{M}\u{2B0}-\u{2FF}]+/gu
const notAlphanumeric = /[^\p{L}\p{N}]+/gu

/** Lower case without accents; blanks and punctuation stay. */
const foldLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(combiningMarks, '')
    .toLowerCase()
    // Small letters of some capitals come with a mark of their own, such as that of the Turkish dotted I.
    .replace(combiningMarks, '')
    .replace(specialLetters, (letter) => plainLetters[letter] ?? letter)

/** An apostrophe or a dot inside a word separates nothing: `van 't`, `O'Brien`, `d'Arc`. */
const insideWords = /['’‘`´]/gu

/**
 * A name in the one form in which names are compared everywhere: without letter case, accents, blanks and
 * punctuation, so that `Jansen-Müller` and `jansen muller` agree. Digits stay.
 */
export const foldPersonName = (name: string): string => foldLetters(name).replace(notAlphanumeric, '')

/** The folded parts of a name in their order: `Jansen-de Vries` has `jansen`, `de` and `vries`. */
export const nameParts = (name: string): readonly string[] =>
  foldLetters(name)
    .replace(insideWords, '')
    .split(notAlphanumeric)
    .filter((part) => part !== '')

/**
 * The forms of a name of which one has to be the same in two equal names: written in one, and its parts in
 * the order of the alphabet, because `Vries, de` is `de Vries`. Empty for a name without a letter or digit.
 */
export const nameForms = (name: string): readonly string[] => {
  const parts = nameParts(name)
  if (parts.length === 0) return []
  const written = foldPersonName(name)
  const sorted = [...parts].sort().join(' ')
  return parts.length === 1 ? [written] : [written, sorted]
}

/** Whether two names share a form. Two empty names share none. */
export const sharesForm = (left: readonly string[], right: readonly string[]): boolean =>
  left.some((form) => right.includes(form))

/**
 * A last name in its forms. The prefix may stand before the name, after it, or in a field of its own
 * (AlexisHR contract, section 5.1); where only one side keeps it apart, the name without it counts too.
 */
export interface LastName {
  /** With the prefix, wherever that stands. */
  whole: readonly string[]
  /** Without the prefix that is kept apart; empty when none is. */
  bare: readonly string[]
  /** The parts that tell it from others: `jansen` and `vries` of `Jansen-de Vries`. */
  telling: readonly string[]
}

/** The forms of a last name whose prefix may be kept apart. */
export const toLastName = (lastName: string, prefix = ''): LastName => {
  const telling = tellingParts(lastName)
  if (nameParts(prefix).length === 0) return { whole: nameForms(lastName), bare: [], telling }
  if (nameParts(lastName).length === 0) return { whole: [], bare: [], telling }
  return { whole: nameForms(`${prefix} ${lastName}`), bare: nameForms(lastName), telling }
}

/** Whether two last names are the same. */
export const sameLastName = (left: LastName, right: LastName): boolean =>
  sharesForm(left.whole, right.whole) ||
  (right.bare.length === 0 && sharesForm(left.bare, right.whole)) ||
  (left.bare.length === 0 && sharesForm(left.whole, right.bare))

/** A first name, or several, in the forms in which it is compared. */
export interface FirstName {
  forms: readonly string[]
  parts: readonly string[]
  /** The initials of a name that is written as initials only; none for any other. */
  initials: readonly string[]
}

export const toFirstName = (name: string): FirstName => ({
  forms: nameForms(name),
  parts: nameParts(name),
  initials: toInitials(name),
})

/**
 * Whether two first names are the same, initials taken for the names that they begin: `J.P.` is `Jan Pieter`.
 */
export const sameFirstName = (left: FirstName, right: FirstName): boolean =>
  sharesForm(left.forms, right.forms) || isBegunBy(right, left) || isBegunBy(left, right)

const isBegunBy = ({ parts }: FirstName, { initials }: FirstName): boolean =>
  initials.length > 0 &&
  parts.length > 0 &&
  initials.slice(0, parts.length).every((letter, index) => parts[index]?.startsWith(letter) === true)

/** Initials as they are written: `J.P.`, `J. P.`, `Th.`, `JP.`, `J P`. */
const dottedInitials = /^(?:\p{Lu}\p{Ll}{0,2}\.[\s-]*)+$/u
const joinedInitials = /^\p{Lu}{2,5}\.$/u

const toInitials = (name: string): readonly string[] => {
  const written = name.normalize('NFC').trim()
  if (joinedInitials.test(written)) return Array.from(foldPersonName(written))
  const parts = nameParts(written)
  const isSingle = parts.every((part) => Array.from(part).length === 1)
  return isSingle || dottedInitials.test(written) ? parts : []
}

/**
 * How many letters have to be put in, left out, replaced or swapped with their neighbour to make one folded
 * text of another (optimal string alignment).
 */
export const editDistance = (left: string, right: string): number => {
  const [a, b] = [Array.from(left), Array.from(right)]
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1]
      const steps = [
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (isSame ? 0 : 1),
        ...(i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? [(before[j - 2] ?? 0) + 1]
          : []),
      ]
      row.push(Math.min(...steps))
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}

/**
 * Whether two names are the same but for a slip of the finger: one letter from four letters on, two from
 * eight on.
 */
export const isNearlySameName = (left: string, right: string): boolean => {
  const [one, other] = [foldPersonName(left), foldPersonName(right)]
  const length = Math.max(one.length, other.length)
  const allowed = length >= 8 ? 2 : length >= 4 ? 1 : 0
  if (one === '' || other === '' || Math.abs(one.length - other.length) > allowed) return false
  return editDistance(one, other) <= allowed
}

/**
 * The parts of which a last name is told, without the small words before it: those of three letters or more
 * that are no prefix.
 */
export const tellingParts = (lastName: string): readonly string[] =>
  nameParts(lastName).filter((part) => part.length > 2 && !prefixWords.has(part))

/** The words of Dutch, German, French, Italian, Spanish and Nordic name prefixes, folded. */
const prefixWords: ReadonlySet<string> = new Set(
  `aan af al am auf aus be bij bin boven d da dal dalla das de degli dei del della den der des di die dos du el en
   het i in int l la las le les lo los of onder op over s t te ten ter thoe till to toe tot uijt uit ut vanden vander
   van ver vom von voor vor zu zum zur av`.split(/\s+/),
)
