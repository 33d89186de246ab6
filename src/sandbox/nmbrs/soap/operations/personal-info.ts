import { toEntryTime } from '../../world/entry-time.js'
import { inArbitraryOrder } from '../../world/arbitrary-order.js'
import { intArgument, recordArgument } from '../request/arguments.js'
import { maritalStates, nameOrders, restOnlyFields } from '../../world/code-lists.js'
import type { PersonalInfoRow } from '../../world/data.js'
import { placePersonalInfo } from '../../world/place-rows.js'
import type { DecodedRecord } from '../request/decode-request.js'
import { extraFieldNames } from '../xml/extra-fields.js'
import { currentPersonalInfo } from '../../world/store.js'
import type { NmbrsSwitches } from '../../switches.js'
import { restOf } from '../xml/write-xml.js'
import type { OutgoingRecord } from '../xml/write-xml.js'
import { keepText } from '../../world/as-kept.js'
import { toDisplayName } from '../../world/display-name.js'
import { bulk, getCompany, getEmployee, listOf, refuseInLockedRun, single } from './handler.js'
import type { BulkOperation, CallContext, Operation } from './handler.js'

/** Belongs to the record or to the employee, not to what a person sends. */
const ownFields: ReadonlySet<string> = new Set(['Id', 'Number', 'DisplayName'])

const readCurrent = (args: DecodedRecord, context: CallContext): OutgoingRecord => {
  const employee = getEmployee(context, intArgument(args, 'EmployeeId'))
  const fields = currentPersonalInfo(employee, context.store.currentPeriod(employee.companyId))?.fields ?? {}
  return {
    ...fields,
    Id: employee.id,
    Number: fields.EmployeeNumber,
    DisplayName: toDisplayName(fields),
  }
}

/**
 * The fields after an update. A value replaces, an empty or nil one clears; what an absent one does is the
 * switch's to say (Nmbrs contract, section 6.1).
 */
export const updateFields = (
  before: Readonly<Record<string, string>>,
  sent: DecodedRecord,
  switches: NmbrsSwitches,
): Record<string, string> => {
  const after: Record<string, string> =
    switches.personalInfoUpdate === 'merge' ? { ...before } : outOfReach(before, switches)
  const clear = (name: string): void => {
    Reflect.deleteProperty(after, name)
  }
  for (const [name, value] of Object.entries(sent)) {
    if (ownFields.has(name)) continue
    if (typeof value === 'string' && value !== '') after[name] = toStored(name, value, switches)
    else clear(name)
  }
  const identificationIsAbsent = sent.IdentificationType === undefined
  if (identificationIsAbsent && switches.absentIdentificationType === 'zero') clear('IdentificationType')
  return after
}

/** What a caller cannot see, it cannot lose. */
const outOfReach = (
  before: Readonly<Record<string, string>>,
  switches: NmbrsSwitches,
): Record<string, string> => {
  const unseen = switches.extraUnknownFields ? restOnlyFields : [...extraFieldNames, ...restOnlyFields]
  return Object.fromEntries(Object.entries(before).filter(([name]) => unseen.includes(name)))
}

const days: ReadonlySet<string> = new Set(['Birthday', 'DeceasedDate'])

const toStored = (name: string, value: string, switches: NmbrsSwitches): string =>
  days.has(name) ? value.slice(0, 10) : keepText(name, value, switches)

const updateCurrent = (args: DecodedRecord, context: CallContext): void => {
  const { store, switches } = context
  const employee = getEmployee(context, intArgument(args, 'EmployeeId'))
  refuseInLockedRun(context, employee.companyId)
  const sent = recordArgument(args, 'PersonalInfo')
  if (sent === undefined) return
  const period = store.currentPeriod(employee.companyId)
  const current = currentPersonalInfo(employee, period)
  const row: PersonalInfoRow = {
    id: store.nextRecordId(),
    startYear: period.year,
    startPeriod: period.period,
    creationDate: store.nextCreationDate(),
    fields: updateFields(current?.fields ?? {}, sent, switches),
  }
  store.changeEmployee(employee.id, {
    personalInfos: placePersonalInfo(employee, current, row, switches),
  })
}

const toHistoryRow = (row: PersonalInfoRow, withBsn: boolean, context: CallContext): OutgoingRecord => {
  const { fields } = row
  return {
    [restOf]: fields,
    Id: row.id,
    DisplayName: toDisplayName(fields),
    BSN: withBsn ? fields.BSN : null,
    BurgerlijkeStaat: numberOf(maritalStates, fields.BurgerlijkeStaat),
    Naamstelling: numberOf(nameOrders, fields.Naamstelling),
    CreationDate: toEntryTime(row, context.switches),
    StartPeriod: row.startPeriod,
    StartYear: row.startYear,
  }
}

const numberOf = (names: readonly string[], name: string | undefined): number =>
  name === undefined ? 0 : Math.max(0, names.indexOf(name))

/** The history of everyone but those the switch leaves out. */
const history = (withBsn: boolean): BulkOperation =>
  bulk(function* (args, context) {
    const company = getCompany(context, intArgument(args, 'CompanyID'))
    const everybody = inArbitraryOrder(context.store.employeesOf(company.id))
    for (const { id, personalInfos } of everybody.slice(context.switches.bulkOmits)) {
      const rows = personalInfos.map((row) => toHistoryRow(row, withBsn, context))
      yield { EmployeeId: id, EmployeePersonalInfos: listOf('PersonalInfo_V2', rows, id) }
    }
  })

/** Personal data (Nmbrs contract, section 2.2). */
export const personalInfoOperations: Readonly<Record<string, Operation>> = {
  PersonalInfo_GetCurrent: single(readCurrent),
  PersonalInfo_UpdateCurrent: single((args, context) => {
    updateCurrent(args, context)
    return undefined
  }),
  PersonalInfo_GetAll_AllEmployeesByCompany: history(true),
  PersonalInfoWithoutBSN_Get_GetAllEmployeesByCompany: history(false),
}
