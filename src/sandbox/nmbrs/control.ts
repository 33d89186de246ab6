import * as z from 'zod'
import type { NmbrsAccount } from './world/data.js'
import { faultSchema } from './faults.js'
import { appSchema } from './identity/app.js'
import type { RestApp } from './identity/app.js'
import type { Consents } from './identity/consents.js'
import type { Limits } from './rest/limits.js'
import type { Past } from './rest/past.js'
import type { Faults } from './faults.js'
import { addByPayroll, editByPayroll, newEmployeeSchema, payrollEditSchema } from './world/payroll-edits.js'
import type { NmbrsStore } from './world/store.js'
import { switchesSchema } from './switches.js'
import type { NmbrsSwitches } from './switches.js'
import type { CallLog } from './call-log.js'
import type { Violation } from './violation.js'
import type { ReportTasks } from './soap/report-tasks.js'
import { serviceNames } from './soap/wire-schema.js'

/** What a person or a program that plays with the fake can see and change. */
export interface Controlled {
  store: NmbrsStore
  switches: NmbrsSwitches
  accounts: NmbrsAccount[]
  faults: Faults
  calls: CallLog
  reports: ReportTasks
  violations: Violation[]
  /** The app that is registered for REST, and who consents. */
  app: RestApp
  consents: Consents
  limits: Limits
  past: Past
  reset: () => void
}

export interface ControlAnswer {
  status: number
  body: unknown
}

const run = z.strictObject({
  id: z.number().int(),
  number: z.number().int(),
  year: z.number().int(),
  periodStart: z.number().int(),
  periodEnd: z.number().int(),
  description: z.string(),
  runAt: z.string(),
  isLocked: z.boolean(),
})
const companyChange = z.strictObject({
  period: z.string().exactOptional(),
  name: z.string().exactOptional(),
  lockedRun: z.boolean().exactOptional(),
  runs: z.array(run).exactOptional(),
})
const openCalls = z.union([
  z.enum(['all', 'none']),
  z.strictObject({ only: z.array(z.string()) }),
  z.strictObject({ except: z.array(z.string()) }),
])
const accountChange = z.strictObject({
  template: z.partialRecord(z.enum(serviceNames), openCalls).optional(),
  tags: z.array(z.string()).optional(),
  companies: z.array(z.number().int()).optional(),
  disabled: z.boolean().optional(),
})
const debtorChange = z.strictObject({
  tags: z.array(z.strictObject({ number: z.number().int(), tag: z.string(), hexColor: z.string() })),
})

type Endpoint = (controlled: Controlled, body: unknown, id: string) => unknown

const endpoints: Readonly<Record<string, Endpoint>> = {
  'GET state': ({ store, switches, accounts, faults, calls, violations }) => ({
    debtors: store.debtors(),
    companies: store.companies(),
    employees: store.allEmployees().length,
    accounts: accounts.map(({ username, domain }) => ({ username, domain })),
    switches,
    waitingFaults: faults.waiting(),
    calls: calls.records.length,
    violations: violations.length,
  }),
  'GET calls': ({ calls }) => calls.records,
  'GET violations': ({ violations }) => violations,
  'GET employees': ({ store }, _body, id) =>
    id === '' ? store.allEmployees().map((employee) => employee.id) : store.employee(Number(id)),
  'PATCH switches': ({ switches }, body) =>
    Object.assign(
      switches,
      switchesSchema.parse({ ...switches, ...z.record(z.string(), z.unknown()).parse(body) }),
    ),
  'POST faults': ({ faults }, body) => {
    faults.add(faultSchema.parse(body))
    return { waiting: faults.waiting() }
  },
  'DELETE faults': ({ faults }) => {
    faults.clear()
    return { waiting: 0 }
  },
  'POST employees': ({ store }, body) => {
    const id = addByPayroll(store, newEmployeeSchema.parse(body))
    return store.employee(id)
  },
  'PATCH employees': ({ store }, body, id) => {
    editByPayroll(store, Number(id), payrollEditSchema.parse(body))
    return store.employee(Number(id))
  },
  'PATCH companies': ({ store }, body, id) => {
    store.changeCompany(Number(id), companyChange.parse(body))
    return store.findCompany(Number(id))
  },
  'PATCH debtors': ({ store }, body, id) => {
    store.changeDebtor(Number(id), debtorChange.parse(body))
    return store.findDebtor(Number(id))
  },
  'PATCH accounts': ({ accounts }, body, id) => {
    const account = accounts.find(({ username }) => username === id)
    if (account === undefined) throw new Error('there is no such account')
    Object.assign(account, accountChange.parse(body))
    return { username: account.username }
  },
  'PATCH app': ({ app }, body) => {
    Object.assign(app, appSchema.partial().parse(body))
    return { clientId: app.clientId, redirectUris: app.redirectUris, scopes: app.scopes, user: app.user }
  },
  'GET consents': ({ consents }) => consents.all,
  'DELETE consents': ({ consents }) => {
    for (const consent of consents.all) consents.end(consent)
    return consents.all
  },
  'POST reset': ({ reset }) => {
    reset()
    return { reset: true }
  },
}

/**
 * Answers a request under `/_sandbox`: GET state, calls, violations, consents, employees and employees/ID;
 * PATCH switches, app, employees/ID, companies/ID, debtors/ID and accounts/USERNAME; POST faults, employees
 * and reset; DELETE faults and consents. What is wrong is answered with 400.
 */
export const answerControl = (
  controlled: Controlled,
  request: { method: string; path: string; body: string },
): ControlAnswer => {
  const [name = '', id = ''] = request.path.split('/')
  const endpoint = endpoints[`${request.method} ${name}`]
  if (endpoint === undefined)
    return { status: 404, body: { message: 'no such control', controls: Object.keys(endpoints) } }
  try {
    const body: unknown = request.body === '' ? {} : JSON.parse(request.body)
    return { status: 200, body: endpoint(controlled, body, decodeURIComponent(id)) }
  } catch (error) {
    const message = error instanceof z.ZodError ? z.prettifyError(error) : String(error)
    return { status: 400, body: { message } }
  }
}
