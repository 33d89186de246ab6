const blanksAndDashes = /[\s\p{Pd}\u00AD\u200B\u2060\uFEFF]+/gu
const betweenDigits = /(?<=\d)[\s\p{Pd}]+(?=\d)/gu

/**
 * A code or a number without what may differ between two spellings of the same: letter case, blanks and
 * dashes.
 */
const foldCode = (text: string): string => text.normalize('NFC').toLowerCase().replace(blanksAndDashes, '')

/** The same for a text of words, in which what stands between two digits counts: `12 3` is not `123`. */
const foldText = (text: string): string =>
  text.normalize('NFC').toLowerCase().replace(betweenDigits, '/').replace(blanksAndDashes, '')

/** Whether two texts say the same: letter case, blanks and dashes may differ, and nothing else. */
export const hasSameContent = (one: string, other: string): boolean =>
  one === other || foldText(one) === foldText(other)

/** Whether two codes or numbers are the same. Blanks between their digits are layout too. */
export const isSameCode = (one: string, other: string): boolean =>
  one === other || foldCode(one) === foldCode(other)
