import { services, toCallKey, type CallAccess, type CallName, type ServiceName } from './call-name.js'
import { companyCalls } from './company-service.js'
import { debtorCalls } from './debtor-service.js'
import { employeeCalls } from './employee-service.js'
import { reportCalls } from './report-service.js'
import type { ServiceCalls } from './service-calls.js'
import { unverifiedCalls } from './unverified.js'

/** A call that Nmbrs is known to have. */
export interface KnownCall extends CallName {
  service: ServiceName
  access: CallAccess
  /** Whether version 3 of the service is known to have it. */
  verified: boolean
}

const callsByService: Readonly<Record<ServiceName, ServiceCalls>> = {
  CompanyService: companyCalls,
  EmployeeService: employeeCalls,
  DebtorService: debtorCalls,
  ReportService: reportCalls,
}

const unverified = new Set(unverifiedCalls.map(toCallKey))

const callsOf = (service: ServiceName, access: CallAccess): KnownCall[] =>
  callsByService[service][access].map((call) => ({
    service,
    call,
    access,
    verified: !unverified.has(toCallKey({ service, call })),
  }))

/** Every known call, service by service, reads before writes. */
export const knownCalls: readonly KnownCall[] = services.flatMap((service) => [
  ...callsOf(service, 'read'),
  ...callsOf(service, 'write'),
])
