import axios, { type AxiosResponse } from 'axios'
import type { Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { createKeepAliveAgents } from '../../http/keep-alive-agents.js'
import { createCallError, type CallErrorCode } from './call-error.js'
import { EnvelopeReader, type ResultReader } from './envelope-reader.js'
import { toCallError } from './network-error.js'
import { createIgnoringReader } from './tree-reader.js'
import { createUtf8Pieces } from './utf8-pieces.js'

export interface SoapRequest {
  operation: string
  url: string
  headers: Readonly<Record<string, string>>
  xml: string
}

/** Sends SOAP messages and reads the answers as they come in. */
export interface Transport {
  /** Fills the reader with the answer. Throws `AuthError` or `RemoteError`; neither holds anything of the two messages. */
  send(request: SoapRequest, reader: ResultReader<unknown>): Promise<void>
  /** Breaks off what is under way; nothing can be sent after it. */
  close(): void
}

export interface TransportOptions {
  host: string
  /** How long Nmbrs may stay silent before a call counts as lost, in milliseconds. */
  timeoutMs: number
}

/** Connections at once; how many calls are under way is for the queue to say. */
const maxSockets = 128
/** How long reading may keep the event loop before others get their turn. */
const longestStretchMs = 25

const retryAfterHeaders = new WeakMap<Error, string>()

/** The `Retry-After` header of the answer behind an error, if there was one. */
export const findRetryAfter = (error: Error): string | undefined => retryAfterHeaders.get(error)

export const createTransport = ({ host, timeoutMs }: TransportOptions): Transport => {
  const agents = createKeepAliveAgents({ maxSockets })
  const underWay = new Set<AbortController>()
  let closed = false
  const http = axios.create({
    httpAgent: agents.http,
    httpsAgent: agents.https,
    headers: { accept: 'text/xml', 'user-agent': 'nmbrs-sync' },
    responseType: 'stream',
    validateStatus: null,
    // An answer that sends us elsewhere is not followed: the token stays with the host it was made for.
    maxRedirects: 0,
    // A proxy of the environment must not see what goes to this machine in plain text.
    ...(new URL(host).protocol === 'http:' && { proxy: false as const }),
  })

  const send = async (request: SoapRequest, reader: ResultReader<unknown>): Promise<void> => {
    if (closed) throw createCallError('closed', request.operation)
    const breakOff = new AbortController()
    underWay.add(breakOff)
    const silence = createSilenceLimit(timeoutMs, breakOff)
    try {
      const response = await http.post<Readable>(request.url, request.xml, {
        headers: { ...request.headers },
        signal: breakOff.signal,
      })
      await readAnswer(request.operation, response, reader, silence.reset)
    } catch (error) {
      throw toCallError(error, request.operation, { timedOut: silence.wasTooLong(), closed })
    } finally {
      silence.stop()
      underWay.delete(breakOff)
    }
  }

  const close = (): void => {
    closed = true
    for (const call of underWay) call.abort()
    agents.destroy()
  }

  return { send, close }
}

/** Breaks the call off when `reset` was not called for so long. */
const createSilenceLimit = (timeoutMs: number, breakOff: AbortController) => {
  let tooLong = false
  const timer = setTimeout(() => {
    tooLong = true
    breakOff.abort()
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

type Answer = AxiosResponse<Readable>

const readAnswer = async (
  operation: string,
  answer: Answer,
  reader: ResultReader<unknown>,
  onPiece: () => void,
): Promise<void> => {
  try {
    const failure = findFailure(answer.status)
    if (failure !== undefined) throw await toFailure(failure, operation, answer, onPiece)
    if (!mayBeXml(answer)) throw createCallError('not-soap', operation, { status: String(answer.status) })
    const envelope = new EnvelopeReader(operation, reader)
    await pour(answer.data, envelope, onPiece)
    envelope.end()
  } finally {
    answer.data.destroy()
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
  const fault = mayBeXml(answer) ? await findFault(operation, answer.data, onPiece) : undefined
  if (fault !== undefined) return fault
  const error = createCallError(code, operation, { status: String(answer.status) })
  const retryAfter: unknown = answer.headers['retry-after']
  if (typeof retryAfter === 'string') retryAfterHeaders.set(error, retryAfter)
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

/** Proxies answer for Nmbrs with pages of HTML (Nmbrs contract, section 6.20). An answer that names no type is read to see. */
const mayBeXml = (answer: Answer): boolean => {
  const type: unknown = answer.headers['content-type']
  return typeof type !== 'string' || /[/+]xml\b/i.test(type)
}

/** Feeds the answer to the reader piece by piece, leaving room for others in between. */
const pour = async (data: Readable, envelope: EnvelopeReader, onPiece: () => void): Promise<void> => {
  const pieces = createUtf8Pieces()
  let stretchBegan = performance.now()
  for await (const bytes of data as AsyncIterable<Buffer>) {
    onPiece()
    envelope.write(pieces.decode(bytes))
    if (performance.now() - stretchBegan < longestStretchMs) continue
    await nextTurn()
    stretchBegan = performance.now()
  }
  envelope.write(pieces.end())
}
