import { toBothIds, type AddressBook } from '../../domain/addresses/address-book.js'

/**
 * A document in which both ids of an employee stand beside each `targetId`, which is the key: `soapId` and
 * `restId`, `null` where one is not known. The document as it is where there is only one transport.
 */
export const withBothIds = <Document>(document: Document, book: AddressBook | undefined): Document =>
  // Keys are added and nothing else.
  book === undefined ? document : (addIds(document, book) as Document)

const addIds = (value: unknown, book: AddressBook): unknown => {
  if (Array.isArray(value)) return value.map((one) => addIds(one, book))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]): [string, unknown][] =>
      name === 'targetId' ? [[name, one], ...idsOf(one, book)] : [[name, addIds(one, book)]],
    ),
  )
}

const idsOf = (key: unknown, book: AddressBook): [string, unknown][] =>
  Object.entries(typeof key === 'string' ? toBothIds(book, 'employee', key) : { soapId: null, restId: null })
