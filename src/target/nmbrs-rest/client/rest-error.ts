import { RemoteError, type Carried } from '../../../domain/errors.js'
import { periodRemedy } from '../../../domain/pay/period-problem.js'

const runAgain = 'Run again later; if it stays, check the connection to Nmbrs'
const checkHost = 'Check nmbrs.rest.host in the configuration; if it is right, ask Visma'
const report = 'Report the call; the Nmbrs REST contract may have changed'
const readFirst = 'Run again; it looks at what Nmbrs holds first'

interface Meaning {
  title: string
  carried: Carried
  retryable: boolean
  remedy: string
}

const surely = (title: string, remedy: string): Meaning => ({
  title,
  carried: 'no',
  retryable: false,
  remedy,
})
const perhaps = (title: string, remedy: string, retryable: boolean): Meaning => ({
  title,
  carried: 'unknown',
  retryable,
  remedy,
})

/**
 * What can go wrong with a call: whether it may have been carried out, whether the same call may succeed
 * later, and what to do. The codes that both transports know mean the same on both.
 */
const meanings = {
  unreachable: { title: 'no connection could be made', carried: 'no', retryable: true, remedy: runAgain },
  'rate-limited': {
    title: 'too many calls',
    carried: 'no',
    retryable: true,
    remedy: 'Lower nmbrs.rest.maxCallsPerSecond',
  },
  redirected: surely('the host sends us elsewhere', checkHost),
  'right-missing': surely('the consent does not allow this call', 'Run nmbrs-sync auth login'),
  'multi-debtor': surely(
    'the consent covers several debtors, so the list of companies is read for each of them',
    'Have a login consent that belongs to one debtor',
  ),
  'not-found': surely(
    'the record does not exist, or the account cannot see it',
    'Look the record up in Nmbrs',
  ),
  'already-exists': surely(
    'there is one already',
    'Look the record up in Nmbrs; the next run reads it first',
  ),
  refused: surely(
    'Nmbrs refuses the request',
    'Correct the value in AlexisHR or the mapping; the next run sends it',
  ),
  'http-failed': perhaps('the host failed', runAgain, true),
  'connection-lost': perhaps('the connection broke before the answer was complete', runAgain, true),
  timeout: perhaps('no answer in time', runAgain, true),
  closed: perhaps('the connection was closed while the call was under way', 'Run again', false),
  'not-json': perhaps('the answer is not JSON', checkHost, true),
  'not-utf8': perhaps('the answer is not UTF-8', report, false),
  truncated: perhaps('the answer ends half-way', runAgain, true),
  'answer-too-large': perhaps('the answer is of unreasonable size', report, false),
  'unexpected-answer': perhaps('the answer is not the one to this call', report, false),
  'unreadable-value': perhaps('the answer holds a value of the wrong kind', report, false),
  'list-incomplete': perhaps('a list changed while it was read', runAgain, true),
  'not-read-back': perhaps('the change was sent, but could not be read back', readFirst, true),
  'read-back-forbidden': perhaps(
    'the change was sent, and the consent does not allow reading it back',
    'Run nmbrs-sync auth login',
    false,
  ),
  'value-not-sendable': surely('a value cannot be sent', 'Correct the value in AlexisHR or Nmbrs'),
  'address-ambiguous': surely(
    'the employee has several home addresses and none is the one default',
    'Leave one home address in Nmbrs, or mark one as default',
  ),
  'second-address': surely(
    'there is a home address from this payroll period on, and Nmbrs takes no second one',
    'Change the address in Nmbrs by hand; otherwise it is sent again in the next payroll period',
  ),
  'account-ambiguous': surely('the employee has several bank accounts of this type', 'Leave one in Nmbrs'),
  'period-unreadable': surely(
    'the company cannot be in this payroll period, so it is not known what is current',
    periodRemedy,
  ),
  'not-carried': surely('the REST API has no call for this', 'Make this change in Nmbrs by hand'),
} as const satisfies Record<string, Meaning>

export type RestErrorCode = keyof typeof meanings

export interface RestErrorDetail {
  /** HTTP status, or the code of the network error. */
  status?: string | undefined
  /** Which element; names only, no values of people. */
  field?: string | undefined
  /** What to do, where more is known than the code says. */
  remedy?: string | undefined
  carried?: Carried | undefined
}

/**
 * A `RemoteError` for one of our codes. Has no `cause`: what the HTTP library throws carries the token and
 * what was sent.
 */
export const createRestError = (
  code: RestErrorCode,
  operation: string,
  { status, field, remedy, carried }: RestErrorDetail = {},
): RemoteError => {
  const meaning = meanings[code]
  const details = [status, field].filter((detail) => detail !== undefined)
  const message = `Nmbrs ${operation}: ${meaning.title}${details.length === 0 ? '' : ` (${details.join(', ')})`}`
  return new RemoteError(message, {
    remote: 'nmbrs',
    operation,
    code,
    ...(status !== undefined && { status }),
    retryable: meaning.retryable,
    carried: carried ?? meaning.carried,
    remedy: remedy ?? meaning.remedy,
  })
}
