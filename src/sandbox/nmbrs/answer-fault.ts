import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Fault } from './faults.js'

/** What is sent back. A long body comes in pieces. */
export interface Reply {
  status: number
  headers: Readonly<Record<string, string>>
  body: string | Iterable<string>
}

/** The faults that a service answers itself, each service in its own form. */
export type ServiceFault = Extract<Fault, { kind: 'status' | 'soap-fault' }>

/** Sends a reply; a long one in pieces, as fast as it is read. A caller who is gone is left alone. */
export const sendReply = async (
  response: ServerResponse,
  { status, headers, body }: Reply,
): Promise<void> => {
  if (response.destroyed) return
  response.writeHead(status, headers)
  if (typeof body === 'string') {
    response.end(body)
    return
  }
  await pipeline(Readable.from(body), response).catch(() => undefined)
}

/**
 * What a caller gets who meets this fault. `reply` is what they would have got; absent when the call was not
 * carried out.
 */
export const answerFault = async (
  response: ServerResponse,
  fault: Fault,
  reply: Reply | undefined,
  answerInForm: (fault: ServiceFault) => Reply,
): Promise<void> => {
  switch (fault.kind) {
    case 'cut':
      response.socket?.destroy()
      return
    case 'silence':
      return
    case 'html':
      await sendReply(response, {
        status: fault.status,
        headers: { 'Content-Type': 'text/html' },
        body: '<html><body><h1>Bad Gateway</h1></body></html>',
      })
      return
    case 'body':
      sendBody(response, fault)
      return
    case 'status':
    case 'soap-fault':
      await sendReply(response, answerInForm(fault))
      return
    case 'half':
      await sendHalf(response, reply)
      return
    case 'slow':
      if (reply !== undefined) await sendReply(response, reply)
  }
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

const wholeBody = (reply: Reply | undefined): string => {
  if (reply === undefined) return ''
  return typeof reply.body === 'string' ? reply.body : Array.from(reply.body).join('')
}

/** A well-behaved connection that carries half an answer. */
const sendHalf = async (response: ServerResponse, reply: Reply | undefined): Promise<void> => {
  const body = wholeBody(reply)
  response.writeHead(reply?.status ?? 200, reply?.headers ?? {})
  response.end(body.slice(0, Math.floor(body.length / 2)))
  await once(response, 'close')
}
