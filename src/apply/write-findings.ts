import type { Change } from '../domain/change.js'
import { RemoteError, type AuthError } from '../domain/errors.js'
import type { Finding, FindingCode } from '../domain/finding.js'

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

const messages: Readonly<Record<WriteFindingCode, string>> = {
  'target-moved': 'Someone changed it in Nmbrs after the plan was made, so nothing was sent',
  'period-moved': 'Payroll moved to another period during the run, so the rest was not sent',
  'period-unreadable': 'The current payroll period could not be read again, so nothing was sent',
  'write-not-confirmed': 'Nmbrs accepted the change, but reading it back shows something else',
  'write-unknown':
    'No answer came back, so it is not known whether Nmbrs made the change; the next run checks before it writes',
  'write-refused': 'Nmbrs refused the change',
  'write-failed': 'Nmbrs could not make the change now',
  'right-missing': 'The account may not make this call',
  stopped: 'The run was stopped',
}

const remedies: Readonly<Record<WriteFindingCode, (change: Change) => string>> = {
  'target-moved': ({ subject }) => `Look at it again: nmbrs-sync plan --employee ${subject}`,
  'period-moved': () => 'Look at what is due in the new period, and send it: nmbrs-sync sync',
  'period-unreadable': () => 'Send it when Nmbrs answers again: nmbrs-sync sync',
  'write-not-confirmed': ({ subject }) => `Compare both sides: nmbrs-sync explain ${subject} --show-values`,
  'write-unknown': ({ subject }) => `Run again: nmbrs-sync sync --employee ${subject}`,
  'write-refused': ({ subject }) => `Correct the value in AlexisHR; details: nmbrs-sync explain ${subject}`,
  'write-failed': ({ subject }) => `Run again: nmbrs-sync sync --employee ${subject}`,
  'right-missing': () => 'Open the call for the account in Nmbrs, then: nmbrs-sync doctor',
  stopped: () => 'Remove the cause, then: nmbrs-sync sync',
}

/**
 * A finding about a write that did not go through. `cause` adds which call said what; its message holds no
 * personal value.
 */
export const toWriteFinding = (
  code: WriteFindingCode,
  change: Change,
  cause?: RemoteError | AuthError,
): Finding => ({
  code,
  severity: code === 'target-moved' || code === 'period-moved' ? 'warning' : 'error',
  subject: change.subject,
  section: change.section,
  message: cause === undefined ? messages[code] : `${messages[code]}: ${cause.message}`,
  remedy: remedyOf(code, change, cause),
})

/** As `toWriteFinding`, for someone whom this run created and cannot complete now. */
export const toHalfMadeFinding = (
  code: Extract<WriteFindingCode, 'period-moved' | 'period-unreadable' | 'stopped'>,
  change: Change,
): Finding => ({
  ...toWriteFinding(code, change),
  severity: 'error',
  message: `${messages[code]}. The employee was created and is not complete`,
  remedy: `Complete the employee: nmbrs-sync sync --employee ${change.subject}`,
})

/**
 * What the remote's own answer calls for, where it said why it refused; else what follows from the kind of
 * failure.
 */
const remedyOf = (code: WriteFindingCode, change: Change, cause: Error | undefined): string =>
  cause instanceof RemoteError && saysWhatToDo(code, cause) ? cause.facts.remedy : remedies[code](change)

/** A run that may not read what was sent could not look first, either. */
const saysWhatToDo = (code: WriteFindingCode, { facts }: RemoteError): boolean =>
  code === 'write-refused' || code === 'right-missing' || facts.code === 'read-back-forbidden'
