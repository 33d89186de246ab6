import { problem, type TransformResult } from './result.js'

/** Soft hyphens, zero-width blanks and marks of writing direction; joiners are part of some scripts and stay. */
const invisible = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g
const plain = /^[!-~]+(?: [!-~]+)*$/

/**
 * Text in one spelling: composed letters, no blanks around it, one blank between words. Control characters and invisible
 * marks, which come along with copied text, count as blanks or as nothing.
 */
export const cleanText = (text: string): string => {
  if (plain.test(text)) return text
  return text
    .replace(invisible, '')
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

/** Whether the text can be sent at all: XML has no place for half a character or a non-character. */
export const isSendable = (text: string): boolean => !/[\p{Cs}\uFFFE\uFFFF]/u.test(text)

/** Text, cleaned. */
export const toText = (text: string): TransformResult => {
  if (plain.test(text)) return { value: text }
  if (!isSendable(text)) {
    return problem('value-invalid', 'holds a character that cannot be sent', 'Type it again in AlexisHR.')
  }
  return { value: cleanText(text) }
}
