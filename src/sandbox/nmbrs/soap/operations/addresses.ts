import { toEntryTime } from '../../world/entry-time.js'
import { inArbitraryOrder } from '../../world/arbitrary-order.js'
import type { PayrollPeriod } from '../../../../domain/pay/payroll-period.js'
import { booleanArgument, intArgument, recordArgument, textArgument } from '../request/arguments.js'
import type { AddressRow, NmbrsEmployee } from '../../world/data.js'
import type { DecodedRecord } from '../request/decode-request.js'
import { restOnlyAddressTypes } from '../../world/code-lists.js'
import { endedBefore, startsIn } from '../../world/place-rows.js'
import { currentAddresses } from '../../world/store.js'
import type { NmbrsSwitches } from '../../switches.js'
import { restOf } from '../xml/write-xml.js'
import type { OutgoingRecord } from '../xml/write-xml.js'
import { keepText } from '../../world/as-kept.js'
import { bulk, getCompany, getEmployee, listOf, refuseInLockedRun, single } from './handler.js'
import type { CallContext, Operation } from './handler.js'

const textFields = [
  'Street',
  'HouseNumber',
  'HouseNumberAddition',
  'PostalCode',
  'City',
  'StateProvince',
  'CountryISOCode',
] as const

/**
 * The fields after a write. Whether an absent part is empty afterwards is the switch's to say; neither is
 * documented.
 */
const fieldsAfter = (
  address: DecodedRecord,
  old: AddressRow | undefined,
  switches: NmbrsSwitches,
): Record<string, string> => {
  const fields: Record<string, string> = {}
  for (const name of textFields) {
    const sent = textArgument(address, name)
    const value = sent === '' && keepsPart(address, name, switches) ? old?.fields[name] : sent
    if (value !== undefined && value !== '') fields[name] = keepText(name, value, switches)
  }
  return fields
}

const keepsPart = (address: DecodedRecord, name: string, { addressParts }: NmbrsSwitches): boolean =>
  addressParts === 'mergeFilled' || (addressParts === 'merge' && address[name] === undefined)

const newRow = (
  address: DecodedRecord,
  old: AddressRow | undefined,
  period: PayrollPeriod,
  { store, switches }: CallContext,
): AddressRow => ({
  id: store.nextRecordId(),
  isDefault: booleanArgument(address, 'Default'),
  type: textArgument(address, 'Type') === '' ? 'HomeAddress' : textArgument(address, 'Type'),
  startYear: period.year,
  startPeriod: period.period,
  creationDate: store.nextCreationDate(),
  fields: fieldsAfter(address, old, switches),
})

const isShown = ({ type }: AddressRow): boolean => !restOnlyAddressTypes.includes(type)

const listCurrent = (args: DecodedRecord, context: CallContext): OutgoingRecord => {
  const employee = getEmployee(context, intArgument(args, 'EmployeeId'))
  const rows = currentAddresses(employee, context.store.currentPeriod(employee.companyId)).filter(isShown)
  return {
    EmployeeAddress: rows.map(({ id, isDefault, type, fields }) => ({
      ...fields,
      Id: id,
      Default: isDefault,
      Type: type,
    })),
  }
}

const insertCurrent = (args: DecodedRecord, context: CallContext): number => {
  const { store, switches } = context
  const employee = getEmployee(context, intArgument(args, 'EmployeeId'))
  refuseInLockedRun(context, employee.companyId)
  const period = store.currentPeriod(employee.companyId)
  const address = recordArgument(args, 'Address') ?? {}
  const current = new Set(currentAddresses(employee, period))
  const old = [...current].find(({ type }) => type === (textArgument(address, 'Type') || 'HomeAddress'))
  const row = newRow(address, old, period, context)
  const others = employee.addresses.map((other) => {
    if (!current.has(other)) return other
    if (other.type === row.type && switches.addressInsertCurrent === 'endsOld')
      return endedBefore(other, period)
    return row.isDefault ? { ...other, isDefault: false } : other
  })
  store.changeEmployee(employee.id, { addresses: [...others, row] })
  return row.id
}

/** False when the employee has no current address with that id. */
const updateAddress = (args: DecodedRecord, context: CallContext): boolean => {
  const { store, switches } = context
  const employee = getEmployee(context, intArgument(args, 'EmployeeId'))
  refuseInLockedRun(context, employee.companyId)
  const period = store.currentPeriod(employee.companyId)
  const address = recordArgument(args, 'Address') ?? {}
  const old = currentAddresses(employee, period).find(({ id }) => id === intArgument(address, 'Id'))
  if (old === undefined) return false
  const row = newRow(address, old, period, context)
  store.changeEmployee(employee.id, { addresses: replaceRow(employee, old, row, period, switches) })
  return true
}

/** The new record takes the old one's id or keeps its own; what stays of the old one gets the other id. */
const replaceRow = (
  { addresses }: NmbrsEmployee,
  old: AddressRow,
  row: AddressRow,
  period: PayrollPeriod,
  switches: NmbrsSwitches,
): AddressRow[] => {
  const keepsId = switches.addressUpdateId === 'keep'
  const replacement = keepsId ? { ...row, id: old.id } : row
  const overwrites = startsIn(old, period) && switches.samePeriodSecondWrite === 'overwrite'
  const remains = overwrites ? [] : [{ ...endedBefore(old, period), id: keepsId ? row.id : old.id }]
  return [...addresses.filter((each) => each !== old), ...remains, replacement]
}

const history = bulk(function* (args, context) {
  const company = getCompany(context, intArgument(args, 'CompanyID'))
  for (const { id, addresses } of inArbitraryOrder(context.store.employeesOf(company.id))) {
    const rows = addresses.filter(isShown).map((row) => ({
      [restOf]: row.fields,
      Id: row.id,
      StartPeriod: row.startPeriod,
      StartYear: row.startYear,
      EndPeriod: row.end?.period,
      EndYear: row.end?.year,
      CreationDate: toEntryTime(row, context.switches),
      Type: row.type,
    }))
    yield { EmployeeId: id, EmployeeAddresses: listOf('EmployeeAddress_V2', rows, id) }
  }
})

/** Addresses (Nmbrs contract, section 2.3). */
export const addressOperations: Readonly<Record<string, Operation>> = {
  Address_GetListCurrent: single(listCurrent),
  Address_InsertCurrent: single(insertCurrent),
  Address_Update: single(updateAddress),
  Address_GetAll_AllEmployeesByCompany: history,
}
