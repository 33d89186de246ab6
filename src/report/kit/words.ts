import type { MissingField } from '../../run/by-hand/read-status.js'
import { findingCatalogue } from '../../domain/findings/catalogue.js'
import type { FindingEntry } from '../../domain/findings/entry.js'
import type { Link, LinkOrigin } from '../../domain/link.js'
import type { Language } from '../../domain/language/language.js'
import { commonTexts } from './texts/common-texts.js'
import { fieldTexts } from './texts/field-texts.js'

const fieldOrder = new Map(Object.keys(fieldTexts.en).map((field, index) => [field, index]))

/** Fields in the order in which people read a record: the name first. Unknown ones come last. */
export const sortFields = (fields: readonly string[]): string[] =>
  [...fields].sort((a, b) => (fieldOrder.get(a) ?? fieldOrder.size) - (fieldOrder.get(b) ?? fieldOrder.size))

/** What a field is called on a screen; a field that is not in the catalogue goes by its own name. */
export const toFieldWord = (field: string, language: Language): string => {
  const words: Readonly<Record<string, string>> = fieldTexts[language]
  return Object.hasOwn(words, field) ? (words[field] ?? field) : field
}

/** The words of a reason; one that is not a known code is shown as it is. */
export const toReasonWords = (reason: string, language: Language): string => {
  const entries: Readonly<Record<string, FindingEntry>> = findingCatalogue
  return Object.hasOwn(entries, reason) ? (entries[reason]?.short[language] ?? reason) : reason
}

/** How a link came about. */
export const toOriginWords = (origin: LinkOrigin, language: Language): string => {
  const texts = commonTexts[language]
  if (origin.startsWith('rule:')) return texts.matchedBy(origin.slice('rule:'.length))
  const words: Readonly<Record<string, string>> = texts.origin
  return words[origin] ?? origin
}

/** What is stored about a person, in words. */
export const toLinkWords = (link: Link, language: Language): string => {
  const { link: texts } = commonTexts[language]
  switch (link.status) {
    case 'connected':
      return texts.connected(link.targetId, toOriginWords(link.origin, language))
    case 'disconnected':
      return texts.disconnected(link.formerTargetId)
    case 'ignored':
      return link.until === undefined
        ? texts.ignored(link.reason)
        : texts.ignoredUntil(link.reason, link.until)
    case 'create-wanted':
      return texts.createWanted
  }
}

/** With the path: who corrects it in AlexisHR or in the mapping needs that name. */
export const toMissingWords = (missing: readonly MissingField[], language: Language): string =>
  missing.map(({ field, path }) => `${toFieldWord(field, language)} (${path})`).join(', ')
