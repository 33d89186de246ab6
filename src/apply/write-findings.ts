import type { Change } from '../domain/change.js'
import { RemoteError, type AuthError } from '../domain/errors.js'
import type { Finding, FindingCode } from '../domain/finding.js'
import { tellFinding, withCause } from '../domain/findings/to-finding.js'

export type WriteFindingCode = Extract<
  FindingCode,
  | 'target-moved'
  | 'period-moved'
  | 'period-unreadable'
  | 'write-not-confirmed'
  | 'write-unknown'
  | 'write-refused'
  | 'write-failed'
  | 'right-missing'
  | 'stopped'
>

/** How the catalogue calls what happened while writing. */
const toName = (code: WriteFindingCode) => (code === 'period-unreadable' ? 'period-unreadable/again' : code)

/**
 * A finding about a write that did not go through. `cause` adds which call said what; its message holds no
 * personal value.
 */
export const toWriteFinding = (
  code: WriteFindingCode,
  { subject, section }: Change,
  cause?: RemoteError | AuthError,
): Finding => {
  const finding = withCause(tellFinding(toName(code), { subject, section }, {}), cause?.message)
  return cause instanceof RemoteError && saysWhatToDo(code, cause)
    ? { ...finding, remedy: cause.facts.remedy }
    : finding
}

/** As `toWriteFinding`, for someone whom this run created and cannot complete now. */
export const toHalfMadeFinding = (
  code: Extract<WriteFindingCode, 'period-moved' | 'period-unreadable' | 'stopped'>,
  { subject, section }: Change,
): Finding => tellFinding(`${code}/half-made`, { subject, section }, {})

/**
 * Whether the remote's own answer says what it calls for. A run that may not read what was sent could not
 * look first, either.
 */
const saysWhatToDo = (code: WriteFindingCode, { facts }: RemoteError): boolean =>
  code === 'write-refused' || code === 'right-missing' || facts.code === 'read-back-forbidden'
