import { describe, expect, it } from '@jest/globals'

import { parseContacts } from '../../../src/access/import/parse-contacts.js'
import { ConfigError } from '../../../src/domain/errors.js'

const head =
  'Contact ID;Customer ID;Customer;First name;Last name;E-mail;Accounting customer;On customer record;Permission set;Ended'
const parse = (...lines: readonly string[]) =>
  parseContacts('contacts.csv', Buffer.from([head, ...lines].join('\n')))

const problemsOf = (...lines: readonly string[]) => {
  try {
    parse(...lines)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

describe('a list of contacts', () => {
  it('gives each contact with his customer and what is true of both', () => {
    const contacts = parse(
      'c1;k7;Bloemenhuis;Ida;Holm;ida@bloemen.example;yes;ja;planner;no',
      'c2;k7;;Bo;Lind;;x;0;;yes',
    )

    expect(contacts).toMatchObject([
      {
        kind: 'contact',
        subject: 'contact:c1',
        displayName: 'Ida Holm',
        customerId: 'k7',
        workEmail: 'ida@bloemen.example',
        accountingCustomer: true,
        onCustomerRecord: true,
        template: 'planner',
        ended: false,
      },
      {
        subject: 'contact:c2',
        workEmail: undefined,
        onCustomerRecord: false,
        template: undefined,
        ended: true,
      },
    ])
  })

  it.each([
    ['nobody’s id', [';k7;;Ida;Holm;;yes;yes;;'], [{ line: 2, key: 'Contact ID' }]],
    ['no customer', ['c1;;;Ida;Holm;;yes;yes;;'], [{ line: 2, key: 'Customer ID' }]],
    ['a word that is neither yes nor no', ['c1;k7;;Ida;Holm;;maybe;yes;;'], [{ key: 'Accounting customer' }]],
    [
      'a contact twice',
      ['c1;k7;;A;B;;yes;yes;;', 'c1;k8;;A;B;;yes;yes;;'],
      [{ line: 3, found: 'also in line 2' }],
    ],
  ])('is refused with %s, by line, and quotes no cell', (_what, lines, expected) => {
    const problems = problemsOf(...lines)

    expect(problems).toMatchObject(expected)
    expect(JSON.stringify(problems)).not.toMatch(/Ida|Holm|maybe/)
  })
})
