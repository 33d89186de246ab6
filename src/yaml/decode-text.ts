/** Says in the place of a code of the operating system what is wrong with a text file. */
const notText = (code: string): Error => Object.assign(new Error(code), { code })

/**
 * The text of a file in UTF-8, with or without a mark at its beginning. Throws for another encoding: read as
 * UTF-8 it would give other names and secrets than were typed. The error's `code` says what is wrong.
 */
export const decodeText = (bytes: Uint8Array): string => {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw notText('not UTF-8: save it as UTF-8')
  }
  // UTF-16 without a mark is UTF-8 with a zero at every other place.
  if (text.includes('\0')) throw notText('not UTF-8, or with zero bytes: save it as UTF-8')
  return text
}
