import { createClientAsync, type Client, type IHttpClient } from 'soap'
import { setMaxListeners } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Log } from '../../domain/log.js'
import { LaneClosed, type PacedQueue } from '../../http/paced-queue.js'
import type { OnFault } from '../../domain/progress.js'
import type { RetryPolicy } from '../../http/retry-policy.js'
import { buildAuthHeaders, type Credentials } from './auth-headers.js'
import { createCallError } from './call-error.js'
import type { ResultReader } from './envelope-reader.js'
import { buildListedRequest, endpointOf } from './listed-request.js'
import { kindOfCall, shapeOf, type OperationName, type Service } from './operations.js'
import type { ReadCall } from './read-calls/find-read-call.js'
import { findOverload } from './overload.js'
import { repeatCall, type RepeatedCall } from './repeat-call.js'
import { spellArguments, type ArgumentsOf } from './spell-arguments.js'
import { createTransport, type SoapRequest } from './transport.js'
import { createTreeReader, type ResultTree } from './tree-reader.js'
import type { XmlElement } from './xml-element.js'

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
  /** As `read`, for any call that is known to read, by the parameters that are known of it. */
  readListed<Result>(
    call: ReadCall,
    args: readonly XmlElement[],
    createReader: () => ResultReader<Result>,
  ): Promise<Result>
  /** HTTP requests sent so far, by operation, repeats included. */
  callCounts: () => Readonly<Record<string, number>>
  close(): void
}

interface PacedCall extends RepeatedCall {
  /** How long it takes may be compared with other calls of this kind. */
  kind: string | undefined
}

type SendRequest = (request: SoapRequest) => Promise<void>
type Deliver = (send: SendRequest) => Promise<void>

export const createNmbrsClient = (options: NmbrsClientOptions): NmbrsClient => {
  const transport = createTransport(options)
  const closing = createClosing()
  const lane = options.queue.openLane({ findOverload: (error) => findOverload(error, options.retry) })
  const repeating = { ...options, policy: options.retry, closing: closing.signal }
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

  const inTurn = async <Result>(
    { operation, kind }: PacedCall,
    call: () => Promise<Result>,
  ): Promise<Result> => {
    try {
      return await lane.run(call, kind)
    } catch (error) {
      throw error instanceof LaneClosed ? createCallError('closed', operation) : error
    }
  }

  const carry = <Result>(call: PacedCall, createReader: () => ResultReader<Result>, deliver: Deliver) =>
    repeatCall(call, repeating, () =>
      inTurn(call, async () => {
        const reader = createReader()
        await deliver((request) => send(request, reader))
        return reader.result()
      }),
    )

  const read: NmbrsClient['read'] = async (operation, args, createReader) => {
    const message = spellArguments(operation, args)
    const { service, effect } = shapeOf(operation)
    const client = await ensureClient(service)
    return carry({ operation, effect, kind: kindOfCall(operation) }, createReader, (sendRequest) =>
      invoke(client, operation, message, sendRequest),
    )
  }

  const readListed: NmbrsClient['readListed'] = async (call, args, createReader) => {
    const request = buildListedRequest(call, args, options)
    return carry({ ...request, effect: 'read', kind: undefined }, createReader, (sendRequest) =>
      sendRequest(request),
    )
  }

  return {
    read,
    readListed,
    call: (operation, args) => read(operation, args, createTreeReader),
    callCounts: () => ({ ...counts }),
    close: () => {
      closing.abort()
      lane.close()
      transport.close()
    },
  }
}

/** Every call that waits for its repeat listens to it. */
const createClosing = (): AbortController => {
  const closing = new AbortController()
  setMaxListeners(0, closing.signal)
  return closing
}

/** The WSDL files stand with the sources, also when the compiled program runs. */
const wsdlPath = (service: Service): string =>
  fileURLToPath(new URL(`../../../src/target/nmbrs-soap/wsdl/${service}.wsdl`, import.meta.url))

const openClient = async (service: Service, { host, credentials }: NmbrsClientOptions): Promise<Client> => {
  const endpoint = endpointOf(host, service)
  const client = await createClientAsync(wsdlPath(service), { httpClient: streamingHttpClient }, endpoint)
  // Nothing is left to parse: the answer was read as it came in. Finding that out would take `soap` a parser and a tenth of a call.
  client.wsdl.xmlToObject = () => ({})
  const headers = buildAuthHeaders(service, credentials)
  client.addSoapHeader((method: { $name: string }) =>
    method.$name === 'Environment_Get' ? headers.plain : headers.withDomain,
  )
  return client
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
  send: SendRequest,
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
