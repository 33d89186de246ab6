import { RemoteError, type Carried } from '../../../domain/errors.js'
import { periodRemedy } from '../../../domain/pay/period-problem.js'

const runAgain = 'Run again later; if it stays, check the connection to Nmbrs'
const askVisma = 'Check the Nmbrs host in the configuration; if it is right, ask Visma'
const report = 'Report the call; the Nmbrs contract may have changed'

/**
 * What can go wrong between us and Nmbrs apart from a fault: whether the call may have been carried out,
 * whether the same call may succeed later, and what to do.
 */
const meanings = {
  unreachable: { title: 'no connection could be made', carried: 'no', retryable: true, remedy: runAgain },
  'rate-limited': {
    title: 'too many calls',
    carried: 'no',
    retryable: true,
    remedy: 'Lower maxCallsPerSecond',
  },
  redirected: {
    title: 'the host sends us elsewhere',
    carried: 'no',
    retryable: false,
    remedy: askVisma,
  },
  'access-refused': {
    title: 'the host refuses access',
    carried: 'no',
    retryable: false,
    remedy: askVisma,
  },
  'http-refused': {
    title: 'the host refuses the request',
    carried: 'no',
    retryable: false,
    remedy: askVisma,
  },
  'http-failed': { title: 'the host failed', carried: 'unknown', retryable: true, remedy: runAgain },
  'connection-lost': {
    title: 'the connection broke before the answer was complete',
    carried: 'unknown',
    retryable: true,
    remedy: runAgain,
  },
  timeout: { title: 'no answer in time', carried: 'unknown', retryable: true, remedy: runAgain },
  closed: {
    title: 'the connection was closed while the call was under way',
    carried: 'unknown',
    retryable: false,
    remedy: 'Run again',
  },
  'not-soap': {
    title: 'the answer is not a SOAP message',
    carried: 'unknown',
    retryable: true,
    remedy: askVisma,
  },
  truncated: { title: 'the answer ends half-way', carried: 'unknown', retryable: true, remedy: runAgain },
  'unexpected-answer': {
    title: 'the answer is not the one to this call',
    carried: 'unknown',
    retryable: false,
    remedy: report,
  },
  'answer-too-large': {
    title: 'the answer, or an element of it, is of unreasonable size',
    carried: 'unknown',
    retryable: false,
    remedy: report,
  },
  'declaration-refused': {
    title: 'the answer holds a document type declaration',
    carried: 'unknown',
    retryable: false,
    remedy: report,
  },
  'unreadable-value': {
    title: 'the answer holds a value of the wrong kind',
    carried: 'unknown',
    retryable: false,
    remedy: report,
  },
  'period-unreadable': {
    title: 'the company cannot be in this payroll period, so it is not known what is current',
    carried: 'no',
    retryable: false,
    remedy: periodRemedy,
  },
  'value-not-sendable': {
    title: 'a value cannot be sent',
    carried: 'no',
    retryable: false,
    remedy: 'Correct the value in AlexisHR or Nmbrs',
  },
  'address-ambiguous': {
    title: 'the employee has several home addresses and none is the one default',
    carried: 'no',
    retryable: false,
    remedy: 'Leave one home address in Nmbrs, or mark one as default',
  },
  'not-asked': {
    title: 'one look-up more than a check may make',
    carried: 'no',
    retryable: false,
    remedy: 'Check fewer facts at once',
  },
  'not-sent': {
    title: 'not sent, for no call can be answered',
    carried: 'no',
    retryable: false,
    remedy: 'Look at the call that was sent first',
  },
  'not-read-back': {
    title: 'the change was sent, but could not be read back',
    carried: 'unknown',
    retryable: true,
    remedy: 'Run again; it looks at what Nmbrs holds first',
  },
} as const satisfies Record<string, { title: string; carried: Carried; retryable: boolean; remedy: string }>

export type CallErrorCode = keyof typeof meanings

export interface CallErrorDetail {
  /** HTTP status, or the code of the network error. */
  status?: string
  /** Which element; names only, no values of people. */
  field?: string
  /** In the place of the usual one. */
  remedy?: string | undefined
}

/**
 * A `RemoteError` for one of our codes. Has no `cause`: what the HTTP library throws carries the token and
 * the message sent.
 */
export const createCallError = (
  code: CallErrorCode,
  operation: string,
  { status, field, remedy }: CallErrorDetail = {},
): RemoteError => {
  const { title, carried, retryable, remedy: usual } = meanings[code]
  const details = [status, field].filter((detail) => detail !== undefined)
  const message = `Nmbrs ${operation}: ${title}${details.length === 0 ? '' : ` (${details.join(', ')})`}`
  return new RemoteError(message, {
    remote: 'nmbrs',
    operation,
    code,
    ...(status !== undefined && { status }),
    retryable,
    carried,
    remedy: remedy ?? usual,
  })
}
