import type { NmbrsAccount, NmbrsCompany, NmbrsEmployee } from '../data.js'
import type { DecodedRecord } from '../decode-request.js'
import { refuse } from '../soap-refusal.js'
import type { NmbrsStore } from '../store.js'
import type { NmbrsSwitches } from '../switches.js'
import type { Outgoing, OutgoingRecord } from '../write-xml.js'

/** What an operation works with: the environment, its undocumented sides, and who asks. */
export interface CallContext {
  store: NmbrsStore
  switches: NmbrsSwitches
  account: NmbrsAccount
}

/** An operation that answers with one value. Throws `SoapRefusal`. */
export interface SingleOperation {
  kind: 'single'
  answer: (args: DecodedRecord, context: CallContext) => Outgoing
}

/** An operation that answers with a list over everybody, made item by item. */
export interface BulkOperation {
  kind: 'bulk'
  items: (args: DecodedRecord, context: CallContext) => Iterable<OutgoingRecord>
}

export type Operation = SingleOperation | BulkOperation

export const single = (answer: SingleOperation['answer']): SingleOperation => ({ kind: 'single', answer })
export const bulk = (items: BulkOperation['items']): BulkOperation => ({ kind: 'bulk', items })

const maySee = (account: NmbrsAccount, companyId: number): boolean =>
  account.companies?.includes(companyId) ?? true

/** A company the account may see; 2004 for any other id (Nmbrs contract, section 4). */
export const getCompany = ({ store, account }: CallContext, id: number): NmbrsCompany => {
  const company = store.findCompany(id)
  if (company === undefined || !maySee(account, id)) throw refuse(2004)
  return company
}

/** An employee the account may see; 2003 for any other id (Nmbrs contract, section 4). */
export const getEmployee = ({ store, account }: CallContext, id: number): NmbrsEmployee => {
  const employee = store.findEmployee(id)
  if (employee === undefined || !maySee(account, employee.companyId)) throw refuse(2003)
  return employee
}

/** Refuses a `…Current` write while the run of the current period is locked, where the switch says so. */
export const refuseInLockedRun = ({ store, switches }: CallContext, companyId: number): void => {
  const isLocked = store.findCompany(companyId)?.lockedRun === true
  if (isLocked && switches.currentWriteInLockedRun === 'refuse') throw refuse(2012)
}

/** The companies' order is nobody's promise: the same every time, and unlike that of ids or names. */
export const inArbitraryOrder = (employees: readonly NmbrsEmployee[]): NmbrsEmployee[] =>
  [...employees].sort((left, right) => scatter(left.id) - scatter(right.id))

const scatter = (id: number): number => Math.imul(id, 0x9e3779b1) >>> 0

/**
 * A list of rows as it may be written: when there are none, the list is absent for some people, empty for others, and holds one nil item
 * for the rest (Nmbrs contract, section 6.6).
 */
export const listOf = (name: string, rows: readonly OutgoingRecord[], employeeId: number): Outgoing => {
  if (rows.length > 0) return { [name]: rows }
  if (employeeId % 3 === 0) return undefined
  return { [name]: employeeId % 3 === 1 ? [] : [null] }
}
