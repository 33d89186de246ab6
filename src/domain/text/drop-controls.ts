/**
 * The text without control characters and without marks that turn its direction: they show nothing, and can make a document say something else
 * than it holds. Line ends and tabs stay.
 */
export const dropControls = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, '')
