import type { NmbrsSandbox } from '../../../../src/sandbox/nmbrs/start-nmbrs-sandbox.js'
import { readXmlRecord } from '../../../../src/sandbox/nmbrs/soap/xml/xml-record.js'
import type { ServiceName } from '../../../../src/sandbox/nmbrs/soap/wire-schema.js'

export interface Reply {
  status: number
  text: string
  /** The response element, as parsed. */
  response: Record<string, unknown>
  fault: string | undefined
}

export interface CallOptions {
  service?: ServiceName
  header?: string
  action?: string | null
  root?: string
}

const namespaceOf = (service: ServiceName): string => `https://api.nmbrs.nl/soap/v3/${service}`

export const authHeader = ({ account }: NmbrsSandbox, service: ServiceName = 'EmployeeService'): string =>
  `<AuthHeaderWithDomain xmlns="${namespaceOf(service)}"><Username>${account.username}</Username>` +
  `<Token>${account.token}</Token><Domain>${account.domain}</Domain></AuthHeaderWithDomain>`

export const envelopeOf = (
  sandbox: NmbrsSandbox,
  operation: string,
  content: string,
  options: CallOptions = {},
): string => {
  const service = options.service ?? 'EmployeeService'
  const root = options.root ?? operation
  return (
    '<?xml version="1.0" encoding="utf-8"?>' +
    '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<soap:Header>${options.header ?? authHeader(sandbox, service)}</soap:Header>` +
    `<soap:Body><${root} xmlns="${namespaceOf(service)}">${content}</${root}></soap:Body></soap:Envelope>`
  )
}

export const post = (
  sandbox: NmbrsSandbox,
  path: string,
  body: string,
  action: string | null,
): Promise<Response> =>
  fetch(`${sandbox.host}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'text/xml; charset=utf-8',
      connection: 'close',
      ...(action === null ? {} : { soapaction: `"${action}"` }),
    },
    body,
  })

/** Calls an operation over HTTP with plain XML. */
export const call = async (
  sandbox: NmbrsSandbox,
  operation: string,
  content = '',
  options: CallOptions = {},
): Promise<Reply> => {
  const service = options.service ?? 'EmployeeService'
  const action = options.action === undefined ? `${namespaceOf(service)}/${operation}` : options.action
  const body = envelopeOf(sandbox, operation, content, options)
  const answer = await post(sandbox, `/soap/v3/${service}.asmx`, body, action)
  return readReply(answer.status, await answer.text(), operation)
}

const readReply = (status: number, text: string, operation: string): Reply => {
  const parsed = readXmlRecord(text) as { Envelope?: { Body?: Record<string, unknown> } }
  const body = parsed.Envelope?.Body ?? {}
  const response = body[`${operation}Response`]
  const fault = body.Fault as { faultcode: string; faultstring: string } | undefined
  return {
    status,
    text,
    response: typeof response === 'object' && response !== null ? (response as Record<string, unknown>) : {},
    fault: fault === undefined ? undefined : `${fault.faultcode} ${fault.faultstring}`,
  }
}
