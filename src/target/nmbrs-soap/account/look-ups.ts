import { toCallKey, type CallName } from '../../../onboarding/calls/call-name.js'
import { getReadCall, type ReadCall } from '../read-calls/find-read-call.js'
import { taskResultCall, taskStartCall } from '../read-calls/report-service.js'

/** The calls whose answers are looked at, and not only whether they come. */
export const lookUps = {
  companies: getReadCall('CompanyService', 'List_GetAll'),
  companiesOfDebtor: getReadCall('CompanyService', 'List_GetByDebtor'),
  currentPeriod: getReadCall('CompanyService', 'Company_GetCurrentPeriod'),
  runs: getReadCall('CompanyService', 'Run_GetList'),
  employeeTypes: getReadCall('EmployeeService', 'EmployeeType_GetList'),
  employees: getReadCall('EmployeeService', 'List_GetByCompany'),
  environment: getReadCall('DebtorService', 'Environment_Get'),
  debtors: getReadCall('DebtorService', 'List_GetAll'),
  tags: getReadCall('DebtorService', 'Tags_Get'),
  startedTask: getReadCall('ReportService', taskStartCall),
  taskResult: getReadCall('ReportService', taskResultCall),
} as const satisfies Readonly<Record<string, ReadCall>>

const keys: ReadonlySet<string> = new Set(Object.values(lookUps).map(toCallKey))

export const isLookedUp = (call: CallName): boolean => keys.has(toCallKey(call))
