import type { Change } from '../../domain/change.js'
import type { Digest } from '../../domain/digest.js'
import { AuthError, RemoteError } from '../../domain/errors.js'
import { isLastingRefusal } from '../../domain/hold/refusal-codes.js'
import { toFinding } from '../../domain/findings/to-finding.js'
import type { IntentClosing } from '../journal.js'
import { toWriteFinding, type WriteFindingCode } from '../write-findings.js'
import type { Closing } from './to-closing.js'

export interface FailureContext {
  /** Stands for a write as it would be refused. */
  digestRefused: (change: Change) => Digest
  /** Stops the whole run: no one's writes can succeed any more. */
  stop: (error: Error) => void
}

/** How a write is stored that threw. Throws what is no answer of the remote. */
export const toFailure = (error: unknown, change: Change, context: FailureContext): Closing => {
  if (error instanceof AuthError) {
    context.stop(error)
    return {
      closing: { outcome: 'failed', reason: 'stopped' },
      findings: [toWriteFinding('stopped', change, error)],
    }
  }
  if (!(error instanceof RemoteError)) throw error
  // No one refused: payroll has two home addresses since the plan was made, and nothing was sent.
  if (error.facts.code === 'address-ambiguous') {
    return {
      closing: { outcome: 'held', reason: 'address-ambiguous' },
      findings: [toFinding('address-ambiguous', change.subject, 'address')],
    }
  }
  const code = toFailureCode(error)
  const outcome = code === 'write-unknown' ? 'unknown' : 'failed'
  return {
    closing: { outcome, reason: code, ...toRefusal(error, change, code, context) },
    findings: [toWriteFinding(code, change, error)],
  }
}

/** What surely was refused and would be again is remembered. */
const toRefusal = (
  { facts }: RemoteError,
  change: Change,
  reason: WriteFindingCode,
  { digestRefused }: FailureContext,
): Pick<IntentClosing, 'refusal'> =>
  reason === 'write-refused' && isLastingRefusal(facts.code)
    ? { refusal: { digest: digestRefused(change), code: facts.code } }
    : {}

const toFailureCode = ({ facts }: RemoteError): WriteFindingCode => {
  if (facts.carried === 'unknown') return 'write-unknown'
  if (facts.code === 'right-missing') return 'right-missing'
  return facts.retryable ? 'write-failed' : 'write-refused'
}
