import type { Consent } from '../identity/consents.js'
import type { NmbrsCompany, NmbrsDebtor, NmbrsEmployee } from '../world/data.js'
import { fromGuid } from '../world/guids.js'
import type { RestContext } from './operation.js'
import { RestRefusal, refuseUnknown } from './rest-refusal.js'

type Sight = Pick<RestContext, 'store' | 'consent'>

const sees = (consent: Consent, { id, debtorId }: NmbrsCompany): boolean =>
  debtorId !== undefined && consent.debtorIds.includes(debtorId) && (consent.companies?.includes(id) ?? true)

export const companiesInSight = ({ store, consent }: Sight): readonly NmbrsCompany[] =>
  store.companies().filter((company) => sees(consent, company))

export const debtorsInSight = ({ store, consent }: Sight): readonly NmbrsDebtor[] =>
  store.debtors().filter(({ id }) => consent.debtorIds.includes(id))

const refuseSight = (): RestRefusal =>
  new RestRefusal(403, 'Forbidden.', 'The consent does not cover this debtor or company.')

/** The company of the path; 404 when there is none, 403 when the consent does not cover it. */
export const getCompany = (context: RestContext): NmbrsCompany => {
  const id = fromGuid('company', context.path.companyId ?? '')
  const company = id === undefined ? undefined : context.store.findCompany(id)
  if (company === undefined) throw refuseUnknown('There is no such company.')
  if (!sees(context.consent, company)) throw refuseSight()
  return company
}

/** The employee of the path; 404 and 403 as for a company. */
export const getEmployee = (context: RestContext): NmbrsEmployee => {
  const id = fromGuid('employee', context.path.employeeId ?? '')
  const employee = id === undefined ? undefined : context.store.findEmployee(id)
  const company = employee === undefined ? undefined : context.store.findCompany(employee.companyId)
  if (employee === undefined || company === undefined) throw refuseUnknown('There is no such employee.')
  if (!sees(context.consent, company)) throw refuseSight()
  return employee
}

/** The debtor of the path; 404 and 403 as for a company. */
export const getDebtor = (context: RestContext): NmbrsDebtor => {
  const id = fromGuid('debtor', context.path.debtorId ?? '')
  const debtor = id === undefined ? undefined : context.store.findDebtor(id)
  if (debtor === undefined) throw refuseUnknown('There is no such debtor.')
  if (!context.consent.debtorIds.includes(debtor.id)) throw refuseSight()
  return debtor
}
