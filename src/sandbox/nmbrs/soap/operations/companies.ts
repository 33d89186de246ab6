import { intArgument } from '../request/arguments.js'
import type { NmbrsCompany, NmbrsDebtor } from '../../world/data.js'
import { toPeriod } from '../../world/period.js'
import { spellPeriod } from '../spell-period.js'
import type { OutgoingRecord } from '../xml/write-xml.js'
import { companiesInSight, debtorsInSight, getCompany, single } from './handler.js'
import type { Operation } from './handler.js'

const declarationPeriods = { month: 'Month', 'four-weeks': 'Week4', week: 'Week4' } as const

/** A company as lists show it. */
export const toCompanyRow = ({ id, number, name, period }: NmbrsCompany): OutgoingRecord => ({
  ID: id,
  Number: number,
  Name: name,
  LoonaangifteTijdvak: declarationPeriods[toPeriod(period).type],
})

/** A debtor as lists show it. */
export const toDebtorRow = ({ id, number, name }: NmbrsDebtor): OutgoingRecord => ({
  Id: id,
  Number: number,
  Name: name,
})

/** CompanyService (Nmbrs contract, section 2.9). */
export const companyOperations: Readonly<Record<string, Operation>> = {
  List_GetAll: single((_args, context) => ({ Company: companiesInSight(context).map(toCompanyRow) })),
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
  List_GetAll: single((_args, context) => ({ Debtor: debtorsInSight(context).map(toDebtorRow) })),
}
