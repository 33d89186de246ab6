/** The parts of Nmbrs that calls live in, in the order its own screens and lists show them. */
export const services = ['CompanyService', 'EmployeeService', 'DebtorService', 'ReportService'] as const

export type ServiceName = (typeof services)[number]

/** Whether a call changes something. A write is never tried on an account. */
export type CallAccess = 'read' | 'write'

/** One webservice call by Nmbrs' own names. The same name can stand in two services: only the pair is a call. */
export interface CallName {
  service: ServiceName
  call: string
}

/** `EmployeeService:List_GetByCompany`: the pair as one text, for tables and messages. */
export const toCallKey = ({ service, call }: CallName): string => `${service}:${call}`
