/** What no one sees: soft hyphens, zero-width blanks, marks of writing direction, fillers. */
const invisible = /(?![\u200C\u200D])[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu
/**
 * Joiners belong inside the words of some scripts. Beside Latin, Greek or Cyrillic letters and outside of
 * words they are nothing.
 */
const strayJoiner =
  /(?<![\p{L}\p{M}])[\u200C\u200D]|(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\u200C\u200D]/gu
/** Nothing of the kind lies below the soft hyphen, and nearly every text does. */
const mayHold = /[\u00AD\u034F\u0600-\u{10FFFF}]/u

/** The text without what no one sees. */
export const withoutInvisible = (text: string): string => text.replace(invisible, '').replace(strayJoiner, '')

/** Whether there is something in the text that no one sees. */
export const holdsInvisible = (text: string): boolean => mayHold.test(text) && withoutInvisible(text) !== text
