import { withoutInvisible } from '../../domain/text/invisible.js'
import { problem, type TransformResult } from './result.js'

const plain = /^[!-~]+(?: [!-~]+)*$/

/**
 * Text in one spelling: composed letters, no blanks around it, one blank between words. Control characters
 * and invisible marks, which come along with copied text, count as blanks or as nothing.
 */
export const cleanText = (text: string): string => {
  if (plain.test(text)) return text
  return withoutInvisible(text)
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

/**
 * Whether the text can be sent at all: XML has no place for half a character or a non-character, and U+FFFD
 * stands for a letter that was lost on its way.
 */
export const isSendable = (text: string): boolean => !/[\p{Cs}\uFFFD-\uFFFF]/u.test(text)

/** Text, cleaned. */
export const toText = (text: string): TransformResult => {
  if (plain.test(text)) return { value: text }
  if (!isSendable(text)) {
    return problem('value-invalid/character', {})
  }
  return { value: cleanText(text) }
}
