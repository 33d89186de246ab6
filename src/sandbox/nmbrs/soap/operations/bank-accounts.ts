import { isValidIBAN } from 'ibantools'
import { intArgument, recordArgument, textArgument } from '../request/arguments.js'
import type { BankAccountRow } from '../../world/data.js'
import type { DecodedRecord } from '../request/decode-request.js'
import { refuse } from '../soap-refusal.js'
import type { NmbrsSwitches } from '../../switches.js'
import type { OutgoingRecord } from '../xml/write-xml.js'
import { keepText } from '../../world/as-kept.js'
import { getEmployee, refuseInLockedRun, single } from './handler.js'
import type { CallContext, Operation } from './handler.js'

const textFields = ['Number', 'Description', 'IBAN', 'BIC', 'City', 'Name'] as const

const listCurrent = (args: DecodedRecord, context: CallContext): OutgoingRecord => {
  const { bankAccounts } = getEmployee(context, intArgument(args, 'EmployeeId'))
  return { BankAccount: bankAccounts.map(({ id, type, fields }) => ({ ...fields, Id: id, Type: type })) }
}

/** 2014, 2015, 2016 and 2032 (Nmbrs contract, section 4). */
const checkAccount = (account: DecodedRecord, switches: NmbrsSwitches): void => {
  const iban = textArgument(account, 'IBAN')
  const number = textArgument(account, 'Number')
  if (['', 'None'].includes(textArgument(account, 'Type'))) throw refuse(2016)
  if (iban !== '' && !isValidIBAN(iban)) throw refuse(2014)
  if (!/^[0-9A-Z .-]*$/i.test(number)) throw refuse(2015)
  if (iban === '' && (number === '' || switches.bankAccountWithoutIban === 'refuse')) throw refuse(2032)
}

const insertCurrent = (args: DecodedRecord, context: CallContext): number => {
  const { store, switches } = context
  const employee = getEmployee(context, intArgument(args, 'EmployeeId'))
  refuseInLockedRun(context, employee.companyId)
  const sent = recordArgument(args, 'BankAccount') ?? {}
  checkAccount(sent, switches)
  const fields: Record<string, string> = {}
  for (const name of textFields) {
    const value = textArgument(sent, name)
    if (value !== '') fields[name] = keepText(name, value, switches)
  }
  const row: BankAccountRow = { id: store.nextRecordId(), type: textArgument(sent, 'Type'), fields }
  const kept = employee.bankAccounts.filter(
    ({ type }) => switches.sameTypeBankInsert === 'add' || type !== row.type,
  )
  store.changeEmployee(employee.id, { bankAccounts: [...kept, row] })
  return row.id
}

/** 2030 when the employee has no such account. */
const deleteCurrent = (args: DecodedRecord, context: CallContext): string => {
  const employee = getEmployee(context, intArgument(args, 'EmployeeId'))
  refuseInLockedRun(context, employee.companyId)
  const id = intArgument(args, 'BankAccountID')
  const bankAccounts = employee.bankAccounts.filter((account) => account.id !== id)
  if (bankAccounts.length === employee.bankAccounts.length) throw refuse(2030)
  context.store.changeEmployee(employee.id, { bankAccounts })
  return 'true'
}

/** Bank accounts: no bulk read and no update exist (Nmbrs contract, section 2.4). */
export const bankAccountOperations: Readonly<Record<string, Operation>> = {
  BankAccount_GetListCurrent: single(listCurrent),
  BankAccount_InsertCurrent: single(insertCurrent),
  BankAccount_DeleteCurrent: single(deleteCurrent),
}
