import { contactColumns } from './parse-contacts.js'

type Column = keyof typeof contactColumns

const meanings: Readonly<Record<Column, { description: string; yesOrNo?: true }>> = {
  contactId: { description: 'The number of the contact in AkkenCloud, each once' },
  customerId: { description: 'The number of the customer; rules name it under customers' },
  customerName: { description: 'The name of the customer, for worklists' },
  firstName: { description: 'First name of the contact' },
  lastName: { description: 'Last name of the contact' },
  email: { description: 'The e-mail address on the record of the contact, which notifications go to' },
  accountingCustomer: {
    description: 'yes when the company is set up as an accounting customer',
    yesOrNo: true,
  },
  onCustomerRecord: {
    description: 'yes when the contact was added to the record of the accounting customer',
    yesOrNo: true,
  },
  template: { description: 'The permission set of this contact; empty: by rule' },
  ended: { description: 'yes when the contact is not to have a login any more', yesOrNo: true },
}

/**
 * The layout of a list of contacts as a Table Schema (frictionless data); committed as
 * `mappings/contacts.schema.json`. `title` is the usual heading; the other headings that are understood stand
 * in the description.
 */
export const buildContactsSchema = () => ({
  title: 'nmbrs-sync contacts',
  description:
    'Contacts of customers for Customer Self Service, as a CSV file in UTF-8 with a heading line; commas, semicolons or tabs between the cells.',
  fields: (Object.keys(contactColumns) as Column[]).map(toField),
  primaryKey: ['contactId'],
})

const toField = (name: Column) => {
  const { headers, required } = contactColumns[name]
  const { description, yesOrNo } = meanings[name]
  const [title, ...others] = headers
  return {
    name,
    title,
    type: yesOrNo === true ? 'boolean' : 'string',
    description: others.length === 0 ? description : `${description}. Also: ${others.join(', ')}`,
    constraints: { required },
    ...(yesOrNo === true && { trueValues: ['yes'], falseValues: ['no'] }),
  }
}
