import type { Carried } from '../../../domain/errors.js'
import type { AddressedLetter } from '../../../run/access/letters/choose-letters.js'

/** The letters, and since when no one else may have sent one. */
export interface DueLetters {
  letters: readonly AddressedLetter[]
  /** ISO 8601. */
  since: string
}

/** What became of the letters. */
export interface LettersEnd {
  sent: readonly AddressedLetter[]
  /** `carried`: whether it may have arrived all the same. */
  failed: readonly { subject: string; why: string; carried: Carried }[]
  /** Who was sent theirs by another command meanwhile. */
  elsewhere: readonly string[]
}
