import type { RemoteError } from '../../../domain/errors.js'
import type { FailureReason } from '../../../onboarding/check/call-result.js'
import type { ProbeAnswer } from '../../../onboarding/check/prober.js'

const reasons: Readonly<Partial<Record<string, FailureReason>>> = {
  unreachable: 'unreachable',
  'certificate-refused': 'unreachable',
  'connection-lost': 'unreachable',
  timeout: 'timeout',
  'not-json': 'unreadable',
  'not-utf8': 'unreadable',
  truncated: 'unreadable',
  'answer-too-large': 'unreadable',
  'unexpected-answer': 'unreadable',
  'unreadable-value': 'unreadable',
  'not-found': 'unknown-call',
}

/**
 * What trying an endpoint came to: a refusal of the consent is a refusal (Nmbrs REST contract, section 4.4),
 * and anything else says nothing of rights.
 */
export const toProbeAnswer = (error: RemoteError | undefined): ProbeAnswer => {
  if (error === undefined || error.facts.code === 'multi-debtor') return { answer: 'accepted' }
  const { code, status } = error.facts
  if (code === 'right-missing') return { answer: 'refused', code: '403' }
  return { answer: 'lost', reason: reasons[code] ?? 'fault', code: status ?? null }
}
