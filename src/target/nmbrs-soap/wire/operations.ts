import type { ServiceName } from '../../../onboarding/calls/call-name.js'

/** A part of Nmbrs that the sync calls; each has its own address, namespace and auth header. */
export type Service = Exclude<ServiceName, 'ReportService'>

/** How an argument is spelled on the wire. `record` is a nested element, in the order it is given. */
export type ArgumentKind = 'int' | 'text' | 'date' | 'boolean' | 'record'

export interface OperationShape {
  service: Service
  /** A read may be sent again at will; a write only when it surely did not happen. */
  effect: 'read' | 'write'
  /** Every argument, in the order of the WSDL. */
  args: Readonly<Record<string, ArgumentKind>>
  /** Many others wait for its answer, so it does not stand in line behind them. */
  urgent?: true
}

const employee = { EmployeeId: 'int' } as const
// The same parameter is spelled `CompanyId` in some calls and `CompanyID` in others (Nmbrs contract, section
// 2.0).
const company = { CompanyId: 'int' } as const
const companyOfBulk = { CompanyID: 'int' } as const

/**
 * Every call this program can make (Nmbrs contract, section 2). The names are Nmbrs' own, odd spellings
 * included. Personal data of a whole company are read by the call that leaves the citizen service numbers
 * out, so that they never travel.
 */
export const operations = {
  List_GetAll: { service: 'CompanyService', effect: 'read', args: {} },
  Company_GetCurrentPeriod: { service: 'CompanyService', effect: 'read', args: company, urgent: true },

  Environment_Get: { service: 'DebtorService', effect: 'read', args: {} },

  EmployeeType_GetList: { service: 'EmployeeService', effect: 'read', args: {} },
  List_GetByCompany: {
    service: 'EmployeeService',
    effect: 'read',
    args: { CompanyId: 'int', EmployeeType: 'int' },
    urgent: true,
  },
  PersonalInfoWithoutBSN_Get_GetAllEmployeesByCompany: {
    service: 'EmployeeService',
    effect: 'read',
    args: companyOfBulk,
  },
  Address_GetAll_AllEmployeesByCompany: { service: 'EmployeeService', effect: 'read', args: companyOfBulk },
  Employment_GetAll_AllEmployeesByCompany: {
    service: 'EmployeeService',
    effect: 'read',
    args: companyOfBulk,
  },
  Salary_GetAll_AllEmployeesByCompany: { service: 'EmployeeService', effect: 'read', args: companyOfBulk },
  PersonalInfo_GetCurrent: { service: 'EmployeeService', effect: 'read', args: employee },
  Address_GetListCurrent: { service: 'EmployeeService', effect: 'read', args: employee },
  BankAccount_GetListCurrent: { service: 'EmployeeService', effect: 'read', args: employee },
  Salary_GetList: {
    service: 'EmployeeService',
    effect: 'read',
    args: { EmployeeId: 'int', Period: 'int', Year: 'int' },
  },

  Employee_Insert: {
    service: 'EmployeeService',
    effect: 'write',
    args: {
      FirstName: 'text',
      LastName: 'text',
      StartDate: 'date',
      CompanyId: 'int',
      UnprotectedMode: 'boolean',
    },
  },
  PersonalInfo_UpdateCurrent: {
    service: 'EmployeeService',
    effect: 'write',
    args: { EmployeeId: 'int', PersonalInfo: 'record' },
  },
  Address_InsertCurrent: {
    service: 'EmployeeService',
    effect: 'write',
    args: { EmployeeId: 'int', Address: 'record' },
  },
  Address_Update: {
    service: 'EmployeeService',
    effect: 'write',
    args: { EmployeeId: 'int', Address: 'record' },
  },
  BankAccount_InsertCurrent: {
    service: 'EmployeeService',
    effect: 'write',
    args: { EmployeeId: 'int', BankAccount: 'record' },
  },
  BankAccount_DeleteCurrent: {
    service: 'EmployeeService',
    effect: 'write',
    args: { EmployeeId: 'int', BankAccountID: 'int' },
  },
  Salary_Update: {
    service: 'EmployeeService',
    effect: 'write',
    args: { EmployeeId: 'int', Salary: 'record', Start: 'date' },
  },
  Employment_UpdateEmploymentInitialStartDate: {
    service: 'EmployeeService',
    effect: 'write',
    args: { EmployeeId: 'int', InitialStartDate: 'date' },
  },
} as const satisfies Readonly<Record<string, OperationShape>>

export type OperationName = keyof typeof operations

export const operationNames = Object.keys(operations) as readonly OperationName[]

export const shapeOf = (operation: OperationName): OperationShape => operations[operation]

/**
 * How a call's duration may be compared: with that of other calls of the same name. `undefined` for a read
 * over a whole company, which takes as long as the company is large.
 */
export const kindOfCall = (operation: OperationName): string | undefined => {
  const { effect, args } = shapeOf(operation)
  const overCompany = effect === 'read' && ('CompanyId' in args || 'CompanyID' in args)
  return overCompany ? undefined : operation
}

/** The namespace of a service, the same on every host, the sandbox included (Nmbrs contract, section 1). */
export const namespaceOf = (service: ServiceName): string => `https://api.nmbrs.nl/soap/v3/${service}`
