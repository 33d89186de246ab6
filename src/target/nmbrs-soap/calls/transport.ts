import { request as requestHttp, type ClientRequest, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import { pipeline, type Readable } from 'node:stream'
import { createGunzip, createInflate } from 'node:zlib'
import { toError } from '../../../domain/errors.js'
import { createKeepAliveAgents, type KeepAliveAgents } from '../../../http/exchange/keep-alive-agents.js'
import { noteOverrun, noteRetryAfter } from '../../common/failed-call.js'
import type { WriteFence } from '../../port.js'
import { createCallError, type CallErrorCode } from '../wire/call-error.js'
import { EnvelopeReader, type ResultReader } from '../wire/envelope-reader.js'
import { toCallError } from './network-error.js'
import { createIgnoringReader } from '../wire/tree-reader.js'
import { createUtf8Pieces } from '../wire/xml/utf8-pieces.js'
import { whenConnected } from '../../../http/exchange/when-connected.js'

export interface SoapRequest {
  operation: string
  url: string
  headers: Readonly<Record<string, string>>
  xml: string
}

/** Sends SOAP messages and reads the answers as they come in. */
export interface Transport {
  /**
   * Fills the reader with the answer. Throws `AuthError` or `RemoteError`; neither holds anything of the two
   * messages. The message goes out inside `leave`, once there is a connection; what `leave` throws instead
   * comes out as it is.
   */
  send(request: SoapRequest, reader: ResultReader<unknown>, leave: WriteFence): Promise<void>
  /** Breaks off what is under way; nothing can be sent after it. */
  close(): void
}

export interface TransportOptions {
  host: string
  /** How long Nmbrs may stay silent before a call counts as lost, in milliseconds. */
  timeoutMs: number
  deadlines?: CallDeadlines
  /** How long a connection may take to come about, in milliseconds. */
  connectTimeoutMs: number
}

/** How long a call may take altogether, however much of its answer keeps coming, in milliseconds. */
export interface CallDeadlines {
  callMs: number
  /** Of a company-wide read, whose answer may be hundreds of megabytes. */
  bulkMs: number
}

const usualDeadlines: CallDeadlines = { callMs: 120_000, bulkMs: 600_000 }

const isBulk = (operation: string): boolean => operation.includes('_GetAll')

/** Connections at once; how many calls are under way is for the queue to say. */
const maxSockets = 128
/** How long reading may keep the event loop before others get their turn. */
const longestStretchMs = 25

export const createTransport = (options: TransportOptions): Transport => {
  const { timeoutMs, connectTimeoutMs, deadlines = usualDeadlines } = options
  const agents = createKeepAliveAgents({ maxSockets, connectTimeoutMs })
  const underWay = new Set<ClientRequest>()
  let closed = false
  const send: Transport['send'] = async (request, reader, leave) => {
    if (closed) throw createCallError('closed', request.operation)
    let sent: ClientRequest | undefined
    let left = false
    const breakOff = (): void => void sent?.destroy()
    const silence = createTimeLimit(timeoutMs, breakOff)
    const deadlineMs = isBulk(request.operation) ? deadlines.bulkMs : deadlines.callMs
    const whole = createTimeLimit(deadlineMs, breakOff)
    try {
      sent = open(request, agents)
      underWay.add(sent)
      const letGo = (): void => {
        left = true
        // A text, so that it leaves in one piece with the head.
        sent?.end(request.xml, 'utf8')
      }
      const answer = await sendOut(sent, connectTimeoutMs, () => {
        leave(letGo)
      })
      await readAnswer(request.operation, answer, reader, silence.reset)
    } catch (error) {
      const timedOut = silence.wasTooLong() || whole.wasTooLong()
      const failure = toCallError(error, request.operation, { timedOut, closed, left })
      if (whole.wasTooLong()) noteOverrun(failure)
      throw failure
    } finally {
      silence.stop()
      whole.stop()
      if (sent !== undefined) underWay.delete(sent)
    }
  }

  const close = (): void => {
    closed = true
    for (const call of underWay) call.destroy()
    agents.destroy()
  }

  return { send, close }
}

/** Breaks the call off after so long, counted from the last `reset`. */
const createTimeLimit = (timeoutMs: number, breakOff: () => void) => {
  let tooLong = false
  const timer = setTimeout(() => {
    tooLong = true
    breakOff()
  }, timeoutMs)
  return {
    reset: () => {
      timer.refresh()
    },
    wasTooLong: () => tooLong,
    stop: () => {
      clearTimeout(timer)
    },
  }
}

const ownHeaders = { accept: 'text/xml', 'accept-encoding': 'gzip, deflate', 'user-agent': 'nmbrs-sync' }

/**
 * Opens a request, of which nothing has left yet. Node's own client, because thousands of small calls go
 * through here and a general HTTP library costs as much as the rest of a call. No redirect is followed: the
 * token stays with the host it was made for. The agents know the proxy of the environment.
 */
const open = ({ url, headers, xml }: SoapRequest, agents: KeepAliveAgents): ClientRequest => {
  const isSecure = url.startsWith('https:')
  return (isSecure ? requestHttps : requestHttp)(url, {
    method: 'POST',
    agent: isSecure ? agents.https : agents.http,
    headers: { ...headers, ...ownHeaders, 'content-length': Buffer.byteLength(xml) },
  })
}

/** Sends the message as soon as the bytes can leave, and gives the answer once its head is there. */
const sendOut = (
  request: ClientRequest,
  connectTimeoutMs: number,
  leave: () => void,
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const giveUp = (error: unknown): void => {
      reject(toError(error))
      request.destroy()
    }
    request.once('response', resolve)
    // Stays on: a connection may also break after the head of the answer.
    request.on('error', reject)
    whenConnected(request, connectTimeoutMs, () => {
      try {
        leave()
      } catch (error) {
        giveUp(error)
      }
    })
  })

