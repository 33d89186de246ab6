import type { CallName } from './call-name.js'

/**
 * Names that are known from version 2.1 of the service and that no client of version 3 uses (Nmbrs contract,
 * sections 0 and 2.6). They may have gone, so a consumer's list that has one is told about it.
 */
export const unverifiedCalls: readonly CallName[] = [
  { service: 'EmployeeService', call: 'Contract_GetAll_v2' },
  { service: 'EmployeeService', call: 'Contract_InsertCurrentPeriod_v2' },
  { service: 'EmployeeService', call: 'Contract_Insert_v2' },
  { service: 'EmployeeService', call: 'DaysVar_Set' },
  { service: 'EmployeeService', call: 'Function_GetAll_AllEmployeesByCompany' },
]
