/** What ends a sentence by itself; a bracket or a quotation mark may stand behind it. */
const ending = /[.!?…:]["'’”)\]]*$/u

/**
 * Texts as sentences, one after the other. A text that ends its sentence itself gets no second full stop; the
 * last one stays as it is, so that a command at the end can be copied.
 */
export const joinSentences = (...texts: readonly string[]): string => {
  const parts = texts.map((text) => text.trim()).filter((text) => text !== '')
  return parts
    .map((text, index) => (index === parts.length - 1 || ending.test(text) ? text : `${text}.`))
    .join(' ')
}