/** The answer's body, unpacked if it is packed: company-wide answers are large. */
const bodyOf = (answer: IncomingMessage): Readable => {
  const packing = answer.headers['content-encoding']?.toLowerCase()
  if (packing !== 'gzip' && packing !== 'deflate') return answer
  // What breaks on the way comes out of the unpacked stream as its error.
  return pipeline(answer, packing === 'gzip' ? createGunzip() : createInflate(), () => undefined)
}

type Answer = IncomingMessage

const readAnswer = async (
  operation: string,
  answer: Answer,
  reader: ResultReader<unknown>,
  onPiece: () => void,
): Promise<void> => {
  try {
    const failure = findFailure(answer.statusCode ?? 0)
    if (failure !== undefined) throw await toFailure(failure, operation, answer, onPiece)
    if (!mayBeXml(answer))
      throw createCallError('not-soap', operation, { status: String(answer.statusCode ?? 0) })
    const envelope = new EnvelopeReader(operation, reader)
    await pour(bodyOf(answer), envelope, onPiece)
    envelope.end()
  } finally {
    answer.destroy()
  }
}

const findFailure = (status: number): CallErrorCode | undefined => {
  if (status === 200) return undefined
  if (status === 429) return 'rate-limited'
  if (status === 401 || status === 403) return 'access-refused'
  if (status >= 500 || status === 408 || status < 300) return 'http-failed'
  return status < 400 ? 'redirected' : 'http-refused'
}

/** What an answer with a failure status means: the fault in it, if it holds one, else the status. */
const toFailure = async (
  code: CallErrorCode,
  operation: string,
  answer: Answer,
  onPiece: () => void,
): Promise<unknown> => {
  const fault = mayBeXml(answer) ? await findFault(operation, bodyOf(answer), onPiece) : undefined
  if (fault !== undefined) return fault
  const error = createCallError(code, operation, { status: String(answer.statusCode ?? 0) })
  noteRetryAfter(error, answer.headers['retry-after'])
  return error
}

const findFault = async (operation: string, data: Readable, onPiece: () => void): Promise<unknown> => {
  const envelope = new EnvelopeReader(operation, createIgnoringReader())
  try {
    await pour(data, envelope, onPiece)
    envelope.end()
    return undefined
  } catch (error) {
    return envelope.holdsFault() ? error : undefined
  }
}

/**
 * Proxies answer for Nmbrs with pages of HTML (Nmbrs contract, section 6.20). An answer that names no type is
 * read to see.
 */
const mayBeXml = (answer: Answer): boolean => {
  const type: unknown = answer.headers['content-type']
  return typeof type !== 'string' || /[/+]xml\b/i.test(type)
}

/** As Node says it of streams. */
const closedEarly = (): Error =>
  Object.assign(new Error('closed before its end'), { code: 'ERR_STREAM_PREMATURE_CLOSE' })

/**
 * Feeds the answer to the reader piece by piece, leaving room for others in between. Listens instead of
 * iterating: for a small answer an iterator costs as much as reading it.
 */
const pour = (data: Readable, envelope: EnvelopeReader, onPiece: () => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const pieces = createUtf8Pieces()
    let stretchBegan = performance.now()
    const goOn = (): void => {
      stretchBegan = performance.now()
      data.resume()
    }
    data.on('error', reject)
    data.on('data', (bytes: Buffer) => {
      try {
        onPiece()
        envelope.write(pieces.decode(bytes))
      } catch (error) {
        reject(toError(error))
        data.destroy()
        return
      }
      if (performance.now() - stretchBegan < longestStretchMs) return
      data.pause()
      setImmediate(goOn)
    })
    data.once('end', () => {
      try {
        envelope.write(pieces.end())
        resolve()
      } catch (error) {
        reject(toError(error))
      }
    })
    data.once('close', () => {
      if (!data.readableEnded) reject(closedEarly())
    })
  })
