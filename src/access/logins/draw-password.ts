/**
 * Gives a whole number from 0 to below `below`, every one as likely as any other, that no one can foretell.
 */
export type DrawNumber = (below: number) => number

// Without letters and digits that are mistaken for one another when read aloud or from paper: 0 O, 1 l I, 5
// S, 8 B, 2 Z and the like.
const small = 'abcdefghijkmnpqrstuvwxyz'
const large = 'ACDEFGHJKLMNPQRTUVWXY'
const digits = '34679'
const signs = '+-=?#%'
const groups = [small, large, digits, signs] as const

/** Every sign a password can hold. */
export const passwordAlphabet = groups.join('')

const pick = (letters: string, draw: DrawNumber): string => letters.charAt(draw(letters.length))

/**
 * A password of `length` signs with at least one of each group, in an order that is drawn as well. It begins
 * with a letter or a digit: a spreadsheet takes what begins with + - = or @ for a formula, and the guard
 * against that adds a sign which is not part of it. `draw` must come from a cryptographic source. The
 * password is for the person who creates the login: shown once or written where they asked, stored nowhere.
 */
export const drawPassword = (length: number, draw: DrawNumber): string => {
  const first = pick(small + large + digits, draw)
  const others = groups.map((group) => pick(group, draw))
  while (others.length < length - 1) others.push(pick(passwordAlphabet, draw))
  for (let index = others.length - 1; index > 0; index -= 1) {
    const other = draw(index + 1)
    const held = others[index] ?? ''
    others[index] = others[other] ?? ''
    others[other] = held
  }
  return first + others.join('')
}
