import { describe, expect, it } from '@jest/globals'

import { createAddressBook, toBothIds } from '../../src/domain/addresses/address-book.js'

const guid = '0b5cdd1c-8c0f-4b0e-9d7c-2f6a54a0e1aa'
const made = '1b5cdd1c-8c0f-4b0e-9d7c-2f6a54a0e1bb'
const unknown = '2b5cdd1c-8c0f-4b0e-9d7c-2f6a54a0e1cc'
const book = createAddressBook([
  { kind: 'employee', key: '501', soapId: '501', restId: guid },
  { kind: 'employee', key: made, soapId: '502', restId: made },
])

describe('a book of addresses', () => {
  it.each([
    ['what SOAP made', '501', { soapId: '501', restId: guid }],
    ['what REST made', made, { soapId: '502', restId: made }],
    ['a number without an id over REST', '509', { soapId: '509', restId: null }],
    ['a GUID without a number', unknown, { soapId: null, restId: unknown }],
  ])('gives both ids of %s', (_what, key, ids) => {
    expect(toBothIds(book, 'employee', key)).toEqual(ids)
  })

  it.each([
    ['501', '501'],
    [guid, '501'],
    [guid.toUpperCase(), '501'],
    ['502', made],
    [unknown.toUpperCase(), unknown],
    ['509', '509'],
  ])('knows the key of %s', (id, key) => {
    expect(book.toKey('employee', id)).toBe(key)
  })

  it('keeps companies and employees apart', () => {
    expect(book.toKey('company', guid)).toBe(guid)
    expect(book.toAddress('company', '501', 'rest')).toBeUndefined()
  })
})
