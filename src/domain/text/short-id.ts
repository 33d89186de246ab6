import type { Digest } from '../digest.js'

const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const idLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const idLength = 6

/**
 * The id that a digest (base64url) spells: six letters and digits without I, L, O and U, which are read as
 * something else. Ids follow no order, so that a slip of the finger hits nothing else.
 */
export const spellShortId = (digest: Digest): string =>
  Array.from(digest.slice(0, idLength), (letter) =>
    idLetters.charAt(base64url.indexOf(letter) % idLetters.length),
  ).join('')

/**
 * Reads an id as people type it: small letters, blanks and dashes make no difference, nor O for 0 and I or L
 * for 1.
 */
export const parseShortId = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
