import { paged } from './operation.js'
import type { RestAnswer, RestContext, RestOperation } from './operation.js'
import { companyReads } from './reads/companies.js'
import { employeeReads } from './reads/employees.js'
import { historyReads } from './reads/histories.js'
import { createAddress } from './writes/address.js'
import { createBankAccount, deleteBankAccount, updateBankAccount } from './writes/bank-account.js'
import { createEmployee } from './writes/create-employee.js'
import { createEmployment, updateEmployment } from './writes/employment.js'
import { updatePersonalInfo } from './writes/personal-info.js'
import { createSalary } from './writes/salary.js'

const write = (
  name: string,
  method: RestOperation['method'],
  pattern: string,
  scope: RestOperation['scope'],
  answer: (context: RestContext) => RestAnswer,
): RestOperation => ({ name, method, pattern, scope, query: {}, answer })

const info = (): string => 'employee.info'
const employment = (): string => 'employee.employment'
const bank: RestOperation['scope'] = ({ restBankAccountScope }) => `employee.${restBankAccountScope}`
const ofEmployee = (resource: string): string => `/api/employees/{employeeId}/${resource}`

const writes: readonly RestOperation[] = [
  write('createEmployee', 'POST', '/api/companies/{companyId}/employees', info, createEmployee),
  write('updatePersonalInfo', 'PUT', ofEmployee('personalInfo'), info, updatePersonalInfo),
  write('createAddress', 'POST', ofEmployee('address'), info, createAddress),
  write('createBankAccount', 'POST', ofEmployee('bankaccount'), bank, createBankAccount),
  write('updateBankAccount', 'PUT', ofEmployee('bankaccount'), bank, updateBankAccount),
  write('deleteBankAccount', 'DELETE', ofEmployee('bankaccounts/{bankAccountId}'), bank, deleteBankAccount),
  write(
    'createSalary',
    'POST',
    ofEmployee('salary'),
    ({ restSalaryScope }) => `employee.${restSalaryScope}`,
    createSalary,
  ),
  write('createEmployment', 'POST', ofEmployee('employment'), employment, createEmployment),
  write('updateEmployment', 'PUT', ofEmployee('employment'), employment, updateEmployment),
]

/** The user who consented; its fields are not evidenced (section 9). */
const userInfo: RestOperation = {
  name: 'getUserInfo',
  method: 'GET',
  pattern: '/api/user/info',
  scope: () => 'user.info.read',
  query: paged,
  answer: ({ consent }) => ({ kind: 'object', body: { data: [{ userName: consent.user }] } }),
}

/** Every call of the API that this fake knows, by the names of our description of it. */
export const restOperations: readonly RestOperation[] = [
  ...companyReads,
  ...employeeReads,
  ...historyReads,
  userInfo,
  ...writes,
]

const toPattern = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`)

const routes = restOperations.map((operation) => ({ operation, pattern: toPattern(operation.pattern) }))

/** What an address and a method name. */
export interface FoundOperation {
  operation: RestOperation
  path: Readonly<Record<string, string>>
}

/** `undefined` when there is no such call. Spelling counts, letter case included. */
export const findRestOperation = (method: string, path: string): FoundOperation | undefined => {
  for (const { operation, pattern } of routes) {
    const found = operation.method === method ? pattern.exec(path) : null
    if (found !== null) return { operation, path: { ...found.groups } }
  }
  return undefined
}
