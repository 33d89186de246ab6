/** The parts of Nmbrs that calls live in, in the order its own screens and lists show them. */
export const services = ['CompanyService', 'EmployeeService', 'DebtorService', 'ReportService'] as const

export type ServiceName = (typeof services)[number]

/**
 * Where a call lives: one of the services of SOAP, or the REST API, whose calls are named by method and path.
 */
export const callPlaces = [...services, 'REST'] as const

export type CallPlace = (typeof callPlaces)[number]

/** Whether a call changes something. A write is never tried on an account. */
export type CallAccess = 'read' | 'write'

/**
 * One webservice call by Nmbrs' own names. The same name can stand in two services: only the pair is a call.
 */
export interface CallName {
  service: CallPlace
  call: string
}

/** `EmployeeService:List_GetByCompany`: the pair as one text, for tables and messages. */
export const toCallKey = ({ service, call }: CallName): string => `${service}:${call}`
