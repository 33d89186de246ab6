import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Answer } from './soap/answer-call.js'
import type { Fault } from './faults.js'
import { refuse, writeFaultEnvelope } from './soap/soap-refusal.js'

const xmlHeaders = { 'Content-Type': 'text/xml; charset=utf-8', 'Cache-Control': 'private, max-age=0' }

/** Sends an answer; a long one in pieces, as fast as it is read. A caller who is gone is left alone. */
export const sendAnswer = async (response: ServerResponse, { status, body }: Answer): Promise<void> => {
  if (response.destroyed) return
  response.writeHead(status, xmlHeaders)
  if (typeof body === 'string') {
    response.end(body)
    return
  }
  await pipeline(Readable.from(body), response).catch(() => undefined)
}

/** What a caller gets who meets this fault. `answer` is what he would have got; absent when the call was not carried out. */
export const carryOutFault = async (
  response: ServerResponse,
  fault: Fault,
  answer: Answer | undefined,
): Promise<void> => {
  switch (fault.kind) {
    case 'cut':
      response.socket?.destroy()
      return
    case 'silence':
      return
    case 'status':
      sendPage(response, fault.status, 'text/plain', 'The service is not available.', fault.retryAfter)
      return
    case 'html':
      sendPage(response, fault.status, 'text/html', '<html><body><h1>Bad Gateway</h1></body></html>')
      return
    case 'body':
      sendBody(response, fault)
      return
    case 'soap-fault':
      await sendAnswer(response, { status: 500, body: writeFaultEnvelope(refuse(fault.code)) })
      return
    case 'half':
      await sendHalf(response, answer)
      return
    case 'slow':
      if (answer !== undefined) await sendAnswer(response, answer)
  }
}

const sendPage = (
  response: ServerResponse,
  status: number,
  contentType: string,
  body: string,
  retryAfter?: string,
): void => {
  response.writeHead(status, {
    'Content-Type': contentType,
    ...(retryAfter === undefined ? {} : { 'Retry-After': retryAfter }),
  })
  response.end(body)
}

const sendBody = (
  response: ServerResponse,
  { status, contentType, contentEncoding, body, encoding }: Extract<Fault, { kind: 'body' }>,
): void => {
  response.writeHead(status, {
    'Content-Type': contentType,
    ...(contentEncoding === undefined ? {} : { 'Content-Encoding': contentEncoding }),
  })
  response.end(Buffer.from(body, encoding))
}

const wholeBody = (answer: Answer | undefined): string => {
  if (answer === undefined) return ''
  return typeof answer.body === 'string' ? answer.body : Array.from(answer.body).join('')
}

/** A well-behaved connection that carries half an envelope. */
const sendHalf = async (response: ServerResponse, answer: Answer | undefined): Promise<void> => {
  const body = wholeBody(answer)
  response.writeHead(answer?.status ?? 200, xmlHeaders)
  response.end(body.slice(0, Math.floor(body.length / 2)))
  await once(response, 'close')
}
