import { describe, expect, it } from '@jest/globals'

import { buildContactsSchema } from '../../../src/access/import/contacts-schema.js'
import { contactColumns, parseContacts } from '../../../src/access/import/parse-contacts.js'

const { fields } = buildContactsSchema()
const values = { string: 'C1', boolean: 'yes' }

describe('the schema of a list of contacts', () => {
  it('has every column that is read, and no other', () => {
    expect(fields.map(({ name }) => name)).toEqual(Object.keys(contactColumns))
  })

  it('describes a list that is read', () => {
    const text = [
      fields.map(({ title }) => title),
      fields.map(({ type }) => values[type as 'string' | 'boolean']),
    ]

    const contacts = parseContacts(
      'contacts.csv',
      Buffer.from(text.map((cells) => cells.join(';')).join('\n')),
    )

    expect(contacts).toMatchObject([
      {
        subject: 'contact:C1',
        accountingCustomer: true,
        onCustomerRecord: true,
        ended: true,
        template: 'C1',
      },
    ])
  })

  it.each(fields.filter(({ constraints }) => constraints.required).map(({ title }) => title))(
    'requires %s, as the reading does',
    (title) => {
      const headings = fields.filter((field) => field.title !== title).map((field) => field.title)

      expect(() => parseContacts('contacts.csv', Buffer.from(headings.join(';')))).toThrow(title)
    },
  )

  it('says what yes and no are, of what is one or the other', () => {
    const flags = fields.filter(({ type }) => type === 'boolean')

    expect(flags.map(({ name }) => name)).toEqual(['accountingCustomer', 'onCustomerRecord', 'ended'])
  })
})
