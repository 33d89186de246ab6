import { comparePeriods, toPeriod } from '../../world/period.js'
import { inArbitraryOrder } from '../../world/arbitrary-order.js'
import type { NmbrsCompany, NmbrsEmployee } from '../../world/data.js'
import { fromGuid } from '../../world/guids.js'
import { currentPersonalInfo } from '../../world/store.js'
import type { NmbrsStore } from '../../world/store.js'
import { getCompany } from '../in-sight.js'
import { toEmployeeType } from '../names.js'
import type { EmployeeType } from '../names.js'
import type { RestContext } from '../operation.js'

const payrollTypes: readonly EmployeeType[] = ['newHire', 'payroll']

/** The type of an employee in REST's words. */
export const typeOf = ({ typeId }: NmbrsEmployee, { store }: Pick<RestContext, 'store'>): EmployeeType => {
  const type = store.data.employeeTypes.find(({ id }) => id === typeId)
  return type === undefined ? 'payroll' : toEmployeeType(type)
}

/**
 * Whom a list of a company is about: by type and by id as far as the list knows these (section 15, rows 14
 * and 36).
 */
export const peopleOf = (
  context: RestContext,
  employeeIdFilter: 'works' | 'ignored',
): { company: NmbrsCompany; people: readonly NmbrsEmployee[] } => {
  const { store, switches, past, query } = context
  const company = getCompany(context)
  const everybody = inSight(past.shown(listed(store, company.id), switches.restReadLagMs), switches)
  const types = query.employeeType === undefined ? typesWithoutAsking(context) : [query.employeeType]
  const ofType =
    types === undefined ? everybody : everybody.filter((each) => types.includes(typeOf(each, context)))
  const wanted = query.employeeId
  if (wanted === undefined || employeeIdFilter === 'ignored') return { company, people: ofType }
  const id = fromGuid('employee', wanted)
  return { company, people: ofType.filter((each) => each.id === id) }
}

const inSight = (
  people: readonly NmbrsEmployee[],
  { restHides }: RestContext['switches'],
): readonly NmbrsEmployee[] => {
  if (restHides === 0) return people
  const hidden = new Set(
    people
      .map(({ id }) => id)
      .sort((left, right) => right - left)
      .slice(0, restHides),
  )
  return people.filter(({ id }) => !hidden.has(id))
}

/** A list is asked for page by page: it is put in order once for each state of the payroll. */
const orders = new WeakMap<NmbrsStore, { version: number; byCompany: Map<number, NmbrsEmployee[]> }>()

const listed = (store: NmbrsStore, companyId: number): readonly NmbrsEmployee[] => {
  let order = orders.get(store)
  if (order?.version !== store.version) {
    order = { version: store.version, byCompany: new Map() }
    orders.set(store, order)
  }
  const known = order.byCompany.get(companyId)
  if (known !== undefined) return known
  const people = inArbitraryOrder(store.employeesOf(companyId))
  order.byCompany.set(companyId, people)
  return people
}

const typesWithoutAsking = ({ switches }: RestContext): readonly string[] | undefined =>
  switches.restListsWithoutType === 'payrollTypes' ? payrollTypes : undefined

/** Whether the list was asked for one employee, and hears it. */
export const isAboutOne = ({ query, switches }: RestContext): boolean =>
  query.employeeId !== undefined && switches.restEmployeeIdFilter === 'works'

/** The personal data in force; for someone who starts later the first there is. */
export const fieldsInForce = (
  employee: NmbrsEmployee,
  company: NmbrsCompany,
): Readonly<Record<string, string>> =>
  (currentPersonalInfo(employee, toPeriod(company.period)) ?? employee.personalInfos[0])?.fields ?? {}

/** Whether a row begins after the current period (section 15, row 32). */
export const isFuture = (
  { startYear, startPeriod }: { startYear: number; startPeriod: number },
  company: NmbrsCompany,
): boolean => comparePeriods({ year: startYear, period: startPeriod }, toPeriod(company.period)) > 0
