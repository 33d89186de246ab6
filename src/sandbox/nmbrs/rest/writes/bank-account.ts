import { isValidIBAN } from 'ibantools'
import { keepText } from '../../world/as-kept.js'
import type { BankAccountRow } from '../../world/data.js'
import { fromGuid, toGuid } from '../../world/guids.js'
import { createBankAccountBody, updateBankAccountBody } from '../bodies.js'
import { checkBody } from '../check-request.js'
import { getEmployee } from '../in-sight.js'
import { bankAccountTypes } from '../names.js'
import type { RestAnswer, RestContext } from '../operation.js'
import { changeRemembered } from '../past.js'
import { refuseBody, refuseUnknown } from '../rest-refusal.js'

type Sent = Readonly<Partial<Record<'number' | 'description' | 'IBAN' | 'city' | 'name', string | undefined>>>

const parts = {
  number: 'Number',
  description: 'Description',
  IBAN: 'IBAN',
  city: 'City',
  name: 'Name',
} as const

const toFields = (sent: Sent, { switches }: RestContext): Record<string, string> => {
  const entries = Object.entries(parts).map(([name, field]): [string, string] => [
    field,
    keepText(field, sent[name as keyof Sent] ?? '', switches),
  ])
  return Object.fromEntries(entries.filter(([, text]) => text !== ''))
}

const checkIban = (iban: string | undefined): void => {
  if (iban !== undefined && !isValidIBAN(iban)) throw refuseBody('IBAN is not valid.')
}

/** Section 7.2. */
export const createBankAccount = (context: RestContext): RestAnswer => {
  const { store, switches, request, report } = context
  const employee = getEmployee(context)
  const body = checkBody(request, createBankAccountBody, report)
  checkIban(body.IBAN)
  const row: BankAccountRow = {
    id: store.nextRecordId(),
    type: bankAccountTypes.fromRest(body.bankAccountType ?? 'standard') ?? 'Standaard',
    creationDate: store.nextCreationDate(),
    fields: toFields(body, context),
  }
  const kept = employee.bankAccounts.filter(
    ({ type }) => switches.sameTypeBankInsert === 'add' || type !== row.type,
  )
  changeRemembered(context, employee, { bankAccounts: [...kept, row] })
  return { kind: 'written', ids: { bankAccountId: toGuid('bankAccount', row.id) } }
}

/** What is not sent is empty afterwards, and a BIC does not outlive its IBAN. */
export const updateBankAccount = (context: RestContext): RestAnswer => {
  const { request, report } = context
  const employee = getEmployee(context)
  const body = checkBody(request, updateBankAccountBody, report)
  checkIban(body.IBAN)
  const id = fromGuid('bankAccount', body.bankAccountId)
  const old = employee.bankAccounts.find((account) => account.id === id)
  if (old === undefined) throw refuseUnknown('The employee has no such bank account.')
  const fields = toFields(body, context)
  const { IBAN: iban, BIC: bic } = old.fields
  const row = { ...old, fields: fields.IBAN === iban && bic !== undefined ? { ...fields, BIC: bic } : fields }
  changeRemembered(context, employee, {
    bankAccounts: employee.bankAccounts.map((account) => (account === old ? row : account)),
  })
  return { kind: 'written', ids: { bankAccountId: toGuid('bankAccount', row.id) } }
}

/** Seen in one client only (section 15, row 35). */
export const deleteBankAccount = (context: RestContext): RestAnswer => {
  const employee = getEmployee(context)
  const id = fromGuid('bankAccount', context.path.bankAccountId ?? '')
  const bankAccounts = employee.bankAccounts.filter((account) => account.id !== id)
  if (context.switches.restBankAccountDelete === 404) throw refuseUnknown('There is no such call.')
  if (bankAccounts.length === employee.bankAccounts.length)
    throw refuseUnknown('The employee has no such bank account.')
  changeRemembered(context, employee, { bankAccounts })
  return { kind: 'deleted' }
}
