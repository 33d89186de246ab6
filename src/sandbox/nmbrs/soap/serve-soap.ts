import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Reply, ServiceFault } from '../answer-fault.js'
import { serveCall } from '../serve-call.js'
import type { Serving } from '../serve-call.js'
import { answerCall } from './answer-call.js'
import type { SoapFraming } from './soap-framing.js'
import { refuse, writeFaultEnvelope } from './soap-refusal.js'
import type { WireService } from './wire-schema.js'

const xmlHeaders = { 'Content-Type': 'text/xml; charset=utf-8', 'Cache-Control': 'private, max-age=0' }

/** A service as it is, as a newer version of it would be, and the framing of both. */
export interface PreparedService {
  service: WireService
  extended: WireService
  /** Absent where the vendor's description of the service is not known. */
  framing: SoapFraming | undefined
}

/** Takes one SOAP call from its arrival to its answer, or to the fault that waits for it. */
export const serveSoap = async (
  prepared: PreparedService,
  serving: Serving,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const xml = await text(request)
  if (!(request.headers['content-type'] ?? '').startsWith('text/xml')) {
    response.writeHead(415).end()
    return
  }
  const action = readAction(request)
  await serveCall(
    {
      service: prepared.service.name,
      operation: nameOperation(action, xml),
      body: xml,
      answer: (sequence) => answerNow(prepared, serving, { sequence, action, xml }),
      answerInForm: toFaultReply,
    },
    serving,
    response,
  )
}

const toFaultReply = (fault: ServiceFault): Reply => {
  if (fault.kind === 'soap-fault')
    return { status: 500, headers: xmlHeaders, body: writeFaultEnvelope(refuse(fault.code)) }
  const { status, retryAfter } = fault
  return {
    status,
    headers: {
      'Content-Type': 'text/plain',
      ...(retryAfter === undefined ? {} : { 'Retry-After': retryAfter }),
    },
    body: 'The service is not available.',
  }
}

const readAction = ({ headers }: IncomingMessage): string | undefined => {
  const header = headers.soapaction
  return typeof header === 'string' ? header.replace(/^"(.*)"$/, '$1') : undefined
}

/**
 * For the log and for faults, before anything is known to be right: what the action says, else the first
 * element of the body.
 */
const nameOperation = (action: string | undefined, xml: string): string => {
  const fromAction = action?.slice(action.lastIndexOf('/') + 1)
  if (fromAction !== undefined && fromAction !== '') return fromAction
  return /<(?:\w+:)?Body[^>]*>\s*<(?:\w+:)?(\w+)/.exec(xml)?.[1] ?? 'unknown'
}

const answerNow = async (
  { service, extended, framing }: PreparedService,
  { store, switches, accounts, reports, violations }: Serving,
  call: { sequence: number; action: string | undefined; xml: string },
): Promise<Reply> => {
  const shown = switches.extraUnknownFields ? extended : service
  const addViolation = (violation: (typeof violations)[number]): void => {
    violations.push(violation)
  }
  const environment = { store, switches, accounts, reports, framing, addViolation }
  return { ...(await answerCall({ ...call, service: shown }, environment)), headers: xmlHeaders }
}
