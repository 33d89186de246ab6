import type { NmbrsAccount, NmbrsCompany, NmbrsDebtor, NmbrsEmployee } from '../../world/data.js'
import type { DecodedRecord } from '../request/decode-request.js'
import type { ReportTasks } from '../report-tasks.js'
import { refuse } from '../soap-refusal.js'
import type { NmbrsStore } from '../../world/store.js'
import type { NmbrsSwitches } from '../../switches.js'
import type { Outgoing, OutgoingRecord } from '../xml/write-xml.js'

/** What an operation works with: the environment, its undocumented sides, and who asks. */
export interface CallContext {
  store: NmbrsStore
  switches: NmbrsSwitches
  account: NmbrsAccount
  reports: ReportTasks
}

/** An operation that answers with one value. Throws `SoapRefusal`. */
export interface SingleOperation {
  kind: 'single'
  answer: (args: DecodedRecord, context: CallContext) => Outgoing
}

/** An operation that answers with a list over everyone, made item by item. */
export interface BulkOperation {
  kind: 'bulk'
  items: (args: DecodedRecord, context: CallContext) => Iterable<OutgoingRecord>
}

/** An operation that the WSDLs do not describe. The answer is written as it is given, element by element. */
export interface ListedOperation {
  kind: 'listed'
  answer: (args: DecodedRecord, context: CallContext) => Outgoing
  /** The element the answer stands in, when it is not named after the call. */
  resultName?: string
}

export type Operation = SingleOperation | BulkOperation

export const single = (answer: SingleOperation['answer']): SingleOperation => ({ kind: 'single', answer })
export const bulk = (items: BulkOperation['items']): BulkOperation => ({ kind: 'bulk', items })

const isInList = (account: NmbrsAccount, companyId: number): boolean =>
  account.companies?.includes(companyId) ?? true

const hasTag = ({ account }: CallContext, debtor: NmbrsDebtor | undefined): boolean =>
  account.tags === undefined || debtor?.tags?.some(({ tag }) => account.tags?.includes(tag)) === true

const isTagged = (context: CallContext, companyId: number): boolean => {
  const debtorId = context.store.findCompany(companyId)?.debtorId
  return hasTag(context, debtorId === undefined ? undefined : context.store.findDebtor(debtorId))
}

/** The companies the account sees: those in its list, of debtors with its tags. */
export const companiesInSight = (context: CallContext): readonly NmbrsCompany[] =>
  context.store.companies().filter(({ id }) => isInList(context.account, id) && isTagged(context, id))

/** The debtors the account sees; one that sees only some companies sees the debtors of these. */
export const debtorsInSight = (context: CallContext): readonly NmbrsDebtor[] => {
  const tagged = context.store.debtors().filter((debtor) => hasTag(context, debtor))
  if (context.account.companies === undefined) return tagged
  const companies = companiesInSight(context)
  return tagged.filter(({ id }) => companies.some(({ debtorId }) => debtorId === id))
}

/**
 * A company the account may see; 2004 for any other id, 1003 when its debtor lacks the account's tags (Nmbrs
 * contract, section 4).
 */
export const getCompany = (context: CallContext, id: number): NmbrsCompany => {
  const company = context.store.findCompany(id)
  if (company === undefined || !isInList(context.account, id)) throw refuse(2004)
  if (!isTagged(context, id)) throw refuse(1003)
  return company
}

/**
 * An employee the account may see; 2003 for any other id, 1003 outside the account's tags (Nmbrs contract,
 * section 4).
 */
export const getEmployee = (context: CallContext, id: number): NmbrsEmployee => {
  const employee = context.store.findEmployee(id)
  if (employee === undefined || !isInList(context.account, employee.companyId)) throw refuse(2003)
  if (!isTagged(context, employee.companyId)) throw refuse(1003)
  return employee
}

/**
 * A debtor the account may see; 2009 for any other id, 1003 outside the account's tags (Nmbrs contract,
 * section 4).
 */
export const getDebtor = (context: CallContext, id: number): NmbrsDebtor => {
  const debtor = context.store.findDebtor(id)
  if (debtor === undefined) throw refuse(2009)
  if (!hasTag(context, debtor)) throw refuse(1003)
  if (!debtorsInSight(context).includes(debtor)) throw refuse(2009)
  return debtor
}

/** Refuses a `…Current` write while the run of the current period is locked, where the switch says so. */
export const refuseInLockedRun = ({ store, switches }: CallContext, companyId: number): void => {
  const isLocked = store.findCompany(companyId)?.lockedRun === true
  if (isLocked && switches.currentWriteInLockedRun === 'refuse') throw refuse(2012)
}

/**
 * A list of rows as it may be written: when there are none, the list is absent for some people, empty for
 * others, and holds one nil item for the rest (Nmbrs contract, section 6.6).
 */
export const listOf = (name: string, rows: readonly OutgoingRecord[], employeeId: number): Outgoing => {
  if (rows.length > 0) return { [name]: rows }
  if (employeeId % 3 === 0) return undefined
  return { [name]: employeeId % 3 === 1 ? [] : [null] }
}
