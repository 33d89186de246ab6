import type { Wording } from '../../domain/language/catalogue.js'

/** One letter of a text, and what to call it, so that a blank or a mark no one sees can be told. */
export interface NamedLetter {
  /** `null`: the text ends here. */
  letter: string | null
  /** The letter itself when it can be seen, with its code point when that is needed; else its name. */
  name: Wording
}

/** What kind of difference it is, the most telling first. */
export type DifferenceKind =
  'case' | 'blank' | 'invisible' | 'composition' | 'punctuation' | 'accent' | 'letter' | 'shorter' | 'longer'

/** Where two texts that should be the same to the letter first differ. */
export interface TextDifference {
  /** Counted from 1 in letters as a person counts them. */
  position: number
  kind: DifferenceKind
  given: NamedLetter
  actual: NamedLetter
}
