import { createClientAsync, type Client, type IHttpClient } from 'soap'
import { setMaxListeners } from 'node:events'
import { fileURLToPath } from 'node:url'
import { InternalError } from '../../domain/errors.js'
import type { Log } from '../../domain/log.js'
import { LaneClosed, type PacedQueue } from '../../http/paced-queue.js'
import type { OnFault } from '../../domain/progress.js'
import type { RetryPolicy } from '../../http/retry-policy.js'
import { createCallError } from './call-error.js'
import type { ResultReader } from './envelope-reader.js'
import { kindOfCall, namespaceOf, shapeOf, type OperationName, type Service } from './operations.js'
import { findOverload } from './overload.js'
import { repeatCall } from './repeat-call.js'
import { spellArguments, type ArgumentsOf } from './spell-arguments.js'
import { createTransport, type SoapRequest } from './transport.js'
import { createTreeReader, type ResultTree } from './tree-reader.js'
import { toXml, type XmlElement } from './xml-element.js'

export interface Credentials {
  username: string
  token: string
  /** The bare sub-domain; empty when unknown (Nmbrs contract, section 1). */
  domain: string
}

export interface NmbrsClientOptions {
  /** `https://api.nmbrs.nl`; calls go here whatever the WSDL says. */
  host: string
  credentials: Credentials
  timeoutMs: number
  /** That of the account; this client gets a line of its own in it. */
  queue: PacedQueue
  retry: RetryPolicy
  log: Log
  onFault?: OnFault | undefined
}

/** Makes calls: paced, counted, repeated where that is safe. Throws `AuthError` and `RemoteError`. */
export interface NmbrsClient {
  /** The whole result of a call. */
  call<Name extends OperationName>(operation: Name, args: ArgumentsOf<Name>): Promise<ResultTree>
  /** Reads the result as it comes in. `createReader` is asked for a new reader at each attempt. */
  read<Name extends OperationName, Result>(
    operation: Name,
    args: ArgumentsOf<Name>,
    createReader: () => ResultReader<Result>,
  ): Promise<Result>
  /** HTTP requests sent so far, by operation, repeats included. */
  callCounts: () => Readonly<Record<string, number>>
  close(): void
}

export const createNmbrsClient = (options: NmbrsClientOptions): NmbrsClient => {
  const transport = createTransport(options)
  const closing = new AbortController()
  // Every call that waits for its repeat listens to it.
  setMaxListeners(0, closing.signal)
  const lane = options.queue.openLane({ findOverload: (error) => findOverload(error, options.retry) })
  const { retry: policy, log, onFault } = options
  const repeating = { policy, log, closing: closing.signal, onFault }
  const counts: Record<string, number> = {}
  const clients = new Map<Service, Promise<Client>>()

  const ensureClient = (service: Service): Promise<Client> => {
    const known = clients.get(service) ?? openClient(service, options)
    clients.set(service, known)
    return known
  }

  const send = async (request: SoapRequest, reader: ResultReader<unknown>): Promise<void> => {
    counts[request.operation] = (counts[request.operation] ?? 0) + 1
    await transport.send(request, reader)
  }

  const inTurn = async <Result>(operation: OperationName, call: () => Promise<Result>): Promise<Result> => {
    try {
      return await lane.run(call, kindOfCall(operation))
    } catch (error) {
      throw error instanceof LaneClosed ? createCallError('closed', operation) : error
    }
  }

  const read: NmbrsClient['read'] = async (operation, args, createReader) => {
    const message = spellArguments(operation, args)
    const client = await ensureClient(shapeOf(operation).service)
    return repeatCall(operation, repeating, () =>
      inTurn(operation, async () => {
        const reader = createReader()
        await invoke(client, operation, message, (request) => send(request, reader))
        return reader.result()
      }),
    )
  }

  return {
    read,
    call: (operation, args) => read(operation, args, createTreeReader),
    callCounts: () => ({ ...counts }),
    close: () => {
      closing.abort()
      lane.close()
      transport.close()
    },
  }
}

/** The WSDL files stand with the sources, also when the compiled program runs. */
const wsdlPath = (service: Service): string =>
  fileURLToPath(new URL(`../../../src/target/nmbrs-soap/wsdl/${service}.wsdl`, import.meta.url))

const openClient = async (service: Service, { host, credentials }: NmbrsClientOptions): Promise<Client> => {
  const endpoint = `${host.replace(/\/+$/, '')}/soap/v3/${service}.asmx`
  const client = await createClientAsync(wsdlPath(service), { httpClient: streamingHttpClient }, endpoint)
  // Nothing is left to parse: the answer was read as it came in. Finding that out would take `soap` a parser and a tenth of a call.
  client.wsdl.xmlToObject = () => ({})
  const headers = buildAuthHeaders(service, credentials)
  client.addSoapHeader((method: { $name: string }) =>
    method.$name === 'Environment_Get' ? headers.plain : headers.withDomain,
  )
  return client
}

/** Authentication in the service's own namespace. `Environment_Get` takes it without the domain (Nmbrs contract, section 1). */
const buildAuthHeaders = (service: Service, { username, token, domain }: Credentials) => {
  const refuse = (field: string): never => {
    throw new InternalError(`the Nmbrs ${field.toLowerCase()} holds a character that cannot be sent`)
  }
  const wrap = (name: string, parts: readonly XmlElement[]): string =>
    `<${name} xmlns="${namespaceOf(service)}">${toXml(parts, refuse)}</${name}>`
  const base = [
    { name: 'Username', content: username },
    { name: 'Token', content: token },
  ]
  const withDomain = domain === '' ? base : [...base, { name: 'Domain', content: domain }]
  return { plain: wrap('AuthHeader', base), withDomain: wrap('AuthHeaderWithDomain', withDomain) }
}

type SendMessage = (request: Omit<SoapRequest, 'operation'>) => Promise<void>

/**
 * Sends what `soap` has built. The answer is read by `EnvelopeReader` as it comes in, so that one reader knows faults, keeps records whole
 * and never turns a date or a telephone number into something else. `soap` gets an empty body: it has nothing left to parse, or to keep
 * in `lastResponse`.
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
