import type { CallName } from '../../../../onboarding/calls/call-name.js'
import type { ProbeAnswer, ProbeSubjects } from '../../../../onboarding/check/prober.js'
import { findReadCall, isWriteName, type ReadCall } from '../../read-calls/find-read-call.js'
import { taskResultCall } from '../../read-calls/report-service.js'
import type { Asker } from '../ask-once.js'
import { fillParameters, reasonOfMissing } from '../subjects/fill-parameters.js'
import { probeReport, type Wait } from './probe-report.js'
import { toNoAnswer } from './to-answer.js'

/**
 * Tries one call. Only a call from the table of reading calls can be sent: for any other there is nothing to
 * send. Every trouble of a remote is an answer.
 */
export const probeCall = (
  asker: Asker,
  { service, call }: CallName,
  subjects: ProbeSubjects,
  wait: Wait,
): Promise<ProbeAnswer> => {
  const readCall = findReadCall(service, call)
  if (readCall === undefined)
    return Promise.resolve({
      answer: 'not-asked',
      reason: isWriteName(call) ? 'write-call' : 'not-described',
    })
  if (asker.isStopped(readCall)) return Promise.resolve({ answer: 'not-asked', reason: 'stopped' })
  return call === taskResultCall
    ? probeReport(asker, readCall, subjects, wait)
    : askOnce(asker, readCall, subjects)
}

const askOnce = async (asker: Asker, readCall: ReadCall, subjects: ProbeSubjects): Promise<ProbeAnswer> => {
  const filled = fillParameters(readCall.parameters, subjects)
  if ('missing' in filled) return { answer: 'not-asked', reason: reasonOfMissing(filled.missing) }
  try {
    await asker.ask(readCall, filled.args)
    return { answer: 'accepted' }
  } catch (error) {
    return toNoAnswer(error)
  }
}
