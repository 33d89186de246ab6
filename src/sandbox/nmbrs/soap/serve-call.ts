import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { answerCall } from './answer-call.js'
import type { Answer } from './answer-call.js'
import { carryOutFault, sendAnswer } from '../carry-out-fault.js'
import type { Controlled } from '../control.js'
import type { Fault } from '../faults.js'
import type { SoapFraming } from './soap-framing.js'
import type { WireService } from './wire-schema.js'

/** A step of a call: it came in, it was carried out or refused, the fake is done with it. A fault before carrying out ends it after the first. */
export interface CallStep {
  operation: string
  sequence: number
  phase: 'received' | 'committed' | 'answered'
}

export type OnCall = (step: CallStep) => void | Promise<void>

export interface Serving extends Controlled {
  closing: AbortSignal
  latencyMs: number
  onCall: OnCall | undefined
}

/** A service as it is, as a newer version of it would be, and the framing of both. */
export interface PreparedService {
  service: WireService
  extended: WireService
  /** Absent where the vendor's description of the service is not known. */
  framing: SoapFraming | undefined
}

/** Takes one SOAP call from its arrival to its answer, or to whatever fault waits for it. */
export const serveCall = async (
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
  const operation = nameOperation(action, xml)
  const { sequence } = serving.calls.add({ service: prepared.service.name, operation, body: xml })
  const tell = async (phase: CallStep['phase']): Promise<void> => {
    await serving.onCall?.({ operation, sequence, phase })
  }
  await tell('received')
  const fault = serving.faults.take(operation, prepared.service.name)
  await pause(serving, fault)
  if (fault !== undefined && happensBefore(fault)) {
    await carryOutFault(response, fault, undefined)
    return
  }
  const answer = await answerNow(prepared, serving, { sequence, action, xml })
  await tell('committed')
  if (fault === undefined) await sendAnswer(response, answer)
  else await carryOutFault(response, fault, answer)
  await tell('answered')
}

const readAction = ({ headers }: IncomingMessage): string | undefined => {
  const header = headers.soapaction
  return typeof header === 'string' ? header.replace(/^"(.*)"$/, '$1') : undefined
}

/** For the log and for faults, before anything is known to be right: what the action says, else the first element of the body. */
const nameOperation = (action: string | undefined, xml: string): string => {
  const fromAction = action?.slice(action.lastIndexOf('/') + 1)
  if (fromAction !== undefined && fromAction !== '') return fromAction
  return /<(?:\w+:)?Body[^>]*>\s*<(?:\w+:)?(\w+)/.exec(xml)?.[1] ?? 'unknown'
}

const happensBefore = (fault: Fault): boolean => 'when' in fault && fault.when === 'before'

const pause = async ({ latencyMs, closing }: Serving, fault: Fault | undefined): Promise<void> => {
  const ms = latencyMs + (fault?.kind === 'slow' ? fault.delayMs : 0)
  if (ms > 0) await sleep(ms, undefined, { signal: closing })
}

const answerNow = (
  { service, extended, framing }: PreparedService,
  { store, switches, accounts, reports, violations }: Serving,
  call: { sequence: number; action: string | undefined; xml: string },
): Promise<Answer> => {
  const shown = switches.extraUnknownFields ? extended : service
  const addViolation = (violation: (typeof violations)[number]): void => {
    violations.push(violation)
  }
  return answerCall(
    { ...call, service: shown },
    {
      store,
      switches,
      accounts,
      reports,
      framing,
      addViolation,
    },
  )
}
