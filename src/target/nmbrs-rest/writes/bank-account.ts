import type { TargetRecordId } from '../../../domain/ids.js'
import type { Values } from '../../../domain/values.js'
import type { TargetBankAccount } from '../../port.js'
import { createRestError } from '../client/rest-error.js'
import type { RestOperation } from '../operations.js'
import { readBankAccounts } from '../reads/read-one.js'
import { bankAccountTypes } from '../wire/names.js'
import type { WriteContext } from './personal-info.js'
import { seeWritten } from './see-written.js'
import { send } from './send.js'

/** Adds a bank account. REST has no field for a BIC, and wants an IBAN (Nmbrs REST contract, section 7.2). */
export const insertBankAccount = async (context: WriteContext, values: Values): Promise<void> => {
  const operation = 'createBankAccount'
  const bankAccountType = bankAccountTypes.toRest(values.Type ?? '')
  if (bankAccountType === undefined) throw createRestError('value-not-sendable', operation, { field: 'Type' })
  const body = { ...toBody(values, operation), bankAccountType }
  await send(context.client, operation, context.employeeId, body)
  await seeAccount(operation, context, values)
}

/** Changes an account in its place. What `values` has empty is sent empty, for what is not sent may stay. */
export const updateBankAccount = async (
  context: WriteContext,
  bankAccountId: TargetRecordId,
  values: Values,
): Promise<void> => {
  const operation = 'updateBankAccount'
  const cleared = Object.fromEntries(
    Object.entries(names).flatMap(([field, name]) =>
      field !== 'IBAN' && (values[field as keyof typeof names] ?? '') === '' ? [[name, '']] : [],
    ),
  )
  const body = { bankAccountId, ...cleared, ...toBody(values, operation) }
  await send(context.client, operation, context.employeeId, body)
  await seeAccount(operation, context, values)
}

const names = {
  Number: 'number',
  Description: 'description',
  IBAN: 'IBAN',
  City: 'city',
  Name: 'name',
} as const

const toBody = (values: Values, operation: RestOperation): Record<string, string> => {
  if (!values.IBAN) throw createRestError('value-not-sendable', operation, { field: 'IBAN' })
  const body: Record<string, string> = {}
  for (const [field, name] of Object.entries(names)) {
    const value = values[field as keyof typeof names] ?? ''
    if (value !== '') body[name] = value
  }
  return body
}

/** Waits until the account shows. Whether it is the one that was sent is for the caller to say. */
const seeAccount = async (
  operation: RestOperation,
  { readEntries, companyId, employeeId, looks }: WriteContext,
  { IBAN = '' }: Values,
): Promise<void> => {
  const shows = (accounts: readonly TargetBankAccount[]): boolean =>
    accounts.some(({ values }) => bare(values.IBAN ?? '') === bare(IBAN))
  await seeWritten(operation, looks, () => readBankAccounts(readEntries, companyId, employeeId), shows)
}

const bare = (iban: string): string => iban.replace(/\s/g, '').toUpperCase()
