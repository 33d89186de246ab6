import { ConfigError, type Problem } from '../../domain/errors.js'
import { toAccessSubject } from '../../domain/ids.js'
import type { AccessContact } from '../person.js'
import { parseList, type ListRow } from './parse-list.js'

/** The columns of a list of contacts, with what may stand over each. */
export const contactColumns = {
  contactId: { headers: ['Contact ID', 'Contact number'], required: true },
  customerId: { headers: ['Customer ID', 'Customer number'], required: true },
  customerName: { headers: ['Customer', 'Customer name', 'Company'], required: false },
  firstName: { headers: ['First name'], required: true },
  lastName: { headers: ['Last name'], required: true },
  email: { headers: ['E-mail', 'Email', 'Email address'], required: false },
  accountingCustomer: { headers: ['Accounting customer'], required: true },
  onCustomerRecord: { headers: ['On customer record'], required: true },
  template: { headers: ['Permission set', 'Template'], required: false },
  ended: { headers: ['Ended'], required: false },
} as const

type Column = keyof typeof contactColumns
type Cells = ListRow<Column>['cells']

/**
 * Reads the list of customers' contacts, which no payroll or HR system has. Throws `ConfigError` with every
 * problem and its line; no problem quotes a cell. `name` is what messages call the list.
 */
export const parseContacts = (name: string, bytes: Uint8Array): readonly AccessContact[] => {
  const { rows } = parseList<Column>(name, bytes, contactColumns)
  const problems: Problem[] = []
  const seen = new Map<string, number>()
  const contacts = rows.flatMap(({ line, cells }) => {
    const note = (key: string, expected: string, found: string): void => {
      problems.push({ severity: 'error', file: name, line, key, expected, found })
    }
    const contact = toContact(cells, note)
    if (contact === undefined) return []
    const first = seen.get(contact.subject)
    if (first !== undefined) note('Contact ID', 'each contact once', `also in line ${first}`)
    seen.set(contact.subject, first ?? line)
    return [contact]
  })
  if (problems.length === 0) return contacts
  throw new ConfigError(`${name} cannot be used as a list of contacts`, problems, {
    remedy: 'nmbrs-sync access plan',
  })
}

type Note = (key: string, expected: string, found: string) => void

const toContact = (cells: Cells, note: Note): AccessContact | undefined => {
  const contactId = cells.contactId ?? ''
  const customerId = cells.customerId ?? ''
  if (contactId === '') note('Contact ID', 'an id', 'nothing')
  if (customerId === '') note('Customer ID', 'an id', 'nothing')
  const firstName = textOf(cells.firstName)
  const lastName = textOf(cells.lastName)
  const contact: AccessContact = {
    kind: 'contact',
    subject: toAccessSubject(`contact:${contactId}`),
    displayName: [firstName, lastName].filter((part) => part !== undefined).join(' '),
    firstName,
    lastName,
    workEmail: textOf(cells.email),
    privateEmail: undefined,
    customerId,
    customerName: cells.customerName ?? '',
    accountingCustomer: readFlag(cells, 'accountingCustomer', note),
    onCustomerRecord: readFlag(cells, 'onCustomerRecord', note),
    template: textOf(cells.template),
    ended: readFlag(cells, 'ended', note),
  }
  return contactId === '' || customerId === '' ? undefined : contact
}

const textOf = (cell: string | undefined): string | undefined => (cell === '' ? undefined : cell)

const yes = new Set(['yes', 'y', 'ja', 'true', '1', 'x'])
const no = new Set(['no', 'n', 'nee', 'false', '0', ''])

const readFlag = (
  cells: Cells,
  column: 'accountingCustomer' | 'onCustomerRecord' | 'ended',
  note: Note,
): boolean => {
  const word = (cells[column] ?? '').toLowerCase()
  if (!yes.has(word) && !no.has(word)) note(contactColumns[column].headers[0], 'yes or no', 'another value')
  return yes.has(word)
}
