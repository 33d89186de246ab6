/**
 * The text without control characters and without marks that turn its direction: they show nothing, and can
 * make a document say something else than it holds. Line ends and tabs stay.
 */
export const dropControls = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, '')

/** The text on one line, without control characters: as a name stands in a line of a document. */
export const toOneLine = (text: string): string => dropControls(text).replace(/\s+/g, ' ').trim()

/** What shows in JSON that a control character, or a mark of direction, is in one of its texts. */
const holdsControl = /\\u00|\\[bf]|[\u007F-\u009F\u202A-\u202E\u2066-\u2069]/

/** A document as JSON, without control characters in any of its texts. */
export const toJsonText = (document: unknown, indent?: number): string => {
  const text = JSON.stringify(document, undefined, indent)
  // Looking at each text takes long where there are many, and hardly any document has one that needs it.
  return holdsControl.test(text) ? JSON.stringify(document, dropInText, indent) : text
}

const dropInText = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? dropControls(value) : value
