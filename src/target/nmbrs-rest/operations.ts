import type { OnContradiction } from '../../domain/addresses/rest-known.js'
import type { RestCall } from './client/rest-call.js'
import type { RestClient } from './client/rest-client.js'
import type { PageSize } from './reads/page-size.js'

type Shape = Pick<RestCall, 'method' | 'scopes'> & { path: string }

const get = (path: string, ...scopes: string[]): Shape => ({ method: 'GET', path, scopes })
const post = (path: string, ...scopes: string[]): Shape => ({ method: 'POST', path, scopes })
const put = (path: string, ...scopes: string[]): Shape => ({ method: 'PUT', path, scopes })

const ofCompany = (resource: string): string => `/api/companies/{id}/${resource}`
const ofEmployee = (resource: string): string => `/api/employees/{id}/${resource}`

/**
 * Every call of the sync, and the scopes of which one is needed (Nmbrs REST contract, sections 3.4 and 5 to
 * 7).
 */
export const restOperations = {
  listCompanies: get('/api/companies', 'company.info.read'),
  listDebtors: get('/api/debtors', 'company.info.read'),
  listDebtorCompanies: get('/api/debtors/{id}/companies', 'company.info.read'),
  getCurrentPeriod: get(ofCompany('period'), 'company.info.read', 'company.payrollsettings.read'),
  listEmployees: get(ofCompany('employees'), 'employee.info.read'),
  listPersonalInfo: get(ofCompany('employees/personalinfo'), 'employee.info.read'),
  listAddresses: get(ofCompany('employees/addresses'), 'employee.info.read'),
  listBankAccounts: get(
    ofCompany('employees/bankaccounts'),
    'employee.info.read',
    'employee.bankaccount.read',
  ),
  listSalaries: get(ofCompany('employees/salaries'), 'employee.employment.read', 'employee.payment.read'),
  listEmployments: get(ofCompany('employees/employments'), 'employee.employment.read'),
  createEmployee: post(ofCompany('employees'), 'employee.info'),
  updatePersonalInfo: put(ofEmployee('personalInfo'), 'employee.info'),
  createAddress: post(ofEmployee('address'), 'employee.info'),
  createBankAccount: post(ofEmployee('bankaccount'), 'employee.info', 'employee.bankaccount'),
  updateBankAccount: put(ofEmployee('bankaccount'), 'employee.info', 'employee.bankaccount'),
  createSalary: post(ofEmployee('salary'), 'employee.employment', 'employee.payment'),
} as const satisfies Readonly<Record<string, Shape>>

export type RestOperation = keyof typeof restOperations

/** The call of that name; `id` is that of the company, debtor or employee which the path names. */
export const toCall = (
  operation: RestOperation,
  id = '',
  more: Pick<RestCall, 'query' | 'body'> = {},
): RestCall => {
  const { method, path, scopes } = restOperations[operation]
  return { operation, method, path: path.replace('{id}', encodeURIComponent(id)), scopes, ...more }
}

/**
 * What a client knows of the API beside how it is called; nothing unless someone found it out
 * (`nmbrs.rest.known`).
 */
export interface KnownReads {
  pages?: PageSize
  /** Told when the API behaves otherwise. */
  contradict?: OnContradiction
}

export type Reads = Pick<RestClient, 'read' | 'quiet'> & KnownReads
export type Calls = Pick<RestClient, 'read' | 'write' | 'quiet'> & KnownReads
