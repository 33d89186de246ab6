import type { CallAccess } from './call-name.js'

/** A call of the REST API that some client makes, and the scopes of which one opens it. */
export interface KnownEndpoint {
  /** Method and path, `GET /api/companies/{companyId}/employees`. */
  endpoint: string
  access: CallAccess
  /** Empty: no one knows. */
  scopes: readonly string[]
}

const toAccess = (endpoint: string): CallAccess => (endpoint.startsWith('GET ') ? 'read' : 'write')

const at = (scopes: readonly string[], endpoints: readonly string[]): KnownEndpoint[] =>
  endpoints.map((endpoint) => ({ endpoint, access: toAccess(endpoint), scopes }))

const company = '/api/companies/{companyId}'
const people = `${company}/employees`
const employee = '/api/employees/{employeeId}'
const debtor = '/api/debtors/{debtorId}'

/**
 * Every endpoint that is known, with its scopes (Nmbrs REST contract, sections 3.4 and 5 to 9). The names of
 * the ids are those of this program: they tell what a call is tried with.
 */
export const knownEndpoints: readonly KnownEndpoint[] = [
  ...at(['company.info.read'], ['GET /api/companies', 'GET /api/debtors', `GET ${debtor}/companies`]),
  ...at(
    ['company.info.read', 'company.payrollsettings.read'],
    [`GET ${company}/period`, `GET ${company}/defaulttemplates`, `GET ${company}/runs`],
  ),
  ...at(['employee.info.read'], [`GET ${people}`, `GET ${people}/personalinfo`, `GET ${people}/addresses`]),
  ...at(['employee.info.read', 'employee.bankaccount.read'], [`GET ${people}/bankaccounts`]),
  ...at(
    ['employee.employment.read'],
    [
      `GET ${people}/employments`,
      `GET ${people}/contracts`,
      `GET ${people}/schedules`,
      `GET ${employee}/employments`,
    ],
  ),
  ...at(['employee.employment.read', 'employee.payment.read'], [`GET ${people}/salaries`]),
  ...at(
    ['employee.info.read', 'employee.orgstructure.read'],
    [
      `GET ${people}/departments`,
      `GET ${people}/functions`,
      `GET ${people}/managers`,
      `GET ${debtor}/departments`,
      `GET ${debtor}/functions`,
      `GET ${debtor}/managers`,
    ],
  ),
  ...at(
    ['employee.payment.read'],
    [
      `GET ${people}/fixedwagecomponents`,
      `GET ${people}/variablewagecomponents`,
      `GET ${employee}/variablehours`,
      `GET ${employee}/variabledays`,
    ],
  ),
  ...at(['employee.leave.read'], [`GET ${people}/leaverequests`, `GET ${people}/leaveBalances`]),
  ...at(['company.leave.read'], [`GET ${company}/leaveGroups`]),
  ...at(['user.info.read'], ['GET /api/user/info']),
  ...at([], [`GET ${company}/costcenters`, `GET ${company}/hourcodes`, `GET ${people}/costcenters`]),
  ...at(['employee.info'], [`POST ${people}`, `PUT ${employee}/personalInfo`, `POST ${employee}/address`]),
  ...at(
    ['employee.info', 'employee.bankaccount'],
    [`POST ${employee}/bankaccount`, `PUT ${employee}/bankaccount`],
  ),
  ...at(['employee.employment', 'employee.payment'], [`POST ${employee}/salary`]),
  ...at(
    ['employee.employment'],
    [`POST ${employee}/employment`, `PUT ${employee}/employment`, `POST ${employee}/schedule`],
  ),
  ...at(
    ['employee.orgstructure'],
    [`PUT ${employee}/department`, `PUT ${employee}/function`, `PUT ${employee}/manager`],
  ),
  ...at(
    ['employee.payment'],
    [
      `POST ${employee}/fixedwagecomponent`,
      `PUT ${employee}/fixedwagecomponent`,
      `POST ${employee}/variablewagecomponent`,
      `PUT ${employee}/variablewagecomponent`,
    ],
  ),
  ...at(['employee.leave'], [`POST ${employee}/leaverequest`]),
]

/** Letter case, blanks, a slash at the end and the names of the ids make no difference. */
const foldEndpoint = (text: string): string =>
  text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/\/$/, '')
    .replace(/\{[^}]*\}/g, '{}')
    .toLowerCase()

const byFolded = new Map(knownEndpoints.map((known) => [foldEndpoint(known.endpoint), known]))

export const findEndpoint = (text: string): KnownEndpoint | undefined => byFolded.get(foldEndpoint(text))

const scopeNames = [
  'employee.info',
  'employee.employment',
  'employee.payment',
  'employee.bankaccount',
  'employee.leave',
  'employee.orgstructure',
  'employee.document',
  'employee.payrollsettings',
]

/** The scopes that partner apps can ask for (Nmbrs REST contract, section 3.4). */
export const knownScopes: readonly string[] = [
  'offline_access',
  ...scopeNames.flatMap((name) => [name, `${name}.read`]),
  'company.info',
  'company.info.read',
  'company.payrollsettings.read',
  'company.leave.read',
  'user.info.read',
]
