import { toPeriod } from '../../world/period.js'
import { toGuid } from '../../world/guids.js'
import type { NmbrsCompany } from '../../world/data.js'
import { companiesInSight, debtorsInSight, getCompany, getDebtor } from '../in-sight.js'
import { paged } from '../operation.js'
import type { RestAnswer, RestContext, RestOperation } from '../operation.js'
import { pageOf } from '../paging.js'
import { RestRefusal } from '../rest-refusal.js'

const toRow = ({ id, number, name, debtorId }: NmbrsCompany): object => ({
  companyId: toGuid('company', id),
  number: String(number),
  name,
  debtorId: debtorId === undefined ? null : toGuid('debtor', debtorId),
})

const list = (rows: readonly unknown[]): RestAnswer => ({ kind: 'page', page: pageOf(rows) })

const listCompanies = (context: RestContext): RestAnswer => {
  if (context.consent.debtorIds.length > 1)
    throw new RestRefusal(403, 'ForbiddenMultiDebtor.', 'Ask for the companies of one debtor.')
  return list(companiesInSight(context).map(toRow))
}

/** Section 15, row 1. */
const readPeriod = (context: RestContext): RestAnswer => {
  const { year, period, type } = toPeriod(getCompany(context).period)
  const flat = { year, period }
  switch (context.switches.restPeriodRow) {
    case 'flat':
      return list([flat])
    case 'nested':
      return list([{ period: flat }])
    case 'object':
      return { kind: 'object', body: { data: flat } }
    case 'extraKeys':
      return list([{ ...flat, periodType: type, isCurrent: true }])
  }
}

/** The one template of a company. */
export const templateOf = ({ id }: NmbrsCompany): string => toGuid('template', id)

const companyInfo = (): string => 'company.info.read'

/** Companies, debtors and the current period (Nmbrs REST contract, section 5). */
export const companyReads: readonly RestOperation[] = [
  {
    name: 'listCompanies',
    method: 'GET',
    pattern: '/api/companies',
    scope: companyInfo,
    query: paged,
    answer: listCompanies,
  },
  {
    name: 'listDebtors',
    method: 'GET',
    pattern: '/api/debtors',
    scope: companyInfo,
    query: paged,
    answer: (context) =>
      list(
        debtorsInSight(context).map(({ id, number, name }) => ({
          debtorId: toGuid('debtor', id),
          number,
          name,
        })),
      ),
  },
  {
    name: 'listDebtorCompanies',
    method: 'GET',
    pattern: '/api/debtors/{debtorId}/companies',
    scope: companyInfo,
    query: paged,
    answer: (context) => {
      const { id } = getDebtor(context)
      return list(
        companiesInSight(context)
          .filter(({ debtorId }) => debtorId === id)
          .map(toRow),
      )
    },
  },
  {
    name: 'getCurrentPeriod',
    method: 'GET',
    pattern: '/api/companies/{companyId}/period',
    scope: ({ restPeriodScope }) => restPeriodScope,
    query: {},
    answer: readPeriod,
  },
  {
    name: 'listDefaultEmployeeTemplates',
    method: 'GET',
    pattern: '/api/companies/{companyId}/defaulttemplates',
    scope: ({ restPeriodScope }) => restPeriodScope,
    query: paged,
    answer: (context) =>
      list([{ defaultEmployeeTemplateId: templateOf(getCompany(context)), description: 'Standaard' }]),
  },
]
