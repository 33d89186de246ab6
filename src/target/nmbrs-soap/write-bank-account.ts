import type { TargetEmployeeId, TargetRecordId } from '../../domain/ids.js'
import type { Values } from '../../domain/values.js'
import { createCallError } from './wire/call-error.js'
import type { NmbrsClient } from './calls/client.js'
import { isBankAccountType, parseNewId, recordOrders } from './wire/schema.js'
import type { XmlElement } from './wire/xml/xml-element.js'

/** Adds a bank account. Fields without a value are left out; the id is given by Nmbrs. */
export const insertBankAccount = async (
  client: NmbrsClient,
  EmployeeId: TargetEmployeeId,
  values: Values,
): Promise<void> => {
  const operation = 'BankAccount_InsertCurrent'
  // Nmbrs would take a missing type for the first of its list (Nmbrs contract, section 6.5).
  if (!isBankAccountType(values.Type ?? ''))
    throw createCallError('value-not-sendable', operation, { field: 'Type' })
  const tree = await client.call(operation, { EmployeeId, BankAccount: toRecord(values) })
  parseNewId(tree, operation)
}

const toRecord = (values: Values): XmlElement[] =>
  recordOrders.BankAccount.map((name) => ({
    name,
    content: name === 'Id' ? '0' : (values[name] ?? ''),
  })).filter(({ content }) => content !== '')

/** Ends a bank account from the current period on. */
export const endBankAccount = async (
  client: NmbrsClient,
  EmployeeId: TargetEmployeeId,
  BankAccountID: TargetRecordId,
): Promise<void> => {
  await client.call('BankAccount_DeleteCurrent', { EmployeeId, BankAccountID })
}
