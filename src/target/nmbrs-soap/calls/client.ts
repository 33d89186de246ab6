import { setMaxListeners } from 'node:events'
import type { Log } from '../../../domain/log.js'
import { LaneClosed, type Lane, type PacedQueue } from '../../../http/paced-queue.js'
import type { OnFault } from '../../../domain/run/progress.js'
import type { RetryPolicy } from '../../../http/retry-policy.js'
import type { Traffic } from '../../../http/traffic.js'
import type { WriteFence } from '../../port.js'
import { createCallError } from '../wire/call-error.js'
import type { ResultReader } from '../wire/envelope-reader.js'
import { buildListedRequest } from './listed-request.js'
import { kindOfCall, shapeOf, type OperationName, type Service } from '../wire/operations.js'
import type { ReadCall } from '../read-calls/find-read-call.js'
import { findOverload } from '../../common/find-overload.js'
import { buildReadRequest, type Account } from './read-request.js'
import type { RepeatedCall } from '../../common/repeat-nmbrs-call.js'
import { repeatCall } from './repeat-call.js'
import { openSoapClient, type Invoke } from './soap-client.js'
import { joinArguments, spellArguments, type ArgumentsOf } from './spell-arguments.js'
import { createTransport, type CallDeadlines, type SoapRequest } from './transport.js'
import { createTreeReader, type ResultTree } from '../wire/tree-reader.js'
import type { XmlElement } from '../wire/xml/xml-element.js'

export interface NmbrsClientOptions extends Account {
  timeoutMs: number
  deadlines?: CallDeadlines
  connectTimeoutMs: number
  /** What a writing call has to pass at each attempt. */
  fence: WriteFence
  /**
   * That of the account; this client gets a line of its own in it, and one more for the calls that others
   * wait for.
   */
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
  /** Of the usual calls; those that others wait for are few. */
  readonly traffic: Traffic
  close(): void
}

interface PacedCall extends RepeatedCall {
  /** How long it takes may be compared with other calls of this kind. */
  kind: string | undefined
  urgent?: boolean | undefined
}

type SendRequest = (request: SoapRequest) => Promise<void>
type Deliver = (send: SendRequest) => Promise<void>

export const createNmbrsClient = (options: NmbrsClientOptions): NmbrsClient => {
  const transport = createTransport(options)
  const closing = createClosing()
  const lanes = openLanes(options)
  const repeating = { ...options, policy: options.retry, closing: closing.signal }
  const counts = createCallCounts()
  const ensureInvoker = createInvokers(options)

  const carry = <Result>(call: PacedCall, createReader: () => ResultReader<Result>, deliver: Deliver) => {
    const { operation, effect } = call
    const fence = effect === 'write' ? counts.unlessRefused(operation, options.fence) : atOnce
    return repeatCall(call, repeating, () =>
      lanes.run(call, async (leaves) => {
        const reader = createReader()
        const leave: WriteFence = (letGo) => {
          fence(() => {
            leaves()
            letGo()
          })
        }
        await deliver(async (request) => {
          counts.add(operation)
          await transport.send(request, reader, leave)
        })
        return reader.result()
      }),
    )
  }

  const read: NmbrsClient['read'] = async (operation, args, createReader) => {
    const spelled = spellArguments(operation, args)
    const { service, effect, urgent } = shapeOf(operation)
    const call = { operation, effect, urgent, kind: kindOfCall(operation) }
    if (effect === 'write') {
      const invoke = await ensureInvoker(service)
      return carry(call, createReader, (sendRequest) => invoke(operation, spelled, sendRequest))
    }
    const request = buildReadRequest({ service, call: operation }, joinArguments(spelled), options)
    return carry(call, createReader, (sendRequest) => sendRequest(request))
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
    callCounts: counts.read,
    traffic: lanes.traffic,
    close: () => {
      closing.abort()
      lanes.close()
      transport.close()
    },
  }
}

/**
 * This client's two lines in the queue of the account: calls that many others wait for do not stand behind
 * those.
 */
const openLanes = ({ queue, retry }: NmbrsClientOptions) => {
  const open = (): Lane => queue.openLane({ findOverload: (error) => findOverload(error, retry) })
  const [usual, urgent] = [open(), open()]
  return {
    traffic: usual.traffic,
    run: async <Result>(call: PacedCall, send: (leaves: () => void) => Promise<Result>): Promise<Result> => {
      try {
        return await (call.urgent === true ? urgent : usual).run(send, call.kind)
      } catch (error) {
        throw error instanceof LaneClosed ? createCallError('closed', call.operation) : error
      }
    },
    close: () => {
      usual.close()
      urgent.close()
    },
  }
}

/** How often each call was sent. */
const createCallCounts = () => {
  const counts: Record<string, number> = {}
  const add = (operation: string, by = 1): void => {
    counts[operation] = (counts[operation] ?? 0) + by
  }
  return {
    add,
    read: () => ({ ...counts }),
    /** The fence, with which a write that may not leave was no call. */
    unlessRefused:
      (operation: string, fence: WriteFence): WriteFence =>
      (letGo) => {
        try {
          fence(letGo)
        } catch (error) {
          add(operation, -1)
          throw error
        }
      },
  }
}

const atOnce: WriteFence = (letGo) => {
  letGo()
}

/** Every call that waits for its repeat listens to it. */
const createClosing = (): AbortController => {
  const closing = new AbortController()
  setMaxListeners(0, closing.signal)
  return closing
}

/**
 * One of each service, made when it is first needed: `soap` takes long to learn a WSDL, and a run that writes
 * nothing does without it.
 */
const createInvokers = (account: Account): ((service: Service) => Promise<Invoke>) => {
  const invokers = new Map<Service, Promise<Invoke>>()
  return (service) => {
    const known = invokers.get(service) ?? openSoapClient(service, account)
    invokers.set(service, known)
    return known
  }
}
