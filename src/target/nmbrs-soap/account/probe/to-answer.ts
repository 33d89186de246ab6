import { AuthError, RemoteError } from '../../../../domain/errors.js'
import type { FailureReason, NotTestedReason } from '../../../../onboarding/check/call-result.js'
import type { ProbeAnswer } from '../../../../onboarding/check/prober.js'
import type { ConnectProblem } from '../../../../http/proxy/connect-problem.js'
import type { CallErrorCode } from '../../wire/call-error.js'
import { findFaultNumber } from '../../wire/faults.js'

export type NoAnswer = Exclude<ProbeAnswer, { answer: 'accepted' }>

/** What kept a call from an answer that says something about rights. */
const reasonsByCode: Readonly<
  Partial<Record<CallErrorCode | ConnectProblem['code'] | 'request-refused', FailureReason>>
> = {
  unreachable: 'unreachable',
  'certificate-refused': 'unreachable',
  'proxy-login': 'unreachable',
  'proxy-failed': 'unreachable',
  redirected: 'unreachable',
  'connection-lost': 'unreachable',
  closed: 'unreachable',
  timeout: 'timeout',
  // What the framework answers to a call it does not have, or not with these parameters (Nmbrs contract,
  // section 4).
  'request-refused': 'unknown-call',
  'http-failed': 'unreadable',
  'http-refused': 'unreadable',
  'access-refused': 'unreadable',
  'rate-limited': 'unreadable',
  'not-soap': 'unreadable',
  truncated: 'unreadable',
  'unexpected-answer': 'unreadable',
  'answer-too-large': 'unreadable',
  'declaration-refused': 'unreadable',
  'unreadable-value': 'unreadable',
}

const unaskedReasons: ReadonlyMap<string, NotTestedReason> = new Map([
  ['not-asked', 'no-subject'],
  ['not-sent', 'stopped'],
])

/**
 * What an error says of the call. Goes by numbers and codes, never by words. Throws what is neither of the
 * network nor of Nmbrs: a bug.
 */
export const toNoAnswer = (error: unknown): NoAnswer => {
  if (!(error instanceof RemoteError) && !(error instanceof AuthError)) throw error
  const number = findFaultNumber(error)
  if (number !== undefined) return { answer: 'refused', code: number }
  const unasked = error instanceof RemoteError ? unaskedReasons.get(error.facts.code) : undefined
  if (unasked !== undefined) return { answer: 'not-asked', reason: unasked }
  const facts = error instanceof RemoteError ? error.facts : undefined
  const reason = Object.entries(reasonsByCode).find(([code]) => code === facts?.code)?.[1] ?? 'fault'
  return { answer: 'lost', reason, code: facts?.status ?? null }
}
