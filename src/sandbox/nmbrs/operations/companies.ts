import { intArgument } from '../arguments.js'
import { spellPeriod, toPeriod } from '../period.js'
import { getCompany, single } from './handler.js'
import type { Operation } from './handler.js'

/** CompanyService (Nmbrs contract, section 2.9). */
export const companyOperations: Readonly<Record<string, Operation>> = {
  List_GetAll: single((_args, { store, account }) => ({
    Company: store
      .companies()
      .filter(({ id }) => account.companies?.includes(id) ?? true)
      .map(({ id, number, name }) => ({ ID: id, Number: number, Name: name, LoonaangifteTijdvak: 'Month' })),
  })),
  Company_GetCurrentPeriod: single((args, context) => {
    const company = getCompany(context, intArgument(args, 'CompanyId'))
    return spellPeriod(toPeriod(company.period), context.switches.periodCode)
  }),
}

/** DebtorService (Nmbrs contract, section 2.10). */
export const debtorOperations: Readonly<Record<string, Operation>> = {
  Environment_Get: single((_args, { store }) => ({
    Domain: store.data.environment.domain,
    SubDomain: store.data.environment.subDomain,
  })),
  List_GetAll: single((_args, { store }) => ({
    Debtor: store.data.debtors.map(({ id, number, name }) => ({ Id: id, Number: number, Name: name })),
  })),
}
