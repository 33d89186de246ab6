import { setMaxListeners } from 'node:events'
import { performance } from 'node:perf_hooks'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { createCallLog } from './call-log.js'
import type { CallLog } from './call-log.js'
import { answerControl } from './control.js'
import type { Controlled } from './control.js'
import type { NmbrsAccount, NmbrsData } from './world/data.js'
import type { Violation } from './violation.js'
import { withExtraFields } from './soap/xml/extra-fields.js'
import { sandboxApp } from './identity/app.js'
import type { RestApp } from './identity/app.js'
import { createConsents } from './identity/consents.js'
import type { Consents } from './identity/consents.js'
import { isIdentityPath, serveIdentity } from './identity/serve-identity.js'
import { createLimits } from './rest/limits.js'
import { createPast } from './rest/past.js'
import type { RestRequest } from './rest/rest-request.js'
import { readRequest } from './rest/read-request.js'
import { serveRest } from './rest/serve-rest.js'
import { createFaults } from './faults.js'
import type { Faults } from './faults.js'
import { editByPayroll } from './world/payroll-edits.js'
import type { PayrollEdit } from './world/payroll-edits.js'
import type { OnCall, Serving } from './serve-call.js'
import { serveSoap } from './soap/serve-soap.js'
import type { PreparedService } from './soap/serve-soap.js'
import { createSoapFraming } from './soap/soap-framing.js'
import { createReportTasks } from './soap/report-tasks.js'
import { createNmbrsStore } from './world/store.js'
import type { NmbrsStore } from './world/store.js'
import { toSwitches } from './switches.js'
import type { NmbrsSwitches } from './switches.js'
import { reportService, withListedCalls } from './soap/listed/listed-calls.js'
import { loadWireServices } from './soap/wire-schema.js'

export interface NmbrsSandboxOptions {
  data: NmbrsData
  /** Besides the account of the data. */
  accounts?: readonly NmbrsAccount[]
  switches?: Partial<NmbrsSwitches>
  /** 0, the default, takes a free one. */
  port?: number
  /** Time each call takes before it is carried out. */
  latencyMs?: number
  /** Keeps what was sent, personal data included, in the call log. */
  recordBodies?: boolean
  /** The app that is registered for REST, where it differs from the usual one. */
  app?: Partial<RestApp>
  /** What time it is for codes and tokens, in milliseconds. */
  now?: () => number
  /** Waited for at every step of a call, so that something can be done exactly then. */
  onCall?: OnCall
  /**
   * Shown each request of the REST API and of the identity service as it came in, with its headers and its
   * secrets.
   */
  onRequest?: (request: RestRequest) => void
}

/** A fake Nmbrs on loopback. */
export interface NmbrsSandbox {
  /** `http://127.0.0.1:PORT`, what a configuration calls the host. */
  host: string
  account: NmbrsAccount
  /** May be changed while it runs. */
  accounts: NmbrsAccount[]
  switches: NmbrsSwitches
  store: NmbrsStore
  faults: Faults
  calls: CallLog
  /** The app that is registered for REST. May be changed while it runs. */
  app: RestApp
  /** What was consented to over REST. */
  consents: Consents
  /** Every difference between a request and what the service describes so far. */
  violations: Violation[]
  /** Changes an employee as payroll does by hand. */
  edit(employeeId: number, edit: PayrollEdit): void
  setLatency(latencyMs: number): void
  /** Back to the data it started with; calls, violations and waiting faults are forgotten, switches stay. */
  reset(): void
  /** Breaks every connection and frees the port. */
  close(): Promise<void>
}

/**
 * Starts a fake Nmbrs with one payroll and two faces: EmployeeService, CompanyService, DebtorService and
 * ReportService over SOAP 1.1 under `/soap`, the REST API under `/api` with its identity service under
 * `/connect`; and `/_sandbox` to steer it.
 */
