import { createRequire } from 'node:module'
import { join } from 'node:path'
import type * as Soap from 'soap'
import type { Client, IHttpClient } from 'soap'
import { packageRoot } from '../../../package-root.js'
import { buildAuthHeaders } from './auth-headers.js'
import type { OperationName, Service } from '../wire/operations.js'
import { endpointOf, type Account } from './read-request.js'
import type { SoapRequest } from './transport.js'

/**
 * Builds the message of a call as the WSDL has it and gives it to `send`. Arguments are finished XML by name,
 * in their order.
 */
export type Invoke = (
  operation: OperationName,
  args: Readonly<Record<string, string>>,
  send: (request: SoapRequest) => Promise<void>,
) => Promise<void>

/**
 * Loaded with the first write: it takes twenty megabytes and longer than any other package, and most runs and
 * commands write nothing. Required, not imported, as it is a CommonJS package that comes whole at once.
 */
const loadSoap = (): typeof Soap => createRequire(import.meta.url)('soap') as typeof Soap

/** The `soap` client of one service. */
export const openSoapClient = async (service: Service, account: Account): Promise<Invoke> => {
  const client = await openClient(service, account)
  return (operation, args, send) => invoke(client, operation, toMessage(args), send)
}

/**
 * Given as finished XML, because `soap` neither reorders nor checks what it is given and leaves some texts
 * unescaped.
 */
const toMessage = (args: Readonly<Record<string, string>>): object =>
  Object.fromEntries(Object.entries(args).map(([name, xml]) => [name, { $xml: xml }]))

/** The WSDL files stand with the sources, also when the compiled program runs. */
const wsdlPath = (service: Service): string => join(packageRoot, `src/target/nmbrs-soap/wsdl/${service}.wsdl`)

const openClient = async (service: Service, { host, credentials }: Account): Promise<Client> => {
  const endpoint = endpointOf(host, service)
  const client = await loadSoap().createClientAsync(
    wsdlPath(service),
    { httpClient: streamingHttpClient },
    endpoint,
  )
  // Nothing is left to parse: the answer was read as it came in. Finding that out would take `soap` a parser
  // and a tenth of a call.
  client.wsdl.xmlToObject = () => ({})
  const headers = buildAuthHeaders(service, credentials)
  client.addSoapHeader((method: { $name: string }) =>
    method.$name === 'Environment_Get' ? headers.plain : headers.withDomain,
  )
  return client
}

type SendMessage = (request: Omit<SoapRequest, 'operation'>) => Promise<void>

/**
 * Sends what `soap` has built. The answer is read by `EnvelopeReader` as it comes in, so that one reader
 * knows faults, keeps records whole and never turns a date or a telephone number into something else. `soap`
 * gets an empty body: it has nothing left to parse, or to keep in `lastResponse`.
 */
const streamingHttpClient = {
  request: (
    url: string,
    xml: string,
    callback: (error: unknown, response?: { status: number; headers: object }, body?: string) => void,
    headers: Readonly<Record<string, string>>,
    { sendMessage }: { sendMessage: SendMessage },
  ) => {
    sendMessage({ url, xml, headers }).then(() => {
      callback(null, { status: 200, headers: {} }, '')
    }, callback)
  },
  // `soap` types this as giving axios's promise, of which it uses nothing.
} as unknown as IHttpClient

/** Lets `soap` build the message of a call and give it to `send`. */
const invoke = async (
  client: Client,
  operation: OperationName,
  message: object,
  send: (request: SoapRequest) => Promise<void>,
): Promise<void> => {
  const sendMessage: SendMessage = (request) => send({ ...request, operation })
  // `soap` types its methods as `any`: it makes them from the WSDL.
  const method = client[`${operation}Async`] as (message: object, options: object) => Promise<unknown>
  try {
    await method(message, { sendMessage })
  } finally {
    forgetLastCall(client)
  }
}

/** A client keeps its last message, in which stand the token and personal data. */
const forgetLastCall = (client: Client): void => {
  delete client.lastMessage
  delete client.lastRequest
  delete client.lastRequestHeaders
  delete client.lastResponse
  delete client.lastResponseHeaders
  delete client.lastElapsedTime
}
