/**
 * Stands after each text but the last. No document of either remote can hold it; a text that has it anyway is
 * spelled another way.
 */
export const mark = '\u0000'
/** Stands before a text, so that an empty one is told from none. */
export const present = '='

/**
 * Several texts, some of which may be absent, as one. Other texts make another one; how many there are and in
 * which order is for the caller to know.
 */
export const packTexts = (texts: readonly (string | undefined)[]): string => {
  const parts: string[] = []
  for (const text of texts) parts.push(text === undefined ? '' : present + text)
  // Joined and not added up: adding makes a chain of all the pieces, which costs more than they do.
  return holdsMark(texts) ? JSON.stringify(parts) : parts.join(mark)
}

/** The same for texts that are all there. */
export const packAllTexts = (texts: readonly string[]): string => {
  if (texts.length === 0 || holdsMark(texts)) return packTexts(texts)
  const parts = texts.slice()
  parts[0] = present + (texts[0] ?? '')
  return parts.join(mark + present)
}

/**
 * One search through all of them: there are tens of thousands of people, and hardly one has a text with the
 * mark.
 */
const holdsMark = (texts: readonly (string | undefined)[]): boolean => texts.join('').includes(mark)

/** The texts that were packed. */
export const unpackTexts = (packed: string): readonly (string | undefined)[] => {
  // What `packTexts` spelled with a text that has the mark, and nothing else, begins so.
  const parts = packed.startsWith('[') ? (JSON.parse(packed) as string[]) : packed.split(mark)
  return parts.map((part) => (part === '' ? undefined : part.slice(present.length)))
}