export const startNmbrsSandbox = async (options: NmbrsSandboxOptions): Promise<NmbrsSandbox> => {
  const closing = new AbortController()
  // Every call under way listens to it.
  setMaxListeners(0, closing.signal)
  const services = await prepareServices()
  const controlled = createControlled(options)
  const serving: Serving = {
    ...controlled,
    closing: closing.signal,
    latencyMs: options.latencyMs ?? 0,
    onCall: options.onCall,
    onRequest: options.onRequest,
  }
  const server = createServer((request, response) => {
    route(services, serving, request, response).catch(() => response.socket?.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    ...controlled,
    host: `http://127.0.0.1:${port}`,
    account: options.data.account,
    edit: (employeeId, edit) => {
      editByPayroll(controlled.store, employeeId, edit)
    },
    setLatency: (latencyMs) => {
      serving.latencyMs = latencyMs
    },
    close: () =>
      new Promise((resolve) => {
        closing.abort()
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

const createControlled = ({
  data,
  accounts = [],
  switches,
  recordBodies = false,
  app,
  now = Date.now,
}: NmbrsSandboxOptions): Controlled => {
  const store = createNmbrsStore(data)
  const faults = createFaults()
  const calls = createCallLog(recordBodies)
  const violations: Violation[] = []
  const reports = createReportTasks()
  const consents = createConsents(now)
  const limits = createLimits(() => performance.now())
  const past = createPast(() => performance.now())
  return {
    reports,
    store,
    faults,
    calls,
    violations,
    consents,
    limits,
    past,
    app: { ...structuredClone(sandboxApp), ...app },
    switches: toSwitches(switches),
    accounts: [data.account, ...accounts].map((account) => ({ ...account })),
    reset: () => {
      store.reset()
      faults.clear()
      calls.clear()
      reports.clear()
      consents.clear()
      limits.clear()
      past.clear()
      violations.length = 0
    },
  }
}

let prepared: Promise<readonly PreparedService[]> | undefined

/** Read once in a process: the WSDLs do not change, and nothing of a call stays in what is made of them. */
const prepareServices = (): Promise<readonly PreparedService[]> => {
  prepared ??= Promise.all([...loadWireServices().map(prepareDescribed), prepareReports()])
  return prepared
}

const prepareDescribed = async (
  described: ReturnType<typeof loadWireServices>[number],
): Promise<PreparedService> => {
  const service = withListedCalls(described)
  return { service, extended: withExtraFields(service), framing: await createSoapFraming(described) }
}

const prepareReports = (): Promise<PreparedService> =>
  Promise.resolve({ service: reportService, extended: reportService, framing: undefined })

const route = async (
  services: readonly PreparedService[],
  serving: Serving,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`)
  const control = /^\/_sandbox\/(.*)$/.exec(url.pathname)?.[1]
  if (control !== undefined) {
    await sendControl(serving, control, request, response)
    return
  }
  const isRest = url.pathname.startsWith('/api/')
  if (isRest || isIdentityPath(url.pathname)) {
    const received = await readRequest(request, url)
    serving.onRequest?.(received)
    await (isRest ? serveRest : serveIdentity)(received, url.origin, serving, response)
    return
  }
  const prepared = services.find(({ service }) => service.path.toLowerCase() === url.pathname.toLowerCase())
  if (prepared === undefined) {
    response.writeHead(404).end()
  } else if (request.method === 'POST') {
    await serveSoap(prepared, serving, request, response)
  } else {
    sendDescription(prepared.service.wsdl, url, response)
  }
}

/** The WSDL with our own address in it. */
const sendDescription = (wsdl: string | undefined, url: URL, response: ServerResponse): void => {
  if (wsdl === undefined) {
    response.writeHead(404).end()
    return
  }
  response.writeHead(200, { 'Content-Type': 'text/xml; charset=utf-8' })
  response.end(wsdl.replace(/(<soap:address location=")https:\/\/[^/]+/, `$1${url.origin}`))
}

const sendControl = async (
  serving: Serving,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const body = await text(request)
  // A web page of another site can send plain text here, but not JSON.
  const isJson = (request.headers['content-type'] ?? '').startsWith('application/json')
  const answer =
    body === '' || isJson
      ? answerControl(serving, { method: request.method ?? 'GET', path, body })
      : { status: 400, body: { message: 'send application/json' } }
  response.writeHead(answer.status, { 'Content-Type': 'application/json' })
  response.end(JSON.stringify(answer.body, undefined, 2))
}
