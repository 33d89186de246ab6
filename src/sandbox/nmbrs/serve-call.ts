import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { answerFault, sendReply } from './answer-fault.js'
import type { Reply, ServiceFault } from './answer-fault.js'
import type { CalledService } from './call-log.js'
import type { Controlled } from './control.js'
import type { Fault } from './faults.js'
import type { RestRequest } from './rest/rest-request.js'

/**
 * A step of a call: it came in, it was carried out or refused, the fake is done with it. A fault before
 * carrying out ends it after the first.
 */
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
  onRequest: ((request: RestRequest) => void) | undefined
}

/** One call as a service of the fake takes it. */
export interface ServedCall {
  service: CalledService
  operation: string
  /** `GET /api/companies?pageNumber=1`, where the address says more than the operation. */
  target?: string
  body: string
  /** Carries it out, or refuses it in the service's own way. A throw is a bug of the fake. */
  answer: (sequence: number) => Reply | Promise<Reply>
  /** How the service words a fault that it answers itself. */
  answerInForm: (fault: ServiceFault) => Reply
}

/** Takes one call from its arrival to its answer, or to the fault that waits for it. */
export const serveCall = async (
  { service, operation, target, body, answer, answerInForm }: ServedCall,
  serving: Serving,
  response: ServerResponse,
): Promise<void> => {
  const { sequence } = serving.calls.add({
    service,
    operation,
    body,
    ...(target === undefined ? {} : { target }),
  })
  const tell = async (phase: CallStep['phase']): Promise<void> => {
    await serving.onCall?.({ operation, sequence, phase })
  }
  await tell('received')
  const fault = serving.faults.take(operation, service)
  await pause(serving, fault)
  if (fault !== undefined && happensBefore(fault)) {
    await answerFault(response, fault, undefined, answerInForm)
    return
  }
  const reply = await answer(sequence)
  await tell('committed')
  if (fault === undefined) await sendReply(response, reply)
  else await answerFault(response, fault, reply, answerInForm)
  await tell('answered')
}

const happensBefore = (fault: Fault): boolean => 'when' in fault && fault.when === 'before'

const pause = async ({ latencyMs, closing }: Serving, fault: Fault | undefined): Promise<void> => {
  const ms = latencyMs + (fault?.kind === 'slow' ? fault.delayMs : 0)
  if (ms > 0) await sleep(ms, undefined, { signal: closing })
}
