import { createCallError } from '../call-error.js'
import type { XmlElement } from './xml-element.js'

/**
 * Why a record cannot be taken for what it says: a field stands in it twice, an element stands inside the
 * text of a wanted field, or a text refers to a character that does not exist. Any reading of it would be a
 * choice. `undefined` for nearly all.
 */
export const findDoubt = (
  record: readonly XmlElement[],
  isText: (name: string) => boolean,
): string | undefined => {
  const seen = new Set<string>()
  for (const { name, content, isDoubtful } of record) {
    if (seen.has(name)) return `${name} twice`
    seen.add(name)
    if (isDoubtful === true) return name
    if (isText(name) && typeof content === 'object' && content !== null) return `${name} with elements in it`
  }
  return undefined
}

/** Throws `RemoteError` (`unreadable-value`) for such a record. It names the field, never what is in it. */
export const ensureSure = (
  record: readonly XmlElement[],
  isText: (name: string) => boolean,
  operation: string,
): void => {
  const doubt = findDoubt(record, isText)
  if (doubt !== undefined) throw createCallError('unreadable-value', operation, { field: doubt })
}
