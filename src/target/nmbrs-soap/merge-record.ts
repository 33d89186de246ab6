import type { XmlElement } from './wire/xml/xml-element.js'

const isEmpty = ({ content }: XmlElement): boolean =>
  content === null || (typeof content === 'string' && content.trim() === '')

/**
 * The whole record as read, with the changed contents in their places. Sending it whole is right whether the
 * server merges or replaces (Nmbrs contract, section 6.1). Elements that were nil or empty are left out, for
 * an empty element can mean "make it empty"; elements that `order` does not know stay behind the one they
 * followed.
 */
export const mergeRecord = (
  record: readonly XmlElement[],
  changes: ReadonlyMap<string, XmlElement['content']>,
  order: readonly string[],
): XmlElement[] => {
  const merged = record
    .filter((element) => changes.has(element.name) || !isEmpty(element))
    .map(({ name, content }) => {
      const changed = changes.get(name)
      return { name, content: changed === undefined ? content : changed }
    })
  const present = new Set(merged.map(({ name }) => name))
  for (const [name, content] of changes) {
    if (!present.has(name)) merged.splice(placeFor(name, merged, order), 0, { name, content })
  }
  return merged
}

/** Behind the last element that comes before it in the order. */
const placeFor = (name: string, elements: readonly XmlElement[], order: readonly string[]): number => {
  const rank = order.indexOf(name)
  const before = elements.findLastIndex((element) => {
    const other = order.indexOf(element.name)
    return other !== -1 && other < rank
  })
  return before + 1
}

const textsByName = (record: readonly XmlElement[]): Map<string, string> => {
  const texts = new Map<string, string>()
  for (const element of record) {
    if (isEmpty(element)) continue
    const text =
      typeof element.content === 'string' ? element.content.trim() : JSON.stringify(element.content)
    texts.set(element.name, `${texts.get(element.name) ?? ''}${text}`)
  }
  return texts
}

/**
 * The elements outside `sent` that a write has changed, by name. An element that `order` does not know counts
 * only when it is gone: it may be one the server keeps itself, such as the time of the last change.
 */
export const findDamage = (
  before: readonly XmlElement[],
  after: readonly XmlElement[],
  sent: ReadonlySet<string>,
  order: readonly string[],
): string[] => {
  const known = new Set(order)
  const was = textsByName(before)
  const is = textsByName(after)
  const names = new Set([...was.keys(), ...is.keys()])
  return [...names].filter((name) => {
    if (sent.has(name)) return false
    return known.has(name) ? was.get(name) !== is.get(name) : !is.has(name)
  })
}
